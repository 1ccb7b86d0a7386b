import { answerBrief } from '../../src/core/answers/people';
import { editTaskLine } from '../../src/core/edit/editTaskLine';
import { DEFAULT_CONVENTIONS } from '../../src/core/note/conventions';
import { readDateWords } from '../../src/core/readDateWords';
import { en, fill, inEnglish, inWords, say, speak, type Words } from '../../src/core/words';
import { de } from '../../src/core/words/de';
import { graphOf } from './notes';

afterEach(() => speak(en));

/** What is the same in both: names, and words that German took over. */
const SAME: readonly (keyof Words)[] = [
  'person',
  'triage',
  'summaryExample',
  'decisionExample',
  'keyInformationExample',
];

const keys = Object.keys(en) as (keyof Words)[];

/** Every text of a table under a path: lists and records one by one, functions with samples in their places. */
function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, (value as (...given: string[]) => string)(...SAMPLES)]];
  return Object.entries(value as object).flatMap(([key, each]) => texts(each, `${path}.${key}`));
}

const SAMPLES = ['41', '42', '43'];

describe('German', () => {
  test('has the keys of English, and no others', () => expect(Object.keys(de)).toEqual(keys));

  const pairs = keys
    .filter(key => key !== 'dateWords')
    .map(key => [key, texts(en[key], key), texts(de[key], key)] as const);

  test('says everything in other words than English, but for what is named here', () => {
    const same = pairs.filter(([, english, german]) =>
      english.some(([path, text], i) => text !== '' && german[i]?.[0] === path && german[i][1] === text),
    );
    const isMerelyJoined = (key: keyof Words) => typeof en[key] === 'function';
    expect(same.map(([key]) => key).filter(key => !isMerelyJoined(key))).toEqual(SAME);
  });

  test.each(pairs)('%s holds what the English one holds', (_, english, german) => {
    expect(german.map(([path]) => path)).toEqual(english.map(([path]) => path));
    english.forEach(([path, text], i) => {
      const said = german[i]?.[1] ?? '';
      expect([path, held(said)]).toEqual([path, held(text)]);
      expect([path, said === '']).toEqual([path, text === '']);
    });
  });

  /** What varies, what is typed, and what stands in code: the same in every language. */
  const held = (text: string) =>
    [...(text.match(/4[123]|\{\{?\w*\}?\}|`[^`]*`|#\w+|[➕❌⏳🛫]|obsidian:\S+|…$|:$/gu) ?? [])].sort();

  test('counts', () => {
    expect([de.tasks(1), de.tasks(2), de.notes(1), de.notes(0), de.meetings(1)]).toEqual([
      '1 Aufgabe',
      '2 Aufgaben',
      '1 Notiz',
      '0 Notizen',
      '1 Treffen',
    ]);
    expect(de.proposals(12345)).toBe('12.345 Vorschläge');
    expect(de.youDecided(1, 0)).toBe('Du hast 1 Aufgabe entschieden.');
    expect(`${de.doTo(de.promote, de.tasks(2))}?`).toBe('2 Aufgaben annehmen?');
    expect(de.didTo(de.promoted, de.tasks(1))).toBe('1 Aufgabe angenommen');
    expect(de.usuallyEvery(7, 30)).toBe('Sonst alle 7 Tage; jetzt\u00a030');
  });
});

describe('a reason', () => {
  const context = { conventions: DEFAULT_CONVENTIONS, today: '2026-01-11' };
  const refusal = (line: string) => {
    const edit = editTaskLine(line, { action: 'promote' }, context);
    return 'refusal' in edit ? edit.refusal : '';
  };

  test('is English wherever it is kept, and shown in the language of the app', () => {
    speak(de);
    expect(refusal('- [/] Write it')).toBe('The task is in progress, not proposed.');
    expect(inWords(refusal('- [/] Write it'))).toBe('Die Aufgabe ist in Arbeit, nicht vorgeschlagen.');
    expect(inWords(refusal('Write it'))).toBe('Die Zeile ist keine Aufgabe.');
  });

  test('keeps what varies in it, whatever that is', () => {
    speak(de);
    for (const what of ['2026-02-31', '{}', '$&', 'constructor'])
      expect(inWords(fill(en.noSuchDate, what))).toBe(`Dieses Datum gibt es nicht: ${what}`);
  });

  test('that is none of ours stays as it is', () => {
    speak(de);
    expect(inWords('EBUSY: resource busy')).toBe('EBUSY: resource busy');
    expect(inWords('')).toBe('');
  });

  test('is itself in English', () => expect(inWords(refusal('- [x] Done'))).toBe(refusal('- [x] Done')));
});

test('what a command line prints is English, and the screens speak on as they did', () => {
  speak(de);
  const graph = graphOf({ 'a.md': [{ person: 'Dana Ochoa', date: '2026-01-08' }] });
  const [person] = graph.people();
  if (!person) throw new Error('nobody there');
  expect(answerBrief(graph, person, '2026-01-11').text).toMatch(/^# Brief: .*\n\n.*Last met/);
  expect(() =>
    inEnglish(() => {
      throw new Error();
    }),
  ).toThrow();
  expect(say).toBe(de);
});

describe('German words for a day', () => {
  /** A Sunday. */
  const TODAY = '2026-01-11';
  beforeEach(() => speak(de));

  test.each([
    ['heute', '2026-01-11'],
    ['Morgen', '2026-01-12'],
    ['übermorgen', '2026-01-13'],
    ['gestern', '2026-01-10'],
    ['fr', '2026-01-16'],
    ['am Freitag', '2026-01-16'],
    ['nächsten Freitag', '2026-01-16'],
    ['nächste Woche', '2026-01-18'],
    ['in 3 Tagen', '2026-01-14'],
    ['in zwei Wochen', '2026-01-25'],
    ['in einem Monat', '2026-02-11'],
    ['vor 3 Tagen', '2026-01-08'],
    ['20. Jan', '2026-01-20'],
    ['20. März 2027', '2027-03-20'],
    ['20.1.', '2026-01-20'],
    ['20.1.2027', '2027-01-20'],
    ['Ende des Monats', '2026-01-31'],
    ['Ende nächsten Monats', '2026-02-28'],
    ['bis zum 20. Januar', '2026-01-20'],
    ['next friday', '2026-01-16'],
    ['in 3 mo', '2026-04-11'],
    ['fri 9 am', '2026-01-16'],
    ['irgendwann', null],
    ['constructor', null],
  ])('%s', (words, day) => expect(readDateWords(words, TODAY)).toBe(day));

  const shown = (words: Words) => [
    ...words.dateExamples.split(', '),
    ...words.laterExamples.split(', '),
    ...words.laterChoices,
    words.nextFriday,
    words.nextMonday,
  ];
  test.each([...shown(de), ...shown(en)])('“%s”, which is shown as an example', words =>
    expect(readDateWords(words, TODAY)).not.toBeNull(),
  );

  test('are not understood where the app is English', () => {
    speak(en);
    expect(readDateWords('übermorgen', TODAY)).toBeNull();
  });
});
