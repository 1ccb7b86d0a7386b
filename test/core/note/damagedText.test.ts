import fc from 'fast-check';
import { damagedSpellings, mendText } from '../../../src/core/note/damagedText';

/** Reads UTF-8 as Windows-1252, the bytes it has no character for kept as controls: how text gets damaged. */
function damage(text: string): string {
  const upper = new Map([...'€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'].map((character, i) => [UPPER[i] ?? 0, character]));
  return [...new TextEncoder().encode(text)]
    .map(byte => upper.get(byte) ?? String.fromCharCode(byte))
    .join('');
}
const UPPER = [0x80, ...range(0x82, 0x8c), 0x8e, ...range(0x91, 0x9c), 0x9e, 0x9f];
function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

describe('damaged spellings of one character', () => {
  test('both code pages', () => {
    expect(damagedSpellings('📅')).toEqual(['ðŸ“…', 'ğŸ“…']);
    expect(damagedSpellings('’')).toEqual(['â€™']);
  });

  test('a lost byte is kept as a control, replaced or dropped', () => {
    expect(damagedSpellings('⏫')).toEqual(['â\u008F«', 'â\uFFFD«', 'â«']);
  });

  test('a byte that only Windows-1254 loses', () => {
    expect(damagedSpellings('➕')).toEqual(['âž•', 'â\u009E•', 'â\uFFFD•', 'â•']);
  });

  test('with two bytes lost there is nothing left to know it by', () => {
    expect(damagedSpellings('🏁')).toEqual([]);
  });

  test('plain letters cannot be damaged', () => expect(damagedSpellings('a')).toEqual([]));
});

describe('mending', () => {
  test.each([
    ['XAIâ€™s request', 'XAI’s request'],
    ['313â€“314 PB', '313–314 PB'],
    ['â€œquotedâ€\u009D', '“quoted”'],
    ['cafÃ©', 'café'],
    ['NaÃ¯ve rÃ©sumÃ©', 'Naïve résumé'],
    ['FranÃ§ois MÃ¼ller', 'François Müller'],
    ['dÃ©jÃ\u00A0 vu', 'déjà vu'],
    ['Ã©â€™ğŸ“…', 'é’📅'],
    ['ðŸ“… and ğŸ“…', '📅 and 📅'],
    ['Å\u00A0Ã¡rka', 'Šárka'],
    ['Å½ofie', 'Žofie'],
    ['ksiÄ…Å¼ka', 'książka'],
    ['ÐŸÑ€Ð¸Ð²ÐµÑ‚', 'Привет'],
    ['æ—¥æœ¬', '日本'],
    ['5 â‚¬', '5 €'],
    ['ï»¿text', '\uFEFFtext'],
  ])('%s → %s', (damaged, clean) => expect(mendText(damaged)).toBe(clean));

  test.each([
    'plain ASCII',
    'Ça va très bien, « voilà », « été », « naïveté »…',
    '« MARCHÉ », « DÉJÀ », l’été – là…',
    '„Viel Spaß“ – und „Fuß“, Maß… GROSSES Ä',
    'ÄÖÜ äöü ß “so” –Ä– „É“',
    'Úžasný, VÝŠKA, Příliš žluťoučký kůň',
    'það með orð „ræðu“',
    'İstanbul Şişli dağ… “ığdır” Ğ',
    'AMANHÃ e NÃO, coração',
    'Zażółć gęślą jaźń',
    'Ελληνικά «λόγος» Русский «текст» – да…',
    '日本語「引用」 中文 한국어 العربية עברית हिन्दी ไทย',
    '📅 ⏫ 👍🏽 👩‍💻 🇮🇸 ❤️ 1️⃣',
    '½ ¼ 5 °C ±2 «a» ©®™',
  ])('clean text stays as it is: %s', text => expect(mendText(text)).toBe(text));

  test('what cannot be decoded stays', () => {
    expect(mendText('â«')).toBe('â«');
    expect(mendText('Ã')).toBe('Ã');
    expect(mendText('ðŸ“')).toBe('ðŸ“');
  });

  test('text of everyday characters comes back from any damage', () => {
    const everyday = fc.constantFrom(...'abc XYZ 09éèüöñçÅßþğşİšžłę’“”–—…€™📅⏫🔺✅→');
    fc.assert(
      fc.property(fc.array(everyday), characters => {
        // A sequence next to a bare letter of the upper half is a new sequence: words are damaged whole.
        const text = characters.join('');
        expect(mendText(damage(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  test('text without a lead byte’s character is never touched, whatever else is in it', () => {
    const noLead = fc
      .string({ unit: 'grapheme' })
      .filter(text => !/[\u00C2-\u00F4\u011E\u011F\u0130\u015E]/.test(text));
    fc.assert(fc.property(noLead, text => expect(mendText(text)).toBe(text)));
  });

  test('never throws and never grows', () => {
    const upperHalf = fc.string({
      unit: fc.integer({ min: 0x80, max: 0x2122 }).map(code => String.fromCharCode(code)),
    });
    fc.assert(fc.property(upperHalf, text => expect(mendText(text).length).toBeLessThanOrEqual(text.length)));
  });
});
