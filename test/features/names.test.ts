import type { Host } from '../host';
import { meetingNote, profileNote } from '../notes';
import { Hands, notices, stopTheCalendar, suggestions, withText } from './hands';
import { one, settled, startPlugin, texts } from './plugin';

stopTheCalendar();
let host: Host;
let hands: Hands;
afterEach(() => host.destroy());

const DATA = '.obsidian/plugins/rapport/data.json';
const SELF = { selfNames: ['Mira Lindqvist'] };

async function start(files: Record<string, string | Uint8Array>, data: object = SELF): Promise<void> {
  host = await startPlugin(files, data);
  hands = new Hands(host);
  await hands.run('open-people-sidebar');
}

const saved = async () => JSON.parse(await host.app.vault.adapter.read(DATA)) as Record<string, unknown>;
const people = () => texts('.rapport-row-name').sort();
const toSort = () => texts('.rapport-sort-entry .rapport-sort-name .rapport-link');
const key = (name: string) => hands.press(name);
const sortOut = () => hands.run('sort-out-people');
const exists = (path: string) => host.app.vault.getFileByPath(path) !== null;

const MEETING = meetingNote({
  person: 'Ed Haselton',
  participants: ['Mira Lindqvist', 'Ed Haselton', 'Dana Ochoa'],
  tasks: ['- [?] Send the sheet. @Ed Hasleton #task #proposed'],
});
const FILES = {
  'a.md': MEETING,
  'b.md': meetingNote({ person: 'Ed Haselton', date: '2026-01-02' }),
};

describe('names to sort out', () => {
  test('are counted below the list, and shown with what speaks for them', async () => {
    await start(FILES);
    const row = await hands.sees('.rapport-sort-out');
    expect(row.textContent).toBe('1 name to sort out');
    await hands.click(row);
    expect(toSort()).toEqual(['Ed Hasleton']);
    expect(one('.rapport-candidate').textContent).toContain('Perhaps Ed Haselton');
    expect(texts('.rapport-evidence li')).toEqual([
      '2 meetings, 2 Jan to 8 Jan',
      'nearly the same letters',
      '1 note names both',
    ]);
  });

  test('none: says so, and lists what is no person', async () => {
    await start({ 'a.md': meetingNote({ tasks: ['- [?] Find out @TBD', '- [?] Check @Legal'] }) });
    await sortOut();
    expect(one('.rapport-empty').textContent).toMatch(/^Every name leads to one person/);
    expect(texts('.rapport-no-people li')).toEqual(['Legal1 note', 'TBD1 note']);
  });

  describe('of many', () => {
    const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu'];
    const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
    const nameOf = (i: number) => {
      const [a = '', b = ''] = [i % 10, Math.floor(i / 10)].map(at => SYLLABLES[at]);
      return `${capital(`${b}${a}n`)} ${capital(`${a}${a}${b}${b}sen`)}`;
    };
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, i): [string, string][] => [
        [`People/${nameOf(i)}.md`, '---\ntype: people\n---\n'],
        [`${i}.md`, meetingNote({ person: nameOf(i).replace(/sen$/, 'sem') })],
      ]).flat(),
    );
    const activeAt = () =>
      [...document.querySelectorAll('.rapport-sort-entry')].findIndex(entry => entry.matches('.is-active'));

    test('the first are drawn, and more for whoever asks; keys go on from there', async () => {
      await start(many);
      await sortOut();
      expect(toSort()).toHaveLength(40);
      expect(one('.rapport-more').textContent).toBe('… and 60 more');
      await hands.click(one('.rapport-more button'));
      expect(toSort()).toHaveLength(80);
      await hands.press('j');
      expect(activeAt()).toBe(1);
    });

    test('whoever walks down finds more ahead', async () => {
      await start(many);
      await sortOut();
      for (let i = 0; i < 25; i++) await key('j');
      expect(activeAt()).toBe(25);
      expect(toSort()).toHaveLength(45);
      expect(one('.rapport-more').textContent).toBe('… and 55 more');
    });
  });

  test('m makes the name an alias in the profile; undo takes it out again', async () => {
    const profile = '---\ntype: people\naliases: Eddie\n---\nNotes\n';
    await start({ ...FILES, 'People/Ed Haselton.md': profile });
    await sortOut();
    await key('m');
    expect(notices()).toEqual(['Ed Hasleton is Ed Haselton.Undo']);
    expect(await hands.note('People/Ed Haselton.md')).toBe(
      '---\ntype: people\naliases:\n  - Eddie\n  - Ed Hasleton\n---\nNotes\n',
    );
    expect(toSort()).toEqual([]);
    expect(await hands.note('a.md')).toBe(MEETING);
    await hands.click(one('.rapport-undo'));
    expect(toSort()).toEqual(['Ed Hasleton']);
    expect(await hands.note('People/Ed Haselton.md')).toContain('- Eddie\n---\nNotes\n');
  });

  test.each([
    ['Contacts', 'Contacts/Ed Haselton.md'],
    ['Contacts/', 'Contacts/Ed Haselton.md'],
    ['/Contacts//New/', 'Contacts/New/Ed Haselton.md'],
    ['/', 'Ed Haselton.md'],
    ['', 'Ed Haselton.md'],
    // Never outside, nor where the app does not look.
    ['../Contacts', 'People/Ed Haselton.md'],
    ['Contacts/..\\..', 'People/Ed Haselton.md'],
    ['.hidden', 'People/Ed Haselton.md'],
  ])('where the folder is saved as %j, the profile is %s', async (profileFolder, path) => {
    await start(FILES, { ...SELF, profileFolder });
    await sortOut();
    await key('m');
    expect(host.app.vault.getMarkdownFiles().map(file => file.path)).toEqual([...Object.keys(FILES), path]);
  });

  test('undo takes it out again where the profile has moved', async () => {
    await start({ ...FILES, 'People/Ed Haselton.md': profileNote({}) });
    await sortOut();
    await key('m');
    await host.outside.rename('People/Ed Haselton.md', 'Contacts/Ed Haselton.md');
    await settled(host);
    await hands.run('undo-last-change');
    expect(await hands.note('Contacts/Ed Haselton.md')).toBe(profileNote({}));
    expect(toSort()).toEqual(['Ed Hasleton']);
  });

  test('a profile with bytes that are not UTF-8 is not written, and the reason is said', async () => {
    const path = 'People/Ed Haselton.md';
    const bytes = Uint8Array.from([...new TextEncoder().encode('---\ntype: people\n---\ncaf'), 0xe9, 0x0a]);
    await start({ ...FILES, [path]: bytes });
    await sortOut();
    await key('m');
    expect(notices().join()).toContain('not UTF-8');
    const { vault } = host.app;
    expect(new Uint8Array(await vault.readBinary(vault.getFileByPath(path)!))).toEqual(bytes);
  });

  test('of a name whose accents stand by themselves the profile is in its folder, and no other is made', async () => {
    const name = 'Zoe\u0308 Haselton';
    await start({
      'a.md': meetingNote({
        person: name,
        tasks: ['- [?] Send the sheet. @Zoe\u0308 Hasleton #task #proposed'],
      }),
      'b.md': meetingNote({ person: name, date: '2026-01-02' }),
    });
    await sortOut();
    await key('m');
    const folders = host.app.vault.getAllFolders().map(({ path }) => path);
    expect([exists('People/Zo\u00EB Haselton.md'), folders]).toEqual([true, ['People']]);
  });

  test('without a profile one is made from the template, and goes again with undo', async () => {
    await start(
      { ...FILES, 'Templates/Person.md': '---\ntags: [person]\n---\n# {{title}}\nMade {{date}}\n' },
      { ...SELF, profileFolder: 'Contacts', profileTemplate: 'Templates/Person.md' },
    );
    await sortOut();
    await key('Enter');
    const text = await hands.note('Contacts/Ed Haselton.md');
    expect(text).toContain('type: people');
    expect(text).toContain('- Ed Hasleton');
    expect(text).toContain('# Ed Haselton\nMade 2026-01-11\n');
    expect(toSort()).toEqual([]);
    await hands.run('undo-last-change');
    expect(exists('Contacts/Ed Haselton.md')).toBe(false);
    expect(toSort()).toEqual(['Ed Hasleton']);
  });

  test('a made profile that was written in since stays, and undo says why', async () => {
    await start(FILES);
    await sortOut();
    await key('m');
    const path = 'People/Ed Haselton.md';
    await host.outside.write(path, `${await hands.note(path)}Likes tea.\n`);
    await settled(host);
    await hands.run('undo-last-change');
    expect(notices().at(-1)).toBe(
      `It could not be undone: ${path} was changed since. Remove it yourself if it is not needed.`,
    );
    expect(await hands.note(path)).toContain('Likes tea.');
  });

  test('a template whose properties cannot be read leaves no half of a profile', async () => {
    await start(
      { ...FILES, 'Broken.md': '---\ntags: [person\n---\n# {{title}}\n' },
      { ...SELF, profileTemplate: 'Broken.md' },
    );
    await sortOut();
    await key('m');
    expect(notices()).toHaveLength(1);
    expect(exists('People/Ed Haselton.md')).toBe(false);
    expect(toSort()).toEqual(['Ed Hasleton']);
  });

  test('a missing template is said, and nothing is made', async () => {
    await start(FILES, { ...SELF, profileTemplate: 'Gone.md' });
    await sortOut();
    await key('m');
    expect(notices()).toEqual(['The template Gone.md is not there. Look at Rapport’s settings.']);
    expect(exists('People/Ed Haselton.md')).toBe(false);
    expect(toSort()).toEqual(['Ed Hasleton']);
  });

  test('d: they are two people, for good; undo asks again', async () => {
    await start(FILES);
    await sortOut();
    await key('d');
    expect(toSort()).toEqual([]);
    expect(await saved()).toMatchObject({ 'different ["ed haselton","ed hasleton"]': true });
    await key('Escape');
    expect(people()).toContain('Ed Hasleton');
    await sortOut();
    await hands.run('undo-last-change');
    expect(toSort()).toEqual(['Ed Hasleton']);
    expect(await saved()).toMatchObject({ 'different ["ed haselton","ed hasleton"]': false });
  });

  test('n: no person, kept apart with its label, and back again', async () => {
    await start(FILES);
    await sortOut();
    await key('n');
    expect(toSort()).toEqual([]);
    expect(texts('.rapport-no-people li')).toEqual(['Ed Hasleton1 noteIs a person']);
    await hands.click(withText('.rapport-no-people button', 'Is a person'));
    expect(toSort()).toEqual(['Ed Hasleton']);
  });

  test('o: somebody else, to be chosen', async () => {
    await start(FILES);
    await sortOut();
    await key('o');
    expect(suggestions()).toContain('Dana Ochoa');
    await hands.pick('Dana Ochoa');
    expect(await hands.note('People/Dana Ochoa.md')).toContain('- Ed Hasleton');
  });

  test('a key that is held decides one name, and moves over all of them', async () => {
    const tasks = ['- [?] Send the sheet. @Ed Hasleton #proposed', '- [?] Ask her. @Dana Ochao #proposed'];
    const participants = ['Ed Haselton', 'Dana Ochoa'];
    await start({ 'a.md': meetingNote({ participants, tasks }) });
    await sortOut();
    await key('j');
    await hands.press('k', { repeat: true });
    expect(texts('.rapport-sort-entry.is-active .rapport-sort-name .rapport-link')).toEqual(['Dana Ochao']);
    await key('n');
    await hands.press('n', { repeat: true });
    expect(toSort()).toEqual(['Ed Hasleton']);
  });

  test('arrows move between them; with a modifier keys are the app’s', async () => {
    await start({
      ...FILES,
      'c.md': meetingNote({
        participants: ['Priya Raman', 'Omar Haddad'],
        tasks: ['- [?] Ask @Priya Ramann'],
      }),
    });
    await sortOut();
    const active = () => one('.rapport-sort-entry.is-active .rapport-sort-name .rapport-link').textContent;
    const first = active();
    await key('ArrowDown');
    expect(active()).not.toBe(first);
    await hands.press('n', { ctrlKey: true });
    expect(toSort()).toHaveLength(2);
    await key('k');
    expect(active()).toBe(first);
    await key('Escape');
    expect(document.querySelector('.rapport-people')).not.toBeNull();
  });

  test('two profiles of one person become one, and two again', async () => {
    await start({
      ...FILES,
      'People/Jürgen Ost.md': profileNote({ email: 'j@example.com' }),
      'People/Juergen Ost.md': profileNote({ company: 'Orbit' }),
    });
    const names = () => people().filter(name => name.endsWith('Ost'));
    expect(names()).toEqual(['Juergen Ost', 'Jürgen Ost']);
    await sortOut();
    await hands.click(one('.rapport-accept'));
    await key('Escape');
    expect(names()).toHaveLength(1);
    await hands.run('undo-last-change');
    expect(names()).toEqual(['Juergen Ost', 'Jürgen Ost']);
  });
});

describe('a first name', () => {
  const files = {
    'a.md': meetingNote({ person: 'Timo Varga', participants: ['Omar Haddad'], date: '2026-01-01' }),
    'b.md': meetingNote({
      person: 'Timo',
      participants: ['Omar Haddad'],
      date: '2026-01-02',
      title: 'With Omar',
    }),
    'c.md': meetingNote({
      person: 'Timo',
      participants: ['Ana Sousa'],
      date: '2026-01-03',
      title: 'With Ana',
    }),
  };
  const button = () => one('.rapport-dialog .mod-cta');

  test('is merged in the notes that are chosen; those that speak for it are at first', async () => {
    await start(files);
    await sortOut();
    await key('m');
    expect(texts('.rapport-choices label')).toEqual([
      '3 Jan · With AnaNothing here says so',
      '2 Jan · With OmarWith Omar Haddad, whom Timo Varga has met',
    ]);
    expect(button().textContent).toBe('Merge in 1 note');
    await hands.click(button());
    expect(notices()).toEqual(['Timo is Timo Varga in 1 note.Undo']);
    expect(await saved()).toMatchObject({ 'means ["timo","timo varga"]': ['b.md'] });
    expect(exists('People/Timo Varga.md')).toBe(false);
    await host.outside.rename('b.md', 'moved.md');
    await settled(host);
    expect(await saved()).toMatchObject({ 'means ["timo","timo varga"]': ['moved.md'] });
    await hands.run('undo-last-change');
    expect(toSort()).toEqual(['Timo']);
  });

  test('in one note after another: what was decided before stays, and undo takes back the last', async () => {
    await start(files);
    for (const i of [1, 0]) {
      await sortOut();
      await key('m');
      const box = document.querySelectorAll<HTMLInputElement>('.rapport-choices input')[i];
      if (box?.checked === false) await hands.click(box);
      await hands.click(button());
    }
    const means = async () => (await saved())['means ["timo","timo varga"]'];
    expect(await means()).toEqual(['b.md', 'c.md']);
    await hands.run('undo-last-change');
    expect(await means()).toEqual(['b.md']);
    await hands.run('undo-last-change');
    expect(await means()).toBe(false);
  });

  test('everywhere: an alias', async () => {
    await start(files);
    await sortOut();
    await key('m');
    await hands.click(one('.rapport-dialog .checkbox-container'));
    expect(button().textContent).toBe('Merge everywhere');
    await hands.click(button());
    expect(await hands.note('People/Timo Varga.md')).toContain('- Timo');
  });

  test('no note chosen: nothing to merge', async () => {
    await start(files);
    await sortOut();
    await key('m');
    for (const box of document.querySelectorAll<HTMLInputElement>('.rapport-choices input'))
      if (box.checked) await hands.click(box);
    expect((button() as HTMLButtonElement).disabled).toBe(true);
  });
});

describe('in a task', () => {
  const owners = () => [...document.querySelectorAll('.rapport-task .rapport-facts > span')].slice(0, 1);

  test('a name the note makes plain is underlined with dots, and says why', async () => {
    await start({
      'a.md': meetingNote({ person: 'Timo Varga', tasks: ['- [?] Call @Timo #task #proposed'] }),
    });
    await hands.click(withText('.rapport-person-row', 'Timo Varga', row => one('.rapport-row-name', row)));
    const link = one('.is-inferred');
    expect(link.textContent).toBe('Timo Varga');
    expect(link.title).toBe('Written “Timo”; Timo Varga is the only one of that name in this note');
  });

  test('a team and a group keep their labels', async () => {
    await start({
      'a.md': meetingNote({
        tasks: ['- [?] Call @[[Omar Haddad or Ana Sousa]] #proposed', '- [?] Ask @Legal #proposed'],
      }),
    });
    await hands.click(one('.rapport-person-row'));
    expect(owners()).toHaveLength(1);
    expect(texts('.rapport-unresolved')).toEqual(['Omar Haddad or Ana Sousa', 'Legal']);
  });
});

describe('a renamed profile', () => {
  const task = '- [?] Send the sheet. @Dana Ochoa 📅 2026-01-10 #task';
  const linked = '- [?] Call @[[Dana Ochoa]] #task';
  const files = {
    'People/Dana Ochoa.md': profileNote(),
    'a.md': meetingNote({ tasks: [task, linked] }),
  };
  const renameTo = async (path: string) => {
    await host.outside.rename('People/Dana Ochoa.md', path);
    await settled(host);
  };

  test('is the same person; tasks are offered to follow, line by line', async () => {
    await start(files);
    await renameTo('People/Dana Lee.md');
    expect(people()).toEqual(['Dana Lee']);
    expect(notices()).toEqual([
      'Dana Ochoa is now Dana Lee. 1 task still says Dana Ochoa.Show them…Leave them',
    ]);
    expect(await saved()).toMatchObject({ 'formerly ["dana ochoa"]': 'dana lee' });
    const before = await hands.note('a.md');
    await hands.click(withText('.notice button', 'Show them…'));
    expect(texts('.rapport-edit')).toEqual([task.replace('@Dana Ochoa', '@Dana Ochoa@Dana Lee')]);
    expect(texts('.rapport-choices del')).toEqual(['@Dana Ochoa']);
    expect(texts('.rapport-choices ins')).toEqual(['@Dana Lee']);
    expect(await hands.note('a.md')).toBe(before);
    await hands.click(one('.rapport-dialog .mod-cta'));
    expect(await hands.note('a.md')).toBe(before.replace('@Dana Ochoa', '@Dana Lee'));
    await hands.run('undo-last-change');
    expect(await hands.note('a.md')).toBe(before);
  });

  test('“Leave them” changes nothing', async () => {
    await start(files);
    const before = await hands.note('a.md');
    await renameTo('People/Dana Lee.md');
    await hands.click(withText('.notice button', 'Leave them'));
    expect(await hands.note('a.md')).toBe(before);
    expect(notices()).toEqual([]);
  });

  test('a folder’s note: its title where the file says nothing', async () => {
    await start({
      'README.md': profileNote({ title: 'Dana Ochoa' }),
      'a.md': meetingNote({ tasks: [task] }),
    });
    await host.outside.write('README.md', profileNote({ title: 'Dana Lee' }));
    await settled(host);
    expect(notices()[0]).toMatch(/^Dana Ochoa is now Dana Lee\. 1 task/);
  });
});

describe('whose vault it is', () => {
  const files = Object.fromEntries(
    Array.from({ length: 6 }, (_, i) => [
      `${i}.md`,
      meetingNote({ person: `Guest N${i}`, participants: [`Guest N${i}`, 'Mira Lindqvist'] }),
    ]),
  );
  const QUESTION =
    'Are you Mira Lindqvist? 6 of 6 meetings.Rapport then knows what you owe. You can change it in the settings.';

  test('is asked once, of who is in most meetings; yes is a setting', async () => {
    await start(files, {});
    expect(notices()).toEqual([`${QUESTION}YesSomebody else…Not now`]);
    await hands.click(withText('.notice button', 'Yes'));
    expect(await saved()).toMatchObject({ selfNames: ['Mira Lindqvist'], askedForSelf: true });
    expect(people()).not.toContain('Mira Lindqvist');
  });

  test('is not asked again', async () => {
    await start(files, {});
    await hands.click(withText('.notice button', 'Not now'));
    expect(notices()).toEqual([]);
    await hands.run('rebuild-index');
    expect(notices()).toEqual([]);
    expect(await saved()).toEqual({ version: 1, askedForSelf: true });
  });

  test('can be somebody else', async () => {
    await start(files, {});
    await hands.click(withText('.notice button', 'Somebody else…'));
    await hands.pick('Guest N3');
    expect(await saved()).toMatchObject({ selfNames: ['Guest N3'] });
  });

  test.each([
    ['the settings know', files, SELF],
    ['nobody stands out', { 'a.md': meetingNote({ participants: ['Ana Sousa', 'Omar Haddad'] }) }, {}],
  ])('is not asked where %s', async (_, notes, data) => {
    await start(notes, data);
    expect(notices()).toEqual([]);
  });
});

describe('what was decided', () => {
  test('is there after a restart, beside the settings', async () => {
    await start(FILES, { ...SELF, 'different ["ed haselton","ed hasleton"]': true });
    await sortOut();
    expect(toSort()).toEqual([]);
  });

  test('by another device is heard at once', async () => {
    await start(FILES);
    await sortOut();
    await host.outside.write(DATA, JSON.stringify({ ...SELF, 'not a person ["ed hasleton"]': true }));
    await settled(host);
    expect(toSort()).toEqual([]);
    expect(texts('.rapport-no-people li span')).toContain('Ed Hasleton');
  });

  test('survives a change of settings', async () => {
    await start(FILES);
    await sortOut();
    await key('d');
    host.openSettings('rapport');
    await settled(host);
    await hands.click(
      withText('.setting-item', 'Buttons at proposed tasks', item =>
        one('.setting-item-name', item),
      ).querySelector<HTMLElement>('.checkbox-container') ?? document.body,
    );
    expect(await saved()).toMatchObject({
      taskButtons: false,
      'different ["ed haselton","ed hasleton"]': true,
    });
  });
});
