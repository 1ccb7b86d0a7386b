import { DEFAULT_CONVENTIONS } from '../../../src/core/note/conventions';
import { ownerQueryAt } from '../../../src/core/note/ownerQuery';

/** The cursor stands at `|`. */
const queryAt = (line: string) =>
  ownerQueryAt(line.replace('|', ''), line.indexOf('|'), DEFAULT_CONVENTIONS)?.query;

test.each([
  ['- [ ] @|', ''],
  ['- [ ] Call @Da|', 'Da'],
  ['- [?] Call @Dana Oc| 📅 2026-01-10 #task', 'Dana Oc'],
  ['\t> - [ ] Call (@José|', 'José'],
  ['1. [ ] Call @Jo @Ti|', 'Ti'],
  ['- [ ] `code` @Da|', 'Da'],
  ['- [ ] [[Orbit]] @Da|', 'Da'],
  ['- [ ] @Anne–Marie O’D|', 'Anne–Marie O’D'],
])('%j asks for %j', (line, query) => expect(queryAt(line)).toBe(query));

test.each([
  '- [ ] Write to dana@exa|',
  '- [ ] See https://example.com/@da|',
  '- [ ] Type `@da|',
  '- [ ] Type ``a ` @da|',
  '- [ ] See [[Notes @da|',
  '- [ ] Escaped \\@da|',
  '- [ ] @Dana sends the large deck|',
  '- [ ] @ |',
  '- [ ] @Dana  |',
  '- [ ] @Dana, |',
  '- [ ] @Dana 📅|',
  '- [ ] Call|',
  '- No task @da|',
  'Text @da|',
  '@da|',
  '- [@|] x',
  `- [ ] @${'a'.repeat(50)}|`,
])('%j asks for nobody', line => expect(queryAt(line)).toBeUndefined());
