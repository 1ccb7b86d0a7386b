import type { Host } from '../host';
import { meetingNote } from '../notes';
import { one, readNote, settled, startPlugin, texts } from './plugin';

let host: Host;
afterEach(() => host.destroy());

const PROPOSED = '- [?] Send the sizing sheet. @Myself #task #proposed';
const ACCEPTED = '- [ ] Draft the plan with @Omar 📅 2026-01-10 ^plan';
const RUNNING = '- [/] Count the shelves @Jo';
const DONE = '- [x] Book the room @Dana Ochoa ✅ 2026-01-02';
const WEEKLY = '- [ ] Send the report 🔁 every week 📅 2026-01-10';
const LINES = [PROPOSED, ACCEPTED, RUNNING, DONE, WEEKLY];
const NOTE = meetingNote({ person: 'Dana Ochoa', tasks: LINES });

const TODAY = new Date(2026, 0, 11, 10);
beforeEach(() =>
  jest.useFakeTimers({
    now: TODAY,
    doNotFake: [
      'setTimeout',
      'setInterval',
      'setImmediate',
      'queueMicrotask',
      'nextTick',
      'performance',
      'clearTimeout',
      'clearInterval',
      'clearImmediate',
      'requestAnimationFrame',
      'cancelAnimationFrame',
    ],
  }),
);
afterEach(() => jest.useRealTimers());

/** Opens the note with the cursor in a line and runs a command on it. */
async function at(line: string, command: string): Promise<boolean> {
  const view = await host.openNote('a.md', { mode: 'source' });
  view.editor.setCursor({ line: view.editor.getValue().split('\n').indexOf(line), ch: 3 });
  const ran = host.runCommand(`rapport:${command}`);
  await settled(host);
  return ran;
}

async function noteIs(...replaced: [string, string][]): Promise<void> {
  await host.flushSaves();
  expect(await readNote(host, 'a.md')).toBe(
    replaced.reduce((text, [from, to]) => text.replace(from, () => to), NOTE),
  );
}

function type(words: string): void {
  const field = one('.rapport-dialog-field') as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new Event('input'));
}

async function press(key: string, init: KeyboardEventInit = {}): Promise<void> {
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
  );
  await settled(host);
}

const pick = async (text: string) => {
  const item = [...document.querySelectorAll<HTMLElement>('.suggestion-item')].find(each =>
    each.textContent?.includes(text),
  );
  if (!item) throw new Error(`no ${text} among ${texts('.suggestion-item').join(' | ')}`);
  item.click();
  await settled(host);
};

const click = async (element: HTMLElement) => {
  element.click();
  await settled(host);
};

const notices = () => texts('.notice').join('\n');

describe('a task at the cursor', () => {
  beforeEach(async () => {
    host = await startPlugin({ 'a.md': NOTE });
  });

  const EVERYWHERE = ['set-due-date', 'set-scheduled-date', 'set-priority', 'assign-task', 'edit-task-text'];
  test.each([
    [PROPOSED, ['promote-task', 'reject-task', 'duplicate-task', 'start-task', 'complete-task']],
    [ACCEPTED, ['reject-task', 'duplicate-task', 'start-task', 'complete-task']],
    [RUNNING, ['reject-task', 'duplicate-task', 'complete-task', 'reopen-task']],
    [DONE, ['reopen-task']],
    ['---', null],
  ])('%s is offered what applies to it', async (line, offered) => {
    const view = await host.openNote('a.md', { mode: 'source' });
    view.editor.setCursor({ line: NOTE.split('\n').indexOf(line), ch: 0 });
    const available = host
      .commands()
      .map(({ id }) => id.replace('rapport:', ''))
      .filter(id => /-task|^set-/.test(id) && host.isAvailable(`rapport:${id}`));
    expect(available.sort()).toEqual(offered === null ? [] : [...offered, ...EVERYWHERE].sort());
  });

  test.each([
    ['start-task', PROPOSED, '- [/] Send the sizing sheet. @Myself #task'],
    ['complete-task', ACCEPTED, '- [x] Draft the plan with @Omar 📅 2026-01-10 ✅ 2026-01-11 ^plan'],
    ['reopen-task', DONE, '- [ ] Book the room @Dana Ochoa'],
    ['reopen-task', RUNNING, '- [ ] Count the shelves @Jo'],
  ])('%s', async (command, line, after) => {
    expect(await at(line, command)).toBe(true);
    await noteIs([line, after]);
    expect(await host.runCommand('rapport:undo-last-change')).toBe(true);
    await settled(host);
    await noteIs();
  });

  test('a due date in the user’s words: what they mean is shown before they are taken', async () => {
    await at(ACCEPTED, 'set-due-date');
    expect((one('.rapport-dialog-field') as HTMLInputElement).value).toBe('2026-01-10');
    type('whenever');
    expect(one('.rapport-dialog-meaning').textContent).toContain('next friday');
    expect(one('.rapport-dialog-meaning').classList).toContain('is-error');
    await press('Enter');
    await noteIs();
    type('in 3 days');
    expect(one('.rapport-dialog-meaning').textContent).toBe('Wednesday, 14 January 2026, in 3 days');
    await press('Enter');
    expect(document.querySelector('.modal')).toBeNull();
    await noteIs(['2026-01-10 ^plan', '2026-01-14 ^plan']);
  });

  test('a date is taken away with its button; Escape leaves everything', async () => {
    await at(ACCEPTED, 'set-due-date');
    await press('Escape');
    await noteIs();
    await at(ACCEPTED, 'set-due-date');
    await click(
      [...document.querySelectorAll<HTMLElement>('.modal button')].find(
        b => b.textContent === 'Remove date',
      )!,
    );
    await noteIs([' 📅 2026-01-10 ^plan', ' ^plan']);
  });

  test('where there is no date there is none to take away', async () => {
    await at(PROPOSED, 'set-scheduled-date');
    expect(texts('.modal button')).not.toContain('Remove date');
    type('tomorrow');
    await press('Enter');
    await noteIs([PROPOSED, `${PROPOSED} ⏳ 2026-01-12`]);
  });

  test('priority', async () => {
    await at(PROPOSED, 'set-priority');
    await pick('Highest priority');
    await noteIs([PROPOSED, `${PROPOSED} 🔺`]);
  });

  test('another owner; with Shift one more; nobody', async () => {
    await at(DONE, 'assign-task');
    await pick('Omar');
    await noteIs([DONE, '- [x] Book the room @Omar ✅ 2026-01-02']);
    await at('- [x] Book the room @Omar ✅ 2026-01-02', 'assign-task');
    const input = one('.prompt-input') as HTMLInputElement;
    input.value = 'Dana';
    input.dispatchEvent(new Event('input'));
    await press('Enter', { shiftKey: true });
    await noteIs([DONE, '- [x] Book the room @Omar @Dana Ochoa ✅ 2026-01-02']);
    await at('- [x] Book the room @Omar @Dana Ochoa ✅ 2026-01-02', 'assign-task');
    await pick('Nobody');
    await noteIs([DONE, '- [x] Book the room ✅ 2026-01-02']);
  });

  test('its words, as they stand in the line', async () => {
    await at(ACCEPTED, 'edit-task-text');
    expect((one('.rapport-dialog-field') as HTMLInputElement).value).toBe('Draft the plan with @Omar');
    type('  ');
    await press('Enter');
    await noteIs();
    type('Draft the offer with @Omar');
    await press('Enter');
    await noteIs(['the plan with', 'the offer with']);
  });

  test('a duplicate: the task most like it comes first, and is linked', async () => {
    await host.app.vault.create(
      'b.md',
      meetingNote({ person: 'Jo', tasks: ['- [ ] Send Jo the sizing sheet ^sheet'] }),
    );
    await settled(host);
    await at(PROPOSED, 'duplicate-task');
    expect(texts('.suggestion-item')[0]).toContain('Send Jo the sizing sheet');
    await pick('Send Jo the sizing sheet');
    await noteIs([
      PROPOSED,
      '- [-] Send the sizing sheet. (duplicate of [[b#^sheet]]) @Myself #task ❌ 2026-01-11',
    ]);
  });

  test('without the Tasks plugin a repeating task is left alone, and the message leads to it', async () => {
    await at(WEEKLY, 'complete-task');
    await noteIs();
    expect(notices()).toContain('The task repeats (every week)');
    await click(one('.notice .rapport-refusal-place'));
    const view = await host.openNote('a.md', { mode: 'source' });
    expect(view.editor.getCursor().line).toBe(NOTE.split('\n').indexOf(WEEKLY));
  });
});

describe('with the Tasks plugin', () => {
  const asked: [string, string][] = [];
  async function start(answer: (line: string) => unknown, note = NOTE): Promise<void> {
    asked.length = 0;
    host = await startPlugin({ 'a.md': note });
    const executeToggleTaskDoneCommand = (line: string, path: string) => {
      asked.push([line, path]);
      return answer(line);
    };
    const { plugins } = (host.app as unknown as { plugins: { plugins: Record<string, unknown> } }).plugins;
    plugins['obsidian-tasks-plugin'] = {
      apiV1: { executeToggleTaskDoneCommand },
      unload: () => undefined,
    };
  }
  const NEXT = WEEKLY.replace('01-10', '01-17');
  const COMPLETED = `${WEEKLY.replace('[ ]', '[x]')} ✅ 2026-01-11`;

  test('it writes the next one; one undo takes both lines back', async () => {
    await start(() => `${NEXT}\n${COMPLETED}`);
    await at(WEEKLY, 'complete-task');
    expect(asked.at(-1)).toEqual([WEEKLY, 'a.md']);
    await noteIs([WEEKLY, `${NEXT}\n${COMPLETED}`]);
    host.runCommand('rapport:undo-last-change');
    await settled(host);
    await noteIs();
  });

  test('in a note with CRLF the line between them ends so too', async () => {
    const note = NOTE.replaceAll('\n', '\r\n');
    await start(() => `${NEXT}\n${COMPLETED}`, note);
    await host.openNote('a.md', { mode: 'preview' });
    host.runCommand('rapport:open-people-sidebar');
    await settled(host);
    const back = document.querySelector<HTMLElement>('.rapport-back');
    if (!back) await click(one('.rapport-person-row'));
    const row = [...document.querySelectorAll<HTMLElement>('.rapport-task')].find(each =>
      each.textContent?.includes('Send the report'),
    );
    await click(one('button.rapport-box', row));
    expect(await readNote(host, 'a.md')).toBe(note.replace(WEEKLY, `${NEXT}\r\n${COMPLETED}`));
  });

  test('a proposed task is handed over as an open one', async () => {
    await start(line => `${line.replace('[ ]', '[x]')} ✅ 2026-01-11`);
    await at(PROPOSED, 'complete-task');
    expect(asked.at(-1)?.[0]).toBe('- [ ] Send the sizing sheet. @Myself #task');
    await noteIs([PROPOSED, '- [x] Send the sizing sheet. @Myself #task ✅ 2026-01-11']);
  });

  test.each<[string, (line: string) => unknown]>([
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
    ['answers nothing', () => undefined],
    ['would delete the line', () => ''],
    ['leaves the line as it was', line => line],
    ['says something else', () => '- [x] Another task ✅ 2026-01-11'],
    ['loses the date', line => line.replace('[ ]', '[x]').replace(' 📅 2026-01-10', '')],
  ])('where it %s, our own edit is made', async (_what, answer) => {
    await start(answer);
    await at(ACCEPTED, 'complete-task');
    await noteIs([ACCEPTED, '- [x] Draft the plan with @Omar 📅 2026-01-10 ✅ 2026-01-11 ^plan']);
  });
});

describe('a row in the sidebar', () => {
  const row = (text: string) =>
    [...document.querySelectorAll<HTMLElement>('.rapport-task')].find(each =>
      each.textContent?.includes(text),
    )!;

  beforeEach(async () => {
    host = await startPlugin({
      'a.md': meetingNote({
        person: 'Dana Ochoa',
        tasks: LINES.map(line => line.replace(/@\w+( Ochoa)?/, '@Dana Ochoa')),
      }),
    });
    host.runCommand('rapport:open-people-sidebar');
    await settled(host);
    await click(one('.rapport-person-row'));
  });

  test('its box completes it; a proposed one has to be decided first', async () => {
    expect(row('sizing sheet').querySelector('button.rapport-box')).toBeNull();
    await click(one('button.rapport-box', row('Count the shelves')));
    expect(await readNote(host, 'a.md')).toContain('- [x] Count the shelves @Dana Ochoa ✅ 2026-01-11\n');
  });

  test('its menu offers what applies, and carries it out', async () => {
    row('Count the shelves').dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true }),
    );
    await settled(host);
    expect(texts('.menu .menu-item-title')).toEqual([
      'Reject',
      'Complete',
      'Reopen',
      'Mark as duplicate of…',
      'Set due date…',
      'Set scheduled date…',
      'Set priority…',
      'Assign to…',
      'Edit text…',
      'Open note at this task',
    ]);
    await click(
      [...document.querySelectorAll<HTMLElement>('.menu-item')].find(item => item.textContent === 'Reopen')!,
    );
    expect(await readNote(host, 'a.md')).toContain('- [ ] Count the shelves @Dana Ochoa\n');
  });

  test('says how it repeats', () =>
    expect(row('Send the report')?.textContent ?? '').toContain('every week'));
});

describe('many notes', () => {
  const COUNT = 25;
  const note = (i: number) =>
    meetingNote({ person: 'Dana Ochoa', tasks: [`- [?] Send part ${i} @Myself #proposed`] });
  const promoted = async () => {
    const all = await Promise.all(Array.from({ length: COUNT }, (_, i) => readNote(host, `n${i}.md`)));
    return all.filter(text => text.includes('- [ ] Send part')).length;
  };

  test('how far it is can be seen, and it can be stopped; what was done is taken back as one step', async () => {
    host = await startPlugin(
      Object.fromEntries(Array.from({ length: COUNT }, (_, i) => [`n${i}.md`, note(i)])),
    );
    host.runCommand('rapport:promote-person');
    await settled(host);
    const { vault } = host.app;
    const process = vault.process.bind(vault);
    let written = 0;
    let shown = '';
    vault.process = async (...args) => {
      if (++written === 10) {
        shown = notices();
        one('.notice .rapport-call-off').click();
      }
      return process(...args);
    };
    await pick('Dana Ochoa');
    expect(shown).toContain(`Promote: note 10 of ${COUNT}`);
    expect(await promoted()).toBe(10);
    expect(notices()).toContain('Promoted 10 tasks.');
    expect(notices()).toContain('15 tasks left as they were.');
    expect(document.querySelector('.rapport-call-off')).toBeNull();
    host.runCommand('rapport:undo-last-change');
    await settled(host);
    expect(await promoted()).toBe(0);
  });

  test('five refusals are named, the others counted', async () => {
    host = await startPlugin(Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`n${i}.md`, note(i)])));
    host.app.vault.process = () => Promise.reject(new Error('EACCES: locked'));
    host.runCommand('rapport:promote-person');
    await settled(host);
    await pick('Dana Ochoa');
    expect(document.querySelectorAll('.notice .rapport-refusal')).toHaveLength(5);
    expect(notices()).toContain('EACCES: locked');
    expect(notices()).toContain('… and 3 tasks more that could not be changed.');
  });
});

describe('settings', () => {
  const TASKS = '.obsidian/plugins/obsidian-tasks-plugin/data.json';
  const status = (symbol: string, name: string, type: string) => ({
    symbol,
    name,
    type,
    nextStatusSymbol: 'x',
  });
  const takeSymbols = async () => {
    const settings = host.openSettings('rapport');
    const row = [...settings.querySelectorAll<HTMLElement>('.setting-item')].find(each =>
      each.textContent?.includes('Take symbols from'),
    );
    await click(row!);
  };

  test('the symbols of the Tasks plugin are taken over, and its settings are only read', async () => {
    const data = JSON.stringify({
      statusSettings: {
        coreStatuses: [status('-', 'Cancelled', 'CANCELLED')],
        customStatuses: [status('!', 'Proposed', 'TODO'), status('R', 'Rejected', 'CANCELLED')],
      },
    });
    host = await startPlugin({ 'a.md': NOTE, [TASKS]: data });
    await takeSymbols();
    expect(notices()).toContain('Proposed is now [!], rejected is now [R].');
    expect(await host.app.vault.adapter.read(TASKS)).toBe(data);
    expect(await host.app.vault.adapter.read('.obsidian/plugins/rapport/data.json')).toContain(
      '"rejectedSymbol": "R"',
    );
  });

  test.each([
    ['there is no such plugin', undefined],
    ['its settings are broken', '{"statusSettings": '],
    ['no status fits', '{}'],
    [
      'its symbol means something else already',
      JSON.stringify({ statusSettings: { customStatuses: [status('x', 'Proposed', 'DONE')] } }),
    ],
  ])('nothing is taken over where %s', async (_what, data) => {
    host = await startPlugin({ 'a.md': NOTE, ...(data !== undefined && { [TASKS]: data }) });
    await takeSymbols();
    expect(notices()).toContain('Nothing to take over');
  });

  test('what accepting and rejecting write', async () => {
    host = await startPlugin(
      { 'a.md': NOTE },
      { acceptedTag: '#mine', stampAccepted: true, stampRejected: false },
    );
    await at(PROPOSED, 'promote-task');
    await noteIs([PROPOSED, '- [ ] Send the sizing sheet. @Myself #task ➕ 2026-01-11 #mine']);
    await at(ACCEPTED, 'reject-task');
    await noteIs(
      [PROPOSED, '- [ ] Send the sizing sheet. @Myself #task ➕ 2026-01-11 #mine'],
      [ACCEPTED, ACCEPTED.replace('[ ]', '[-]')],
    );
  });

  test('headings of one’s own announce a summary', async () => {
    const note = meetingNote({ person: 'Dana Ochoa', tasks: [] });
    host = await startPlugin(
      { 'a.md': `${note}\n## Zusammenfassung\nAlles gut.\n` },
      { summaryHeadings: ['Zusammenfassung'] },
    );
    host.runCommand('rapport:open-people-sidebar');
    await settled(host);
    await click(one('.rapport-person-row'));
    expect(one('.rapport-meeting-summary').textContent).toBe('Alles gut.');
  });
});
