import type { Host } from '../host';
import { Hands, notices, stopTheCalendar, withText } from './hands';
import { one, startPlugin, texts } from './plugin';

stopTheCalendar();
let host: Host;
let hands: Hands;
afterEach(() => host.destroy());

const NOTE = [
  '---',
  'type: people',
  'title: RÃ©sumÃ©',
  "date: '2026-01-08'",
  'person: Dana Ochoa',
  '---',
  'XAIâ€™s request, see [[CafÃ©]]',
  '- [?] Draft it @Myself â« #proposed',
  'Nobody knows what ðŸ was',
  '',
].join('\r\n');
const REPAIRED = NOTE.replace('RÃ©sumÃ©', 'Résumé').replace('â€™', '’').replace('â«', '⏫');
const FILES = { 'a.md': NOTE, 'CafÃ©.md': 'x', 'Other.md': 'Not indexed: Ã©t' };

async function start(files: Record<string, string | Uint8Array> = FILES): Promise<void> {
  host = await startPlugin(files);
  hands = new Hands(host);
}

const shown = () =>
  [...document.querySelectorAll('.rapport-lines li')].map(line => [
    one('small', line).textContent,
    texts('del', line).join(),
    texts('ins', line).join(),
  ]);
const submit = () => hands.click(one('.modal .mod-cta'));

test('every line that would change is shown; one step repairs them, one takes them back', async () => {
  await start();
  await hands.run('repair-all');
  expect(shown()).toEqual([
    ['a.md, line 3', 'Ã©,Ã©', 'é,é'],
    ['a.md, line 7', 'â€™', '’'],
    ['a.md, line 8', 'â«', '⏫'],
  ]);
  // The link leads to a note of that name.
  expect(one('.modal .setting-item-description').textContent).toContain(
    '2 places cannot be repaired for certain.',
  );
  expect(one('.modal .mod-cta').textContent).toBe('Repair 3 lines');
  await submit();
  expect(await hands.note('a.md')).toBe(REPAIRED);
  expect(await hands.note('Other.md')).toBe(FILES['Other.md']);
  expect(notices()).toEqual(['Repaired 3 lines.Undo']);
  await hands.run('undo-last-change');
  expect(await hands.note('a.md')).toBe(NOTE);
  expect(notices().at(-1)).toBe('Undone: Repaired 3 lines.');
});

test('lines can be left out, and nothing is changed where one says no', async () => {
  await start();
  await hands.run('repair-all');
  await hands.click(withText('.modal button', 'Cancel'));
  expect(await hands.note('a.md')).toBe(NOTE);
  await hands.run('repair-all');
  await hands.click(one('.rapport-lines li:nth-child(2) input'));
  await submit();
  expect(await hands.note('a.md')).toBe(REPAIRED.replace('’', 'â€™'));
});

test('the note one is in, with what was just typed', async () => {
  await start();
  const view = await hands.cursorIn('Other.md', 0);
  view.editor.replaceRange('JosÃ© ', { line: 0, ch: 0 });
  const typed = view.editor.getValue();
  await hands.run('repair-note');
  expect(shown()).toEqual([['Other.md, line 1', 'Ã©,Ã©', 'é,é']]);
  await submit();
  await hands.sees('.rapport-undo');
  expect(view.editor.getValue()).toBe('José Not indexed: ét');
  await hands.run('undo-last-change');
  expect(view.editor.getValue()).toBe(typed);
});

test('a line that changed while it was shown is left alone, and that is said', async () => {
  await start();
  await hands.run('repair-all');
  await host.outside.write('a.md', NOTE.replace('request', 'question'));
  await submit();
  expect(await hands.note('a.md')).toBe(REPAIRED.replace('request', 'question').replace('’', 'â€™'));
  expect(notices().at(-1)).toMatch(
    /^Repaired 2 lines\.Undoa\.md, line 7: The line is not in the note any more/,
  );
});

test.each([
  ['Clean', 'There is no damaged text.'],
  ['ðŸ and Caf\uFFFD', '2 places cannot be repaired for certain.'],
])('%s: nothing to show', async (text, says) => {
  await start({ 'a.md': text });
  await hands.cursorIn('a.md', 0);
  await hands.run('repair-note');
  expect(document.querySelector('.modal')).toBeNull();
  expect(notices()).toEqual([says]);
});

test('without a note there is nothing to repair in', async () => {
  await start();
  expect(host.isAvailable('rapport:repair-note')).toBe(false);
});
