import type { Host } from '../host';
import { meetingNote } from '../notes';
import { Hands, notices, stopTheCalendar, suggestions } from './hands';
import { one, startPlugin } from './plugin';

stopTheCalendar();
let host: Host;
let hands: Hands;
afterEach(() => host.destroy());

const NOTE = meetingNote({ person: 'Dana Ochoa', tasks: ['- [?] Send <the> sheet @Myself'] });

async function start(files: Record<string, string> = {}): Promise<void> {
  host = await startPlugin({ 'a.md': NOTE, ...files });
  hands = new Hands(host);
}

async function exportAs(format: string): Promise<void> {
  await hands.run('export');
  await hands.pick(format);
}

test('every format goes into a file of its own, whose place is said', async () => {
  await start();
  await hands.run('export');
  expect(suggestions()).toEqual(['json', 'csv', 'graphml']);
  await hands.pick('graphml');
  await exportAs('csv');
  await exportAs('json');
  expect(notices()).toEqual(
    ['graphml', 'csv', 'json'].map(format => `Written: Rapport export 2026-01-11.${format}`),
  );
  const xml = new DOMParser().parseFromString(
    await hands.note('Rapport export 2026-01-11.graphml'),
    'application/xml',
  );
  const vault = JSON.parse(await hands.note('Rapport export 2026-01-11.json')) as Record<string, object[]>;
  const count = ['people', 'meetings', 'tasks'].flatMap(kind => vault[kind] ?? []).length;
  expect(count).toBe(4);
  expect(xml.querySelectorAll('node')).toHaveLength(count);
  expect(await hands.note('Rapport export 2026-01-11.csv')).toContain('Send <the> sheet');
});

test('nothing is overwritten, and the link opens the file with the program that knows it', async () => {
  await start({ 'Rapport export 2026-01-11.csv': 'mine', 'Rapport export 2026-01-11 2.csv': 'mine too' });
  await exportAs('csv');
  expect(await hands.note('Rapport export 2026-01-11.csv')).toBe('mine');
  expect(await hands.note('Rapport export 2026-01-11 2.csv')).toBe('mine too');
  expect(await hands.note('Rapport export 2026-01-11 3.csv')).toContain('Send <the> sheet');
  await hands.click(one('.rapport-written'));
  expect(host.openedOutside).toEqual(['Rapport export 2026-01-11 3.csv']);
});

test.each([[new Error('The disk is full.')], ['The disk is full.']])(
  'that it failed is said: %o',
  async what => {
    await start();
    host.app.vault.create = () => Promise.reject(what);
    await exportAs('json');
    expect(notices()).toEqual(['It could not be exported: The disk is full.']);
  },
);
