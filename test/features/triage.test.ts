import manifest from '../../manifest.json';
import RapportPlugin from '../../src/main';
import { en } from '../../src/core/words';
import type { Host } from '../host';
import { meetingNote } from '../notes';
import { Hands, notices, stopTheCalendar, TODAY, withText } from './hands';
import { one, settled, startPlugin, texts } from './plugin';

stopTheCalendar();
let host: Host;
let hands: Hands;
afterEach(() => host.destroy());

const SIZING = '- [?] Send the sizing sheet for the second cluster. @Myself 📅 2026-01-20 ⏫ #task #proposed';
const SIZING_AGAIN =
  '- [?] Send sizing sheet for the second cluster in Dublin, as requested. @Myself #task #proposed';
const REGIONS = '- [?] Confirm the launch regions. @Dana Ochoa #task #proposed #auto';
const PENALTY = '- [?] Review the penalty clauses. @TBD 📅 2025-11-08 #task #proposed';
const ESCROW = '- [?] Find an escrow agent. @Omar Haddad #task #proposed';

const FILES = {
  'a.md': meetingNote({
    title: 'Sizing',
    date: '2026-01-08',
    summary: 'Dana wants numbers.',
    tasks: [SIZING, REGIONS],
  }),
  'b.md': meetingNote({
    title: 'Sizing, again',
    date: '2026-01-06',
    tasks: [SIZING_AGAIN, PENALTY],
  }),
  'c.md': meetingNote({ title: 'Escrow', person: 'Omar Haddad', date: '2025-10-01', tasks: [ESCROW] }),
};

async function start(
  files: Record<string, string> = FILES,
  data: object = {},
  cacheDelay?: number,
): Promise<void> {
  host = await startPlugin(files, { selfNames: ['Mira Lindqvist'], ...data }, cacheDelay);
  hands = new Hands(host);
  await hands.run('open-triage');
  await settled(host);
}

const focused = () => texts('.rapport-focus-text')[0];
const count = () => one('.rapport-triage-count').textContent;
const press = (key: string, init: KeyboardEventInit = {}) => hands.press(key, init);
const note = () => texts('.rapport-note-text')[0];
const rejected = (line: string, of = '') =>
  line
    .replace('[?]', '[-]')
    .replace(' #proposed', '')
    .replace(/ @/, of === '' ? ' @' : ` (duplicate of ${of}) @`) + ` ❌ ${TODAY}`;
const accepted = (line: string) => line.replace('[?]', '[ ]').replace(' #proposed', '');
const dialog = () => one('.modal-container');

describe('one at a time', () => {
  test('a note that cannot be read shows the task without what stands around it', async () => {
    await start();
    const unheard = jest.fn();
    process.on('unhandledRejection', unheard);
    host.app.vault.cachedRead = () => Promise.reject(new Error('EIO'));
    await press('ArrowDown');
    await settled(host);
    process.off('unhandledRejection', unheard);
    expect(focused()).toBe('Send sizing sheet for the second cluster in Dublin, as requested.');
    expect(texts('.rapport-excerpt li')).toEqual([]);
    expect(unheard).not.toHaveBeenCalled();
  });

  test('the card says what, who, when and where; the note around it follows', async () => {
    await start();
    expect(focused()).toBe('Send the sizing sheet for the second cluster.');
    expect(count()).toBe('5 proposals');
    expect(texts('.rapport-focus .rapport-facts')).toEqual([
      'Youdue in 9 days high priority',
      'Dana OchoaSizing8 Jan',
    ]);
    expect(one('.rapport-excerpt').textContent).toContain('under Action Items');
    expect(texts('.rapport-excerpt .rapport-meeting-summary')).toEqual(['Dana wants numbers.']);
    expect(texts('.rapport-excerpt li')).toEqual([
      'Send the sizing sheet for the second cluster.',
      'Confirm the launch regions.',
    ]);
    expect(texts('.rapport-excerpt li.is-here')).toEqual(['Send the sizing sheet for the second cluster.']);
  });

  test('accepted with a key: the next one is there before it is written', async () => {
    await start();
    await press('j');
    await press('j');
    const before = focused();
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }));
    await Promise.resolve();
    expect(focused()).not.toBe(before);
    expect(count()).toBe('1 of 5 decided');
    expect(await host.app.vault.adapter.read('b.md')).toBe(FILES['b.md']);
    await settled(host);
    expect(await hands.note('b.md')).toBe(FILES['b.md'].replace(PENALTY, accepted(PENALTY)));
    expect(count()).toBe('1 of 5 decided');
  });

  test('opened again while the focus is in the sidebar, it has the keys again', async () => {
    await start();
    await hands.run('open-people-sidebar');
    one('[aria-label="Search people"]').focus();
    await hands.run('open-triage');
    await settled(host);
    expect(document.activeElement?.className).toBe('rapport-triage');
  });

  test('a key that is held decides one task', async () => {
    await start();
    await press('3');
    for (let i = 0; i < 5; i++) await press('3', { repeat: true });
    expect(count()).toBe('1 of 5 decided');
    expect(await hands.note('a.md')).toBe(FILES['a.md'].replace(SIZING, rejected(SIZING)));
  });

  test('the keys move, and stop at either end', async () => {
    await start();
    await press('k');
    expect(focused()).toMatch(/^Send the sizing sheet/);
    const seen = [focused()];
    for (let i = 0; i < 6; i++) {
      await press('ArrowDown');
      seen.push(focused());
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen.at(-1)).toBe('Find an escrow agent.');
    await press('Home');
    expect(focused()).toBe(seen[0]);
  });

  test('what cannot be written comes back with the reason, and the work goes on', async () => {
    await start();
    host.app.vault.process = () => Promise.reject(new Error('EACCES: locked'));
    await press('3');
    expect(focused()).not.toMatch(/^Send the sizing sheet for the second cluster\.$/);
    expect(note()).toMatch(/A task could not be changed: .*EACCES: locked/);
    expect(count()).toBe('5 proposals');
    await hands.click(withText('.rapport-note button', 'Show'));
    expect(focused()).toBe('Send the sizing sheet for the second cluster.');
    expect(texts('.rapport-failure')[0]).toMatch(/EACCES: locked/);
    Reflect.deleteProperty(host.app.vault, 'process');
    await press('3');
    expect(await hands.note('a.md')).toBe(FILES['a.md'].replace(SIZING, rejected(SIZING)));
    expect(texts('.rapport-note.is-failure')).toEqual([]);
  });

  test('undo goes back to the task', async () => {
    await start();
    await press('3');
    const next = focused();
    await press('1');
    await press('u');
    expect(focused()).toBe(next);
    await press('u');
    expect(focused()).toBe('Send the sizing sheet for the second cluster.');
    expect(await hands.note('a.md')).toBe(FILES['a.md']);
    expect(await hands.note('b.md')).toBe(FILES['b.md']);
    expect(count()).toBe('5 proposals');
  });

  test('undone at once, before anybody heard that it was done', async () => {
    await start(FILES, {}, 100);
    const key = (key: string) =>
      one('.rapport-triage').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    key('3');
    key('u');
    await settled(host);
    expect([focused(), count()]).toEqual(['Send the sizing sheet for the second cluster.', '5 proposals']);
    expect(await hands.note('a.md')).toBe(FILES['a.md']);
  });

  test('what cannot be taken back counts as decided', async () => {
    await start();
    await press('3');
    const text = await hands.note('a.md');
    await host.outside.write('a.md', text.replace('Send the sizing sheet', 'Mail the sizing sheet'));
    await settled(host);
    await press('u');
    expect(notices()[0]).toContain('The line is not in the note any more.');
    expect(count()).toBe('1 of 5 decided');
    expect(one('.rapport-triage [role="status"]').textContent).not.toContain('Undone');
  });

  test('undo of what was done elsewhere is said, since nothing of it may be on screen', async () => {
    await start();
    await host.openNote('c.md');
    await hands.run('reject-note');
    await hands.run('open-triage');
    await press('u');
    expect(notices().at(-1)).toBe('Undone: Rejected 1 task.');
    expect(await hands.note('c.md')).toBe(FILES['c.md']);
    await press('3');
    await press('u');
    expect(notices()).toHaveLength(2);
  });

  test('an edit stays at the task, a new wording too', async () => {
    await start();
    await press('e');
    hands.type('Send the sizing sheet to Dana.');
    await press('Enter');
    expect(focused()).toBe('Send the sizing sheet to Dana.');
    await press('p');
    await hands.pick('Low priority');
    expect(one('.rapport-focus .rapport-priority').textContent).toBe(' low priority');
    expect(count()).toBe('5 proposals');
  });

  test('later: hidden until the day comes', async () => {
    await start();
    await press('h');
    hands.type('tomorrow');
    expect(one('.rapport-dialog-meaning').textContent).toBe('Comes back tomorrow, Monday, 12 January 2026.');
    await press('Enter');
    const line = SIZING.replace(' #task #proposed', ' #task #proposed ⏳ 2026-01-12');
    expect(await hands.note('a.md')).toBe(FILES['a.md'].replace(SIZING, line));
    expect(count()).toBe('1 of 5 decided');
    jest.setSystemTime(new Date('2026-01-12T10:00:00'));
    await hands.click(withText('.rapport-chip', 'Mine'));
    await hands.click(withText('.rapport-chip', 'All'));
    await press('Home');
    expect(focused()).toBe('Send the sizing sheet for the second cluster.');
  });

  test('later is written as the settings say, and no day that has come is taken', async () => {
    await start(FILES, { laterField: 'start' });
    await press('h');
    hands.type('2026-01-11');
    expect(one('.rapport-dialog-meaning.is-error').textContent).toMatch(/has come already/);
    await hands.click(withText('.rapport-dialog-choices button', 'In 2 weeks'));
    expect(await hands.note('a.md')).toContain(`${SIZING} 🛫 2026-01-25`);
  });

  test('nothing is there: which notes would bring something', async () => {
    await start({ 'Home.md': 'Home' });
    expect(texts('.rapport-nothing p')).toEqual(['Nothing is waiting.', en.whatIsRead.replaceAll('`', '')]);
  });

  test('nothing is left: what was done, and what comes back', async () => {
    await start({ 'a.md': meetingNote({ tasks: [ESCROW, `${REGIONS} ⏳ 2026-02-01`] }) });
    await press('3');
    expect(texts('.rapport-nothing p')).toEqual([
      'Nothing is waiting.',
      'You decided 1 task.',
      'One comes back in 3 weeks.',
    ]);
  });
});

describe('in a vault of many notes', () => {
  const NOTES = 600;
  const FRUIT = ['apple', 'banana', 'cherry', 'damson', 'elder'];
  const many = Object.fromEntries(
    Array.from({ length: NOTES }, (_, i) => [
      `${i}.md`,
      meetingNote({
        title: `Order ${i}`,
        date: '2026-01-08',
        tasks: [`- [?] Order ${FRUIT[i % 5]} number ${i} from the market. @Myself #task #proposed`],
      }),
    ]),
  );
  /** Until all are compared, which takes as long as the machine is slow. */
  async function startCompared(cacheDelay?: number): Promise<void> {
    await start(many, {}, cacheDelay);
    while (count()?.includes('comparing') !== false) await settled(host);
  }

  /** All that stands there while `work` goes on, as often as it changes. */
  async function seenDuring(selector: string, work: () => Promise<unknown>): Promise<Set<string>> {
    const seen = new Set<string>();
    const look = () => texts(selector).forEach(text => seen.add(text));
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    await work();
    observer.disconnect();
    look();
    return seen;
  }

  test('while they are looked for, nobody is told that nothing waits', async () => {
    host = await startPlugin(many, { selfNames: ['Mira Lindqvist'] });
    hands = new Hands(host);
    const seen = await seenDuring('.rapport-nothing, .rapport-triage-count', () => hands.run('open-triage'));
    expect([...seen].filter(text => text !== '' && !text.startsWith(`${NOTES} proposals`))).toEqual([]);
    expect(count()).toContain(`${NOTES} proposals`);
    expect(focused()).toContain('from the market.');
  });

  test('those shown before stay until others are found', async () => {
    await startCompared();
    const before = focused();
    one('.rapport-triage input').focus();
    hands.type('cherry');
    await Promise.resolve();
    expect(focused()).toBe(before);
    await settled(host);
    expect(count()).toBe(`${NOTES / 5} proposals`);
    one('.rapport-triage').focus();
    const decided = focused();
    await press('1');
    expect(count()).toBe(`1 of ${NOTES / 5} decided`);
    expect(focused()).not.toBe(decided);
    await press('u');
    expect([focused(), count()]).toEqual([decided, `${NOTES / 5} proposals`]);
  });

  test('what was decided, but is not yet written, is not found again', async () => {
    await startCompared(500);
    const seen = await seenDuring('.rapport-triage-count', async () => {
      one('.rapport-triage').dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }));
      one('.rapport-triage input').focus();
      hands.type('market');
      await settled(host);
    });
    expect([...seen].filter(text => text.includes(String(NOTES + 1)))).toEqual([]);
    expect(count()).toContain(`1 of ${NOTES} decided`);
  });
});

describe('those that say the same', () => {
  test('stand below, with what differs marked', async () => {
    await start();
    expect(texts('.rapport-twins .rapport-task-text')).toEqual([
      'Send sizing sheet for the second cluster in Dublin, as requested.',
    ]);
    expect(texts('.rapport-twins mark')).toEqual(['Dublin']);
    expect(texts('.rapport-twin-facts')).toEqual(['6 Jan']);
  });

  test('go as duplicates with one key after one was accepted; two steps of undo', async () => {
    await start();
    await press('1');
    expect(note()).toContain('Accepted, and said again: Send the sizing sheet');
    await press('t');
    expect(await hands.note('a.md')).toBe(FILES['a.md'].replace(SIZING, accepted(SIZING)));
    expect(await hands.note('b.md')).toBe(
      FILES['b.md'].replace(SIZING_AGAIN, rejected(SIZING_AGAIN, '[[a]]')),
    );
    expect(count()).toBe('1 of 5 decided · 1 came along as a duplicate');
    await press('u');
    expect(await hands.note('b.md')).toBe(FILES['b.md']);
    expect(await hands.note('a.md')).toBe(FILES['a.md'].replace(SIZING, accepted(SIZING)));
    expect(count()).toBe('1 of 5 decided');
    await press('u');
    expect(await hands.note('a.md')).toBe(FILES['a.md']);
  });

  test('all of them at once: one accepted, the others its duplicates, one step', async () => {
    await start();
    await press('c');
    expect(one('.rapport-do-accept').textContent).toContain('Accept one, reject 1');
    await press('1');
    expect(await hands.note('a.md')).toBe(FILES['a.md'].replace(SIZING, accepted(SIZING)));
    expect(await hands.note('b.md')).toBe(
      FILES['b.md'].replace(SIZING_AGAIN, rejected(SIZING_AGAIN, '[[a]]')),
    );
    await press('u');
    expect([await hands.note('a.md'), await hands.note('b.md')]).toEqual([FILES['a.md'], FILES['b.md']]);
    expect(count()).toBe('5 proposals');
  });

  test('rejected together', async () => {
    await start();
    await press('c');
    await press('3');
    expect(await hands.note('a.md')).toBe(FILES['a.md'].replace(SIZING, rejected(SIZING)));
    expect(await hands.note('b.md')).toBe(FILES['b.md'].replace(SIZING_AGAIN, rejected(SIZING_AGAIN)));
    expect(count()).toBe('2 of 5 decided');
  });

  test('one that was accepted or done before says so, and takes the new one along', async () => {
    const done = `${accepted(SIZING_AGAIN).replace('[ ]', '[x]')} ✅ 2026-01-07`;
    await start({ ...FILES, 'b.md': FILES['b.md'].replace(SIZING_AGAIN, done) });
    expect(texts('.rapport-twin-facts')).toEqual(['already done on 7 Jan · 6 Jan']);
    expect(note()).toContain('Already done: Send sizing sheet');
    await press('t');
    expect(await hands.note('a.md')).toBe(FILES['a.md'].replace(SIZING, rejected(SIZING, '[[b]]')));
  });

  test('a click on one brings it into focus', async () => {
    await start();
    await hands.click(one('.rapport-twins .rapport-task-text'));
    expect(focused()).toBe('Send sizing sheet for the second cluster in Dublin, as requested.');
    expect(texts('.rapport-twins .rapport-task-text')).toEqual([
      'Send the sizing sheet for the second cluster.',
    ]);
  });

  test('duplicate of…: they are offered first', async () => {
    await start();
    await press('2');
    expect(texts('.suggestion-item > div')[0]).toBe(
      'Send sizing sheet for the second cluster in Dublin, as requested.',
    );
    await press('Enter');
    expect(await hands.note('a.md')).toBe(FILES['a.md'].replace(SIZING, rejected(SIZING, '[[b]]')));
  });
});

describe('many at once', () => {
  test('a range: every line is shown first, then it is one step', async () => {
    await start();
    await press('End');
    await press('ArrowUp', { shiftKey: true });
    expect(note()).toBe('2 tasks selected');
    await press('3');
    expect(texts('.rapport-edit del', dialog())).toContain('?');
    expect(texts('.rapport-edit', dialog())).toHaveLength(2);
    await hands.click(one('.mod-cta', dialog()));
    expect(count()).toBe('2 of 5 decided');
    expect(await hands.note('c.md')).toBe(FILES['c.md'].replace(ESCROW, rejected(ESCROW)));
    await press('u');
    for (const [path, text] of Object.entries(FILES)) expect(await hands.note(path)).toBe(text);
  });

  test('a range begins anew where the task it began at is gone, or not among those that fit', async () => {
    await start();
    await press('x');
    await hands.click(withText('.rapport-chip', 'Others’'));
    one('.rapport-triage').focus();
    await press('ArrowDown', { shiftKey: true });
    expect(note()).toBe('2 tasks selected');
  });

  test('what is taken out of the preview stays', async () => {
    await start();
    await hands.click(one('.rapport-triage-title .clickable-icon'));
    await hands.click(withText('.menu-item', 'Accept all 5 shown…', item => one('.menu-item-title', item)));
    const box = one('.rapport-lines input', dialog()) as HTMLInputElement;
    box.click();
    await settled(host);
    expect(one('.mod-cta', dialog()).textContent).toBe('Promote 4 tasks');
    await hands.click(one('.mod-cta', dialog()));
    expect(focused()).toBe('Send the sizing sheet for the second cluster.');
    expect(count()).toBe('4 of 5 decided');
  });

  test('stale ones are swept with a preview', async () => {
    await start();
    expect(one('.rapport-stale').textContent).toMatch(/^1 proposal is more than 30 days overdue/);
    await hands.run('reject-stale');
    expect(texts('.rapport-edit', dialog())).toHaveLength(1);
    await hands.click(one('.mod-cta', dialog()));
    expect(await hands.note('b.md')).toBe(FILES['b.md'].replace(PENALTY, rejected(PENALTY)));
    await hands.run('reject-stale');
    expect(notices().at(-1)).toBe('No proposal is overdue by more than 30 days.');
  });
});

describe('which ones', () => {
  const left = () => one('.rapport-triage-count').textContent;

  test.each([
    ['Mine', '2 proposals'],
    ['Others’', '2 proposals'],
    ['Nobody’s', '1 proposal'],
  ])('%s', async (chip, expected) => {
    await start();
    await hands.click(withText('.rapport-chip', chip));
    expect(left()).toBe(expected);
  });

  test('by words, and back from nothing', async () => {
    await start();
    const field = one('.rapport-triage-filters input') as HTMLInputElement;
    field.focus();
    hands.type('escrow');
    await settled(host);
    expect(left()).toBe('1 proposal');
    hands.type('nothing of the kind');
    await settled(host);
    await hands.click(withText('.rapport-nothing button', 'Show all'));
    expect(left()).toBe('5 proposals');
  });

  test('of a note, from the palette; the filter can be taken away', async () => {
    await start();
    await host.openNote('c.md');
    await hands.run('triage-note');
    expect([left(), focused()]).toEqual(['1 proposal', 'Find an escrow agent.']);
    await hands.click(one('.rapport-chip[aria-label^="Escrow"]'));
    expect(left()).toBe('5 proposals');
  });

  test('about somebody, from their page', async () => {
    await start();
    await hands.openPerson('omar haddad');
    await hands.click(withText('.rapport-heading-actions button', 'Triage'));
    expect(focused()).toBe('Find an escrow agent.');
  });

  test('in the sidebar, among the proposed', async () => {
    await start();
    host.app.workspace.getLeavesOfType('rapport-triage').forEach(leaf => leaf.detach());
    await hands.run('open-people-sidebar');
    await hands.click(withText('.rapport-chip', 'Proposed2'));
    await hands.click(withText('.rapport-begin-triage', 'Decide one by one'));
    expect(focused()).toBe('Send the sizing sheet for the second cluster.');
    // A letter that decides nothing goes into no field.
    await press('z');
    await press('3');
    expect(await hands.note('a.md')).toBe(FILES['a.md'].replace(SIZING, rejected(SIZING)));
    await press('Escape');
    expect(texts('.rapport-row-name')).toEqual(expect.arrayContaining(['Omar Haddad']));
  });
});

describe('settings and session', () => {
  test('keys are the user’s; the help says them', async () => {
    await start(FILES, { triageKeys: { accept: 'y', reject: 'n' } });
    await press('1');
    expect(count()).toBe('5 proposals');
    await press('n');
    expect(count()).toBe('1 of 5 decided');
    await press('?');
    expect(texts('.rapport-keys dt')).toEqual(expect.arrayContaining(['y', 'n', '2']));
    expect(one('.rapport-do-accept kbd').textContent).toBe('Y');
  });

  test('a session is gone on with after a restart', async () => {
    await start();
    await press('3');
    await press('j');
    const here = focused();
    host.unloadPlugin('rapport');
    await host.loadPlugin(RapportPlugin, manifest);
    await settled(host);
    await hands.run('open-triage');
    await settled(host);
    expect([count(), focused()]).toEqual(['1 of 5 decided', here]);
  });

  test('the status bar counts where that is wanted, and leads to triage', async () => {
    await start(FILES, { statusBar: true });
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(texts('.status-bar-item')).toEqual(['5 proposed']);
    await press('3');
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(texts('.status-bar-item')).toEqual(['4 proposed']);
    host.app.workspace.getLeavesOfType('rapport-triage').forEach(leaf => leaf.detach());
    await hands.click(one('.status-bar-item'));
    expect(focused()).toBeDefined();
    for (const key of ['Enter', ' ']) {
      host.app.workspace.getLeavesOfType('rapport-triage').forEach(leaf => leaf.detach());
      one('.status-bar-item').focus();
      await press(key);
      expect([key, focused()]).toEqual([key, expect.any(String)]);
    }
    host.openSettings('rapport');
    const row = withText('.setting-item-name', 'Count in the status bar', name => name);
    await hands.click(one('.checkbox-container', row.closest('.setting-item') ?? row));
    expect(texts('.status-bar-item')).toEqual([]);
  });

  test('by default it is not there; a ribbon icon is', async () => {
    await start();
    expect(texts('.status-bar-item')).toEqual([]);
    expect(document.querySelector('[aria-label="Open triage"]')).not.toBeNull();
  });
});
