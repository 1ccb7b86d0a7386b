import {
  debounce,
  getAllTags,
  getIcon,
  normalizePath,
  parseFrontMatterAliases,
  parseFrontMatterTags,
  prepareFuzzySearch,
  prepareSimpleSearch,
  requireApiVersion,
  resolveSubpath,
  setIcon,
} from 'obsidian';
import { parseCache } from './parseCache';

test.each([
  ['1.13.0', true],
  ['1.13.1', true],
  ['1.13.2', false],
  ['1.9.9', true],
  ['2.0.0', false],
])('the app is at least %s: %s', (version, expected) => {
  expect(requireApiVersion(version)).toBe(expected);
});

test.each([
  ['a//b\\c/', 'a/b/c'],
  ['/a', 'a'],
  ['', '/'],
  ['a\u00a0b', 'a b'],
])('the path %j is %j to the app', (path, normal) => {
  expect(normalizePath(path)).toBe(normal);
});

test('tags come with their sign, from lists and from text', () => {
  expect(parseFrontMatterTags({ tags: ['a', '#b'] })).toEqual(['#a', '#b']);
  expect(parseFrontMatterTags({ tag: 'a, b c' })).toEqual(['#a', '#b', '#c']);
  expect(parseFrontMatterTags({})).toBeNull();
  expect(parseFrontMatterAliases({ aliases: 'Dana, D. Ochoa' })).toEqual(['Dana', 'D. Ochoa']);
  expect(getAllTags(parseCache('---\ntags: [x]\n---\n#y and #z\n'))).toEqual(['#x', '#y', '#z']);
});

test('a subpath finds headings one within the other, and blocks', () => {
  const cache = parseCache('# A\n## X\n# B\n## X\ntext ^note\n');
  expect(resolveSubpath(cache, '#B#X')?.start.line).toBe(3);
  expect(resolveSubpath(cache, '#X')).toMatchObject({ type: 'heading', end: { line: 2 } });
  expect(resolveSubpath(cache, '#^note')).toMatchObject({ type: 'block', start: { line: 4 } });
  expect(resolveSubpath(cache, '#Nowhere')).toBeNull();
});

test('fuzzy search takes letters in order, word for word; simple search takes words', () => {
  const fuzzy = prepareFuzzySearch('dn och');
  expect(fuzzy('Dana Ochoa')?.matches).toEqual([
    [0, 1],
    [2, 3],
    [5, 8],
  ]);
  expect(fuzzy('Ochre')).toBeNull();
  const [near, far] = ['Dana', 'D a n a'].map(text => prepareFuzzySearch('dana')(text)?.score ?? -Infinity);
  expect(near).toBeGreaterThan(far ?? 0);
  expect(prepareSimpleSearch('och dana')('Dana Ochoa')).not.toBeNull();
  expect(prepareSimpleSearch('dn')('Dana')).toBeNull();
});

test('icons are lucide’s by the app’s names; one that is not there empties its place', () => {
  expect(getIcon('lucide-users')?.querySelectorAll('path').length).toBeGreaterThan(1);
  expect(getIcon('users')?.classList.contains('lucide-users')).toBe(true);
  expect(getIcon('no-such-icon')).toBeNull();
  const place = createDiv({ text: 'old' });
  setIcon(place, 'alert-triangle');
  expect(place.querySelector('svg.svg-icon')).not.toBeNull();
  setIcon(place, 'no-such-icon');
  expect(place.childNodes).toHaveLength(0);
});

describe('debounce', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('runs once with the last words; calls put it off only where asked', () => {
    const ran: string[] = [];
    const steady = debounce((word: string) => ran.push(`steady ${word}`), 100);
    const patient = debounce((word: string) => ran.push(`patient ${word}`), 100, true);
    for (const word of ['a', 'b', 'c']) {
      steady(word);
      patient(word);
      jest.advanceTimersByTime(60);
    }
    expect(ran).toEqual(['steady b']);
    jest.advanceTimersByTime(100);
    expect(ran).toEqual(['steady b', 'steady c', 'patient c']);
  });

  test('can be cancelled, or run now', () => {
    const ran: number[] = [];
    const later = debounce((n: number) => ran.push(n), 100, true);
    later(1).cancel();
    later(2).run();
    later.run();
    jest.advanceTimersByTime(500);
    expect(ran).toEqual([2]);
  });
});
