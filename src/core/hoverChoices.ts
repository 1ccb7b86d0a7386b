import { say } from './words';

/** Where a pointer can rest on a person. */
export const HOVER_SURFACES = ['reading', 'live', 'source', 'screens', 'elsewhere'] as const;

export type HoverSurface = (typeof HOVER_SURFACES)[number];

/** What opens there. */
const HOVER_CHOICES = ['card', 'preview', 'off'] as const;

export type HoverChoice = (typeof HOVER_CHOICES)[number];

export type HoverChoices = Readonly<Record<HoverSurface, HoverChoice>>;

export const hoverEverywhere = (choice: HoverChoice): HoverChoices => ({
  reading: choice,
  live: choice,
  source: choice,
  screens: choice,
  elsewhere: choice,
});

export const hoverProblem = (choices: HoverChoices): string | undefined =>
  Object.values(choices).every(choice => HOVER_CHOICES.includes(choice))
    ? undefined
    : say.oneOf(HOVER_CHOICES.join(', '));
