import type { MarkdownView } from 'obsidian';
import type { Host } from '../host';
import { meetingNote } from '../notes';
import { Hands, stopTheCalendar, suggestions } from './hands';
import { settled, startPlugin } from './plugin';

stopTheCalendar();
let host: Host;
let hands: Hands;
let view: MarkdownView;
afterEach(async () => {
  await host.flushSaves();
  host.destroy();
});

const TASK = '- [?] Send the sheet. 📅 2026-01-10 #task #proposed';
const NOTE = `${meetingNote({ person: 'Dana Ochoa', participants: ['Mira Lindqvist', 'Timo Varga'], tasks: [TASK] })}\n- A remark\n\n\`\`\`\n- [ ] Code\n\`\`\`\n`;
const FILES = { 'a.md': NOTE, 'b.md': meetingNote({ person: 'Daniel Okonkwo' }), 'c.md': '- [ ] Plain\n' };

async function open(path: string, line: string, behind: string, data: object = {}): Promise<void> {
  host = await startPlugin(FILES, { selfNames: ['Mira Lindqvist'], ...data });
  hands = new Hands(host);
  view = await hands.cursorIn(path, line);
  view.editor.setCursor({ line: view.editor.getCursor().line, ch: line.indexOf(behind) + behind.length });
}

/** Key by key, as somebody types. */
async function type(text: string): Promise<void> {
  for (const character of text) {
    const at = view.editor.getCursor();
    view.editor.replaceRange(character, at);
    view.editor.setCursor({ line: at.line, ch: at.ch + 1 });
    await settled(host);
  }
}

const line = () => view.editor.getLine(view.editor.getCursor().line);

test('those of the meeting first; Enter writes the name, and the cursor stands behind it', async () => {
  await open('a.md', TASK, 'sheet. ');
  await type('@');
  expect(suggestions()).toEqual(['Dana Ochoa', 'Mira Lindqvist (you)', 'Timo Varga']);
  await type('da');
  expect(suggestions()).toEqual(['Dana Ochoa', 'Daniel Okonkwo']);
  await hands.press('ArrowDown');
  await hands.press('Enter');
  expect(line()).toBe('- [?] Send the sheet. @Daniel Okonkwo 📅 2026-01-10 #task #proposed');
  expect(view.editor.getCursor().ch).toBe('- [?] Send the sheet. @Daniel Okonkwo '.length);
  expect(suggestions()).toEqual([]);
});

test('oneself is Myself; one undo takes the choice back', async () => {
  await open('a.md', TASK, TASK);
  await type(' @my');
  await hands.press('Enter');
  expect(line()).toBe(`${TASK} @Myself `);
  view.editor.undo();
  expect(line()).toBe(`${TASK} @my`);
});

test('Escape leaves what was typed; typing on that fits nobody closes it', async () => {
  await open('a.md', TASK, 'sheet. ');
  await type('@da');
  await hands.press('Escape');
  expect(suggestions()).toEqual([]);
  await type('n');
  expect(suggestions()).toEqual(['Dana Ochoa', 'Daniel Okonkwo']);
  await type('x');
  expect(suggestions()).toEqual([]);
});

test('in a note that is none of ours, once something is typed', async () => {
  await open('c.md', '- [ ] Plain', 'Plain');
  await type(' @');
  expect(suggestions()).toEqual([]);
  await type('ti');
  expect(suggestions()).toEqual(['Timo Varga']);
});

test.each([
  ['a list item without a box', '- A remark', ' @da'],
  ['a code block', '- [ ] Code', ' @da'],
  ['an address', TASK, ' dana@da'],
  ['code in the line', TASK, ' `@da'],
  ['a URL', TASK, ' https://example.com/@da'],
])('never in %s', async (_, where, typed) => {
  await open('a.md', where, where);
  await type(typed);
  expect(suggestions()).toEqual([]);
});

test('moving away closes it', async () => {
  await open('a.md', TASK, 'sheet. ');
  await type('@da');
  view.editor.setCursor({ line: 0, ch: 0 });
  await settled(host);
  expect(suggestions()).toEqual([]);
});

test('can be turned off', async () => {
  await open('a.md', TASK, 'sheet. ', { suggestOwners: false });
  await type('@da');
  expect(suggestions()).toEqual([]);
});

test('goes with the plugin', async () => {
  await open('a.md', TASK, 'sheet. ');
  await type('@da');
  host.unloadPlugin('rapport');
  expect(suggestions()).toEqual([]);
  await type('n');
  expect(suggestions()).toEqual([]);
});
