import { Menu, type TAbstractFile } from 'obsidian';
import type { Host } from '../host';
import { meetingNote, profileNote } from '../notes';
import { Hands, stopTheCalendar, withText } from './hands';
import { one, readNote, settled, startPlugin, texts } from './plugin';

stopTheCalendar();
let host: Host;
let hands: Hands;
afterEach(() => host.destroy());

const PROPOSED = '- [?] Send the sizing sheet. @Myself #proposed';
const DONE = '- [x] Draft the plan. ✅ 2026-01-09';
const A = `${meetingNote({ person: 'Dana Ochoa', tasks: [PROPOSED, DONE] })}
Met [[Omar Haddad|him]], [[Umbra Labs]], [[Priya Raman]] and [Dana](mailto:dana@example.com?subject=x), [web](https://x.example.com).
`;
const FILES = {
  'a.md': A,
  'b.md': meetingNote({ person: 'Omar Haddad', tasks: ['- [?] Share the deck. #proposed'] }),
  'c.md': meetingNote({ person: 'Priya Raman', tasks: ['- [ ] Accepted.'] }),
  'Omar Haddad.md': profileNote({ role: 'Sales' }),
  'Dana Ochoa.md': profileNote({ email: 'dana@example.com' }),
  'Umbra Labs.md': 'A company.\n',
  'List.md': '- [ ] Milk\n',
};

const PERSON = ['Open person', 'Prepare for meeting'];
const LINK = ['Open person', 'Show person card', 'Prepare for meeting'];
const PROPOSALS = ['Triage proposed tasks', 'Promote all proposed tasks', 'Reject all proposed tasks'];

beforeEach(async () => {
  host = await startPlugin(FILES);
  hands = new Hands(host);
});

const items = () => texts('.menu .menu-item-title');
const choose = (title: string) => hands.click(withText('.menu-item', title));

async function rightClick(element: Element): Promise<void> {
  element.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  await settled(host);
}

async function openMenu(event: string, ...about: unknown[]): Promise<void> {
  const menu = new Menu();
  host.app.workspace.trigger(event, menu, ...about);
  menu.showAtPosition({ x: 0, y: 0 });
  await settled(host);
}

const entry = (path: string): TAbstractFile => {
  const found = host.app.vault.getAbstractFileByPath(path);
  if (!found) throw new Error(`no ${path}`);
  return found;
};
const onFile = (path: string) => openMenu('file-menu', entry(path), 'file-explorer-context-menu');
const onFiles = (...paths: string[]) =>
  openMenu('files-menu', paths.map(entry), 'file-explorer-context-menu');

describe('of a file', () => {
  test.each([
    ['Omar Haddad.md', PERSON],
    ['a.md', [...PERSON, ...PROPOSALS]],
    ['c.md', PERSON],
    ['Umbra Labs.md', []],
    ['List.md', []],
  ])('%s', async (path, expected) => {
    await onFile(path);
    expect(items()).toEqual(expected);
    for (const item of document.querySelectorAll<HTMLElement>('.menu-item'))
      expect(item.dataset.section).toBe('action');
  });

  test('leads to the person’s page and to the brief', async () => {
    await onFile('Omar Haddad.md');
    await choose('Open person');
    expect(one('.rapport-view').textContent).toContain('Omar Haddad');
    await onFile('a.md');
    await choose('Prepare for meeting');
    expect(one('.modal .rapport-brief').textContent).toContain('Brief: Dana Ochoa');
  });
});

describe('of several files', () => {
  test('there is something where any of them holds proposals', async () => {
    await onFiles('c.md', 'List.md');
    expect(items()).toEqual([]);
    await onFiles('a.md', 'c.md', 'b.md');
    expect(items()).toEqual(PROPOSALS);
  });

  test.each([
    ['Promote all proposed tasks', '- [ ] Share the deck.'],
    ['Reject all proposed tasks', '- [-] Share the deck. ❌ 2026-01-11'],
  ])('%s decides all of them, and one undo takes it back', async (title, line) => {
    await onFiles('a.md', 'b.md');
    await choose(title);
    expect(await readNote(host, 'b.md')).toContain(line);
    expect(await readNote(host, 'a.md')).not.toContain('#proposed');
    await hands.run('undo-last-change');
    expect(await readNote(host, 'a.md')).toBe(FILES['a.md']);
    expect(await readNote(host, 'b.md')).toBe(FILES['b.md']);
  });

  test('triage goes through just those, and says so', async () => {
    await host.outside.write(
      'd.md',
      meetingNote({ person: 'Priya Raman', tasks: ['- [?] Elsewhere #proposed'] }),
    );
    await settled(host);
    await onFiles('a.md', 'b.md');
    await choose('Triage proposed tasks');
    expect(one('.rapport-triage-count').textContent).toBe('2 proposals');
    expect(one('.rapport-triage').textContent).toContain('2 notes');
  });
});

describe('of the editor', () => {
  const DECIDE = ['Promote', 'Reject', 'Mark as duplicate of…', 'Start', 'Complete'];
  const EDIT = ['Set due date…', 'Set scheduled date…', 'Set priority…', 'Assign to…', 'Edit text…'];

  async function menuAt(path: string, line: string): Promise<void> {
    const view = await hands.cursorIn(path, line);
    await openMenu('editor-menu', view.editor, view);
  }

  test('on a task the actions that apply to it', async () => {
    await menuAt('a.md', PROPOSED);
    expect([...items()].sort()).toEqual([...DECIDE, ...EDIT, 'Later…'].sort());
    await choose('Promote');
    expect(await hands.note('a.md')).toBe(A.replace(PROPOSED, '- [ ] Send the sizing sheet. @Myself'));
    await menuAt('a.md', DONE);
    expect(items()).toEqual(expect.arrayContaining(['Reopen', ...EDIT]));
    expect(items()).not.toContain('Complete');
  });

  test('what is asked before is asked', async () => {
    await menuAt('a.md', PROPOSED);
    await choose('Set due date…');
    hands.type('2026-02-01');
    await hands.press('Enter');
    expect(await hands.note('a.md')).toContain('📅 2026-02-01');
  });

  test.each([
    ['List.md', '- [ ] Milk'],
    ['a.md', '---'],
  ])('nothing in %s on “%s”', async (path, line) => {
    await menuAt(path, line);
    expect(items()).toEqual([]);
  });

  test('on a link to a person, known by a profile or by name alone, each thing once', async () => {
    const view = await host.openNote('a.md', { mode: 'source' });
    const links = [...view.containerEl.querySelectorAll('.cm-hmd-internal-link')];
    const link = (text: string) => links.find(each => each.textContent === text) as Element;
    await rightClick(link('him'));
    expect([...items()].sort()).toEqual([...LINK].sort());
    await choose('Show person card');
    expect(one('.modal .rapport-card').getAttribute('aria-label')).toBe('Omar Haddad');
  });
});

describe('of a link', () => {
  async function linkMenu(selector: string): Promise<void> {
    const view = await host.openNote('a.md', { mode: 'preview' });
    await settled(host);
    await rightClick(one(selector, view.containerEl));
  }

  test.each([
    ['a[data-href="Omar Haddad"]', LINK],
    ['a[data-href="Umbra Labs"]', []],
    ['a[href^="mailto:"]', LINK],
    ['a[href^="https:"]', []],
  ])('%s', async (selector, expected) => {
    await linkMenu(selector);
    expect(items()).toEqual(expected);
  });
});

test('nothing is added once the plugin is off', async () => {
  host.unloadPlugin('rapport');
  await onFile('a.md');
  await onFiles('a.md', 'b.md');
  expect(items()).toEqual([]);
});
