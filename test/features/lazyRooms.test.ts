import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../../manifest.json';
import { createHost, type Host } from '../host';
import { meetingNote } from '../notes';
import { ROOT } from '../written';
import { Hands } from './hands';
import { one, settled } from './plugin';

/** What is not needed at the start, by its files. */
const ROOMS = {
  triage: /^src\/(?:ui\/triage|core\/query\/triage)\b/,
  map: /^src\/(?:ui\/map|core\/query\/peopleMap)\b/,
  'words for days': /^src\/core\/readDateWords\b/,
  'names of months': /^src\/core\/englishDates\b/,
  'tasks that say the same': /^src\/core\/graph\/twins\/(?!strictness)/,
};
const TASK = '- [?] Send the sizing sheet @Myself #proposed';

declare global {
  var evaluated: string[];
}

let code: string;
beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-'));
  const [script, main] = [join(__dirname, 'tellingBuild.mjs'), join(folder, 'main.js')];
  expect(spawnSync(process.execPath, [script, main], { cwd: ROOT, encoding: 'utf8' }).stderr).toBe('');
  code = readFileSync(main, 'utf8');
  rmSync(folder, { recursive: true });
});

let host: Host;
let hands: Hands;
beforeEach(async () => {
  globalThis.evaluated = [];
  host = await createHost({ files: { 'a.md': meetingNote({ tasks: [TASK] }) } });
  hands = new Hands(host);
  await host.loadPluginSource(code, manifest);
});
afterEach(() => host.destroy());

const evaluatedRooms = () =>
  Object.entries(ROOMS).flatMap(([room, files]) => (evaluated.some(path => files.test(path)) ? [room] : []));

test('what is registered is there, and no room of those has been evaluated', () => {
  expect(evaluated).toContain('src/main.ts');
  expect(evaluated).toContain('src/features/triage/index.tsx');
  expect(evaluatedRooms()).toEqual([]);
});

test('nor once the notes are read and people are listed', async () => {
  await host.layoutReady();
  await hands.run('open-people-sidebar');
  await hands.sees('.rapport-person-row');
  expect(evaluatedRooms()).toEqual([]);
});

test.each([
  [
    'triage',
    () => hands.run('open-triage'),
    '.rapport-triage',
    ['triage', 'names of months', 'tasks that say the same'],
  ],
  ['the map', () => hands.run('open-map'), '.rapport-map', ['map']],
  ['words for a day', askForDay, '.modal', ['words for days', 'names of months']],
] as const)('%s: evaluated when it is used, in the same moment, and once', async (_, use, screen, rooms) => {
  await host.layoutReady();
  await settled(host);
  await use();
  one(screen);
  expect(evaluatedRooms()).toEqual(rooms);
  expect(new Set(evaluated).size).toBe(evaluated.length);
});

async function askForDay(): Promise<void> {
  await hands.cursorIn('a.md', TASK);
  await hands.run('set-due-date');
}
