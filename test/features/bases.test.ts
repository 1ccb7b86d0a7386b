import RapportPlugin from '../../src/main';
import manifest from '../../manifest.json';
import { createHost, type Host } from '../host';
import { meetingNote, profileNote } from '../notes';
import { Hands, stopTheCalendar, withText } from './hands';
import { one, settled, startPlugin, texts } from './plugin';

stopTheCalendar();

let host: Host;
let hands: Hands;
afterEach(() => host.destroy());

const FILES = {
  'People/Dana Ochoa.md': profileNote({ company: 'Orbit' }),
  'People/Zoë Adler.md': profileNote(),
  'Meetings/a.md': meetingNote({
    person: 'Dana Ochoa',
    participants: ['Mira Lindqvist', 'Omar Haddad'],
    tasks: ['- [ ] a @Omar Haddad', '- [?] b @Myself #proposed', '- [ ] c @Myself', '- [x] d'],
    summary: 'Agreed on the pilot.',
  }),
  'Meetings/copy.md': meetingNote({ person: 'Dana Ochoa', participants: ['Mira Lindqvist', 'Omar Haddad'] }),
  'Meetings/b.md': meetingNote({ person: 'Omar Haddad', title: 'Second', date: '2025-12-09' }),
  'Shopping.md': 'Milk\n',
};

const base = (view: string, more = '', filters = 'file.ext == "md"') =>
  `filters: '${filters}'\nviews:\n  - type: ${view}\n    name: Mine\n${more}`;

async function start(source: string, files: Record<string, string> = FILES): Promise<void> {
  host = await startPlugin({ ...files, 'All.base': source }, { selfNames: ['Mira Lindqvist'] });
  hands = new Hands(host);
  await host.openNote('All.base');
  await settled(host);
}

const names = () => texts('.rapport-base .rapport-name');
const titles = () => texts('.rapport-base button.rapport-task-text');
const headings = () => texts('.rapport-base h2');
const others = () => texts('.rapport-base-others');
const choose = async (label: string, value: string) => {
  const select = one(`select[aria-label="${label}"]`) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(host);
};

describe('people', () => {
  test('are those whose profiles and meetings are rows, each once; the rest is counted', async () => {
    await start(base('rapport-people'));
    expect(names()).toEqual(['Dana Ochoa', 'Omar Haddad', 'Zoë Adler']);
    expect(headings()).toEqual([]);
    expect(others()).toEqual(['1 note is neither a person nor a meeting.']);
    const [dana, omar, zoe] = texts('.rapport-base-card');
    expect(dana).toContain('Orbit');
    expect(dana).toContain('Last met 3 days ago · 2 meetings');
    expect(dana).toContain('You owe 1 · 1 proposed');
    expect(omar).toContain('They owe 1');
    expect(zoe).toContain('No meetings yet');
    expect(zoe).toContain('Nothing open between you');
  });

  test('only of the rows the Base has', async () => {
    await start(base('rapport-people', '', 'file.inFolder("People")'));
    expect(names()).toEqual(['Dana Ochoa', 'Zoë Adler']);
    expect(others()).toEqual([]);
  });

  test('a click on the card or the name opens the person; Mod or not, the Base stays', async () => {
    await start(base('rapport-people'));
    await hands.click(one('.rapport-base-card'));
    expect(texts('.rapport-person-page .rapport-name')).toEqual(['Dana Ochoa']);
    await hands.click(withText('.rapport-base .rapport-link', 'Zoë Adler'));
    expect(texts('.rapport-person-page .rapport-name')).toEqual(['Zoë Adler']);
    expect(one('.rapport-base .rapport-link').dataset['person']).toBe('dana ochoa');
  });

  test.each([
    ['letter', ['D 1', 'O 1', 'Z 1'], ['Dana Ochoa', 'Omar Haddad', 'Zoë Adler']],
    ['company', ['Orbit 1', 'No company 2'], ['Dana Ochoa', 'Omar Haddad', 'Zoë Adler']],
    ['met', ['January 2026 2', 'Not met yet 1'], ['Dana Ochoa', 'Omar Haddad', 'Zoë Adler']],
  ])('grouped by %s, as the user chose', async (grouping, groups, people) => {
    await start(base('rapport-people'));
    await choose('Group by', grouping);
    expect(headings()).toEqual(groups);
    expect(names()).toEqual(people);
    expect(await hands.note('All.base')).toContain(`grouping: ${grouping}`);
  });

  test('the Base’s own sort and groups win', async () => {
    const sort = '    sort: [{ property: file.name, direction: DESC }]\n';
    await start(base('rapport-people', `${sort}    grouping: letter\n`));
    expect(names()).toEqual(['Dana Ochoa', 'Omar Haddad', 'Zoë Adler']);
    host.destroy();
    await start(base('rapport-people', sort, 'file.inFolder("People")'));
    expect(names()).toEqual(['Zoë Adler', 'Dana Ochoa']);
    host.destroy();
    const groupBy = '    groupBy: { property: company, direction: ASC }\n    grouping: letter\n';
    await start(base('rapport-people', groupBy, 'file.inFolder("People")'));
    expect(headings()).toEqual(['Orbit 1', 'None 1']);
  });

  test.each(['toString', '7', '[a, b]'])('%s is no grouping, and taken for none', async grouping => {
    await start(base('rapport-people', `    grouping: ${grouping}\n`));
    expect(names()).toHaveLength(3);
    expect(headings()).toEqual([]);
  });

  test('follow the notes', async () => {
    await start(base('rapport-people'));
    await host.outside.write('Meetings/c.md', meetingNote({ person: 'Ana Sousa', date: '2026-01-10' }));
    await settled(host);
    expect(names()).toEqual(['Ana Sousa', 'Dana Ochoa', 'Omar Haddad', 'Zoë Adler']);
    await host.outside.remove('People/Zoë Adler.md');
    await host.outside.write(
      'Meetings/a.md',
      meetingNote({ tasks: ['- [?] b @Myself #proposed', '- [?] n'] }),
    );
    await settled(host);
    expect(names()).not.toContain('Zoë Adler');
    expect(texts('.rapport-base-card')[1]).toContain('2 proposed');
  });
});

test('what is said of people in notes that are no rows is followed too', async () => {
  await start(base('rapport-people', '', 'file.inFolder("People")'));
  await host.outside.write('Meetings/a.md', meetingNote({ tasks: ['- [?] b @Myself #proposed', '- [?] n'] }));
  await settled(host);
  expect(texts('.rapport-base-card')[0]).toContain('2 proposed');
});

describe('meetings', () => {
  test('by month, the newest first, copies as one, with people and what is open', async () => {
    await start(base('rapport-meetings'));
    expect(headings()).toEqual(['January 2026 1', 'December 2025 1']);
    expect(titles()).toEqual(['Sizing review', 'Second']);
    const [first] = texts('.rapport-base .rapport-meeting');
    expect(first).toContain('8 Jan');
    expect(first).toContain('2 copies');
    expect(first).toContain('2 open · 1 proposed');
    expect(texts('.rapport-base .rapport-meeting:first-child .rapport-link')).toEqual([
      'Dana Ochoa',
      'Omar Haddad',
      'Omar Haddad',
    ]);
    expect(others()).toEqual(['1 note is neither a person nor a meeting.']);
  });

  test('of profiles: those one had with them', async () => {
    await start(base('rapport-meetings', '', 'file.name == "Dana Ochoa.md"'));
    expect(titles()).toEqual(['Sizing review']);
  });

  test.each([
    ['year', ['2026 1', '2025 1']],
    ['person', ['Dana Ochoa 1', 'Omar Haddad 1']],
    ['none', []],
  ])('grouped by %s', async (grouping, groups) => {
    await start(base('rapport-meetings', `    grouping: ${grouping}\n`));
    expect(headings()).toEqual(groups);
    expect(titles()).toEqual(['Sizing review', 'Second']);
  });

  test('the Base’s sort decides which comes first', async () => {
    const sort = '    sort: [{ property: note.date, direction: ASC }]\n';
    await start(base('rapport-meetings', sort, 'file.inFolder("Meetings")'));
    expect(headings()).toEqual(['December 2025 1', 'January 2026 1']);
  });

  test('a click opens the note, with Mod in a tab of its own', async () => {
    await start(base('rapport-meetings'));
    await hands.click(withText('.rapport-base .rapport-task-text', 'Second'), { ctrlKey: true });
    expect(host.app.workspace.getActiveFile()?.path).toBe('Meetings/b.md');
    expect(host.app.workspace.getLeavesOfType('bases')).toHaveLength(1);
  });
});

test('arrow keys go from one to the next', async () => {
  await start(base('rapport-people'));
  const [first] = [...document.querySelectorAll<HTMLElement>('.rapport-base .rapport-name button')];
  first?.focus();
  await hands.press('ArrowDown');
  expect(document.activeElement?.textContent).toBe('Omar Haddad');
  await hands.press('ArrowUp');
  expect(document.activeElement?.textContent).toBe('Dana Ochoa');
});

test('nothing to show: says what the view is for', async () => {
  await start(base('rapport-people', '', 'file.name == "Shopping.md"'));
  expect(one('.rapport-base .rapport-empty').textContent).toMatch(
    /^Nobody is here\. .*type: people.*named in the settings\.$/,
  );
});

test('while notes are read nothing is said to be missing', async () => {
  host = await createHost({ files: { ...FILES, 'All.base': base('rapport-people') } });
  await host.loadPlugin(RapportPlugin, manifest);
  // Before the layout is ready nothing is read.
  await host.openNote('All.base');
  expect(others()).toEqual([]);
  expect(texts('.rapport-base .rapport-empty')).toEqual([]);
  await host.layoutReady();
  await settled(host);
  expect(names()).toHaveLength(4);
  expect(others()).toHaveLength(1);
});

test('where Bases are off there are none, and the rest goes on', async () => {
  host = await createHost({ files: { ...FILES, 'All.base': base('rapport-people') }, bases: false });
  await host.loadPlugin(RapportPlugin, manifest);
  await host.layoutReady();
  expect(host.registered()).toMatchObject({ basesViews: 0 });
  await new Hands(host).run('open-people-sidebar');
  expect(texts('.rapport-row-name')).toContain('Dana Ochoa');
});

test('nothing is left when the view is another one, or the plugin goes', async () => {
  const listeners = () => host.registered();
  await start(`${base('rapport-people')}  - type: rapport-meetings\n    name: Other\n`);
  const before = listeners();
  await choose('View', '1');
  expect(texts('.rapport-base')).toHaveLength(1);
  expect(titles()).toHaveLength(2);
  await choose('View', '0');
  expect(listeners()).toEqual(before);
  const el = one('.rapport-base');
  host.unloadPlugin('rapport');
  await settled(host);
  expect(document.querySelector('.rapport-base')).toBeNull();
  expect(host.registered()).toMatchObject({ basesViews: 0 });
  // The view is the app's, which tells it what changes in its rows.
  const after = listeners();
  await host.outside.write('Meetings/c.md', meetingNote({ person: 'Ana Sousa' }));
  await settled(host);
  expect(listeners()).toEqual(after);
  expect(el.childElementCount).toBe(0);
});
