import type { MarkdownView } from 'obsidian';
import manifest from '../../manifest.json';
import type { HoverChoices } from '../../src/core/hoverChoices';
import { linkAround } from '../../src/features/personOfLink';
import RapportPlugin from '../../src/main';
import { createHost, type Host } from '../host';
import { meetingNote, profileNote } from '../notes';
import { Hands, withText } from './hands';
import { one, readNote, settled, startPlugin, texts } from './plugin';

let host: Host;
afterEach(() => host.destroy());

const FILES = {
  'People/Dana Ochoa/README.md': profileNote({ role: 'Head of platform', company: 'Umbra Labs' }),
  'People/Omar Haddad.md': profileNote({ role: 'Sales' }),
  'Umbra Labs.md': 'A company.\n',
  'Jo Lind.md': 'A note that is none of ours.\n',
  'Other.md': 'Whatever.\n',
  'a.md': `${meetingNote({
    person: 'Dana Ochoa',
    participants: ['Omar Haddad', 'Jo Lind'],
    date: '2026-01-08',
    summary: 'Agreed on the pilot.',
    tasks: [
      '- [?] Send it. @Myself #proposed',
      '- [ ] Call the depot. @Omar',
      '- [?] Ask @Dana Ochoa #proposed',
    ],
  })}
With [[Dana Ochoa]], [[Omar Haddad|him]], [[Umbra Labs]], [[Nobody Known]] and [[Jo Lind]].

# About [[Dana Ochoa#Notes|her notes]]

| who |
|---|
| [[Omar Haddad\\|the one]] |

> [!note] Title
> Seen [[Dana Ochoa|D.]]
`,
};

type Mode = 'preview' | 'live' | 'source';

async function start(mode: Mode, settings: object = {}): Promise<HTMLElement> {
  host = await startPlugin(FILES, settings);
  return (await open(mode)).containerEl;
}

async function open(mode: Mode, path = 'a.md'): Promise<MarkdownView> {
  const view = await host.openNote(path, { mode: mode === 'preview' ? 'preview' : 'source' });
  await view.setState({ ...view.getState(), source: mode === 'source' }, { history: false });
  await host.settle();
  return view;
}

/** Moves the pointer, which rests on `to` from then on. */
async function move(from: Element, to: Element, init: MouseEventInit = {}): Promise<void> {
  const events = { bubbles: true, cancelable: true, ...init };
  from.dispatchEvent(new MouseEvent('mouseout', { ...events, relatedTarget: to }));
  to.dispatchEvent(new MouseEvent('mouseover', { ...events, relatedTarget: from }));
  await rest();
}

const hover = (element: Element, init?: MouseEventInit) => move(document.body, element, init);

async function rest(): Promise<void> {
  await new Promise(resolve => setTimeout(resolve, 320));
  await host.settle();
}

const cards = () => document.querySelectorAll('.hover-popover .rapport-card').length;
const popovers = () => document.querySelectorAll('.hover-popover').length;
const shown = (doc: Document = document) => texts('.hover-popover .rapport-card .rapport-name', doc);
const MOD = { ctrlKey: true, metaKey: true };

const link = (within: Element, text: string): HTMLElement => {
  const all = within.querySelectorAll<HTMLElement>('a.internal-link, .cm-hmd-internal-link, .rapport-owner');
  const found = [...all].find(element => element.textContent === text && element.isShown());
  if (!found) throw new Error(`no ${text} among ${[...all].map(each => each.textContent).join(' | ')}`);
  return found;
};

describe('over a link', () => {
  test('that resolves to nothing, but names somebody known, the card shows', async () => {
    await hover(link(await start('preview'), 'Dana Ochoa'));
    const card = one('.hover-popover .rapport-card');
    for (const fact of [
      'Dana Ochoa',
      'Head of platform · Umbra Labs',
      'Last met',
      'Agreed on the pilot.',
      '2 proposed',
    ])
      expect(card.textContent).toContain(fact);
  });

  test.each<[Mode, string, string]>([
    ['preview', 'him', 'Omar Haddad'],
    ['preview', 'her notes', 'Dana Ochoa'],
    ['preview', 'the one', 'Omar Haddad'],
    ['preview', 'D.', 'Dana Ochoa'],
    ['preview', 'Jo Lind', 'Jo Lind'],
    ['preview', '@Omar', 'Omar Haddad'],
    ['preview', '@Dana Ochoa', 'Dana Ochoa'],
    ['live', 'him', 'Omar Haddad'],
    ['live', 'her notes', 'Dana Ochoa'],
    ['live', 'D.', 'Dana Ochoa'],
    ['live', '@Omar', 'Omar Haddad'],
    ['source', 'Omar Haddad|him', 'Omar Haddad'],
    ['source', 'Dana Ochoa#Notes|her notes', 'Dana Ochoa'],
    ['source', 'Omar Haddad\\|the one', 'Omar Haddad'],
    ['source', '@Omar', 'Omar Haddad'],
    ['source', '@Dana Ochoa', 'Dana Ochoa'],
  ])('in %s: %s', async (mode, text, name) => {
    await hover(link(await start(mode), text));
    expect(shown()).toEqual([name]);
  });

  test.each(['Umbra Labs', 'Nobody Known'])('to %s, who is nobody, none does', async text => {
    await hover(link(await start('preview'), text));
    expect(popovers()).toBe(text === 'Umbra Labs' ? 1 : 0);
    expect(cards()).toBe(0);
  });

  // As the app draws them; the stand-in draws no properties, no embeds and no canvas.
  test.each([
    [
      'a property',
      '<div class="metadata-link"><div class="metadata-link-inner internal-link" data-href="Dana Ochoa">Dana</div></div>',
    ],
    [
      'a list property',
      '<div class="multi-select-pill"><div class="multi-select-pill-content internal-link" data-href="Dana Ochoa"><span>D.</span></div></div>',
    ],
    [
      'an embed',
      '<span class="internal-embed" src="a"><p>With <a class="internal-link" data-href="Dana">Dana</a></p></span>',
    ],
    [
      'canvas text',
      '<div class="canvas-node"><div class="markdown-preview-view"><a class="internal-link" data-href="Dana Ochoa">D</a></div></div>',
    ],
  ])('in %s', async (_where, html) => {
    host = await startPlugin(FILES);
    const { containerEl } = await open('live', 'Other.md');
    const box = containerEl.createDiv();
    box.append(document.createRange().createContextualFragment(html));
    const [innermost] = [...box.querySelectorAll('*')].reverse();
    await hover(innermost ?? box);
    expect(shown()).toEqual(['Dana Ochoa']);
  });

  test('in a pane that is not the active one, the note of that pane counts', async () => {
    host = await startPlugin({ ...FILES, 'b.md': meetingNote({ person: 'Omar Rashid' }) });
    const { containerEl } = await open('preview');
    containerEl.append(
      document.createRange().createContextualFragment('<a class="internal-link" data-href="Omar">O</a>'),
    );
    await host.openNote('b.md', { newLeaf: true });
    await hover(one('[data-href="Omar"]', containerEl));
    expect(shown()).toEqual(['Omar Haddad']);
  });

  test('one link gives one card, however often the event comes', async () => {
    const element = link(await start('preview'), 'Dana Ochoa');
    element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    await hover(element);
    const card = one('.rapport-card');
    await hover(element);
    expect(one('.rapport-card')).toBe(card);
    expect(popovers()).toBe(1);
  });

  test('on a touch screen none opens by itself', async () => {
    host = await createHost({ files: FILES, mobile: true });
    await host.loadPlugin(RapportPlugin, manifest);
    await host.layoutReady();
    await settled(host);
    await hover(link((await open('preview')).containerEl, 'him'));
    expect(cards()).toBe(0);
  });
});

test('an owner’s name in the sidebar shows the card', async () => {
  host = await startPlugin(FILES);
  await new Hands(host).openPerson('dana ochoa');
  await hover(one('.rapport-link[data-person="omar haddad"]'));
  expect(shown()).toEqual(['Omar Haddad']);
});

describe('the card', () => {
  let element: HTMLElement;
  async function openCard(text = 'Dana Ochoa'): Promise<HTMLElement> {
    const note = await start('preview');
    element = link(note, text);
    await hover(element);
    return one('.hover-popover .rapport-card');
  }

  test('stays while the pointer is in it or back on the link, and goes when it leaves', async () => {
    const card = await openCard('him');
    await move(element, card);
    expect(cards()).toBe(1);
    await move(card, element);
    expect([cards(), popovers()]).toEqual([1, 1]);
    await move(element, document.body);
    expect(popovers()).toBe(0);
  });

  test.each([
    ['Escape', () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))],
    ['scrolling', () => one('.markdown-preview-view').dispatchEvent(new Event('scroll'))],
  ])('closes with %s, also while it is still to open', async (_how, close) => {
    await openCard();
    close();
    expect(popovers()).toBe(0);
    await move(element, document.body);
    element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    close();
    await rest();
    expect(popovers()).toBe(0);
    await hover(element);
    expect(cards()).toBe(1);
  });

  test('does not close when it is scrolled itself, or by another key', async () => {
    const card = await openCard();
    card.dispatchEvent(new Event('scroll'));
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    expect(cards()).toBe(1);
  });

  test('opens no other from a name in it, and gives way to that of another link', async () => {
    const card = await openCard();
    const name = one('.rapport-link[data-person]', card);
    await move(element, name);
    expect(shown()).toEqual(['Dana Ochoa']);
    const other = link(one('.markdown-reading-view'), 'him');
    await move(name, other);
    expect(shown()).toEqual(['Omar Haddad']);
    expect(popovers()).toBe(1);
  });

  test('accepts and rejects, and shows what is left', async () => {
    await openCard();
    await new Hands(host).click(one('.rapport-card .rapport-accept'));
    await new Hands(host).click(one('.rapport-card .rapport-reject'));
    const text = await readNote(host, 'a.md');
    expect(text).toContain('- [ ] Send it. @Myself\n');
    expect(text).toMatch(/- \[-\] Ask @Dana Ochoa ❌/);
    expect(shown()).toEqual(['Dana Ochoa']);
  });

  test.each([
    ['the task', '.rapport-task-text', '.workspace-leaf-content[data-type="markdown"]'],
    ['the page', '.rapport-name button', '.rapport-person-page'],
    ['the brief', '.rapport-balance button', '.rapport-brief'],
  ])('leads to %s, and is gone then', async (_what, selector, there) => {
    const card = await openCard();
    await new Hands(host).click(one(selector, card));
    expect(cards()).toBe(0);
    expect(document.querySelector(there)).not.toBeNull();
  });
});

describe('what opens', () => {
  const everywhere = (choice: string) => ({
    hover: {
      reading: choice,
      live: choice,
      source: choice,
      screens: choice,
      elsewhere: choice,
    } as HoverChoices,
  });

  test.each<[Mode, keyof HoverChoices]>([
    ['preview', 'reading'],
    ['live', 'live'],
    ['source', 'source'],
  ])('in %s is a setting of its own', async (mode, surface) => {
    const note = await start(mode, { hover: { [surface]: 'off' } });
    await hover(link(note, '@Omar'));
    expect(cards()).toBe(0);
    await open(mode === 'preview' ? 'live' : 'preview');
    await hover(link(one('.workspace-leaf-content[data-type="markdown"]'), '@Dana Ochoa'));
    expect(cards()).toBe(1);
  });

  test.each<[Mode, string]>([
    ['preview', 'him'],
    ['live', 'him'],
    ['source', 'Omar Haddad|him'],
    ['live', '@Omar'],
  ])('may be the app’s page preview: in %s, over %s', async (mode, text) => {
    await hover(link(await start(mode, everywhere('preview')), text));
    expect(cards()).toBe(0);
    expect(popovers()).toBe(1);
    expect(
      one('.hover-popover').dataset['path'] ?? one('.hover-popover .markdown-preview-view'),
    ).toBeTruthy();
  });

  test('may be nothing; then the app does what it always did', async () => {
    const note = await start('preview', everywhere('off'));
    await hover(link(note, '@Omar'));
    expect(popovers()).toBe(0);
    await hover(link(note, 'him'));
    expect([cards(), popovers()]).toEqual([0, 1]);
  });

  test.each([
    ['that was turned off when there was one switch stays off', { hoverCards: false }, 0],
    ['that was on, on', { hoverCards: true }, 1],
    ['and what was chosen since counts', { hoverCards: false, ...everywhere('card') }, 1],
  ])('%s', async (_what, data, count) => {
    await hover(link(await start('preview', data), '@Omar'));
    expect(cards()).toBe(count);
  });

  test.each<[Mode, string]>([
    ['preview', 'him'],
    ['live', 'him'],
    ['live', '@Omar'],
  ])('with Mod held is the page, and the card goes: in %s, over %s', async (mode, text) => {
    const element = link(await start(mode), text);
    await hover(element);
    expect([cards(), popovers()]).toEqual([1, 1]);
    await hover(element, MOD);
    expect([cards(), popovers()]).toEqual([0, 1]);
  });

  test('with Mod held over a name in the sidebar is the page too', async () => {
    host = await startPlugin(FILES);
    await new Hands(host).openPerson('dana ochoa');
    await hover(one('.rapport-link[data-person="omar haddad"]'), MOD);
    expect([cards(), popovers()]).toEqual([0, 1]);
  });

  test('is chosen in the settings, place by place', async () => {
    host = await startPlugin(FILES);
    const tab = host.openSettings('rapport');
    withText('.setting-item-name', 'Person cards').click();
    await settled(host);
    const names = texts('.setting-item-name', document);
    for (const name of [
      'Reading view',
      'Live preview',
      'Source mode',
      'Rapport’s own screens',
      'Canvas and elsewhere',
    ])
      expect(names).toContain(name);
    const item = withText('.setting-item-name', 'Source mode').closest('.setting-item');
    const select = one('select', item ?? tab) as HTMLSelectElement;
    expect([...select.options].map(option => option.text)).toEqual(['Person card', 'Page preview', 'Off']);
    select.value = 'off';
    select.dispatchEvent(new Event('change'));
    await settled(host);
    await hover(link((await open('source')).containerEl, '@Omar'));
    expect(cards()).toBe(0);
    await hover(link((await open('live')).containerEl, '@Omar'));
    expect(cards()).toBe(1);
  });
});

describe('in another window', () => {
  test.each(['before', 'after'])('that was opened %s the plugin, the card opens in it', async when => {
    host = await createHost({ files: FILES });
    const popOut = () => host.app.workspace.openPopoutLeaf();
    let leaf = when === 'before' ? popOut() : undefined;
    await host.loadPlugin(RapportPlugin, manifest);
    await host.layoutReady();
    await settled(host);
    leaf ??= popOut();
    const file = host.app.vault.getFileByPath('a.md');
    if (!file) throw new Error('no file');
    await leaf.openFile(file, { state: { mode: 'preview' } });
    await settled(host);
    const { containerEl } = leaf.view;
    const element = [...containerEl.querySelectorAll<HTMLElement>('a.internal-link')].find(
      each => each.textContent === 'him' && each.isShown(),
    );
    if (!element) throw new Error('no link');
    await hover(element);
    expect(shown(containerEl.doc)).toEqual(['Omar Haddad']);
    expect(shown()).toEqual([]);
    containerEl.doc.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(shown(containerEl.doc)).toEqual([]);
  });
});

test.each(['open', 'still to open'])(
  'turned off while a card is %s, the plugin leaves nothing behind',
  async when => {
    host = await createHost({ files: FILES });
    await host.layoutReady();
    const note = (await open('preview')).containerEl;
    const before = host.registered();
    await host.loadPlugin(RapportPlugin, manifest);
    await settled(host);
    const element = link(note, 'Dana Ochoa');
    if (when === 'open') await hover(element);
    else element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
    host.unloadPlugin('rapport');
    expect(popovers()).toBe(0);
    await rest();
    expect(popovers()).toBe(0);
    const after = host.registered();
    for (const kind of [
      'popovers',
      'documentListeners',
      'hoverSources',
      'editorExtensions',
      'postProcessors',
    ])
      expect([kind, after[kind]]).toEqual([kind, before[kind]]);
    await hover(link(one('.markdown-reading-view'), 'him'));
    expect(cards()).toBe(0);
  },
);

describe('by command the card shows', () => {
  test.each([
    ['the link', 'With [[Dana Ochoa]], [[Omar Haddad|him]]', 24, 'Omar Haddad'],
    ['the owner', '- [ ] Call the depot. @Omar', 24, 'Omar Haddad'],
    ['whom the note is about, elsewhere', '## Summary', 2, 'Dana Ochoa'],
  ])('%s at the cursor', async (_what, beginning, ch, name) => {
    host = await startPlugin(FILES);
    const { editor } = await open('live');
    const line = editor
      .getValue()
      .split('\n')
      .findIndex(each => each.startsWith(beginning));
    editor.setCursor({ line, ch });
    await new Hands(host).run('show-person-card');
    expect(texts('.modal .rapport-card .rapport-name')).toEqual([name]);
  });

  test('triage, where a task of it leads, is not behind it', async () => {
    const tasks = ['- [?] Send the sizing sheet. #proposed', '- [?] Send the sizing sheet today. #proposed'];
    host = await startPlugin({ 'a.md': meetingNote({ tasks }) });
    const hands = new Hands(host);
    await hands.cursorIn('a.md', 0);
    await hands.run('show-person-card');
    await hands.click(withText('.modal .rapport-link', '1 similar'));
    expect(document.querySelector('.modal')).toBeNull();
    expect(await hands.sees('.rapport-focus')).toBeDefined();
  });
});

test.each([
  ['[[Dana Ochoa]]', 0, 'Dana Ochoa'],
  ['a [[Dana Ochoa|Dana]] b', 16, 'Dana Ochoa|Dana'],
  ['a [[x]] and [[y]]', 14, 'y'],
  ['a [[x]] and', 9, undefined],
  ['a [[open', 5, undefined],
])('the link in %s around %i', (line, ch, expected) => {
  expect(linkAround(line, ch)).toBe(expected);
});
