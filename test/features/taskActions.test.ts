import type { Host } from '../host';
import { meetingNote, profileNote } from '../notes';
import { Hands, notices, stopTheCalendar, suggestions, taskRow, TODAY, withText } from './hands';
import { one, settled, startPlugin, texts } from './plugin';

stopTheCalendar();
let host: Host;
let hands: Hands;
afterEach(() => host.destroy());

async function start(files: Record<string, string>, data?: unknown): Promise<void> {
  host = await startPlugin(files, data);
  hands = new Hands(host);
}

const PROPOSED = '- [?] Send the sizing sheet. @Myself #task #proposed';
const SPACED = '* [ ?] Call the landlord 📅 2026-01-12 #proposed';
const TAGGED = '- [ ] Ask for the keys #proposed';
const ACCEPTED = '- [ ] Draft the plan with @Omar 📅 2026-01-10 ^plan';
const NESTED = '\t1. [ ] Number the pages';
const RUNNING = '- [/] Count the shelves @Jo';
const DONE = '- [x] Book the room @Dana Ochoa ✅ 2026-01-02';
const REJECTED = '- [-] Buy a boat @Myself ❌ 2026-01-03';
const CODE = '- [?] This is an example #proposed';
const NO_TASK = '- Just a remark';
const LINES = [PROPOSED, SPACED, TAGGED, ACCEPTED, NESTED, RUNNING, DONE, REJECTED, NO_TASK];
const NOTE = `${meetingNote({ person: 'Dana Ochoa', tasks: LINES })}\n\`\`\`\n${CODE}\n\`\`\`\n`;

/** The note as it is now is the one it was but for these lines. */
async function expectNote(...replaced: [from: string, to: string][]): Promise<void> {
  const expected = replaced.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`);
    return text.replace(from, () => to);
  }, NOTE);
  expect(await hands.note('a.md')).toBe(expected);
}

async function at(line: string, command: string): Promise<boolean> {
  await hands.cursorIn('a.md', line);
  return hands.run(command);
}

const field = () => one('.rapport-dialog-field') as HTMLInputElement;
const meaning = () => one('.rapport-dialog-meaning');
const isOpen = () => document.querySelector('.modal, .prompt') !== null;

describe('which commands are offered', () => {
  const EVERY_TASK = ['set-due-date', 'set-scheduled-date', 'set-priority', 'assign-task', 'edit-task-text'];
  const PROPOSAL = ['promote-task', 'reject-task', 'duplicate-task', 'start-task', 'complete-task'];
  const CURSOR_COMMANDS = [...PROPOSAL, 'reopen-task', ...EVERY_TASK];
  const offered = () => CURSOR_COMMANDS.filter(id => host.isAvailable(`rapport:${id}`)).sort();

  beforeEach(() => start({ 'a.md': NOTE }));

  test.each<[string, string[]]>([
    [PROPOSED, PROPOSAL],
    [SPACED, PROPOSAL],
    [TAGGED, PROPOSAL],
    [ACCEPTED, ['reject-task', 'duplicate-task', 'start-task', 'complete-task']],
    [NESTED, ['reject-task', 'duplicate-task', 'start-task', 'complete-task']],
    [RUNNING, ['reject-task', 'duplicate-task', 'complete-task', 'reopen-task']],
    [DONE, ['reopen-task']],
    [REJECTED, ['reopen-task']],
  ])('with the cursor in %s', async (line, commands) => {
    await hands.cursorIn('a.md', line);
    expect(offered()).toEqual([...commands, ...EVERY_TASK].sort());
  });

  test.each(['---', '', NO_TASK, '# Sizing review'])('none with the cursor in “%s”', async line => {
    await hands.cursorIn('a.md', line);
    expect(offered()).toEqual([]);
    expect(await hands.run('complete-task')).toBe(false);
    await expectNote();
  });

  test('none in reading view, where there is no cursor', async () => {
    await hands.cursorIn('a.md', PROPOSED);
    await host.openNote('a.md', { mode: 'preview' });
    expect(offered()).toEqual([]);
  });

  test('a task in a code block is none, and is said to be none', async () => {
    await at(CODE, 'promote-task');
    expect(notices()).toEqual(['This line is in a code block or a comment: it is no task.']);
    await expectNote();
  });

  test('a line nobody has saved or indexed yet is a task as well', async () => {
    const view = await hands.cursorIn('a.md', NO_TASK);
    view.editor.setLine(view.editor.getCursor().line, '- [?] Just typed #proposed');
    expect(offered()).toEqual([...PROPOSAL, ...EVERY_TASK].sort());
    await hands.run('promote-task');
    await hands.sees('.notice');
    await expectNote([NO_TASK, '- [ ] Just typed']);
  });
});

describe('what a state command writes', () => {
  beforeEach(() => start({ 'a.md': NOTE }));

  test.each<[command: string, line: string, after: string]>([
    ['promote-task', PROPOSED, '- [ ] Send the sizing sheet. @Myself #task'],
    ['promote-task', SPACED, '* [ ] Call the landlord 📅 2026-01-12'],
    ['promote-task', TAGGED, '- [ ] Ask for the keys'],
    ['reject-task', PROPOSED, `- [-] Send the sizing sheet. @Myself #task ❌ ${TODAY}`],
    ['reject-task', ACCEPTED, `- [-] Draft the plan with @Omar 📅 2026-01-10 ❌ ${TODAY} ^plan`],
    ['start-task', PROPOSED, '- [/] Send the sizing sheet. @Myself #task'],
    ['start-task', NESTED, '\t1. [/] Number the pages'],
    ['complete-task', TAGGED, `- [x] Ask for the keys ✅ ${TODAY}`],
    ['complete-task', SPACED, `* [x] Call the landlord 📅 2026-01-12 ✅ ${TODAY}`],
    ['complete-task', ACCEPTED, `- [x] Draft the plan with @Omar 📅 2026-01-10 ✅ ${TODAY} ^plan`],
    ['complete-task', RUNNING, `- [x] Count the shelves @Jo ✅ ${TODAY}`],
    ['reopen-task', RUNNING, '- [ ] Count the shelves @Jo'],
    ['reopen-task', DONE, '- [ ] Book the room @Dana Ochoa'],
    ['reopen-task', REJECTED, '- [ ] Buy a boat @Myself'],
  ])('%s on %s, and undo takes it back', async (command, line, after) => {
    expect(await at(line, command)).toBe(true);
    await expectNote([line, after]);
    expect(await hands.run('undo-last-change')).toBe(true);
    await expectNote();
    expect(await hands.run('undo-last-change')).toBe(false);
  });

  test('the message says what was done, and its link takes it back', async () => {
    await at(ACCEPTED, 'complete-task');
    expect(notices()).toEqual(['Completed 1 task.Undo']);
    await hands.click(one('.notice .rapport-undo'));
    await expectNote();
    expect(notices()).toEqual(['Undone: Completed 1 task.']);
  });

  test('one Ctrl+Z of the editor takes it back too', async () => {
    const view = await hands.cursorIn('a.md', DONE);
    await hands.run('reopen-task');
    view.editor.undo();
    await expectNote();
  });
});

describe.each([
  ['set-due-date', 'Set due date', '📅'],
  ['set-scheduled-date', 'Set scheduled date', '⏳'],
])('%s', (command, title, sign) => {
  const DATED = `- [ ] Draft the plan ${sign} 2026-01-10 ^plan`;
  const BARE = '- [?] Send the sizing sheet @Myself #proposed';
  const DATES = meetingNote({ tasks: [DATED, BARE] });
  const dated = async (date: string) =>
    expect(await hands.note('a.md')).toBe(DATES.replace('2026-01-10', date));

  beforeEach(() => start({ 'a.md': DATES }));

  test('asks with the date there is, selected, so that typing replaces it', async () => {
    await at(DATED, command);
    expect(one('.modal-title').textContent).toBe(title);
    expect(document.activeElement).toBe(field());
    expect([field().value, field().selectionStart, field().selectionEnd]).toEqual(['2026-01-10', 0, 10]);
    expect(meaning().textContent).toBe('Saturday, 10 January 2026, yesterday');
  });

  test.each([
    ['in 3 days', 'Wednesday, 14 January 2026, in 3 days', '2026-01-14'],
    ['Tomorrow', 'Monday, 12 January 2026, tomorrow', '2026-01-12'],
    ['fri', 'Friday, 16 January 2026, in 5 days', '2026-01-16'],
    ['2026-3-1', 'Sunday, 1 March 2026, in 7 weeks', '2026-03-01'],
  ])('%s shows what it means, and Enter takes it', async (words, shown, date) => {
    await at(DATED, command);
    hands.type(words);
    expect(meaning().textContent).toBe(shown);
    expect(meaning().classList.contains('is-error')).toBe(false);
    await hands.press('Enter');
    expect(isOpen()).toBe(false);
    await dated(date);
  });

  test.each(['whenever', '2026-13-01', 'the day after I see Mark'])(
    '“%s” shows what to try, and neither Enter nor the button takes it',
    async words => {
      await at(DATED, command);
      hands.type(words);
      expect(meaning().textContent).toBe('Not understood. Try “next friday”.');
      expect(meaning().classList.contains('is-error')).toBe(true);
      await hands.press('Enter');
      withText('.modal button', 'Set date').click();
      await settled(host);
      expect(isOpen()).toBe(true);
      await dated('2026-01-10');
      hands.type('next friday');
      expect(meaning().classList.contains('is-error')).toBe(false);
      await hands.click(withText('.modal button', 'Set date'));
      await dated('2026-01-16');
    },
  );

  test('an empty field is no error yet, but nothing to take either', async () => {
    await at(DATED, command);
    hands.type(' ');
    expect(meaning().textContent).toBe('Type a day in your own words.');
    expect(meaning().classList.contains('is-error')).toBe(false);
    await hands.press('Enter');
    expect(isOpen()).toBe(true);
    await dated('2026-01-10');
  });

  test('“Remove date” takes it away, and undo brings it back', async () => {
    await at(DATED, command);
    await hands.click(withText('.modal button', 'Remove date'));
    expect(isOpen()).toBe(false);
    expect(await hands.note('a.md')).toBe(DATES.replace(` ${sign} 2026-01-10`, ''));
    await hands.run('undo-last-change');
    await dated('2026-01-10');
  });

  test('Escape and “Cancel” leave the note, whatever was typed', async () => {
    await at(DATED, command);
    hands.type('tomorrow');
    await hands.press('Escape');
    expect(isOpen()).toBe(false);
    await at(DATED, command);
    hands.type('tomorrow');
    await hands.click(withText('.modal button', 'Cancel'));
    expect(isOpen()).toBe(false);
    await dated('2026-01-10');
    expect(notices()).toEqual([]);
    expect(await hands.run('undo-last-change')).toBe(false);
  });

  test('where there is none yet, there is none to remove, and it is added', async () => {
    await at(BARE, command);
    expect(texts('.modal button')).toEqual(['Cancel', 'Set date']);
    expect(field().value).toBe('');
    hands.type('tomorrow');
    await hands.press('Enter');
    expect(await hands.note('a.md')).toBe(DATES.replace(BARE, `${BARE} ${sign} 2026-01-12`));
  });

  test('Enter that ends a composed word is not taken for an answer', async () => {
    await at(DATED, command);
    hands.type('tomorrow');
    await hands.press('Enter', { isComposing: true });
    expect(isOpen()).toBe(true);
    await dated('2026-01-10');
  });
});

describe('priority', () => {
  const FLAGGED = '- [ ] Draft the plan ⏫ 📅 2026-01-10';
  const BARE = '- [?] Send it @Myself #proposed ^send';
  const NOTE_OF_PRIORITIES = meetingNote({ tasks: [FLAGGED, BARE] });
  beforeEach(() => start({ 'a.md': NOTE_OF_PRIORITIES }));

  test('offers all, the most pressing first', async () => {
    await at(FLAGGED, 'set-priority');
    expect(suggestions()).toEqual([
      'Highest priority',
      'High priority',
      'Medium priority',
      'No priority',
      'Low priority',
      'Lowest priority',
    ]);
  });

  test.each([
    [FLAGGED, 'Highest priority', '- [ ] Draft the plan 🔺 📅 2026-01-10'],
    [FLAGGED, 'Lowest priority', '- [ ] Draft the plan ⏬ 📅 2026-01-10'],
    [FLAGGED, 'No priority', '- [ ] Draft the plan 📅 2026-01-10'],
    [BARE, 'Medium priority', '- [?] Send it @Myself #proposed 🔼 ^send'],
    [BARE, 'Low priority', '- [?] Send it @Myself #proposed 🔽 ^send'],
  ])('%s: %s', async (line, words, after) => {
    await at(line, 'set-priority');
    await hands.pick(words);
    expect(await hands.note('a.md')).toBe(NOTE_OF_PRIORITIES.replace(line, after));
  });

  test('found by typing, taken with Enter; Escape leaves it', async () => {
    await at(FLAGGED, 'set-priority');
    await hands.press('Escape');
    expect(await hands.note('a.md')).toBe(NOTE_OF_PRIORITIES);
    await at(FLAGGED, 'set-priority');
    hands.type('medium');
    await hands.press('Enter');
    expect(await hands.note('a.md')).toBe(NOTE_OF_PRIORITIES.replace('⏫', '🔼'));
  });
});

describe('assigning', () => {
  const PEOPLE = {
    'People/Omar Haddad.md': profileNote({ role: 'Sales', company: 'Umbra Labs' }),
    'b.md': meetingNote({ person: 'Jo Lind', date: '2026-01-05' }),
  };
  beforeEach(() => start({ 'a.md': NOTE, ...PEOPLE }));

  test('offers everybody, and says who owns it now and what the keys do', async () => {
    await at(DONE, 'assign-task');
    expect(suggestions()).toEqual(
      expect.arrayContaining(['Dana Ochoa', 'Jo Lind', 'Omar Haddad', 'Myself', 'Nobody']),
    );
    expect((one('.prompt-input') as HTMLInputElement).placeholder).toBe('Now Dana Ochoa. Assign to…');
    expect(texts('.prompt-instruction')).toEqual([
      '↵assign instead',
      'shift ↵add as another owner',
      'escleave as it is',
    ]);
  });

  test('those who were at the meeting come first, whatever is typed', async () => {
    await at(DONE, 'assign-task');
    expect(suggestions()[0]).toBe('Dana Ochoa');
    expect(one('.suggestion-item .rapport-suggestion-facts').textContent).toBe('In this meeting');
    // Better likeness, but elsewhere.
    await host.outside.write('c.md', meetingNote({ person: 'Ada Cho', date: '2026-01-10' }));
    await settled(host);
    await hands.press('Escape');
    await at(DONE, 'assign-task');
    hands.type('cho');
    expect(suggestions().slice(0, 2)).toEqual(['Dana Ochoa', 'Ada Cho']);
  });

  test('Enter replaces', async () => {
    await at(DONE, 'assign-task');
    hands.type('haddad');
    await hands.press('Enter');
    await expectNote([DONE, '- [x] Book the room @Omar Haddad ✅ 2026-01-02']);
  });

  test('Shift+Enter adds, also where nobody was', async () => {
    await at(DONE, 'assign-task');
    hands.type('haddad');
    await hands.press('Enter', { shiftKey: true });
    expect(isOpen()).toBe(false);
    await expectNote([DONE, '- [x] Book the room @Dana Ochoa @Omar Haddad ✅ 2026-01-02']);
    await at(NESTED, 'assign-task');
    hands.type('jo lind');
    await hands.press('Enter', { shiftKey: true });
    await expectNote(
      [DONE, '- [x] Book the room @Dana Ochoa @Omar Haddad ✅ 2026-01-02'],
      [NESTED, `${NESTED} @Jo Lind`],
    );
  });

  test('a click with Shift adds as well', async () => {
    await at(DONE, 'assign-task');
    await hands.click(
      withText('.suggestion-item', 'Jo Lind', item => item.firstElementChild ?? item),
      { shiftKey: true },
    );
    await expectNote([DONE, '- [x] Book the room @Dana Ochoa @Jo Lind ✅ 2026-01-02']);
  });

  test('“Nobody” takes them all away, and is there only where somebody is', async () => {
    await at(PROPOSED, 'assign-task');
    await hands.pick('Nobody');
    await expectNote([PROPOSED, '- [?] Send the sizing sheet. #task #proposed']);
    await at(NESTED, 'assign-task');
    expect(suggestions()).not.toContain('Nobody');
    await hands.press('Escape');
  });

  test('oneself is written as Myself', async () => {
    await at(DONE, 'assign-task');
    await hands.pick('Myself');
    await expectNote([DONE, '- [x] Book the room @Myself ✅ 2026-01-02']);
  });

  test('who is spoken of in the sentence stays in it', async () => {
    await at(ACCEPTED, 'assign-task');
    await hands.pick('Jo Lind');
    await expectNote([ACCEPTED, '- [ ] Draft the plan with Omar @Jo Lind 📅 2026-01-10 ^plan']);
  });

  test('a name nobody has takes nothing; Escape leaves the note', async () => {
    await at(DONE, 'assign-task');
    hands.type('zzz');
    expect(one('.suggestion-empty').textContent).toBe('Nobody of that name.');
    await hands.press('Enter');
    await hands.press('Escape');
    expect(isOpen()).toBe(false);
    await expectNote();
  });
});

describe('editing the words', () => {
  beforeEach(() => start({ 'a.md': NOTE }));

  test('as they stand in the line, owners among them; what is behind them stays', async () => {
    await at(ACCEPTED, 'edit-task-text');
    expect(field().value).toBe('Draft the plan with @Omar');
    expect(meaning().textContent).toBe('Dates, owners and tags behind the words stay as they are.');
    hands.type('Draft the  offer\nwith @Omar');
    await hands.press('Enter');
    await expectNote([ACCEPTED, '- [ ] Draft the offer with @Omar 📅 2026-01-10 ^plan']);
  });

  test('a task without words is none', async () => {
    await at(ACCEPTED, 'edit-task-text');
    hands.type('   ');
    expect(meaning().textContent).toBe('A task needs words. To be rid of it, reject it.');
    await hands.press('Enter');
    expect(isOpen()).toBe(true);
    await hands.press('Escape');
    await expectNote();
  });

  test.each(['Ask 📅 2026-02-01', 'Ask #urgent', 'Ask for it. @Jo'])(
    '“%s” would be more than words: refused, the note as it was',
    async words => {
      await at(TAGGED, 'edit-task-text');
      hands.type(words);
      await hands.press('Enter');
      expect(notices().join()).toContain('are not part of the words; set them by themselves.');
      await expectNote();
    },
  );
});

describe('a duplicate', () => {
  const OTHERS = {
    'Meetings/2026/b.md': meetingNote({
      person: 'Jo Lind',
      title: 'Sheets',
      date: '2025-12-01',
      tasks: [
        '- [ ] Water the flowers',
        '- [ ] Send Jo the sizing sheet ^sheet',
        '- [-] Send the old sizing sheet',
        '- [x] Draft a plan for the sheet',
      ],
    }),
  };
  beforeEach(() => start({ 'a.md': NOTE, ...OTHERS }));

  test('the most alike comes first, with where it comes from; rejected ones and the task itself do not', async () => {
    await at(PROPOSED, 'duplicate-task');
    expect(suggestions()[0]).toBe('Send Jo the sizing sheet');
    expect(texts('.suggestion-item .rapport-suggestion-facts')[0]).toBe('accepted · Sheets · 1 Dec 2025');
    expect(suggestions()).not.toContain('Send the old sizing sheet');
    expect(suggestions()).not.toContain('Send the sizing sheet.');
    expect(suggestions()).not.toContain('Buy a boat');
  });

  test('it is rejected with a link to the block of the one that stays, whose note is as it was', async () => {
    await at(PROPOSED, 'duplicate-task');
    await hands.press('Enter');
    await expectNote([
      PROPOSED,
      `- [-] Send the sizing sheet. (duplicate of [[b#^sheet]]) @Myself #task ❌ ${TODAY}`,
    ]);
    expect(await hands.note('Meetings/2026/b.md')).toBe(OTHERS['Meetings/2026/b.md']);
    await hands.run('undo-last-change');
    await expectNote();
  });

  test('to the note where the one that stays has no block id, and reopening takes the link away', async () => {
    await at(ACCEPTED, 'duplicate-task');
    await hands.pick('Draft a plan for the sheet');
    const rejected = `- [-] Draft the plan with @Omar (duplicate of [[b]]) 📅 2026-01-10 ❌ ${TODAY} ^plan`;
    await expectNote([ACCEPTED, rejected]);
    await at(rejected, 'reopen-task');
    await expectNote();
  });

  test('the link is long enough to lead to one note only', async () => {
    await host.app.vault.createFolder('Other');
    await host.app.vault.create('Other/b.md', 'Another note of that name.\n');
    await settled(host);
    await at(PROPOSED, 'duplicate-task');
    await hands.press('Enter');
    expect(await hands.note('a.md')).toContain('(duplicate of [[Meetings/2026/b#^sheet]])');
  });

  test('Escape leaves the note', async () => {
    await at(PROPOSED, 'duplicate-task');
    await hands.press('Escape');
    await expectNote();
  });
});

describe('a task in the sidebar', () => {
  const TASKS = [
    '- [?] Send the sheet @Myself #proposed',
    '- [ ] Confirm the regions @Dana Ochoa ⏫',
    '- [/] Count the shelves @Dana Ochoa',
    '- [ ] Send the report @Dana Ochoa 🔁 every week 📅 2026-01-10',
    '- [x] Book the room @Dana Ochoa ✅ 2026-01-02',
  ] as const;
  const PAGE = meetingNote({ person: 'Dana Ochoa', tasks: [...TASKS] });
  const expectPage = async (from = '', to = '') =>
    expect(await hands.note('a.md')).toBe(PAGE.replace(from, to));
  const box = (text: string) => one('button.rapport-box', taskRow(text));
  const openMenu = async (text: string) => {
    taskRow(text).dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
    await settled(host);
  };
  const choose = (title: string) => hands.click(withText('.menu-item', title));

  beforeEach(async () => {
    await start({ 'a.md': PAGE });
    await hands.openPerson('dana ochoa');
  });

  test('a click on the box of an accepted one completes it, and a second one reopens it', async () => {
    const under = (title: string) =>
      texts(
        '.rapport-task-text',
        withText(
          '.rapport-section',
          title,
          section =>
            ({
              textContent: one('.rapport-heading', section).firstChild?.textContent?.trim() ?? '',
            }) as Element,
        ),
      );
    expect(box('Confirm the regions').getAttribute('aria-label')).toBe('Complete: Confirm the regions');
    expect(under('They owe')).toContain('Confirm the regions');
    await hands.click(box('Confirm the regions'));
    await expectPage(TASKS[1], `- [x] Confirm the regions @Dana Ochoa ⏫ ✅ ${TODAY}`);
    expect(under('They owe')).not.toContain('Confirm the regions');
    expect(under('Recently done')).toContain('Confirm the regions');
    expect(box('Confirm the regions').getAttribute('aria-label')).toBe('Reopen: Confirm the regions');
    await hands.click(box('Confirm the regions'));
    await expectPage();
    expect(under('They owe')).toContain('Confirm the regions');
  });

  test('so it does for one in progress', async () => {
    await hands.click(box('Count the shelves'));
    await expectPage(TASKS[2], `- [x] Count the shelves @Dana Ochoa ✅ ${TODAY}`);
  });

  test('a second click before the row is gone does not toggle it back', async () => {
    const button = box('Confirm the regions');
    button.click();
    button.click();
    await settled(host);
    await expectPage(TASKS[1], `- [x] Confirm the regions @Dana Ochoa ⏫ ✅ ${TODAY}`);
  });

  test('a proposed one is decided first: its box is no button', () => {
    expect(taskRow('Proposed: Send the sheet').querySelector('button.rapport-box')).toBeNull();
  });

  const EDIT = ['Set due date…', 'Set scheduled date…', 'Set priority…', 'Assign to…', 'Edit text…'];
  const DUPLICATE = 'Mark as duplicate of…';
  test.each<[string, string[]]>([
    ['Confirm the regions', ['Reject', 'Start', 'Complete', DUPLICATE]],
    ['Count the shelves', ['Reject', 'Complete', 'Reopen', DUPLICATE]],
  ])('the menu of “%s” offers what applies', async (text, decisions) => {
    await openMenu(text);
    expect(texts('.menu-item-title')).toEqual([...decisions, ...EDIT, 'Open note at this task']);
  });

  test('only a proposed one can be put off', async () => {
    await openMenu('Proposed: Send the sheet');
    const decisions = ['Promote', 'Reject', 'Start', 'Complete', DUPLICATE];
    const [due, ...others] = EDIT;
    expect(texts('.menu-item-title')).toEqual([
      ...decisions,
      due,
      'Later…',
      ...others,
      'Open note at this task',
    ]);
  });

  test.each([
    ['Proposed: Send the sheet', 'Promote', TASKS[0], '- [ ] Send the sheet @Myself'],
    ['Proposed: Send the sheet', 'Reject', TASKS[0], `- [-] Send the sheet @Myself ❌ ${TODAY}`],
    ['Confirm the regions', 'Start', TASKS[1], '- [/] Confirm the regions @Dana Ochoa ⏫'],
    ['Confirm the regions', 'Complete', TASKS[1], `- [x] Confirm the regions @Dana Ochoa ⏫ ✅ ${TODAY}`],
    ['Count the shelves', 'Reopen', TASKS[2], '- [ ] Count the shelves @Dana Ochoa'],
  ])('%s: %s', async (text, title, from, to) => {
    await openMenu(text);
    await choose(title);
    expect(document.querySelector('.menu')).toBeNull();
    await expectPage(from, to);
  });

  test('what needs an answer is asked for', async () => {
    await openMenu('Confirm the regions');
    await choose('Set due date…');
    hands.type('tomorrow');
    await hands.press('Enter');
    await expectPage(TASKS[1], `${TASKS[1]} 📅 2026-01-12`);
    expect(taskRow('Confirm the regions').textContent).toContain('tomorrow');
    await openMenu('Confirm the regions');
    await choose('Set priority…');
    await hands.pick('Lowest priority');
    await expectPage(TASKS[1], '- [ ] Confirm the regions @Dana Ochoa ⏬ 📅 2026-01-12');
  });

  test('assigned to oneself it is on the other side at once', async () => {
    await openMenu('Confirm the regions');
    await choose('Assign to…');
    await hands.pick('Myself');
    await expectPage('regions @Dana Ochoa', 'regions @Myself');
    const section = taskRow('Confirm the regions').closest('.rapport-section');
    expect(section && one('.rapport-heading', section).textContent).toContain('I owe');
  });

  test('“Open note at this task” opens it there', async () => {
    await openMenu('Count the shelves');
    await choose('Open note at this task');
    expect(host.app.workspace.getActiveFile()?.path).toBe('a.md');
    expect(host.app.workspace.activeEditor?.editor?.getCursor().line).toBe(
      PAGE.split('\n').indexOf(TASKS[2]),
    );
  });

  test('says how it repeats and how pressing it is', () => {
    expect(one('.rapport-recurrence', taskRow('Send the report')).title).toBe('Repeats every week');
    expect(one('.rapport-priority', taskRow('Confirm the regions')).title).toBe('high priority');
  });
});
