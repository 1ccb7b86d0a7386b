import manifest from '../../manifest.json';
import RapportPlugin from '../../src/main';
import type { RapportApi, RapportChange } from '../../src/features/api/RapportApi';
import type { VaultExport } from '../../src/core/query/exportVault';
import { makeVault, rapport } from '../headless/rapport';
import { createHost, type Host } from '../host';
import { meetingNote, profileNote } from '../notes';
import { Hands, stopTheCalendar, TODAY } from './hands';
import { readNote, settled, startPlugin } from './plugin';

stopTheCalendar();
let host: Host;
let api: RapportApi;
afterEach(() => host.destroy());

const FIRST = '- [?] Send the sizing sheet. @Myself 📅 2026-01-10 #task #proposed';
const ACCEPTED = '- [ ] Confirm the list. @Dana Ochoa';
const A = meetingNote({ person: 'Dana Ochoa', tasks: [FIRST, ACCEPTED, '- [x] Over.'] });
const FILES = {
  'b.md': meetingNote({ person: 'Omar Haddad', tasks: ['- [?] Share the deck. @TBD #proposed'] }),
  'a.md': A,
  'Dana Ochoa.md': profileNote({ role: 'Lead', email: 'dana@example.com' }),
};

/** As another plugin reaches it. */
const apiOf = (of: Host): RapportApi => {
  const { plugins } = of.app as unknown as { plugins: { plugins: { rapport: RapportPlugin } } };
  if (!plugins.plugins.rapport.api) throw new Error('no api');
  return plugins.plugins.rapport.api;
};

beforeEach(async () => {
  host = await startPlugin(FILES, { selfNames: ['Mira Lindqvist'] });
  api = apiOf(host);
});

/** As a plugin that is not written in TypeScript sees it. */
type Untyped = Record<'person' | 'tasks' | 'on', (...args: unknown[]) => unknown>;

const idOf = (text: string) => api.tasks().find(task => task.text === text)?.id ?? '';

describe('what is handed out', () => {
  test('is what the export holds', async () => {
    const { out } = await rapport('export', makeVault(FILES), '--self', 'Mira Lindqvist');
    const { people, tasks } = JSON.parse(out) as VaultExport;
    expect(api.version).toBe(1);
    expect(api.people()).toEqual(people);
    expect(api.tasks()).toEqual(tasks);
  });

  test.each(['dana ochoa', 'Dana Ochoa', 'dana@example.com', '[[Dana Ochoa]]'])('finds “%s”', name => {
    expect(api.person(name)).toMatchObject({ id: 'dana ochoa', role: 'Lead', profile: 'Dana Ochoa.md' });
  });

  test('nobody is null', () => expect(api.person('Zoe')).toBeNull());

  test.each([
    [{ state: 'proposed' } as const, ['Send the sizing sheet.', 'Share the deck.']],
    [{ owner: 'dana@example.com' }, ['Confirm the list.']],
    [{ owner: 'Zoe' }, []],
    [{ note: 'a.md', state: 'done' } as const, ['Over.']],
    [{ note: 'gone.md' }, []],
    [{ state: undefined }, ['Send the sizing sheet.', 'Confirm the list.', 'Over.', 'Share the deck.']],
  ])('tasks that fit %j', (filter, expected) => {
    expect(api.tasks(filter as never).map(({ text }) => text)).toEqual(expected);
  });

  test('is frozen through and through, and a copy: nothing of ours changes with it', () => {
    const everything: unknown[] = [api, api.people(), api.person('Dana Ochoa'), api.tasks()];
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value as object).every(frozen));
    expect(everything.every(frozen)).toBe(true);
    expect(api.person('Dana Ochoa')?.emails).not.toBe(api.person('Dana Ochoa')?.emails);
  });
});

describe('deciding', () => {
  test('promotes, and the user can undo it in one step', async () => {
    const ids = [idOf('Send the sizing sheet.'), idOf('Share the deck.')];
    expect(await api.promote([...ids, ids[0] as string])).toEqual({ changed: ids, refused: [] });
    expect(await readNote(host, 'a.md')).toContain(
      '- [ ] Send the sizing sheet. @Myself 📅 2026-01-10 #task\n',
    );
    // What was written is known at once, under the same ids.
    expect(api.tasks({ state: 'proposed' })).toEqual([]);
    expect(api.tasks({ state: 'accepted' }).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    await new Hands(host).run('undo-last-change');
    expect(await readNote(host, 'a.md')).toBe(A);
    expect(await readNote(host, 'b.md')).toBe(FILES['b.md']);
  });

  test('two decisions about one note at once are both known when they are done', async () => {
    const known = (text: string) => api.tasks().find(task => task.text === text)?.state;
    await Promise.all([
      api.promote([idOf('Send the sizing sheet.')]).then(() => {
        expect(known('Send the sizing sheet.')).toBe('accepted');
      }),
      api.reject([idOf('Confirm the list.')]).then(() => {
        expect(known('Confirm the list.')).toBe('rejected');
      }),
    ]);
  });

  test('names what is refused, and why; the rest is done', async () => {
    const [accepted, over] = [idOf('Confirm the list.'), idOf('Over.')];
    const reason = (ids: string[], verdict: 'promote' | 'reject') => api[verdict](ids);
    expect(await reason([accepted, 'tnone'], 'promote')).toEqual({
      changed: [],
      refused: [
        { id: accepted, reason: 'The task is accepted, not proposed.' },
        { id: 'tnone', reason: 'There is no task tnone.' },
      ],
    });
    expect(await reason([over, accepted], 'reject')).toEqual({
      changed: [accepted],
      refused: [{ id: over, reason: expect.stringContaining('done') }],
    });
    expect(await readNote(host, 'a.md')).toBe(
      A.replace(ACCEPTED, `- [-] Confirm the list. @Dana Ochoa ❌ ${TODAY}`),
    );
  });

  test('nothing asked for is nothing done', async () => {
    expect(await api.reject([])).toEqual({ changed: [], refused: [] });
    expect(host.isAvailable('rapport:undo-last-change')).toBe(false);
  });
});

describe('hearing of changes', () => {
  test('names notes and people, until it is stopped', async () => {
    const heard: RapportChange[] = [];
    const stop = api.on('changed', change => void heard.push(change));
    await host.outside.write('b.md', meetingNote({ person: 'Priya Raman' }));
    await settled(host);
    expect(heard.flatMap(({ notes }) => notes)).toContain('b.md');
    expect(heard.flatMap(({ people }) => people)).toContain('priya raman');
    expect(Object.isFrozen(heard[0]) && Object.isFrozen(heard[0]?.notes)).toBe(true);
    stop();
    stop();
    const before = heard.length;
    await host.outside.remove('b.md');
    await settled(host);
    expect(heard).toHaveLength(before);
  });

  test('a listener that fails keeps nobody else from hearing', async () => {
    const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const heard: string[] = [];
    api.on('changed', () => {
      throw new Error('broken plugin');
    });
    api.on('changed', ({ notes }) => void heard.push(...notes));
    await host.outside.remove('b.md');
    await settled(host);
    expect(heard).toContain('b.md');
    expect(api.tasks({ state: 'proposed' })).toHaveLength(1);
    expect(complaints).toHaveBeenCalled();
    complaints.mockRestore();
  });
});

describe('bad arguments are a TypeError that names them', () => {
  test.each<[string, (bad: Untyped) => unknown, RegExp]>([
    ['person()', bad => bad.person(), /name must be string, not undefined/],
    ['person(1)', bad => bad.person(1), /name must be string, not number/],
    ['tasks(null)', bad => bad.tasks(null), /filter must be object, not null/],
    ['tasks([])', bad => bad.tasks([]), /filter must be object, not array/],
    ['a filter that is none', bad => bad.tasks({ person: 'x' }), /state or owner or note, not “person”/],
    [
      'a state that is none',
      bad => bad.tasks({ state: 'open' }),
      /filter\.state must be proposed or .*, not “open”/,
    ],
    ['an owner that is no name', bad => bad.tasks({ owner: 7 }), /filter\.owner must be string/],
    ['on another event', bad => bad.on('change', () => 0), /the event must be changed, not “change”/],
    ['on without a callback', bad => bad.on('changed'), /callback must be function, not undefined/],
  ])('%s', (_name, call, message) => {
    expect(() => call(api as unknown as Untyped)).toThrow(TypeError);
    expect(() => call(api as unknown as Untyped)).toThrow(message);
  });

  test.each<[unknown, RegExp]>([
    ['t1', /ids must be array, not “t1”/],
    [undefined, /ids must be array/],
    [[1], /each of ids must be string, not number/],
  ])('promote(%j) and reject reject', async (ids, message) => {
    for (const call of [api.promote, api.reject]) {
      const refused = call(ids as string[]);
      await expect(refused).rejects.toThrow(TypeError);
      await expect(refused).rejects.toThrow(message);
    }
    expect(await readNote(host, 'a.md')).toBe(A);
  });
});

test('who waits for the index of a plugin that goes is told', async () => {
  await host.destroy();
  host = await createHost({ files: FILES });
  await host.loadPlugin(RapportPlugin, manifest);
  const late = apiOf(host).promote(['a.md']);
  host.unloadPlugin('rapport');
  await expect(late).rejects.toThrow('Rapport is not running');
});

test('once the plugin is off, every call says so, and nobody listens any more', async () => {
  const heard = jest.fn();
  const stop = api.on('changed', heard);
  const id = idOf('Send the sizing sheet.');
  const late = api.promote([id]);
  host.unloadPlugin('rapport');
  const words = 'Rapport is not running';
  await expect(late).rejects.toThrow(words);
  for (const call of [
    () => api.people(),
    () => api.person('Dana Ochoa'),
    () => api.tasks(),
    () => api.on('changed', heard),
  ])
    expect(call).toThrow(words);
  for (const call of [api.promote, api.reject]) await expect(call([id])).rejects.toThrow(words);
  heard.mockClear();
  await host.outside.remove('b.md');
  await settled(host);
  expect(heard).not.toHaveBeenCalled();
  expect(stop).not.toThrow();
  expect(await readNote(host, 'a.md')).toBe(A);
});
