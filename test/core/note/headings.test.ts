import { HeadingReader } from '../../../src/core/note/headings';

const usual = new HeadingReader({});

test.each([
  ['Summary', 'summary'],
  ['SUMMARY:', 'summary'],
  ['tl;dr', 'summary'],
  ['Decisions', 'decisions'],
  ['📝 2. **Key Decisions**:', 'decisions'],
  ['Key Information', 'key-information'],
  ['Key Information ###', 'key-information'],
  ['Action Items', undefined],
  ['Summary of costs', undefined],
  ['constructor', undefined],
  [`Summary ${'.'.repeat(100)}`, undefined],
])('%s is %s', (heading, kind) => expect(usual.read(`## ${heading}`)?.kind).toBe(kind));

test.each([
  ['# Price talk', 1, 'Price talk'],
  ['###### A  B\tC ##', 6, 'A B C'],
  ['##\tC#', 2, 'C#'],
  ['# ##', 1, ''],
  ['## RenÃ©e’s year', 2, 'Renée’s year'],
])('%j is of level %i', (line, level, title) => expect(usual.read(line)).toMatchObject({ level, title }));

test.each(['####### Seven', '#tag', '#', 'Text #'])('%j is no heading', line =>
  expect(usual.read(line)).toBeNull(),
);

test('the user’s own headings come before the usual ones, however long they are', () => {
  const long = 'What the steering committee of the northern depots has to know before it meets again';
  const own = new HeadingReader({
    sectionHeadings: { summary: ['Zusammenfassung', long], decisions: ['Recap', ' beschlüsse: '] },
  });
  expect(
    ['Zusammenfassung', long, 'Recap', 'Beschlüsse', 'Overview'].map(each => own.read(`# ${each}`)?.kind),
  ).toEqual(['summary', 'summary', 'decisions', 'decisions', 'summary']);
});
