import {
  conventionsOf,
  DEFAULT_SETTINGS,
  markProblem,
  readSettings,
  SETTING_RULES,
  type Mark,
} from '../../src/core/settings';
import { isProposedTag, taskState } from '../../src/core/note/conventions';

describe('saved settings', () => {
  test.each([undefined, null, 'text', 7, [], {}])('%p gives the defaults', data =>
    expect(readSettings(data)).toEqual(DEFAULT_SETTINGS),
  );

  test('what fits is taken over', () => {
    const saved = {
      selfNames: ['Sam Reed'],
      types: ['people', 'customer'],
      proposedSymbol: '!',
      taskButtons: false,
    };
    expect(readSettings(saved)).toEqual({ ...DEFAULT_SETTINGS, ...saved });
  });

  test.each([
    { types: [] },
    { types: 'people' },
    { selfNames: [1] },
    { proposedSymbol: '??' },
    { proposedSymbol: 'x' },
    { rejectedSymbol: ' ' },
    { proposedTag: 'proposed' },
    { proposedTag: '#two words' },
    { proposedTag: '#proposed.' },
    { acceptedTag: '#ok, then' },
    { acceptedTag: '#2026' },
    { acceptedTag: '#one#two' },
    { taskButtons: 'yes' },
    { hoverCards: 'yes' },
    { hover: 'card' },
    { hover: { reading: 'sometimes' } },
    { hover: { reading: 'toString' } },
    { profileFolder: '../People' },
    { profileFolder: 'Archive/.hidden' },
    { profileFolder: 'Archive\\..\\..' },
    { unknown: 1 },
  ])('%j is left out', saved => expect(readSettings(saved)).toEqual(DEFAULT_SETTINGS));

  test('what is chosen for one place leaves the others as they are at first', () =>
    expect(readSettings({ hover: { source: 'off' } }).hover).toEqual({
      ...DEFAULT_SETTINGS.hover,
      source: 'off',
    }));

  test('the one switch there was turned cards off in all places; on is what they are at first', () => {
    const off = { reading: 'off', live: 'off', source: 'off', screens: 'off', elsewhere: 'off' };
    expect(readSettings({ hoverCards: false }).hover).toEqual(off);
    expect(readSettings({ hoverCards: true }).hover).toEqual(DEFAULT_SETTINGS.hover);
    expect(readSettings({ hoverCards: false, hover: DEFAULT_SETTINGS.hover })).toEqual(DEFAULT_SETTINGS);
  });

  test.each(['#proposed', '#Ok', '#a/b-c_d', '#für-später', '#2026/ok', '#👍'])('a tag may be %s', tag =>
    expect(SETTING_RULES.acceptedTag(tag)).toBeUndefined(),
  );

  test('a symbol may be any one character, an emoji too', () => {
    expect(SETTING_RULES.proposedSymbol('🤖')).toBeUndefined();
    expect(SETTING_RULES.proposedSymbol('')).toMatch(/exactly one character/);
    for (const taken of '/xX[] ')
      expect(SETTING_RULES.proposedSymbol(taken)).toMatch(
        /already means something else: .*\[ and \] are taken/,
      );
  });
});

describe('a mark that another has already', () => {
  const settings = { ...DEFAULT_SETTINGS, rejectedSymbol: 'r', acceptedTag: '#mine' };
  test.each<[Mark, value: string, taken: string | undefined]>([
    ['proposedSymbol', 'r', 'Symbol of a rejected task'],
    ['proposedSymbol', 'R', undefined],
    ['rejectedSymbol', '?', 'Symbol of a proposed task'],
    ['rejectedSymbol', '-', undefined],
    ['proposedTag', '#Mine', 'Tag of an accepted task'],
    ['proposedTag', '#maybe', undefined],
    ['acceptedTag', '#PROPOSED', 'Tag of a proposed task'],
    ['acceptedTag', '', undefined],
  ])('%s %j', (mark, value, taken) =>
    expect(markProblem(settings, mark, value)).toBe(taken && `“${value}” is taken: ${taken}.`),
  );
});

describe('conventions', () => {
  test('the symbols chosen come first', () => {
    const conventions = conventionsOf({ ...DEFAULT_SETTINGS, rejectedSymbol: 'R' });
    expect(conventions.rejectedSymbols).toEqual(['R', '-']);
    expect(taskState('-', false, conventions)).toBe('rejected');
  });

  test('a symbol with a new meaning loses its old one', () => {
    const conventions = conventionsOf({ ...DEFAULT_SETTINGS, proposedSymbol: 'R' });
    expect(taskState('R', false, conventions)).toBe('proposed');
    expect(taskState('-', false, conventions)).toBe('rejected');
    expect(taskState('?', false, conventions)).toBe('accepted');
  });

  test('the tag chosen makes an open task proposed', () => {
    const conventions = conventionsOf({ ...DEFAULT_SETTINGS, proposedTag: '#maybe' });
    expect(isProposedTag('#Maybe', conventions)).toBe(true);
    expect(taskState(' ', true, conventions)).toBe('proposed');
    expect(isProposedTag('#proposed', conventions)).toBe(false);
    expect(taskState(' ', false, conventions)).toBe('accepted');
  });
});
