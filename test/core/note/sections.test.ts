import { sectionKind } from '../../../src/core/note/sections';

test.each([
  ['Summary', 'summary'],
  ['SUMMARY:', 'summary'],
  ['tl;dr', 'summary'],
  ['Decisions', 'decisions'],
  ['Key Information', 'key-information'],
  ['Action Items', undefined],
  ['Summary of costs', undefined],
  ['constructor', undefined],
])('%s is %s', (heading, kind) => expect(sectionKind(heading)).toBe(kind));
