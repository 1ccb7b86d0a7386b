import { DEFAULT_CONVENTIONS } from '../../../src/core/note/conventions';
import { damagedSpellings } from '../../../src/core/note/damagedText';
import { SIGNS } from '../../../src/core/note/signs';
import { parseTaskLine } from '../../../src/core/note/taskLine';
import { owners, parsed, tags, task } from '../notes';

const FIELD_LINES = [
  '- [?] Send the sizing sheet. @Myself 📅 2026-01-10 ⏫ #task #proposed #auto',
  '- [ ?] Connect with Dana Ochoa to review targets. @Myself 📅 2025-11-08 🔺 #task #proposed',
  '- [ ] Share the deck with the team. @Omar Haddad 📅 2025-11-15 #task',
  '- [?] Align the pricing model @Myself @Timo @Jo #task #proposed #pricing 🔼',
  '- [?] Confirm the region list @Priya Raman (Unknown last name) 📅 2025-11-15 #task #proposed #auto',
  '- [?] Draft the support plan @Platform team 📅 2025-12-01 🔼 #task #proposed #auto',
];

describe('lines as the field has them', () => {
  test.each(
    [
      [
        'Send the sizing sheet.',
        'proposed',
        ['Myself'],
        '2026-01-10',
        'high',
        ['#task', '#proposed', '#auto'],
      ],
      [
        'Connect with Dana Ochoa to review targets.',
        'proposed',
        ['Myself'],
        '2025-11-08',
        'highest',
        ['#task', '#proposed'],
      ],
      ['Share the deck with the team.', 'accepted', ['Omar Haddad'], '2025-11-15', 'none', ['#task']],
      [
        'Align the pricing model',
        'proposed',
        ['Myself', 'Timo', 'Jo'],
        undefined,
        'medium',
        ['#task', '#proposed', '#pricing'],
      ],
      [
        'Confirm the region list',
        'proposed',
        ['Priya Raman (Unknown last name)'],
        '2025-11-15',
        'none',
        ['#task', '#proposed', '#auto'],
      ],
      [
        'Draft the support plan',
        'proposed',
        ['Platform team'],
        '2025-12-01',
        'medium',
        ['#task', '#proposed', '#auto'],
      ],
    ].map((expected, i) => [FIELD_LINES[i] ?? '', ...expected] as const),
  )('%s', (line, text, state, who, due, priority, tagged) => {
    const read = task(line);
    expect(read).toMatchObject({ text, state, priority });
    expect(read.due).toBe(due);
    expect(owners(line)).toEqual(who);
    expect(tags(line)).toEqual(tagged);
  });
});

describe('the box', () => {
  test.each([
    ['- [?] a', '?', 'proposed'],
    ['- [ ?] a', '?', 'proposed'],
    ['- [? ] a', '?', 'proposed'],
    ['- [ ? ] a', '?', 'proposed'],
    ['- [ ] a', ' ', 'accepted'],
    ['- [ ] a #proposed', ' ', 'proposed'],
    ['- [x] a', 'x', 'done'],
    ['- [X] a #proposed', 'X', 'done'],
    ['- [/] a', '/', 'in-progress'],
    ['- [-] a', '-', 'rejected'],
    ['- [R] a', 'R', 'rejected'],
    ['- [!] a', '!', 'accepted'],
    ['- [📌] a', '📌', 'accepted'],
    ['* [?] a', '?', 'proposed'],
    ['+ [?] a', '?', 'proposed'],
    ['12. [?] a', '?', 'proposed'],
    ['1) [?] a', '?', 'proposed'],
    ['\t- [?] a', '?', 'proposed'],
    ['> > - [?] a', '?', 'proposed'],
    ['-  [?]  a', '?', 'proposed'],
    ['- [?]\u00A0a', '?', 'proposed'],
    ['\uFEFF- [?] a', '?', 'proposed'],
  ])('%j', (line, symbol, state) => {
    expect(task(line)).toMatchObject({ symbol, state, text: 'a' });
    const { box } = parsed(line);
    expect(line.slice(box.start - 1, box.end + 1)).toMatch(/^\[.*\]$/u);
  });

  test.each(['- [ ]', '- [ ] ', '- [?]', '- [ ] #proposed'])('%j is a task without words', line =>
    expect(task(line).text).toBe(''),
  );

  test.each([
    '',
    'text',
    '- text',
    '[ ] text',
    '-[ ] text',
    '- [] text',
    '- [  ] text',
    '- [xx] text',
    '- [?',
    '- [ ]text',
    '- [[link]] text',
    '- [x](https://example.com) text',
    '- [ ][ref]',
    '# [ ] text',
    '\u200B- [ ] text',
    '- \\[ ] text',
  ])('%j is no task', line => expect(parseTaskLine(line, DEFAULT_CONVENTIONS)).toBeNull());
});

describe('signs', () => {
  const dated = SIGNS.flatMap(sign => (sign.kind === 'date' ? [sign] : []));
  const ranked = SIGNS.flatMap(sign => (sign.kind === 'priority' ? [sign] : []));

  test.each(
    dated.flatMap(sign =>
      ['', '\uFE0F', ...damagedSpellings('\uFE0F')].map(selector => [sign.emoji + selector, sign] as const),
    ),
  )('%j carries a date', (sign, { field }) => {
    for (const space of [' ', '', '\u00A0', '  ']) {
      const read = task(`- [ ] Send it ${sign}${space}2026-01-10 #task`);
      expect(read[field]).toBe('2026-01-10');
      expect(read.text).toBe('Send it');
    }
  });

  test.each(ranked.flatMap(sign => ['', '\uFE0F'].map(selector => [sign.emoji + selector, sign] as const)))(
    '%j is a priority',
    (sign, { priority }) => {
      expect(task(`- [ ] Send it ${sign} #task`)).toMatchObject({ priority, text: 'Send it' });
      expect(task(`- [ ] ${sign}Send it`)).toMatchObject({ priority, text: 'Send it' });
    },
  );

  test('any order, before and after tags and owners', () => {
    const pieces = ['@Dana Ochoa', '📅 2026-01-10', '⏫', '#task', '🛫 2026-01-02', '➕ 2026-01-01'];
    for (let turn = 0; turn < pieces.length; turn++) {
      const line = `- [ ] Send it. ${[...pieces.slice(turn), ...pieces.slice(0, turn)].join(' ')}`;
      expect(task(line)).toMatchObject({
        due: '2026-01-10',
        start: '2026-01-02',
        created: '2026-01-01',
        priority: 'high',
        text: 'Send it.',
      });
      expect(owners(line)).toEqual(['Dana Ochoa']);
      expect(tags(line)).toEqual(['#task']);
    }
  });

  test('without spaces between them', () => {
    const line = '- [ ] Send it📅2026-01-10⏫@Dana #task';
    expect(task(line)).toMatchObject({ due: '2026-01-10', priority: 'high', text: 'Send it' });
    expect(owners(line)).toEqual(['Dana']);
  });

  test('damaged ones side by side', () => {
    expect(task('- [ ] a ğŸ”ºğŸ“… 2026-01-10')).toMatchObject({
      priority: 'highest',
      due: '2026-01-10',
      text: 'a',
    });
  });

  test('the first of a kind counts', () => {
    expect(task('- [ ] a ⏫ 🔽 📅 2026-01-10 📆 2026-02-10')).toMatchObject({
      priority: 'high',
      due: '2026-01-10',
    });
  });

  test.each(['2026-02-30', '2026-13-01', '2026-1-5'])('the date %s is a problem, and stays', date => {
    const read = task(`- [ ] Send it 📅 ${date} #task`);
    expect(read.due).toBeUndefined();
    expect(read.text).toBe(`Send it 📅 ${date}`);
  });

  test('a sign without a date is text', () => {
    expect(task('- [ ] Send it ✅ and ❌ to Dana 📅 tomorrow')).toMatchObject({
      text: 'Send it ✅ and ❌ to Dana 📅 tomorrow',
    });
  });

  test.each([
    ['🔁 every week', 'Send it'],
    ['🔁 every 2 weeks on Monday when done 📅 2026-01-10', 'Send it'],
    ['🏁 delete', 'Send it'],
    ['🆔 a1b2', 'Send it'],
    ['⛔ a1b2,c3d4', 'Send it'],
    ['⛔ a1, b2 #task', 'Send it'],
    ['🔁 the loop', 'Send it 🔁 the loop'],
    ['⛔ blocked by legal', 'Send it ⛔ blocked by legal'],
    ['🏁 the end', 'Send it 🏁 the end'],
    // A magnifying glass with its last byte dropped looks like a damaged 🔁.
    ['ðŸ” Search the logs', 'Send it ðŸ” Search the logs'],
  ])('Send it %s → %s', (sign, text) => expect(task(`- [ ] Send it ${sign}`).text).toBe(text));
});

describe('damaged lines', () => {
  test.each([
    ['âš\u00A0 is none of ours', 'none', undefined],
    ['@Myself ğŸ“… 2025-11-08 ğŸ”º #task', 'highest', '2025-11-08'],
    ['@Myself ðŸ“… 2025-11-08 ðŸ”º #task', 'highest', '2025-11-08'],
    ['@Myself ðŸ“…ï¸ 2025-11-08 â\u008F«ï¸\u008F #task', 'high', '2025-11-08'],
    ['@Myself â« ğŸ“… 2025-11-08', 'high', '2025-11-08'],
    ['â\uFFFD« ğŸ“… 2025-11-08', 'high', '2025-11-08'],
    ['â¬ ðŸ“† 2025-11-08', 'lowest', '2025-11-08'],
    // ⬛ and 🔥, damaged likewise, begin as ⏬ and 🔁 do.
    ['â¬› square', 'none', undefined],
    ['ðŸ”¥ fire', 'none', undefined],
  ])('%j', (tail, priority, due) => {
    const read = task(`- [ ] Send it ${tail}`);
    expect(read.priority).toBe(priority);
    expect(read.due).toBe(due);
  });

  test('text is mended, the line is not', () => {
    expect(task('- [ ] Assess XAIâ€™s request â€“ 2 PB').text).toBe('Assess XAI’s request – 2 PB');
  });
});

describe('owners', () => {
  test.each([
    ['@Myself @Timo @Jo', ['Myself', 'Timo', 'Jo']],
    ['@Timo, @Jo and @Dana Ochoa', ['Timo', 'Jo', 'Dana Ochoa']],
    ['@Timo/@Jo', ['Timo', 'Jo']],
    ['@Timo & @Jo', ['Timo', 'Jo']],
    ['@Priya Raman (Unknown last name) #task', ['Priya Raman (Unknown last name)']],
    ['@Platform team 📅 2026-01-10', ['Platform team']],
    ['@[[People/Dana Ochoa|Dana]] 📅 2026-01-10', ['[[People/Dana Ochoa|Dana]]']],
    ['(@Dana Ochoa)', ['Dana Ochoa']],
    ['**@Dana Ochoa** #task', ['Dana Ochoa']],
    ['@Dana Ochoa.', ['Dana Ochoa']],
    ['@Dana Ochoa ^id-1', ['Dana Ochoa']],
    ['@Ana Lind–Berg #task', ['Ana Lind–Berg']],
    ['⏫@Dana', ['Dana']],
    ['@TBD', ['TBD']],
    ['@AmÃ©lie Rouxâ€“Delorme ðŸ“… 2026-01-10 #task', ['AmÃ©lie Rouxâ€“Delorme']],
  ])('%s', (tail, expected) => expect(owners(`- [ ] Send it ${tail}`)).toEqual(expected));

  test.each([
    'dana@example.com',
    '<dana@example.com>',
    'mailto:dana@example.com',
    '`@Dana`',
    '`` a ` @Dana ``',
    'https://example.com/@dana',
    'example.com/@dana',
    'https://example.com/?to= x@dana',
    '[[Notes/@Dana]]',
    '@',
    '@ ',
    '@...',
    'a@b',
  ])('nobody in %s', tail => expect(owners(`- [ ] Send it ${tail}`)).toEqual([]));

  test('a code span that never closes hides nothing', () => {
    expect(owners('- [ ] Use ` and `` for @Dana')).toEqual(['Dana']);
  });

  test('a link that never closes hides nothing', () =>
    expect(owners('- [ ] Use [[ for @Dana')).toEqual(['Dana']));

  test.each([
    ['- [ ] [[Dana Ochoa]]: send the deck', ['[[Dana Ochoa]]'], 'send the deck'],
    ['- [ ] Ask [[Dana Ochoa]]: is it done?', [], 'Ask [[Dana Ochoa]]: is it done?'],
  ])('a linked name in front, as in %s', (line, who, text) => {
    expect(owners(line)).toEqual(who);
    expect(task(line).text).toBe(text);
  });

  test('spans point into the line', () => {
    for (const line of [...FIELD_LINES, '- [?] Ask #proposed @Dana Ochoa #x about it #proposed']) {
      const { owners: groups, tags: found, record } = parsed(line);
      const labels = groups.flatMap(group => group.owners);
      expect(labels.map(({ start, end }) => line.slice(start, end))).toEqual(
        record.owners.map(label => `@${label}`),
      );
      expect(found.map(({ start, end }) => line.slice(start, end))).toEqual(record.tags);
    }
  });
});

describe('the text', () => {
  test.each([
    ['Ask @Omar about the budget 📅 2026-01-10', 'Ask Omar about the budget'],
    ['Ask @Omar Haddad what he thinks', 'Ask Omar Haddad what he thinks'],
    ['Follow up with @Omar 📅 2026-01-10', 'Follow up with Omar'],
    ['Follow up with @Timo and @Jo #task', 'Follow up with Timo and Jo'],
    ['Align it with @Timo and @Jo on pricing', 'Align it with Timo and Jo on pricing'],
    ['Align it @Timo, @Jo and @Dana #task', 'Align it'],
    ['Send it to @Omar. #task', 'Send it to Omar.'],
    ['Review @Dana’s deck', 'Review Dana’s deck'],
    ['Send the deck (@Dana) 📅 2026-01-10', 'Send the deck (Dana)'],
    [
      'Read `#1` and [[Orbit]] at https://example.com/#a #task',
      'Read `#1` and [[Orbit]] at https://example.com/#a',
    ],
    ['Mail dana@example.com   twice', 'Mail dana@example.com twice'],
    ['@Myself Send the deck', 'Myself Send the deck'],
  ])('%s → %s', (line, text) => expect(task(`- [ ] ${line}`).text).toBe(text));
});

describe('tags', () => {
  test.each([
    ['#task #proposed', ['#task', '#proposed']],
    ['#a/b #c-d #e_f #über #日本', ['#a/b', '#c-d', '#e_f', '#über', '#日本']],
    ['#2026-plan', ['#2026-plan']],
    ['#1 #42', ['#1', '#42']],
    ['a#b (#c) "#d"', []],
    ['# heading', []],
    ['`#code` #tag.', ['#tag']],
    ['#tag, #other!', ['#tag', '#other']],
    ['#tag\u200B', ['#tag']],
    ['\u00A0#tag', ['#tag']],
    ['https://example.com/ #tag', ['#tag']],
  ])('%s', (tail, expected) => expect(tags(`- [ ] a ${tail}`)).toEqual(expected));
});

describe('the block id', () => {
  test.each([
    ['- [ ] Send it ^abc-1', 'abc-1', 'Send it', '- [ ] Send it'],
    ['- [ ] Send it #task ^abc  ', 'abc', 'Send it', '- [ ] Send it #task'],
    ['- [ ] ^abc', 'abc', '', '- [ ]'],
    ['- [ ] Send it ^a_b', undefined, 'Send it ^a_b', '- [ ] Send it ^a_b'],
    ['- [ ] Send it^abc', undefined, 'Send it^abc', '- [ ] Send it^abc'],
    ['- [ ] Send ^abc it', undefined, 'Send ^abc it', '- [ ] Send ^abc it'],
    ['- [ ] Send it \t', undefined, 'Send it', '- [ ] Send it'],
  ])('%j', (line, blockId, text, content) => {
    const { record, contentEnd } = parsed(line);
    expect(record.blockId).toBe(blockId);
    expect(record.text).toBe(text);
    expect(line.slice(0, contentEnd)).toBe(content);
  });
});

describe('the proposed tag is read over', () => {
  test.each([
    '- [?] Ask @Omar #proposed about the budget',
    '- [?] #proposed Ask @Omar',
    '- [?] Send it @Omar #proposed Haddad 📅 2026-01-10',
    '- [?] Send it 🔁 every #proposed week',
    '- [?] Send it #proposed #task #PROPOSED ^id',
  ])('%s', line => {
    const bare = task(line.replace(/ #proposed/gi, ''));
    const whole = task(line);
    expect(whole.text).toBe(bare.text);
    expect(whole.owners).toEqual(bare.owners);
    expect(whole.blockId).toBe(bare.blockId);
    expect(whole.state).toBe('proposed');
  });
});
