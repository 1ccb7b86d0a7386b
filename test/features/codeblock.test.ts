import { Component, MarkdownRenderer } from 'obsidian';
import manifest from '../../manifest.json';
import RapportPlugin from '../../src/main';
import { createHost, type Host } from '../host';
import { meetingNote, profileNote } from '../notes';
import { Hands, stopTheCalendar, taskRow } from './hands';
import { one, settled, startPlugin, texts } from './plugin';

stopTheCalendar();
let host: Host;
let hands: Hands;
afterEach(async () => {
  await host.flushSaves();
  host.destroy();
});

const DANA = '- [?] Draft it @Dana Ochoa #proposed';
const FILES = {
  'People/Dana Ochoa/README.md': profileNote({ role: 'Lead' }),
  'Meetings/a.md': meetingNote({
    person: 'Dana Ochoa',
    participants: ['Mira Lindqvist', 'Omar Haddad'],
    summary: 'The sizing sheet.',
    tasks: ['- [ ] Send it @Myself', DANA, '- [ ] Sign it @Dana Ochoa', '- [/] Book it @Omar Haddad'],
  }),
  'Meetings/b.md': meetingNote({
    person: 'Omar Haddad',
    title: 'Budget',
    date: '2026-01-09',
    tasks: ['- [?] Ask for more @Myself #proposed', '- [x] Count @Omar Haddad', '- [ ] Find a room'],
  }),
};

async function block(source: string, files: Record<string, string> = {}): Promise<HTMLElement> {
  const text = `Before\n\n\`\`\`rapport\n${source}\n\`\`\`\n`;
  host = await startPlugin({ ...FILES, ...files, 'Home.md': text }, { selfNames: ['Mira Lindqvist'] });
  hands = new Hands(host);
  await host.openNote('Home.md', { mode: 'preview' });
  await settled(host);
  return one('.rapport-block');
}

const write = async (path: string, text: string) => {
  await host.outside.write(path, text);
  await settled(host);
};
const rows = () => texts('.rapport-block .rapport-task-text');
const problems = () => texts('.rapport-block-problem li');

test.each<[source: string, heading: string, rows: string[]]>([
  ['show: proposed', 'Proposed 2', ['Proposed: Draft it', 'Proposed: Ask for more']],
  ['show: owed', 'They owe 2', ['Sign it', 'Book it']],
  ['show: owing', 'I owe 1', ['Send it']],
  ['show: meetings', 'Meetings 2', ['Budget', 'Sizing review']],
  ['show: proposed\nperson: Dana Ochoa', 'Proposed 1Dana Ochoa', ['Proposed: Draft it']],
  ['show: owed\nperson: omar haddad', 'They owe 1Omar Haddad', ['Book it']],
  ['show: owing\nperson: Omar Haddad', 'You owe nothing. Omar Haddad', []],
  ['show: meetings\nperson: Omar Haddad', 'Meetings 2Omar Haddad', ['Budget', 'Sizing review']],
  ['show: meetings\nlimit: 1', 'Meetings 2', ['Budget']],
  ['show: owed\nlimit: 1', 'They owe 2', ['Sign it']],
  ['show: owed\nlimit: 2', 'They owe 2', ['Sign it', 'Book it']],
])('%j shows its rows', async (source, heading, expected) => {
  const el = await block(source);
  expect(rows()).toEqual(expected);
  expect(one('.rapport-heading, .rapport-empty', el).textContent).toBe(heading);
  expect(texts('.rapport-more')).toEqual(source.endsWith('limit: 1') ? ['… and 1 more'] : []);
});

test.each(['person: Dana Ochoa', 'show: brief\nperson: Dana Ochoa'])('%j shows the brief', async source => {
  const el = await block(source);
  expect(texts('h1', el)).toEqual(['Brief: Dana Ochoa']);
  expect(el.textContent).toContain('The sizing sheet.');
});

test.each(['[[Dana Ochoa]]', '[[People/Dana Ochoa/README|Dana]]', '"[[Dana Ochoa#Notes]]"'])(
  'the person may be the link %s',
  async link => {
    await block(`person: ${link}`);
    expect(texts('.rapport-block h1')).toEqual(['Brief: Dana Ochoa']);
  },
);

test('the map is of everybody, or has somebody in the middle', async () => {
  await block('show: map');
  const names = () => texts('.rapport-block .rapport-map-person text');
  expect(names().sort()).toEqual(['Dana Ochoa', 'Omar Haddad']);
  host.destroy();
  await block('show: map\nperson: Omar Haddad');
  expect(one('.rapport-map-person.is-centre').textContent).toBe('Omar Haddad');
});

test('a brief that embeds a note with its own block draws itself once', async () => {
  const summary = '![[Home]]\n\n- ```rapport\n  ```\n  person: Dana Ochoa';
  await block('person: Dana Ochoa', { 'c.md': meetingNote({ date: '2026-01-10', summary }) });
  // As the app loads an embedded note.
  const embed = one('.rapport-block .internal-embed');
  const home = await hands.note('Home.md');
  await MarkdownRenderer.render(host.app as never, home, embed, 'Home.md', new Component());
  await settled(host);
  expect(texts('.rapport-block h1')).toEqual(['Brief: Dana Ochoa']);
  expect(one('.rapport-block', embed).textContent).toBe('Brief: Dana Ochoa');
});

describe('is live', () => {
  test('the brief follows the notes, and stands there once', async () => {
    const el = await block('person: Dana Ochoa');
    await host.outside.write('c.md', meetingNote({ date: '2026-01-10', summary: 'News.' }));
    await host.outside.write('d.md', meetingNote({ date: '2026-01-11', summary: 'More news.' }));
    await settled(host);
    expect(el.textContent).toContain('News.');
    expect(el.textContent).toContain('More news.');
    expect(texts('h1', el)).toEqual(['Brief: Dana Ochoa']);
  });

  test.each(['show: owed', 'show: owed\nperson: Dana Ochoa'])('%j follows too', async source => {
    await block(source);
    await write('c.md', meetingNote({ tasks: ['- [ ] Ship it @Dana Ochoa 📅 2026-01-01'] }));
    expect(rows()[0]).toBe('Ship it');
    await host.outside.remove('c.md');
    await settled(host);
    expect(rows()).not.toContain('Ship it');
  });

  test('somebody who appears later is shown then, and whoever goes is missed', async () => {
    await block('person: Zoe Quist');
    expect(problems()).toEqual(['Line 1: Nobody in your notes is called “Zoe Quist”.']);
    await write('c.md', meetingNote({ person: 'Zoe Quist' }));
    expect(texts('.rapport-block h1')).toEqual(['Brief: Zoe Quist']);
    await host.outside.remove('c.md');
    await settled(host);
    expect(problems()).toHaveLength(1);
  });
});

test('what is clicked there is done as elsewhere: decide, complete, undo, unfold, open a page', async () => {
  await block('show: proposed\nperson: Dana Ochoa');
  await hands.click(one('.rapport-accept', taskRow('Proposed: Draft it')));
  const { 'Meetings/a.md': before } = FILES;
  expect(await hands.note('Meetings/a.md')).toBe(before.replace(DANA, '- [ ] Draft it @Dana Ochoa'));
  expect(one('.rapport-block .rapport-empty').textContent).toBe('Nothing is proposed. Dana Ochoa');
  await hands.run('undo-last-change');
  expect(rows()).toEqual(['Proposed: Draft it']);
  await hands.click(one('.rapport-block .rapport-heading [data-person]'));
  expect((await hands.sees('.rapport-person-page .rapport-name')).textContent).toBe('Dana Ochoa');
});

test('a meeting folds open in its place', async () => {
  await block('show: meetings');
  await hands.click(one('[aria-label="What was said: Sizing review"]'));
  expect(texts('.rapport-block .rapport-meeting-sections p')).toEqual(['The sizing sheet.']);
  await hands.click(one('[aria-label="What was said: Sizing review"]'));
  expect(texts('.rapport-block .rapport-meeting-sections p')).toEqual([]);
});

describe('what is wrong is said, with its line', () => {
  test('all of it, unknown people too, with the nearest name', async () => {
    await block('limit: x\nperson: Dana Ocha\nshwo: owed');
    expect(problems()).toEqual([
      'Line 1: “limit:” takes a whole number from 1 on, not “x”.',
      'Line 2: Nobody in your notes is called “Dana Ocha”. Did you mean “Dana Ochoa”?',
      'Line 3: “shwo” is no option. Did you mean “show”? There are show, person, limit.',
    ]);
  });

  test('a first name that may be several people', async () => {
    const petit = { 'c.md': meetingNote({ person: 'Dana Petit' }) };
    const says = ['Line 1: “Dana” may be Dana Ochoa or Dana Petit. Write the full name.'];
    await block('person: Dana', petit);
    expect(problems()).toEqual(says);
    host.destroy();
    // Also where it is somebody's name in a note that says no more.
    await block('person: Dana', { ...petit, 'd.md': meetingNote({ person: 'Dana' }) });
    expect(problems()).toEqual(says);
    host.destroy();
    await block('person: dan', petit);
    expect(problems()[0]).toContain('Nobody in your notes is called “dan”.');
  });

  test('a label that names several people', async () => {
    await block('person: Dana Ochoa and Omar Haddad');
    expect(problems()).toEqual([
      'Line 1: “Dana Ochoa and Omar Haddad” names several people: Dana Ochoa and Omar Haddad. Write one of them.',
    ]);
  });

  test('several things in one line, each once while the notes go on', async () => {
    await block('limit: 5');
    expect(problems()).toHaveLength(2);
    await write('c.md', meetingNote());
    expect(new Set(problems()).size).toBe(2);
  });

  test('nobody is missed while notes are still being read', async () => {
    host = await createHost({ files: { ...FILES, 'Home.md': '```rapport\nperson: Dana Ochoa\n```\n' } });
    await host.loadPlugin(RapportPlugin, manifest);
    await host.openNote('Home.md', { mode: 'preview' });
    expect(one('.rapport-block').textContent).toBe('Reading notes…');
    await host.layoutReady();
    await settled(host);
    expect(texts('.rapport-block h1')).toEqual(['Brief: Dana Ochoa']);
  });
});

test('turned off and on again, the plugin draws the blocks of rendered notes', async () => {
  await block('show: proposed', { 'First.md': '```rapport\nshow: proposed\n```\n' });
  await host.openNote('First.md', { mode: 'preview' });
  host.unloadPlugin('rapport');
  await settled(host);
  await host.loadPlugin(RapportPlugin, manifest);
  await hands.sees('.rapport-block .rapport-task');
});

test('unloading the plugin empties the blocks on screen', async () => {
  const el = await block('show: owed');
  host.unloadPlugin('rapport');
  expect(el.textContent).toBe('');
  expect(el.isConnected).toBe(true);
});
