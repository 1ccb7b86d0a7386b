import { headingKey, sectionKind } from '../../../src/core/note/sections';

test.each([
  ['Summary', 'summary'],
  ['SUMMARY:', 'summary'],
  ['tl;dr', 'summary'],
  ['Decisions', 'decisions'],
  ['📝 2. **Key Decisions**:', 'decisions'],
  ['Key Information', 'key-information'],
  ['Action Items', undefined],
  ['Summary of costs', undefined],
  ['constructor', undefined],
  [`Summary${' '.repeat(100)}`, undefined],
])('%s is %s', (heading, kind) => expect(sectionKind(headingKey(heading))).toBe(kind));

test('the user’s own headings come before the usual ones', () => {
  const added = { summary: ['Zusammenfassung'], decisions: ['Recap', ' beschlüsse: '] };
  expect(
    ['Zusammenfassung', 'Recap', 'Beschlüsse', 'Overview'].map(each => sectionKind(headingKey(each), added)),
  ).toEqual(['summary', 'decisions', 'decisions', 'summary']);
});
