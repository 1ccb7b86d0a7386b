import type { Host } from '../host';
import { meetingNote } from '../notes';
import { Hands, notices, stopTheCalendar, taskRow, TODAY, withText } from './hands';
import { one, readNote, settled, startPlugin, texts } from './plugin';

stopTheCalendar();
let host: Host;
let hands: Hands;
afterEach(() => host.destroy());

const PLAIN = '- [ ] Draft the plan @Dana Ochoa 📅 2026-01-10 ^plan';
const PROPOSED = '  * [?] Send the sheet. @Myself #task #proposed';
const SPACED = '- [ ?] Call the landlord @Dana Ochoa #proposed';
const WEEKLY = '- [ ] Send the report @Dana Ochoa 🔁 every week 📅 2026-01-10';
const PROPOSED_WEEKLY = '- [?] Water the plants @Myself 🔁 every week 📅 2026-01-10 #proposed';
const LINES = [PLAIN, PROPOSED, SPACED, WEEKLY, PROPOSED_WEEKLY];
const NOTE = meetingNote({ person: 'Dana Ochoa', tasks: LINES });

const done = (line: string) => `${line.replace('[ ]', '[x]')} ✅ ${TODAY}`;
/** As the Tasks plugin does it: the block id stays last, and where the task repeats, the next one comes first. */
function toggleDone(line: string): string {
  const [task = '', id = ''] = line.split(/(?= \^\w+$)/);
  const completed = done(task) + id;
  return line.includes('🔁') ? `${line.replace('2026-01-10', '2026-01-17')}\n${completed}` : completed;
}

const asked: [line: string, path: string][] = [];
beforeEach(() => asked.splice(0));

function installTasks(tasksPlugin: unknown): void {
  const { plugins } = host.app as unknown as { plugins: { plugins: Record<string, unknown> } };
  plugins.plugins['obsidian-tasks-plugin'] = tasksPlugin;
}

async function start(toggle: ((line: string) => unknown) | null, note = NOTE): Promise<void> {
  host = await startPlugin({ 'Meetings/a.md': note });
  hands = new Hands(host);
  if (toggle)
    installTasks({
      unload: () => undefined,
      apiV1: {
        executeToggleTaskDoneCommand: (line: string, path: string) => {
          asked.push([line, path]);
          return toggle(line);
        },
      },
    });
}

async function complete(line: string): Promise<void> {
  await hands.cursorIn('Meetings/a.md', line);
  await hands.run('complete-task');
}

const expectNote = async (from = '', to = '', note = NOTE) =>
  expect(await hands.note('Meetings/a.md')).toBe(note.replace(from, to));

describe('where the Tasks plugin is running, it marks a task done', () => {
  test('what it answers stands in the note, and undo takes it back', async () => {
    await start(line => toggleDone(line).replace('✅', '#by-tasks ✅'));
    await complete(PLAIN);
    expect(asked).toContainEqual([PLAIN, 'Meetings/a.md']);
    const after = `- [x] Draft the plan @Dana Ochoa 📅 2026-01-10 #by-tasks ✅ ${TODAY} ^plan`;
    await expectNote(PLAIN, after);
    await hands.run('undo-last-change');
    await expectNote();
  });

  test('of a repeating task both lines do, the next one first; undo takes both back as one step', async () => {
    await start(toggleDone);
    await complete(WEEKLY);
    const next = WEEKLY.replace('2026-01-10', '2026-01-17');
    await expectNote(WEEKLY, `${next}\n${done(WEEKLY)}`);
    expect(notices()).toEqual(['Completed 1 task.Undo']);
    await hands.run('undo-last-change');
    await expectNote();
    expect(await hands.run('undo-last-change')).toBe(false);
  });

  test.each([true, false])(
    'in a note with CRLF undo takes both back, though it was opened or closed since (%j)',
    async isOpen => {
      const note = NOTE.replaceAll('\n', '\r\n');
      await start(toggleDone, note);
      if (isOpen) await complete(WEEKLY);
      else {
        await hands.openPerson('dana ochoa');
        await hands.click(one('button.rapport-box', taskRow('Send the report')));
      }
      await host.flushSaves();
      if (isOpen) host.app.workspace.getLeavesOfType('markdown').forEach(leaf => leaf.detach());
      else await host.openNote('Meetings/a.md', { mode: 'source', newLeaf: true });
      await settled(host);
      await hands.run('undo-last-change');
      await host.flushSaves();
      await expectNote('', '', note);
    },
  );

  test('so it does where the next one comes last, as the user of Tasks may want it', async () => {
    await start(line => toggleDone(line).split('\n').reverse().join('\n'));
    await complete(WEEKLY);
    await expectNote(WEEKLY, `${done(WEEKLY)}\n${WEEKLY.replace('2026-01-10', '2026-01-17')}`);
    await hands.run('undo-last-change');
    await expectNote();
  });

  test('one Ctrl+Z of the editor takes both lines back', async () => {
    await start(toggleDone);
    const view = await hands.cursorIn('Meetings/a.md', WEEKLY);
    await hands.run('complete-task');
    view.editor.undo();
    await expectNote();
  });

  test.each(['in the editor', 'in the file'])('in a note with CRLF both lines end so, %s', async where => {
    const note = NOTE.replaceAll('\n', '\r\n');
    await start(toggleDone, note);
    if (where === 'in the editor') await complete(WEEKLY);
    else {
      await hands.openPerson('dana ochoa');
      await hands.click(one('button.rapport-box', taskRow('Send the report')));
    }
    const both = `${WEEKLY.replace('2026-01-10', '2026-01-17')}\r\n${done(WEEKLY)}`;
    await expectNote(WEEKLY, both, note);
    await hands.run('undo-last-change');
    await expectNote('', '', note);
  });

  test('the last line of a file without a line end gets none', async () => {
    const note = NOTE.replace(/\n$/, '').replace(`${WEEKLY}\n`, '') + `\n${WEEKLY}`;
    await start(toggleDone, note);
    await hands.openPerson('dana ochoa');
    await hands.click(one('button.rapport-box', taskRow('Send the report')));
    const both = `${WEEKLY.replace('2026-01-10', '2026-01-17')}\n${done(WEEKLY)}`;
    await expectNote(WEEKLY, both, note);
    await hands.run('undo-last-change');
    await expectNote('', '', note);
  });

  test.each([
    [PROPOSED, '  * [ ] Send the sheet. @Myself #task'],
    [SPACED, '- [ ] Call the landlord @Dana Ochoa'],
  ])('the proposed %s is handed over as an ordinary open one', async (line, handedOver) => {
    await start(toggleDone);
    await complete(line);
    expect(asked).toEqual([[handedOver, 'Meetings/a.md']]);
    await expectNote(line, done(handedOver));
    await hands.run('undo-last-change');
    await expectNote();
  });

  test('a proposed one that repeats comes back accepted', async () => {
    await start(toggleDone);
    await complete(PROPOSED_WEEKLY);
    const open = '- [ ] Water the plants @Myself 🔁 every week 📅 2026-01-10';
    await expectNote(PROPOSED_WEEKLY, `${open.replace('01-10', '01-17')}\n${done(open)}`);
    await hands.run('undo-last-change');
    await expectNote();
  });

  test('it is not asked for anything but completing', async () => {
    await start(toggleDone);
    await hands.cursorIn('Meetings/a.md', PLAIN);
    await hands.run('start-task');
    await hands.run('reopen-task');
    await hands.run('reject-task');
    expect(asked).toEqual([]);
  });

  test('a box clicked in the sidebar asks it too, and the page shows the next one', async () => {
    await start(toggleDone);
    await hands.openPerson('dana ochoa');
    await hands.click(one('button.rapport-box', taskRow('Send the report')));
    expect(asked).toEqual([[WEEKLY, 'Meetings/a.md']]);
    expect(taskRow('Send the report').textContent).toContain('in 6 days');
    await hands.click(one('button.rapport-box', taskRow('Send the report')));
    const after = await readNote(host, 'Meetings/a.md');
    expect(after.split('\n').filter(line => line.includes('Send the report'))).toHaveLength(3);
    await hands.run('undo-last-change');
    await hands.run('undo-last-change');
    await expectNote();
  });
});

describe('where its answer is not this task done, our own edit is made', () => {
  const throws = () => {
    throw new Error('Tasks is broken');
  };
  test.each<[what: string, answer: (line: string) => unknown]>([
    ['it throws', throws],
    ['it answers nothing', () => undefined],
    ['it answers something else than text', () => ({ line: 'x' })],
    ['it promises an answer', line => Promise.resolve(toggleDone(line))],
    ['it answers with the empty string', () => ''],
    ['it answers with an empty line', () => '\n'],
    ['it answers with what is no task', () => 'Error: unknown status'],
    ['it leaves the line open', line => line],
    ['it only starts the task', line => line.replace('[ ]', '[/]')],
    ['the words are others', line => toggleDone(line).replace('plan', 'plans')],
    ['one of two lines has other words', line => `- [ ] Something else\n${toggleDone(line)}`],
    ['there is an empty line too many', line => `${toggleDone(line)}\n`],
    ['the due date is gone', line => toggleDone(line).replace(' 📅 2026-01-10', '')],
    ['the owner is gone', line => toggleDone(line).replace(' @Dana Ochoa', '')],
    ['the block id is gone', line => toggleDone(line).replace(' ^plan', '')],
  ])('%s', async (_what, answer) => {
    await start(answer);
    await complete(PLAIN);
    expect(asked.length).toBeGreaterThan(0);
    await expectNote(PLAIN, `- [x] Draft the plan @Dana Ochoa 📅 2026-01-10 ✅ ${TODAY} ^plan`);
    await hands.run('undo-last-change');
    await expectNote();
  });

  test('a repeating task is left alone even then: only Tasks knows the next one', async () => {
    await start(throws);
    await complete(WEEKLY);
    await expectNote();
    expect(notices().join()).toContain('The task repeats (every week).');
  });
});

describe('“Edit task…” opens its dialog', () => {
  const handed: string[] = [];
  async function startDialog(answer: (line: string) => unknown, note = NOTE): Promise<void> {
    await start(null, note);
    handed.splice(0);
    installTasks({
      unload: () => undefined,
      apiV1: {
        async editTaskLineModal(line: string) {
          handed.push(line);
          return answer(line);
        },
      },
    });
  }
  const edit = async (line: string) => {
    await hands.cursorIn('Meetings/a.md', line);
    return hands.run('edit-task');
  };

  test('what it answers stands in the line, and undo takes it back', async () => {
    const after = PLAIN.replace('Draft the plan', 'Draft both plans').replace('01-10', '01-20');
    await startDialog(() => after);
    await edit(PLAIN);
    expect(handed).toEqual([PLAIN]);
    await expectNote(PLAIN, after);
    expect(notices()).toEqual(['Edited 1 task.Undo']);
    await hands.run('undo-last-change');
    await expectNote();
  });

  test('of a box that Tasks cannot read it is handed one it can', async () => {
    await startDialog(line => line.replace('landlord', 'landlady'));
    await edit(SPACED);
    expect(handed).toEqual([SPACED.replace('[ ?]', '[?]')]);
    await expectNote(SPACED, SPACED.replace('[ ?]', '[?]').replace('landlord', 'landlady'));
  });

  test('what stands in brackets elsewhere in the line is handed over as it is', async () => {
    const line = '- [ ] Read the note [1] of Dana, then tick [x] and [?]';
    const note = NOTE.replace(PLAIN, line);
    await startDialog(handedOver => handedOver, note);
    await edit(line);
    expect(handed).toEqual([line]);
    await expectNote('', '', note);
  });

  test.each(['\n', '\r\n'])(
    'a repeating task completed there leaves two lines, where they end with %j',
    async end => {
      const note = NOTE.replaceAll('\n', end);
      await startDialog(toggleDone, note);
      await edit(WEEKLY);
      const both = `${WEEKLY.replace('2026-01-10', '2026-01-17')}${end}${done(WEEKLY)}`;
      await expectNote(WEEKLY, both, note);
      await hands.run('undo-last-change');
      await expectNote('', '', note);
    },
  );

  test('it is in the menu of a row, and one that is called off changes nothing', async () => {
    await startDialog(() => '');
    await hands.openPerson('dana ochoa');
    taskRow('Draft the plan').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true }));
    await hands.click(withText('.menu-item', 'Edit task…'));
    expect(handed).toEqual([PLAIN]);
    await expectNote();
    expect(notices()).toEqual([]);
  });

  test('the line was changed meanwhile: it is refused', async () => {
    await startDialog(async line => {
      await host.outside.write('Meetings/a.md', NOTE.replace('Draft the plan', 'Draft a plan'));
      return line.replace('plan', 'plans');
    });
    await hands.openPerson('dana ochoa');
    taskRow('Draft the plan').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true }));
    await hands.click(withText('.menu-item', 'Edit task…'));
    await expectNote('Draft the plan', 'Draft a plan');
    expect(notices().join()).toContain('Meetings/a.md, line');
  });

  test.each<[what: string, answer: () => unknown, says: string]>([
    ['answers what is no task', () => 'Nonsense', 'What came back is no task, so the line stays as it was.'],
    ['answers a task and a stray line', () => `${PLAIN}\n`, 'What came back is no task'],
    [
      'fails',
      () => Promise.reject(new Error('Tasks is broken')),
      'The Tasks plugin could not edit it: Tasks is broken',
    ],
  ])('where it %s, the note stays and the reason is said', async (_what, answer, says) => {
    await startDialog(answer);
    await edit(PLAIN);
    await expectNote();
    expect(notices().join()).toContain(says);
  });

  test.each<[what: string, plugin: unknown]>([
    ['is not there', undefined],
    [
      'is older than the call',
      { unload: () => undefined, apiV1: { executeToggleTaskDoneCommand: toggleDone } },
    ],
  ])('where the plugin %s, neither command nor menu offers it', async (_what, plugin) => {
    await start(null);
    if (plugin !== undefined) installTasks(plugin);
    expect(await edit(PLAIN)).toBe(false);
    await hands.openPerson('dana ochoa');
    taskRow('Draft the plan').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true }));
    await settled(host);
    expect(texts('.menu-item')).not.toContain('Edit task…');
  });
});

describe('without it', () => {
  const REASON =
    'The task repeats (every week). Turn on the Tasks plugin, which writes the next one, or mark it done in the note.';

  test('a repeating task is refused with the reason, and the note is as it was', async () => {
    await start(null);
    await complete(WEEKLY);
    const line = NOTE.split('\n').indexOf(WEEKLY) + 1;
    expect(notices()).toEqual([`Meetings/a.md, line ${line}: ${REASON}`]);
    await expectNote();
    expect(await hands.run('undo-last-change')).toBe(false);
  });

  test('from the sidebar as well', async () => {
    await start(null);
    await hands.openPerson('dana ochoa');
    await hands.click(one('button.rapport-box', taskRow('Send the report')));
    expect(notices().join()).toContain(REASON);
    await expectNote();
  });

  test('all that does not end it can still be done to it', async () => {
    await start(null);
    await hands.cursorIn('Meetings/a.md', WEEKLY);
    await hands.run('start-task');
    await expectNote(WEEKLY, WEEKLY.replace('[ ]', '[/]'));
    await hands.run('reject-task');
    await expectNote(WEEKLY, `${WEEKLY.replace('[ ]', '[-]')} ❌ ${TODAY}`);
  });

  test.each<[what: string, plugin: unknown]>([
    ['is turned off', undefined],
    ['is too old to be asked', { unload: () => undefined }],
    ['has another interface', { unload: () => undefined, apiV1: { executeToggleTaskDoneCommand: 'no' } }],
  ])('one that %s counts as none', async (_what, plugin) => {
    await start(null);
    if (plugin !== undefined) installTasks(plugin);
    await complete(PLAIN);
    await expectNote(PLAIN, `- [x] Draft the plan @Dana Ochoa 📅 2026-01-10 ✅ ${TODAY} ^plan`);
  });

  test('turned on or off while the app runs, it is noticed at once', async () => {
    await start(null);
    installTasks({ unload: () => undefined, apiV1: { executeToggleTaskDoneCommand: toggleDone } });
    await complete(WEEKLY);
    expect(notices().join()).toContain('Completed 1 task.');
    installTasks(undefined);
    await hands.cursorIn('Meetings/a.md', PROPOSED_WEEKLY);
    await hands.run('complete-task');
    await settled(host);
    expect(notices().join()).toContain('The task repeats (every week).');
  });
});
