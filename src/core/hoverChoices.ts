/** Where a pointer can rest on a person, and how the place is called. */
export const HOVER_SURFACES = {
  reading: 'Reading view',
  live: 'Live preview',
  source: 'Source mode',
  screens: 'Rapport’s own screens',
  elsewhere: 'Canvas and elsewhere',
} as const;

export type HoverSurface = keyof typeof HOVER_SURFACES;

/** What opens there. */
export const HOVER_CHOICES = { card: 'Person card', preview: 'Page preview', off: 'Off' } as const;

export type HoverChoice = keyof typeof HOVER_CHOICES;

export type HoverChoices = Readonly<Record<HoverSurface, HoverChoice>>;

export const hoverEverywhere = (choice: HoverChoice): HoverChoices => ({
  reading: choice,
  live: choice,
  source: choice,
  screens: choice,
  elsewhere: choice,
});

export const hoverProblem = (choices: HoverChoices): string | undefined =>
  Object.values(choices).every(choice => Object.hasOwn(HOVER_CHOICES, choice))
    ? undefined
    : `One of ${Object.keys(HOVER_CHOICES).join(', ')}.`;
