import { answerBrief } from '../../src/core/answers/people';
import { editTaskLine } from '../../src/core/edit/editTaskLine';
import { DEFAULT_CONVENTIONS } from '../../src/core/note/conventions';
import { readDateWords } from '../../src/core/readDateWords';
import { en, fill, inEnglish, inWords, say, speak, type Words } from '../../src/core/words';
import { de } from '../../src/core/words/de';
import { graphOf } from './notes';

afterEach(() => speak(en));

/** What is the same in both: names, words that German took over, and what is only put together. */
const SAME: readonly (keyof Words)[] = ['person', 'triage', 'actOn'];

const keys = Object.keys(en) as (keyof Words)[];

/** Every text of a table under a path: lists and records one by one, functions with samples in their places. */
function texts(value: unknown, path: string, samples: readonly unknown[] = SAMPLES): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, (value as (...given: unknown[]) => string)(...samples)]];
  return Object.entries(value as object).flatMap(([key, each]) => texts(each, `${path}.${key}`, samples));
}

const SAMPLES = ['41', '42', '43'];
const ONES = [1, 1, 1];

/** What is only said of several, or takes no numbers. */
const OF_SEVERAL: readonly (keyof Words)[] = ['allOfThem', 'areYou', 'copies', 'doTo'];

/** German does not say what the front matter is instead. */
const SAYS_LESS: readonly (keyof Words)[] = ['notProperties'];

describe('German', () => {
  test('has the keys of English, and no others', () => expect(Object.keys(de)).toEqual(keys));

  const pairs = keys
    .filter(key => key !== 'dateWords')
    .map(key => [key, texts(en[key], key), texts(de[key], key)] as const);

  test('says everything in other words than English, but for what is named here', () => {
    const same = pairs.filter(([, english, german]) =>
      english.some(([path, text], i) => text !== '' && german[i]?.[0] === path && german[i][1] === text),
    );
    expect(same.map(([key]) => key)).toEqual(SAME);
  });

  test.each(pairs)('%s holds what the English one holds', (key, english, german) => {
    expect(german.map(([path]) => path)).toEqual(english.map(([path]) => path));
    english.forEach(([path, text], i) => {
      const said = german[i]?.[1] ?? '';
      if (!SAYS_LESS.includes(key)) expect([path, held(said)]).toEqual([path, held(text)]);
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
    expect(de.usuallyEvery(1, 1)).toBe('Sonst jeden Tag; jetzt 1');
  });
});

test.each([
  [
    'English',
    en,
    /\b1 (open )?(days|duplicates|meetings|notes|people|places|problems|proposals|tasks)\b|\ball 1\b/i,
  ],
  [
    'German',
    de,
    /\b1 (offene )?(Aufgaben|Duplikate|Notizen|Personen|Probleme|Stellen|Tagen?|Vorschläge)\b|\balle 1\b/i,
  ],
])('%s says of one what is said of one', (_, table, plural) => {
  const said = keys.filter(key => !OF_SEVERAL.includes(key)).flatMap(key => texts(table[key], key, ONES));
  expect(said.filter(([, text]) => plural.test(text))).toEqual([]);
});

test('the singular of what is counted', () => {
  expect([en.usuallyEvery(1, 1), en.usuallyEvery(7, 30)]).toEqual([
    'Usually every day; now 1',
    'Usually every 7 days; now 30',
  ]);
  expect(en.usuallyMet(1, 2)).toBe(', usually every day; now 2 days');
  expect(en.nameInPlainText(1, 'Dana')).toBe('1 task names Dana in plain text.');
  expect(en.nameInPlainText(2, 'Dana')).toBe('2 tasks name Dana in plain text.');
  expect(en.overdue(1, 1)).toBe('1 proposal is more than 1 day overdue.');
  expect(en.youDecided(2, 1)).toBe('You decided 2 tasks, and 1 came along as a duplicate.');
  expect(en.acceptAllShown(1)).toBe('Accept the one shown…');
  expect(en.rejectAllShown(2)).toBe('Reject all 2 shown…');
  expect(de.rejectAllShown(1)).toBe('Den einen gezeigten ablehnen…');
  expect(de.youDecided(2, 1)).toBe('Du hast 2 Aufgaben entschieden, dazu 1 als Duplikat.');
  expect(de.noneOverdue(1)).toBe('Kein Vorschlag ist mehr als 1 Tag überfällig.');
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

  test('of a state says it in the language of the app; a name that reads like one is a name', () => {
    speak(de);
    expect(inWords(fill(en.taskAlready, 'done'))).toBe('Die Aufgabe ist schon erledigt.');
    expect(inWords(fill(en.taskIsOpen, 'accepted'))).toBe(
      'Die Aufgabe ist angenommen: Sie ist ohnehin offen.',
    );
    for (const name of ['in progress', 'done'])
      expect(inWords(fill(en.nobodyHereCalled, name))).toBe(`In diesem Vault heißt niemand ${name}.`);
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
    ['in sieben Tagen', '2026-01-18'],
    ['in acht Tagen', '2026-01-19'],
    ['in ein paar Tagen', '2026-01-14'],
    ['in ein paar Wochen', '2026-02-01'],
    ['in zwölf Wochen', '2026-04-05'],
    ['kommender Montag', '2026-01-12'],
    ['kommendes Wochenende', '2026-01-17'],
    ['letzter Freitag', '2026-01-09'],
    ['diesem Freitag', '2026-01-16'],
    ['nächstem Freitag', '2026-01-16'],
    ['3. Mär', '2026-03-03'],
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
