import type { Host } from '../host';
import { meetingNote } from '../notes';
import { Hands, withText } from './hands';
import { one, settled, startPlugin, texts } from './plugin';

let host: Host;
let hands: Hands;
afterEach(() => host.destroy());

const FILES = {
  'a.md': meetingNote({
    person: 'Dana Ochoa',
    participants: ['Mira Lindqvist', 'Omar Haddad'],
    tasks: ['- [ ] a @Omar Haddad'],
  }),
  'b.md': meetingNote({ person: 'Dana Ochoa', participants: ['Ana Sousa'], date: '2026-01-09' }),
};

async function start(files: Record<string, string> = FILES): Promise<void> {
  host = await startPlugin(files, { selfNames: ['Mira Lindqvist'] });
  hands = new Hands(host);
  await hands.run('open-map');
}

const labels = () =>
  [...document.querySelectorAll('.rapport-map-person')].map(person => person.getAttribute('aria-label'));
const person = (id: string) => one(`.rapport-map-person[data-person="${id}"]`);
const press = async (element: Element, key: string) => {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await settled(host);
};

test('shows who meets whom, and says it to those who cannot see it', async () => {
  await start();
  expect(labels()).toEqual([
    'Dana Ochoa, 2 meetings. Put in the middle',
    'Ana Sousa, 1 meeting. Put in the middle',
    'Omar Haddad, 1 meeting, 1 open task. Put in the middle',
  ]);
  expect(document.querySelectorAll('.rapport-map-lines line')).toHaveLength(2);
  expect(document.querySelectorAll('.rapport-map-ring')).toHaveLength(1);
  expect(one('.rapport-map [role="status"]').textContent).toBe('3 people');
});

test('a click puts somebody in the middle, a second one opens their page; there is a way back', async () => {
  await start();
  await hands.click(person('ana sousa'));
  expect(labels()).toEqual([
    'Ana Sousa, 1 meeting. Open their page',
    'Dana Ochoa, 2 meetings. Put in the middle',
  ]);
  await hands.click(person('ana sousa'));
  expect((await hands.sees('.rapport-name')).textContent).toBe('Ana Sousa');
  await hands.click(withText('.rapport-map .rapport-back', 'Everybody'));
  expect(labels()).toHaveLength(3);
});

test('who is in the middle and named by no note any more leaves a way back', async () => {
  await start();
  await hands.click(person('ana sousa'));
  await host.outside.remove('b.md');
  await settled(host);
  expect(labels()).toEqual([]);
  await hands.click(withText('.rapport-map .rapport-back', 'Everybody'));
  expect(labels()).toHaveLength(2);
});

test.each(['Enter', ' '])('the key %j does the same', async key => {
  await start();
  expect(person('omar haddad').getAttribute('tabindex')).toBe('0');
  await press(person('omar haddad'), key);
  expect(labels()[0]).toBe('Omar Haddad, 1 meeting, 1 open task. Open their page');
});

test('search marks whom it finds, Enter puts the first in the middle', async () => {
  await start();
  const input = one('.rapport-map input') as HTMLInputElement;
  input.value = 'OMÁR';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await settled(host);
  expect(texts('.rapport-map-person.is-found text:not([aria-hidden])')).toEqual(['Omar Haddad']);
  expect(one('.rapport-map [role="status"]').textContent).toBe('1 found');
  await press(input, 'Enter');
  expect(labels()[0]).toContain('Omar Haddad');
});

test('is one leaf, which remembers who is in the middle', async () => {
  await start();
  await hands.run('open-map');
  const leaves = host.app.workspace.getLeavesOfType('rapport-map');
  expect(leaves).toHaveLength(1);
  await hands.click(person('ana sousa'));
  expect(leaves[0]?.view.getState()).toMatchObject({ centre: 'ana sousa' });
});

test('nobody to draw: says when there will be', async () => {
  await start({ 'a.md': meetingNote({ person: 'Dana Ochoa' }) });
  expect(one('.rapport-map .rapport-empty').textContent).toMatch(/^Nobody to draw yet/);
});
