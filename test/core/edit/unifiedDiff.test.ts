import { applyPatch, createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import fc from 'fast-check';
import { unifiedDiff } from '../../../src/core/edit/unifiedDiff';

const libraryDiff = (before: string, after: string, path = 'n.md') =>
  createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });

test('of changed lines it is what the library makes, and what patches the note', () => {
  const notes = fc.tuple(
    fc.array(fc.tuple(fc.constantFrom('\n', '\r\n'), fc.boolean()), { minLength: 1, maxLength: 40 }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(notes, ([lines, endsOpen]) => {
      fc.pre(lines.some(([, changes]) => changes));
      const note = (changed: boolean) => {
        const text = lines
          .map(([end, changes], i) => `${changes && changed ? 'new' : 'old'} ${i}${end}`)
          .join('');
        return endsOpen ? text.replace(/\r?\n$/, '') : text;
      };
      const diff = unifiedDiff('n.md', note(false), note(true));
      expect(diff).toBe(libraryDiff(note(false), note(true)));
      expect(applyPatch(note(false), diff, { autoConvertLineEndings: false })).toBe(note(true));
    }),
  );
});

test('of equal texts there is none', () => expect(unifiedDiff('n.md', 'a\nb', 'a\nb')).toBe(''));

test('names of notes are written as the library and Git write them', () => {
  const name = fc.string({ unit: fc.constantFrom(...'aZ ~\\"\t\n\u0001\u007fö–👋') });
  fc.assert(
    fc.property(name, path => expect(unifiedDiff(path, 'a\n', 'b\n')).toBe(libraryDiff('a\n', 'b\n', path))),
  );
});
