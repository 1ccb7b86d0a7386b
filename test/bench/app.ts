import { inBrowser, type AppFigures } from './inBrowser';
import type { ScreenFigures } from './page';
import { atLeast, limited, medianOf, RUNS, spreadOf, type Row } from './rows';

const NOTES = 10_000;
/** A frame, in ms. */
const FRAME = 16;
/** What a read costs through the bridge of a phone, in ms. */
const PHONE_READ = 3;
const PHONE_NOTES = 1_000;
const SCREENS: Record<keyof ScreenFigures, string> = {
  ownPage: 'one’s own page',
  triage: 'triage',
  map: 'the map',
};
/** A phone's start is a simulation, and takes its time. */
const PHONE_RUNS = Math.min(RUNS, 5);

const each = <T>(list: readonly T[], value: (of: T) => number) => list.map(value);

/** The shipped plugin in the stand-in host in Chromium, over notes of people only. */
export async function appRows(): Promise<Row[]> {
  const { cold, warm, syncs, screens, snapshot, text } = await inBrowser(NOTES, RUNS);
  return [
    limited(
      '`onload`',
      'ms',
      each([...cold, ...warm], start => start.onload),
      5,
    ),
    spreadOf(
      'evaluating `main.js`',
      'ms',
      each([...cold, ...warm], start => start.evaluate),
    ),
    ...startRows({ cold, warm }),
    limited(
      'cold start: longest block',
      'ms',
      each(cold, start => start.longestBlock),
      FRAME,
    ),
    limited(
      'warm start: longest block',
      'ms',
      each(warm, start => start.longestBlock),
      FRAME,
    ),
    limited(
      'warm start: notes read',
      'notes',
      each(warm, start => start.reads),
      0,
    ),
    limited('snapshot', '% of the notes', [(100 * snapshot) / text], 30),
    spreadOf(
      '1,000 notes changed at once: until the list is right',
      'ms',
      each(syncs, sync => sync.all),
    ),
    limited(
      '1,000 notes changed at once: longest block',
      'ms',
      each(syncs, sync => sync.longestBlock),
      FRAME,
    ),
    limited(
      '1,000 notes changed at once: times drawn',
      'a frame',
      each(syncs, sync => sync.drawn / sync.frames),
      1,
    ),
    ...(Object.entries(SCREENS) as [keyof ScreenFigures, string][]).map(([screen, what]) =>
      spreadOf(
        `opening ${what}: longest block`,
        'ms',
        each(screens, figures => figures[screen]),
      ),
    ),
  ];
}

function startRows({ cold, warm }: Pick<AppFigures, 'cold' | 'warm'>): Row[] {
  const usual = (until: 'all' | 'known') => medianOf(each(cold, start => start[until]));
  const rowsOf = (name: string, starts: AppFigures['cold']) => [
    spreadOf(
      `${name} start: the first people are on screen`,
      'ms',
      each(starts, ({ first }) => first),
    ),
    spreadOf(
      `${name} start: all are`,
      'ms',
      each(starts, ({ all }) => all),
    ),
    spreadOf(
      `${name} start: all notes are known`,
      'ms',
      each(starts, ({ known }) => known),
    ),
  ];
  return [
    ...rowsOf('cold', cold),
    ...rowsOf('warm', warm),
    atLeast(
      'cold start, until everybody is on screen',
      '× warm start',
      each(warm, ({ all }) => usual('all') / all),
      5,
    ),
    spreadOf(
      'cold start, until all notes are known',
      '× warm start',
      each(warm, ({ known }) => usual('known') / known),
    ),
  ];
}

/** By the simulation, and on paper for vaults that it would take too long to open. */
export async function phoneRows(): Promise<Row[]> {
  const { cold, warm } = await inBrowser(PHONE_NOTES, PHONE_RUNS, PHONE_READ);
  const perNote = (starts: AppFigures['cold']) => medianOf(each(starts, ({ known }) => known)) / PHONE_NOTES;
  const onPaper = (notes: number): Row => ({
    what: `on paper: ${notes.toLocaleString('en')} people notes, until all are known, cold and warm`,
    figure: `${((perNote(cold) * notes) / 1000).toFixed(1)} s and ${((perNote(warm) * notes) / 1000).toFixed(1)} s`,
  });
  return [...startRows({ cold, warm }), onPaper(10_000), onPaper(28_000)];
}
