import { damagedSpellings } from '../../../src/core/note/damagedText';
import { SIGN_SPELLINGS, SIGNS } from '../../../src/core/note/signs';
import { task } from '../notes';

const DATE = '2026-01-10';

describe('every sign', () => {
  test.each(SIGNS.map(sign => [sign.emoji, sign] as const))('%s is known', (character, sign) => {
    expect(SIGN_SPELLINGS.get(character)).toBe(sign);
  });

  test.each(SIGNS.map(sign => [sign.emoji] as const))('%s is one character without a selector', character => {
    expect([...character]).toHaveLength(1);
  });
});

describe('no damaged spelling of one sign is taken for another', () => {
  const spellings = SIGNS.flatMap(sign =>
    damagedSpellings(sign.emoji).map(spelling => [spelling, sign] as const),
  );

  test('there are damaged spellings', () => expect(spellings.length).toBeGreaterThan(30));

  test.each(spellings)('%j', (spelling, sign) => {
    expect(SIGN_SPELLINGS.get(spelling)).toBe(sign);
    const parsed = task(`- [ ] Send it ${spelling} ${sign.kind === 'date' ? DATE : ''} #task`);
    if (sign.kind === 'date') {
      expect(parsed[sign.field]).toBe(DATE);
      expect(parsed.priority).toBe('none');
    } else if (sign.kind === 'priority') expect(parsed.priority).toBe(sign.priority);
    else expect(parsed.priority).toBe('none');
  });

  test('the letters that begin a longer spelling are not read as the short one', () => {
    // ⌛ is ❌ with its lost byte dropped, and one character more.
    expect(damagedSpellings('⌛')[0]?.startsWith(damagedSpellings('❌').at(-1) ?? '-')).toBe(true);
    const parsed = task(`- [ ] Wait âŒ› ${DATE}`);
    expect(parsed).toMatchObject({ scheduled: DATE });
    expect(parsed.cancelled).toBeUndefined();
  });
});
