import type { Host } from '../host';
import { linkAround } from '../../src/features/personOfLink';
import { meetingNote, profileNote } from '../notes';
import { one, settled, startPlugin } from './plugin';

let host: Host;
afterEach(() => host.destroy());

const FILES = {
  'People/Dana Ochoa/README.md': profileNote({ role: 'Head of platform', company: 'Umbra Labs' }),
  'People/Omar Haddad.md': profileNote({ role: 'Sales' }),
  'Umbra Labs.md': 'A company.\n',
  'a.md': `${meetingNote({ person: 'Dana Ochoa', date: '2026-01-08', summary: 'Agreed on the pilot.', tasks: ['- [?] Send it. @Myself #proposed'] })}
With [[Dana Ochoa]], [[Omar Haddad|him]], [[Umbra Labs]] and [[Nobody Known]].
`,
};

async function hover(element: Element, init: MouseEventInit = {}) {
  element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true, cancelable: true, ...init }));
  await new Promise(resolve => setTimeout(resolve, 350));
  await settled(host);
}

const cards = () => document.querySelectorAll('.hover-popover .rapport-card').length;

async function openPreview() {
  host = await startPlugin(FILES);
  const view = await host.openNote('a.md', { mode: 'preview' });
  await settled(host);
  return view.containerEl;
}

test('a link that resolves to nothing, but names somebody known, shows their card', async () => {
  const note = await openPreview();
  await hover(one('a.internal-link[data-href="Dana Ochoa"]', note));
  const card = one('.hover-popover .rapport-card');
  for (const fact of [
    'Dana Ochoa',
    'Head of platform · Umbra Labs',
    'Last met',
    'Agreed on the pilot.',
    '1 proposed',
  ])
    expect(card.textContent).toContain(fact);
});

test('a link to a profile shows the card, by whatever alias', async () => {
  const note = await openPreview();
  await hover(one('a.internal-link[data-href="Omar Haddad"]', note));
  expect(one('.rapport-card .rapport-name').textContent).toBe('Omar Haddad');
});

test.each(['Umbra Labs', 'Nobody Known'])('a link to %s, who is nobody, shows none', async target => {
  const note = await openPreview();
  await hover(one(`a.internal-link[data-href="${target}"]`, note));
  expect(cards()).toBe(0);
});

test('with the Mod key held the app’s own preview is left alone', async () => {
  const note = await openPreview();
  await hover(one('a.internal-link[data-href="Dana Ochoa"]', note), { ctrlKey: true, metaKey: true });
  expect(cards()).toBe(0);
});

test('one link gives one card, however often the event comes', async () => {
  const note = await openPreview();
  const link = one('a.internal-link[data-href="Dana Ochoa"]', note);
  link.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
  await hover(link);
  await hover(link);
  expect(cards()).toBe(1);
});

test('in the editor too, where only the alias is shown', async () => {
  host = await startPlugin(FILES);
  const view = await host.openNote('a.md', { mode: 'source' });
  await settled(host);
  const links = [...view.containerEl.querySelectorAll('.cm-hmd-internal-link')];
  const link = links.find(element => /him|Omar/.test(element.textContent ?? ''));
  if (!link) throw new Error('no link in the editor');
  await hover(link);
  expect(one('.rapport-card .rapport-name').textContent).toBe('Omar Haddad');
});

test('in the sidebar an owner’s name shows the card', async () => {
  host = await startPlugin({
    ...FILES,
    'b.md': meetingNote({ person: 'Dana Ochoa', tasks: ['- [ ] Call. @Omar Haddad @Dana Ochoa'] }),
  });
  host.runCommand('rapport:open-people-sidebar');
  await settled(host);
  one('.rapport-person-row[data-person="dana ochoa"]').click();
  await settled(host);
  await hover(one('.rapport-link[data-person="omar haddad"]'));
  expect(one('.rapport-card .rapport-name').textContent).toBe('Omar Haddad');
});

test('turned off in the settings, no card is shown', async () => {
  host = await startPlugin(FILES, { hoverCards: false });
  const view = await host.openNote('a.md', { mode: 'preview' });
  await settled(host);
  await hover(one('a.internal-link[data-href="Dana Ochoa"]', view.containerEl));
  expect(cards()).toBe(0);
});

test.each([
  ['[[Dana Ochoa]]', 0, 'Dana Ochoa'],
  ['a [[Dana Ochoa|Dana]] b', 16, 'Dana Ochoa|Dana'],
  ['a [[x]] and [[y]]', 14, 'y'],
  ['a [[x]] and', 9, undefined],
  ['a [[open', 5, undefined],
])('the link in %s around %i', (line, ch, link) => {
  expect(linkAround(line, ch)).toBe(link);
});
