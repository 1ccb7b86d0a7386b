import { Plugin, type MarkdownView } from 'obsidian';
import manifest from '../../manifest.json';
import RapportPlugin from '../../src/main';
import { createHost, type Host } from '../host';
import { meetingNote } from '../notes';
import { Hands, notices, stopTheCalendar, TODAY } from './hands';
import { one, settled, startPlugin, texts } from './plugin';

let host: Host;
let hands: Hands;
stopTheCalendar();
afterEach(() => host.destroy());

const NOTE = meetingNote({
  person: 'Dana Ochoa',
  tasks: [
    '- [?] Send the sheet. @Dana Ochoa #proposed',
    '- [ ?] Book a room.',
    '- [ ] Read it. #proposed',
    '- [ ] Call.',
    '- [x] Done.',
    '- [-] No.',
    '- Only a list item',
    '',
    '```',
    '- [?] In code.',
    '```',
    '%%',
    '- [?] In a comment.',
    '%%',
  ],
});
const PROPOSED = ['Send the sheet.', 'Book a room.', 'Read it.'];

type Mode = 'preview' | 'live' | 'source';

async function start(note: string, mode: Mode, settings: object = {}): Promise<MarkdownView> {
  host = await startPlugin({ 'a.md': note }, settings);
  hands = new Hands(host);
  return open(mode);
}

async function open(mode: Mode): Promise<MarkdownView> {
  const view = await host.openNote('a.md', { mode: mode === 'preview' ? 'preview' : 'source' });
  await view.setState({ ...view.getState(), source: mode === 'source' }, { history: false });
  await settled(host);
  return view;
}

const room = (mode: Mode): HTMLElement =>
  one(mode === 'preview' ? '.markdown-reading-view' : '.markdown-source-view');
const buttons = (mode: Mode): HTMLElement[] => [
  ...room(mode).querySelectorAll<HTMLElement>('.rapport-line-buttons'),
];
/** What the lines say that can be decided. */
const decidable = (mode: Mode): string[] =>
  buttons(mode).map(
    box => /\w[\w ]*\./.exec(box.closest('.cm-line, li')?.textContent?.replace(/^.*\]/, '') ?? '')?.[0] ?? '',
  );
const states = (mode: Mode): (string | undefined)[] =>
  [...room(mode).querySelectorAll('.rapport-line')].map(
    line => /is-(?!checked)[\w-]+/.exec(line.className)?.[0],
  );

async function press(mode: Mode, decision: 'accept' | 'reject', i: number): Promise<void> {
  const button = buttons(mode)[i]?.querySelector<HTMLElement>(`.rapport-${decision}`);
  if (!button) throw new Error(`no ${decision} ${i}`);
  button.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
  await hands.click(button);
}

const pause = async () => {
  await new Promise(resolve => setTimeout(resolve, 350));
  await settled(host);
};

describe.each<Mode>(['live', 'preview'])('in %s', mode => {
  test('proposed lines have buttons, whatever the box, and every task its state; code and comments have neither', async () => {
    await start(NOTE, mode);
    expect(decidable(mode)).toEqual(PROPOSED);
    expect(states(mode)).toEqual([
      'is-proposed',
      'is-proposed',
      'is-proposed',
      'is-accepted',
      'is-done',
      'is-rejected',
    ]);
  });

  test('the buttons say what they do, and take no Tab in the editor', async () => {
    await start(NOTE, mode);
    const [box] = buttons(mode);
    const labels = [...(box?.children ?? [])].map(each => each.getAttribute('aria-label'));
    const of = mode === 'live' ? '' : ': Send the sheet.';
    expect(labels).toEqual([`Promote${of}`, `Reject${of}`]);
    expect((box?.firstElementChild as HTMLElement).tabIndex).toBe(mode === 'live' ? -1 : 0);
  });

  test('accept and reject change the line, and undo takes it back', async () => {
    await start(NOTE, mode);
    await press(mode, 'accept', 1);
    expect(await hands.note('a.md')).toBe(NOTE.replace('[ ?] Book', '[ ] Book'));
    expect(notices().join()).toContain('Promoted 1 task');
    expect(decidable(mode)).toEqual(['Send the sheet.', 'Read it.']);
    await press(mode, 'reject', 1);
    expect(await hands.note('a.md')).toContain(`- [-] Read it. ❌ ${TODAY}\n`);
    await hands.run('undo-last-change');
    await hands.run('undo-last-change');
    expect(await hands.note('a.md')).toBe(NOTE);
    expect(decidable(mode)).toEqual(PROPOSED);
  });

  test('of equal lines the one is changed that the button stands in', async () => {
    await start(
      meetingNote({ person: 'Dana Ochoa', tasks: ['- [?] Call.', '- [?] Call.', '- [?] Call.'] }),
      mode,
    );
    await press(mode, 'accept', 1);
    expect(await hands.note('a.md')).toContain('- [?] Call.\n- [ ] Call.\n- [?] Call.\n');
  });

  test('nested items, numbers and callouts count too', async () => {
    const tasks = ['1. [?] One.', '   - [?] Two.', '   - Three', '', '> [!todo] Later', '> - [?] Four.'];
    await start(meetingNote({ person: 'Dana Ochoa', tasks }), mode);
    expect(decidable(mode)).toEqual(['One.', 'Two.', 'Four.']);
    await press(mode, 'accept', 2);
    await press(mode, 'accept', 1);
    expect(await hands.note('a.md')).toContain(
      '1. [?] One.\n   - [ ] Two.\n   - Three\n\n> [!todo] Later\n> - [ ] Four.\n',
    );
  });

  test('notes of other types are left alone, until they are of ours', async () => {
    const other = NOTE.replace('type: people', 'type: other');
    await start(other, mode);
    expect([states(mode), buttons(mode)]).toEqual([[], []]);
    await host.outside.write('a.md', NOTE);
    await settled(host);
    await settled(host);
    expect(decidable(mode)).toEqual(PROPOSED);
  });

  test('what was drawn before the notes were read is drawn again', async () => {
    host = await createHost({ files: { 'a.md': NOTE } });
    hands = new Hands(host);
    await host.layoutReady();
    await open(mode);
    await host.loadPlugin(RapportPlugin, manifest);
    await settled(host);
    expect(decidable(mode)).toEqual(PROPOSED);
  });

  test('turned off in the settings they go at once, and come back', async () => {
    await start(NOTE, mode, { taskButtons: false });
    expect(buttons(mode)).toEqual([]);
    expect(states(mode)).toHaveLength(6);
    const tab = host.openSettings('rapport');
    const item = [...tab.querySelectorAll('.setting-item')].find(each =>
      each.textContent?.startsWith('Buttons at proposed tasks'),
    );
    await hands.click(one('.checkbox-container', item));
    expect(decidable(mode)).toEqual(PROPOSED);
    await hands.click(one('.checkbox-container', item));
    expect(buttons(mode)).toEqual([]);
  });

  test('on a touch screen there are none', async () => {
    host = await createHost({ files: { 'a.md': NOTE }, mobile: true });
    await host.loadPlugin(RapportPlugin, manifest);
    await host.layoutReady();
    await open(mode);
    expect(buttons(mode)).toEqual([]);
    expect(states(mode)).toHaveLength(6);
  });

  test('with the symbol and tag of the settings', async () => {
    const note = NOTE.replaceAll('[?]', '[!]').replaceAll('[ ?]', '[!]').replaceAll('#proposed', '#maybe');
    await start(note, mode, { proposedSymbol: '!', proposedTag: '#maybe' });
    expect(decidable(mode)).toEqual(PROPOSED);
  });

  test('when the plugin goes, so does all of it', async () => {
    await start(NOTE, mode);
    host.unloadPlugin('rapport');
    await settled(host);
    expect(room(mode).querySelectorAll('[class*="rapport"]')).toHaveLength(0);
    expect(room(mode).textContent).toContain('Send the sheet.');
  });
});

test('in source mode the line has its state, and no buttons', async () => {
  await start(NOTE, 'source');
  expect(states('source')).toHaveLength(6);
  expect(buttons('source')).toEqual([]);
  await open('live');
  expect(decidable('live')).toEqual(PROPOSED);
  await open('source');
  expect(buttons('source')).toEqual([]);
});

describe('while somebody types', () => {
  const type = (view: MarkdownView, text: string, line: number, ch = 0) =>
    view.editor.replaceRange(text, { line, ch });
  const lineOf = ({ editor }: MarkdownView, text: string) =>
    editor
      .getValue()
      .split('\n')
      .findIndex(line => line.includes(text));

  test('a line that becomes proposed has its buttons at once, and loses them as soon', async () => {
    const view = await start(NOTE, 'live');
    const line = lineOf(view, '] Call.');
    view.editor.replaceRange('?', { line, ch: 3 }, { line, ch: 4 });
    expect(decidable('live')).toEqual([...PROPOSED, 'Call.']);
    view.editor.replaceRange(' ', { line, ch: 3 }, { line, ch: 4 });
    expect(decidable('live')).toEqual(PROPOSED);
  });

  test('code and comments stay what they are while text moves above them', async () => {
    const view = await start(NOTE, 'live');
    const typed = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.', 'Seven.', 'Eight.', 'Nine.', 'Ten.'];
    type(view, typed.map(each => `- [?] ${each}\n`).join(''), lineOf(view, 'Send'));
    expect(decidable('live')).toEqual([...typed, ...PROPOSED]);
    await pause();
    expect(decidable('live')).toEqual([...typed, ...PROPOSED]);
  });

  test('a new code block is seen after a pause, and so is one that is gone', async () => {
    const view = await start(NOTE, 'live');
    const fence = { line: lineOf(view, 'Send'), ch: 0 };
    view.editor.replaceRange('```\n', fence);
    await pause();
    // From here on code is text, and text is code.
    expect(decidable('live')).toEqual(['In code.']);
    view.editor.replaceRange('', fence, { line: fence.line + 1, ch: 0 });
    await pause();
    expect(decidable('live')).toEqual(PROPOSED);
  });

  test('what is pressed then is the line as it stands now, in the editor with one step of undo', async () => {
    const view = await start(NOTE, 'live');
    type(view, '- [?] First.\n', lineOf(view, 'Send'));
    type(view, ' now', lineOf(view, 'Book'), '- [ ?] Book'.length);
    const typed = view.editor.getValue();
    await press('live', 'accept', 2);
    await pause();
    expect(view.editor.getValue()).toBe(typed.replace('[ ?] Book now', '[ ] Book now'));
    view.editor.undo();
    expect(view.editor.getValue()).toBe(typed);
  });

  test('the cursor stays where it was when a button is pressed', async () => {
    const view = await start(NOTE, 'live');
    view.editor.setCursor({ line: 3, ch: 2 });
    await press('live', 'accept', 0);
    expect(view.editor.getCursor()).toEqual({ line: 3, ch: 2 });
  });
});

describe('in the reading view', () => {
  test('what another wrote above meanwhile does not shift the decision', async () => {
    const view = await start(NOTE, 'preview');
    await host.app.vault.process(view.file!, text => text.replace('- [?] Send', '- [?] New.\n- [?] Send'));
    await press('preview', 'accept', buttons('preview').length - 2);
    expect(await hands.note('a.md')).toContain('- [ ] Book a room.');
  });

  test('where items are drawn that were not read, nothing is added', async () => {
    const tasks = ['- [?] Call.', '  <ul><li>Raw</li></ul>'];
    await start(meetingNote({ person: 'Dana Ochoa', tasks }), 'preview');
    expect([states('preview'), buttons('preview')]).toEqual([[], []]);
  });

  test('an item that stands where another was read is not taken for it', async () => {
    host = await createHost({ files: { 'a.md': meetingNote({ tasks: ['- [?] One.', '- [x] Two.'] }) } });
    class Reverser extends Plugin {
      override onload() {
        this.registerMarkdownPostProcessor(el => {
          for (const list of el.querySelectorAll('ul')) list.append(...[...list.children].reverse());
        });
      }
    }
    await host.loadPlugin(Reverser, { ...manifest, id: 'reverser' });
    await host.loadPlugin(RapportPlugin, manifest);
    await host.layoutReady();
    await open('preview');
    expect(texts('li', room('preview')).map(text => text.trim())).toEqual(['Two.', 'One.']);
    expect(states('preview')).toEqual([]);
  });

  test('the text is what it was, but for the buttons', async () => {
    await start(NOTE, 'preview');
    const withPlugin = texts('li', room('preview'));
    host.unloadPlugin('rapport');
    await settled(host);
    expect(withPlugin).toEqual(texts('li', room('preview')));
  });
});
