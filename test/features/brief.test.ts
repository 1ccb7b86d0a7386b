import type { Host } from '../host';
import { meetingNote, profileNote } from '../notes';
import { Hands, notices, stopTheCalendar, withText } from './hands';
import { one, settled, startPlugin, texts } from './plugin';

stopTheCalendar();
let host: Host;
let hands: Hands;
afterEach(async () => {
  await host.flushSaves();
  host.destroy();
});

const FILES = {
  'People/Dana Ochoa.md': profileNote({ role: 'Lead' }),
  'Meetings/a.md': meetingNote({
    person: 'Dana Ochoa',
    summary: 'The sizing sheet.',
    tasks: ['- [ ] Send it @Myself', '- [?] Draft it @Dana Ochoa'],
  }),
  'Daily.md': 'Before\n\nAfter\n',
};

async function start(files: Record<string, string> = FILES, data: object = {}): Promise<void> {
  host = await startPlugin(files, { selfNames: ['Mira Lindqvist'], ...data });
  hands = new Hands(host);
}

async function prepare(): Promise<void> {
  await hands.run('prepare-for-meeting');
  await hands.pick('Dana Ochoa');
  await settled(host);
}

const button = (text: string) => withText('.modal button', text);
const brief = () => one('.rapport-brief').textContent ?? '';

test('shows what one should have read, and a link leads to the note', async () => {
  await start();
  await prepare();
  expect(texts('.rapport-brief h2')).toEqual(['I owe', 'Proposed, to be settled', 'Last meetings']);
  expect(brief()).toContain('Lead. Last met 2026-01-08. Written 2026-01-11.');
  expect(brief()).toContain('The sizing sheet.');
  await hands.click(one('.rapport-brief a.internal-link'));
  expect(document.querySelector('.modal')).toBeNull();
  expect(host.app.workspace.getActiveFile()?.path).toBe('Meetings/a.md');
});

test('can be copied', async () => {
  await start();
  await prepare();
  const copied: string[] = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => void copied.push(text) },
  });
  await hands.click(button('Copy'));
  expect(copied[0]).toMatch(/^# Brief: Dana Ochoa\n/);
  expect(notices()).toEqual(['Brief copied.']);
});

test('goes in at the cursor, one undo takes it out', async () => {
  await start();
  const view = await hands.cursorIn('Daily.md', 1);
  await prepare();
  await hands.click(button('Insert at cursor'));
  expect(view.editor.getValue()).toMatch(/^Before\n# Brief: Dana Ochoa\n[\s\S]*\nAfter\n$/);
  view.editor.undo();
  expect(view.editor.getValue()).toBe(FILES['Daily.md']);
});

test('no editor, no insertion', async () => {
  await start();
  await prepare();
  expect(texts('.modal .setting-item button')).toEqual(['Copy', 'New note']);
});

describe('as a note', () => {
  test('under a name of its own', async () => {
    await start({ ...FILES, 'Brief Dana Ochoa 2026-01-11.md': 'mine' });
    await prepare();
    await hands.click(button('New note'));
    expect(await hands.note('Brief Dana Ochoa 2026-01-11.md')).toBe('mine');
    expect(await hands.note('Brief Dana Ochoa 2026-01-11 2.md')).toMatch(/^# Brief: Dana Ochoa\n/);
    expect(host.app.workspace.getActiveFile()?.path).toBe('Brief Dana Ochoa 2026-01-11 2.md');
  });

  test.each([
    [
      '{{title}} on {{date}}\n\n{{brief}}\n\nMy thoughts',
      /^Dana Ochoa on 2026-01-11\n\n# Brief[\s\S]*My thoughts$/,
    ],
    ['# {{title}}\n', /^# Dana Ochoa\n\n# Brief: Dana Ochoa\n/],
  ])('from the template %j', async (template, expected) => {
    await start({ ...FILES, 'T.md': template }, { briefTemplate: 'T.md' });
    await prepare();
    await hands.click(button('New note'));
    expect(await hands.note('Brief Dana Ochoa 2026-01-11.md')).toMatch(expected);
  });

  test.each([[new Error('The disk is full.')], ['The disk is full.']])(
    'what goes wrong is said: %o',
    async what => {
      await start();
      host.app.vault.create = () => Promise.reject(what);
      await prepare();
      await hands.click(button('New note'));
      expect(notices()).toEqual(['The disk is full.']);
    },
  );

  test('a template that is gone is said, and nothing made', async () => {
    await start(FILES, { briefTemplate: 'T.md' });
    await prepare();
    await hands.click(button('New note'));
    expect(notices()).toEqual(['The template T.md is not there. Look at Rapport’s settings.']);
    expect(host.app.vault.getFileByPath('Brief Dana Ochoa 2026-01-11.md')).toBeNull();
  });
});
