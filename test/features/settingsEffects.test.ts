import type { Host } from '../host';
import { meetingNote } from '../notes';
import { Hands, notices, stopTheCalendar, TODAY } from './hands';
import { one, settled, startPlugin, texts } from './plugin';

stopTheCalendar();
let host: Host;
let hands: Hands;
afterEach(() => host.destroy());

async function start(files: Record<string, string>, data?: unknown): Promise<void> {
  host = await startPlugin(files, data);
  hands = new Hands(host);
}

/** The row of a setting in the plugin's tab, opened where it is not. */
function setting(name: string): HTMLElement {
  return settingIn(name, host.openSettings('rapport'));
}

function settingIn(name: string, tab: ParentNode = document): HTMLElement {
  const row = [...tab.querySelectorAll<HTMLElement>('.setting-item')].find(
    item => one('.setting-item-name', item).textContent === name,
  );
  if (!row) throw new Error(`no setting ${name}`);
  return row;
}

async function write(name: string, value: string): Promise<HTMLElement> {
  const row = setting(name);
  const field = one('input, textarea', row) as HTMLInputElement;
  field.value = value;
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  await settled(host);
  return row;
}

const PROPOSED = '- [?] Send the sheet @Dana Ochoa #proposed';
const ACCEPTED = '- [ ] Book the room @Dana Ochoa';
const NOTE = meetingNote({ person: 'Dana Ochoa', tasks: [PROPOSED, ACCEPTED] });

async function at(line: string, command: string): Promise<void> {
  await hands.cursorIn('a.md', line);
  expect(await hands.run(command)).toBe(true);
}

const expectNote = async (from: string, to: string) =>
  expect(await hands.note('a.md')).toBe(NOTE.replace(from, to));

const TASKS = '.obsidian/plugins/obsidian-tasks-plugin/data.json';

describe('“Proposed tasks in the Tasks plugin” tells what the Tasks plugin makes of the symbol', () => {
  const INSTALLED = { [TASKS.replace('data', 'manifest')]: '{}' };
  const custom = (...customStatuses: unknown[]) => JSON.stringify({ statusSettings: { customStatuses } });
  const says = async () => {
    const row = setting('Proposed tasks in the Tasks plugin');
    await settled(host);
    return one('.setting-item-description', row).textContent;
  };
  const copyButton = () =>
    settingIn('Proposed tasks in the Tasks plugin').querySelector<HTMLElement>('button');

  test('nothing, where it is not installed', async () => {
    await start({});
    expect(await says()).toMatch(/ It is not installed here\.$/);
    expect(copyButton()).toBeNull();
  });

  test('a status it knows by name and type', async () => {
    await start({
      ...INSTALLED,
      [TASKS]: custom(
        null,
        { symbol: '?', name: 'Question', type: 'TODO' },
        { symbol: '?', name: 'No', type: 'DONE' },
      ),
    });
    expect(await says()).toMatch(/ It knows \[\?\] as “Question”, of type TODO\. It counts as open there; /);
    expect(copyButton()?.textContent).toBe('Copy status');
  });

  test.each([
    ['TODO', true],
    ['IN_PROGRESS', true],
    ['ON_HOLD', true],
    ['DONE', false],
    ['CANCELLED', false],
    ['NON_TASK', false],
  ])('a status of type %s counts as open: %s', async (type, isOpen) => {
    await start({ ...INSTALLED, [TASKS]: custom({ symbol: '?', name: 'Question', type }) });
    expect((await says())?.includes('It counts as open there')).toBe(isOpen);
    expect(copyButton() !== null).toBe(isOpen);
  });

  test('a clipboard that refuses is told', async () => {
    await start(INSTALLED);
    await says();
    const writeText = () => Promise.reject(new Error('Write permission denied.'));
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    await hands.click(copyButton() as HTMLElement);
    expect(notices()).toEqual(['It could not be copied: Write permission denied.']);
  });

  test.each<[what: string, tasks: Record<string, string>]>([
    ['it has no settings yet', {}],
    ['its settings are broken', { [TASKS]: '{"statusSettings' }],
    ['it knows other symbols', { [TASKS]: custom({ symbol: '!', name: 'Important', type: 'TODO' }) }],
  ])('where %s, a status is there to copy, and comes back from it as one it knows', async (_what, tasks) => {
    await start({ ...INSTALLED, ...tasks });
    expect(await says()).toContain('Here it has no status for [?].');
    const copied: string[] = [];
    const writeText = async (text: string) => void copied.push(text);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    await settled(host);
    await hands.click(copyButton() as HTMLElement);
    expect(notices()).toEqual(['Status copied.']);
    expect(JSON.parse(copied[0] ?? '')).toEqual({
      symbol: '?',
      name: 'Proposed',
      nextStatusSymbol: ' ',
      availableAsCommand: false,
      type: 'NON_TASK',
    });
    await host.outside.write(TASKS, custom(JSON.parse(copied[0] ?? '')));
    expect(await says()).toMatch(/ It knows \[\?\] as “Proposed”, of type NON_TASK\.$/);
  });

  test('it follows the setting beside it', async () => {
    await start({ ...INSTALLED, [TASKS]: custom({ symbol: '!', name: 'Important', type: 'DONE' }) });
    const row = setting('Proposed tasks in the Tasks plugin');
    await settled(host);
    const field = one('input', settingIn('Symbol of a proposed task')) as HTMLInputElement;
    field.value = '!';
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
    await settled(host);
    expect(row.textContent).toContain('It knows [!] as “Important”');
    expect(row.querySelector('button')).toBeNull();
  });
});

describe('“Take symbols from the Tasks plugin”', () => {
  const OURS = '.obsidian/plugins/rapport/data.json';
  const status = (symbol: string, name: string, type: string) => ({
    symbol,
    name,
    nextStatusSymbol: 'x',
    availableAsCommand: true,
    type,
  });
  const data = (customStatuses: unknown, coreStatuses: unknown = []) =>
    JSON.stringify({ statusSettings: { coreStatuses, customStatuses } });
  const take = () => hands.click(setting('Take symbols from the Tasks plugin'));
  const shown = (name: string) => (one('input', setting(name)) as HTMLInputElement).value;
  const startWith = (tasks?: string) =>
    start({ 'a.md': NOTE, ...(tasks !== undefined && { [TASKS]: tasks }) });

  test('takes both, says so, shows them in the fields and keeps them; its file is as it was', async () => {
    const tasks = data(
      [status('!', 'Proposed', 'TODO'), status('R', 'Rejected', 'CANCELLED')],
      [status(' ', 'Todo', 'TODO'), status('-', 'Cancelled', 'CANCELLED')],
    );
    await startWith(tasks);
    await take();
    expect(notices()).toEqual(['Proposed is now [!], rejected is now [R].']);
    expect([shown('Symbol of a proposed task'), shown('Symbol of a rejected task')]).toEqual(['!', 'R']);
    expect(JSON.parse(await host.app.vault.adapter.read(OURS))).toMatchObject({
      proposedSymbol: '!',
      rejectedSymbol: 'R',
    });
    expect(await host.app.vault.adapter.read(TASKS)).toBe(tasks);
  });

  test('what is taken is what is read and written from then on', async () => {
    await start({
      'a.md': NOTE.replace('- [?]', '- [!]'),
      [TASKS]: data([status('!', 'proposed', 'TODO'), status('R', 'No', 'CANCELLED')]),
    });
    await take();
    await hands.cursorIn('a.md', PROPOSED.replace('[?]', '[!]'));
    await hands.run('reject-task');
    expect(await hands.note('a.md')).toContain(`- [R] Send the sheet @Dana Ochoa ❌ ${TODAY}\n`);
  });

  test('a status named Proposed alone leaves the rejected one', async () => {
    await startWith(data([status('>', ' PROPOSED ', 'TODO')]));
    await take();
    expect(notices()).toEqual(['Proposed is now [>], rejected is now [-].']);
  });

  test('the core status is taken where there is no other', async () => {
    await start({ [TASKS]: data([], [status('c', 'Cancelled', 'CANCELLED')]) }, { rejectedSymbol: 'R' });
    await take();
    expect(notices()).toEqual(['Proposed is now [?], rejected is now [c].']);
  });

  test.each<[what: string, tasks: string | undefined]>([
    ['there is no such plugin', undefined],
    ['its settings are broken', '{"statusSettings": {"customSta'],
    ['its settings are empty', ''],
    ['they are null', 'null'],
    ['they are of another version', '{"statusSettings": {"customStatusTypes": []}}'],
    ['its statuses are no list', data('none')],
    ['its statuses are no statuses', data([null, 1, { symbol: '!' }, { name: 'Proposed', type: 'TODO' }])],
    ['no status is proposed or cancelled', data([status('/', 'In Progress', 'IN_PROGRESS')])],
  ])('where %s, it says that there is nothing to take, and changes nothing', async (_what, tasks) => {
    await startWith(tasks);
    await take();
    expect(notices()).toEqual([
      'Nothing to take over: no status of that plugin is named proposed, and none has the type cancelled.',
    ]);
    expect([shown('Symbol of a proposed task'), shown('Symbol of a rejected task')]).toEqual(['?', '-']);
    const { adapter } = host.app.vault;
    expect(await adapter.exists(OURS)).toBe(false);
    expect((await adapter.exists(TASKS)) ? await adapter.read(TASKS) : undefined).toBe(tasks);
  });
});

describe('“Take symbols from the Tasks plugin”, where a symbol cannot be used here', () => {
  const SAME = 'is taken: Symbol of a rejected task.';
  const [PROPOSED_X, CANCELLED] = [
    { symbol: 'x', name: 'Proposed', type: 'DONE' },
    { symbol: 'c', name: 'Cancelled', type: 'CANCELLED' },
  ];
  test.each<[what: string, statuses: unknown[], says: string]>([
    [
      'it means something else',
      [PROPOSED_X],
      '[x] cannot be used here. This character already means something',
    ],
    ['it is empty', [{ ...PROPOSED_X, symbol: '' }], '[] cannot be used here. The box holds exactly one'],
    ['one of two is right', [PROPOSED_X, CANCELLED], '[x] cannot be used here. '],
    ['the other has it', [{ ...PROPOSED_X, symbol: '-' }], `[-] cannot be used here. “-” ${SAME}`],
    [
      'the other has it there',
      [{ ...CANCELLED, symbol: '?' }],
      '[?] cannot be used here. “?” is taken: Symbol',
    ],
  ])('%s: that is said, and nothing is taken', async (_what, customStatuses, says) => {
    await start({ [TASKS]: JSON.stringify({ statusSettings: { customStatuses } }) });
    await hands.click(setting('Take symbols from the Tasks plugin'));
    expect(notices()[0]).toContain(`Nothing taken over, since ${says}`);
    expect(await host.app.vault.adapter.exists('.obsidian/plugins/rapport/data.json')).toBe(false);
  });
});

describe('what promoting and rejecting write', () => {
  beforeEach(() => start({ 'a.md': NOTE }));

  test('as it comes: no tag, no date of acceptance, the date of the rejection', async () => {
    await at(PROPOSED, 'promote-task');
    await expectNote(PROPOSED, '- [ ] Send the sheet @Dana Ochoa');
    await hands.run('undo-last-change');
    await at(PROPOSED, 'reject-task');
    await expectNote(PROPOSED, `- [-] Send the sheet @Dana Ochoa ❌ ${TODAY}`);
  });

  test('a tag of accepted tasks is added once', async () => {
    await write('Tag of an accepted task', '#mine');
    await at(PROPOSED, 'promote-task');
    await expectNote(PROPOSED, '- [ ] Send the sheet @Dana Ochoa #mine');
  });

  test('one that is there already is not doubled', async () => {
    await write('Tag of an accepted task', '#mine');
    const view = await hands.cursorIn('a.md', PROPOSED);
    const tagged = PROPOSED.replace('#proposed', '#Mine #proposed');
    view.editor.setLine(view.editor.getCursor().line, tagged);
    await hands.note('a.md');
    await hands.run('promote-task');
    await hands.sees('.notice');
    await expectNote(PROPOSED, '- [ ] Send the sheet @Dana Ochoa #Mine');
  });

  test('what is no tag is not taken, and the reason stands beside it', async () => {
    const row = await write('Tag of an accepted task', 'mine');
    expect(row.parentElement?.textContent).toContain('A tag begins with # and holds nothing but');
    await at(PROPOSED, 'promote-task');
    await expectNote(PROPOSED, '- [ ] Send the sheet @Dana Ochoa');
  });

  test('the date of acceptance', async () => {
    await hands.click(one('.checkbox-container', setting('Date accepted tasks')));
    await at(PROPOSED, 'promote-task');
    await expectNote(PROPOSED, `- [ ] Send the sheet @Dana Ochoa ➕ ${TODAY}`);
  });

  test('no date of the rejection', async () => {
    await hands.click(one('.checkbox-container', setting('Date rejected tasks')));
    await at(ACCEPTED, 'reject-task');
    await expectNote(ACCEPTED, '- [-] Book the room @Dana Ochoa');
  });

  test('symbols and tag of one’s own', async () => {
    await write('Symbol of a rejected task', 'R');
    await write('Tag of a proposed task', '#maybe');
    await at(PROPOSED, 'reject-task');
    await expectNote(PROPOSED, `- [R] Send the sheet @Dana Ochoa #proposed ❌ ${TODAY}`);
  });
});

describe('headings of one’s own', () => {
  const summaries = () => texts('.rapport-meeting-summary');

  beforeEach(async () => {
    await start({ 'a.md': `${NOTE}\n## Zusammenfassung\nAlles gut.\n\n### Fazit\nNichts weiter.\n` });
    await hands.openPerson('dana ochoa');
  });

  test('once set, the summary is shown on the page of the person', async () => {
    expect(summaries()).toEqual([]);
    await write('Headings of a summary', 'Ergebnis\nzusammenfassung');
    expect(summaries().join()).toContain('Alles gut.');
    await write('Headings of a summary', '');
    expect(summaries()).toEqual([]);
  });

  test('the usual ones are read all the same', async () => {
    await write('Headings of a summary', 'Zusammenfassung');
    await host.outside.write(
      'b.md',
      meetingNote({ person: 'Dana Ochoa', date: '2026-01-09', summary: 'All is well.' }),
    );
    await settled(host);
    expect(summaries()[0]).toBe('All is well.');
    expect(summaries()[1]).toContain('Alles gut.');
  });
});
