import manifest from '../../manifest.json';
import RapportPlugin from '../../src/main';
import { createHost, type Host } from '../host';
import { meetingNote } from '../notes';
import { notices } from './hands';
import { one, settled, startPlugin, texts } from './plugin';

let host: Host;
afterEach(() => host.destroy());

const FILES = {
  'a.md': meetingNote({ person: 'Dana Ochoa', tasks: ['- [?] Send the sizing sheet. @Myself #proposed'] }),
};

async function follow(query: string): Promise<void> {
  host = await startPlugin(FILES);
  await host.openUri(`obsidian://rapport${query}`);
  await settled(host);
}

test.each(['?person=Dana%20Ochoa', '?person=dana+ochoa&vault=Notes'])('%s opens the page', async query => {
  await follow(query);
  expect(one('.rapport-person-page, .rapport-view').textContent).toContain('Send the sizing sheet.');
  expect(notices()).toEqual([]);
});

test('?brief= opens the brief', async () => {
  await follow('?brief=Dana%20Ochoa');
  expect(one('.modal .rapport-brief').textContent).toContain('Brief: Dana Ochoa');
});

test.each(['?triage', '?triage=1'])('%s opens triage', async query => {
  await follow(query);
  expect(texts('.rapport-focus-text')).toEqual(['Send the sizing sheet.']);
});

test.each(['?person=Zoe', '?brief=Zoe'])('%s, whom nobody knows, says so', async query => {
  await follow(query);
  expect(notices()).toEqual(['Nobody in this vault is called Zoe.']);
  expect(document.querySelector('.modal')).toBeNull();
});

test.each(['?persn=Dana', '?__proto__=x&constructor=y', ''])('“%s” says how to write a link', async query => {
  await follow(query);
  expect(notices()).toEqual(['Write obsidian://rapport?person=NAME, ?brief=NAME or ?triage.']);
});

test('what a link says is text, and not too much of it', async () => {
  const markup = '<img src=x onerror="globalThis.broken=1">';
  await follow(`?person=${encodeURIComponent(markup + 'x'.repeat(1e5))}`);
  expect(one('.notice').querySelector('img')).toBeNull();
  expect(notices()[0]).toContain(markup);
  expect(notices()[0]?.length).toBeLessThan(200);
});

test('a link that starts the app waits until the notes are read', async () => {
  host = await createHost({ files: FILES });
  await host.loadPlugin(RapportPlugin, manifest);
  const followed = host.openUri('obsidian://rapport?brief=Dana%20Ochoa');
  await host.layoutReady();
  await followed;
  expect(one('.modal .rapport-brief').textContent).toContain('Brief: Dana Ochoa');
  expect(notices()).toEqual([]);
});
