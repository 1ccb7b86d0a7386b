import { answerOf } from '../../../src/core/answerOf';
import {
  foldCopies,
  isQuiet,
  metTogether,
  rhythmOf,
  topicsWith,
  weeksOfYear,
} from '../../../src/core/query/meetings';
import { graphOf, meeting, person } from '../notes';

const at = (date: string | undefined, properties: object = {}, body = '') =>
  meeting(
    { date, title: `Meeting ${date}`, ...properties },
    body,
    `${date} ${JSON.stringify(properties)}.md`,
  );

describe('copies of one meeting', () => {
  test('are those of one day with one source or one title; the fullest is shown', () => {
    const notes = [
      at('2026-01-08', { title: 'Sizing', source_ref: 'Inbox/mail.md' }),
      at('2026-01-08', { title: 'Cluster size', source_ref: 'Inbox/mail.md' }, '## Summary\nLong and good.'),
      at('2026-01-08', { title: 'cluster  SIZE' }),
      at('2026-01-08', { title: 'Lunch' }),
      at('2026-01-07', { title: 'Sizing' }),
    ];
    const folded = foldCopies(notes);
    expect(folded.map(({ note, copies }) => [note.title, copies.length])).toEqual([
      ['Cluster size', 3],
      ['Lunch', 1],
      ['Sizing', 1],
    ]);
  });

  test('without a day nothing tells', () => {
    const undated = meeting({ date: '', person: 'Dana', title: 'Sync' });
    expect(foldCopies([undated, { ...undated, path: 'b.md' }])).toHaveLength(2);
  });
});

describe('rhythm', () => {
  const weekly = ['2026-01-01', '2026-01-08', '2026-01-08', '2026-01-15', '2026-01-29'].map(date => at(date));

  test('is the median of days between days, and how many have passed', () => {
    expect(rhythmOf(weekly, '2026-02-02')).toEqual({ usual: 7, now: 4 });
    expect(rhythmOf(weekly.slice(0, 4), '2026-02-02')).toBeNull();
    expect(rhythmOf([], '2026-02-02')).toBeNull();
  });

  test('days to come are no days met', () => {
    expect(rhythmOf([...weekly, at('2026-03-01')], '2026-02-02')).toEqual({ usual: 7, now: 4 });
  });

  test('quiet is twice as long, and more than a week', () => {
    expect(isQuiet({ usual: 7, now: 14 })).toBe(false);
    expect(isQuiet({ usual: 7, now: 15 })).toBe(true);
    expect(isQuiet({ usual: 1, now: 8 })).toBe(false);
    expect(isQuiet(null)).toBe(false);
  });
});

test('a year has its weeks, the oldest first; what is older or to come is left out', () => {
  const days = ['2026-02-03', '2026-02-02', '2026-01-27', '2026-01-26', '2025-02-04', '2025-01-01'];
  const weeks = weeksOfYear(foldCopies(days.map(day => at(day))), '2026-02-02');
  expect(weeks.map(({ ago, meetings }) => [ago, meetings.map(({ note }) => note.date)])).toEqual([
    [51, ['2025-02-04']],
    [1, ['2026-01-26']],
    [0, ['2026-02-02', '2026-01-27']],
  ]);
});

test('whom one meets together, and what about: counted once a meeting, self left out', () => {
  const note = {
    date: '2026-01-08',
    title: 'Sync',
    person: 'Dana Ochoa',
    participants: ['Sam Reed', 'Omar Haddad'],
  };
  const graph = graphOf(
    {
      'a.md': [note, '[[Orbit]] [[Omar Haddad]]'],
      'b.md': [note, '[[Orbit]]'],
      'c.md': [
        { ...note, date: '2026-01-09', participants: ['Omar Haddad', 'Ana Sousa'] },
        '[[Orbit]] [[Umbra]]',
      ],
    },
    ['Sam Reed'],
  );
  const dana = person(graph, 'Dana Ochoa');
  const meetings = foldCopies(dana.meetings);
  const together = (most: number) =>
    answerOf(metTogether(graph, dana, meetings, most)).map(({ value, count }) => [value.name, count]);
  expect(together(8)).toEqual([
    ['Omar Haddad', 2],
    ['Ana Sousa', 1],
  ]);
  expect(together(1)).toEqual([['Omar Haddad', 2]]);
  expect(answerOf(topicsWith(graph, meetings))).toEqual([
    { value: 'Orbit', count: 2 },
    { value: 'Umbra', count: 1 },
  ]);
});
