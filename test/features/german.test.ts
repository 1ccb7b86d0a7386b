import './inGerman';
import { Menu } from 'obsidian';
import { en, speak } from '../../src/core/words';
import { de } from '../../src/core/words/de';
import type RapportPlugin from '../../src/main';
import type { Host } from '../host';
import type { HostApp } from '../host/app';
import { meetingNote, profileNote } from '../notes';
import { Hands, notices, stopTheCalendar, withText } from './hands';
import { one, settled, startPlugin, texts } from './plugin';

stopTheCalendar();
let host: Host;
let hands: Hands;
afterEach(async () => {
  await host?.destroy();
  speak(de);
});

/** People, meetings and tasks whose own words are none of the plugin's. */
const FILES = {
  'People/Dana Ochoa.md': profileNote({
    role: 'Plattform',
    company: 'Umbra Labs',
    email: 'dana@example.com',
  }),
  'a.md': meetingNote({
    person: 'Dana Ochoa',
    participants: ['Mira Lindqvist', 'Omar Haddad'],
    date: '2026-01-08',
    title: 'Größen',
    summary: 'Zwei Stufen.',
    tasks: [
      '- [?] Liste für den zweiten Verbund schicken. @Myself 📅 2026-01-20 ⏫ #task #proposed',
      '- [?] Liste für den zweiten Verbund in Dublin schicken. @Myself 📅 2025-01-20 #task #proposed',
      '- [/] Raum buchen. @Myself',
      '- [ ] Regionen nennen. @Dana Ochoa 📅 2026-01-12',
      '- [x] Vertrag lesen. @Dana Ochoa ✅ 2026-01-09',
      '- [ ] Termin finden. @TBD 📅 2026-13-40',
    ],
  }),
  'b.md': meetingNote({ person: 'Omar Hadad', date: '2025-12-01', title: 'Pfand' }),
  'c.md': meetingNote({ person: 'Dana Ochoa', date: '2025-11-01', title: 'Lager' }),
  'broken.md': '---\ntype: [people\n---\n',
};

async function start(files: Record<string, string> = {}): Promise<void> {
  host = await startPlugin({ ...FILES, ...files }, { selfNames: ['Mira Lindqvist'], statusBar: true });
  hands = new Hands(host);
}

/** What the English table says in two words or more, without what varies, and without what German says too. */
const ENGLISH = [...new Set(piecesOf(en))].filter(piece => !piecesOf(de).includes(piece));

function piecesOf(value: unknown): string[] {
  if (typeof value === 'function')
    return piecesOf((value as (...given: string[]) => string)('41', '42', '43'));
  if (typeof value === 'object') return Object.values(value as object).flatMap(piecesOf);
  return String(value)
    .split(/4[123]|\{\}|`/)
    .map(piece => piece.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
    .filter(piece => /\p{L} \p{L}/u.test(piece) && piece.length > 6);
}

/** Everything that can be read or heard. */
function shown(): string {
  const attributes = ['aria-label', 'title', 'placeholder', 'alt'];
  const spoken = [...document.querySelectorAll('*')].flatMap(element =>
    attributes.map(name => element.getAttribute(name) ?? ''),
  );
  return [document.body.textContent ?? '', ...spoken].join('\n');
}

const inEnglishOnScreen = (): string[] => ENGLISH.filter(piece => shown().includes(piece));

/** Looks at what an app of a few seconds shows, as it is now. */
function expectGerman(...some: string[]): void {
  expect(inEnglishOnScreen()).toEqual([]);
  for (const words of some) expect(shown()).toContain(words);
}

test('there is English to be found', () => expect(ENGLISH.length).toBeGreaterThan(250));

test('commands have German names, and the ids they always had', async () => {
  await start();
  const commands = host.commands();
  expect(
    commands.map(({ name }) => name).filter(name => ENGLISH.some(piece => name.includes(piece))),
  ).toEqual([]);
  expect(commands.find(({ id }) => id === 'rapport:promote-note')?.name).toBe(
    'Rapport: Alle vorgeschlagenen Aufgaben dieser Notiz annehmen',
  );
});

test('the list of people, its menu and its problems', async () => {
  await start();
  await hands.run('open-people-sidebar');
  await hands.sees('.rapport-sort-out');
  expectGerman('Personen suchen…', 'Mir geschuldet', '1 Name zu klären', 'vor 3 Tagen', 'Problem');
  one('.rapport-problems').setAttribute('open', '');
  expectGerman('Dieses Datum gibt es nicht: 2026-13-40', 'kein gültiges YAML');
  await hands.click(one('.rapport-list-head .clickable-icon'));
  expectGerman('Nach Firmen gruppieren');
});

test('a person’s page, and the menu of a task', async () => {
  await start();
  await hands.openPerson('dana ochoa');
  expectGerman(
    'Getroffen',
    '2 Treffen',
    'Ich schulde',
    'Nicht zugewiesen',
    'Zuletzt erledigt',
    'fällig morgen',
  );
  one('.rapport-task').dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  await settled(host);
  expectGerman('Annehmen', 'Priorität setzen…');
});

test('names to sort out', async () => {
  await start();
  await hands.run('sort-out-people');
  await hands.sees('.rapport-sort');
  expectGerman('Personen zu klären', 'Vielleicht', 'fast dieselben Buchstaben', 'Jemand anderes…');
});

test('triage, its menu, a decision and its end', async () => {
  await start();
  await hands.run('open-triage');
  await hands.sees('.rapport-focus');
  expectGerman('2 Vorschläge', 'hohe Priorität', 'Annehmen', 'Aus der Notiz', 'überfällig');
  await hands.click(one('.rapport-triage-title .clickable-icon'));
  expectGerman('Alle 2 gezeigten annehmen…');
  await hands.press('Escape');
  one('.rapport-triage').focus();
  await hands.press('1');
  expect(one('.rapport-triage [role=status]').textContent).toMatch(/^Angenommen\. Jetzt: /);
  await hands.press('3');
  expectGerman('Nichts zu entscheiden.', 'Du hast 2 Aufgaben entschieden.');
});

test('how far a long write is', async () => {
  const line = '- [?] Angebot senden. @Myself #proposed';
  const many = Array.from({ length: 25 }, (_, i) => [`${i}.md`, meetingNote({ tasks: [line] })] as const);
  host = await startPlugin(Object.fromEntries(many));
  hands = new Hands(host);
  await hands.run('open-triage');
  await hands.sees('.rapport-focus');
  const seen: string[] = [];
  host.app.vault.on('modify', () => seen.push(...notices()));
  await hands.click(one('.rapport-triage-title .clickable-icon'));
  await hands.click(
    withText('.menu-item', 'Alle 25 gezeigten annehmen…', item => one('.menu-item-title', item)),
  );
  await hands.click(one('.modal-container .mod-cta'));
  await settled(host);
  expect(seen[0]).toMatch(/^Angenommen: Notiz 1 von 25/);
});

test('questions about a task', async () => {
  await start();
  await hands.cursorIn('a.md', '- [/] Raum buchen. @Myself');
  for (const command of ['set-due-date', 'set-priority', 'assign-task', 'edit-task-text', 'duplicate-task']) {
    await hands.run(command);
    expectGerman();
    await hands.press('Escape');
  }
  await hands.run('assign-task');
  expectGerman('Umschalt ↵');
  await hands.press('Escape');
  await hands.run('set-due-date');
  hands.type('übermorgen');
  expectGerman('Dienstag, 13.\u00a0Januar 2026, übermorgen');
  await hands.press('Enter');
  expect(await hands.note('a.md')).toContain('- [/] Raum buchen. @Myself 📅 2026-01-13');
  expect(notices().join()).toContain('1 Aufgabe mit neuer Fälligkeit.');
  await hands.run('undo-last-change');
  expect(notices().join()).toContain('1 Aufgabe rückgängig gemacht (mit neuer Fälligkeit).');
  expectGerman();
});

test('settings, each of their pages, and what may not be typed', async () => {
  await start();
  host.openSettings('rapport');
  await settled(host);
  expectGerman('Meine Namen', 'Personenkarten', 'Einstellungen zurücksetzen', '0\u00a0vorgeschlagen');
  for (const page of ['Tasten', 'Personenkarten']) {
    const item = [...document.querySelectorAll<HTMLElement>('.setting-item')].find(
      each => each.querySelector('.setting-item-name')?.textContent === page,
    );
    await hands.click(item ?? one('no such page'));
    expectGerman();
    host.openSettings('rapport');
    await settled(host);
  }
});

test('a reason of ours is German, whatever failed', async () => {
  await start();
  host.app.vault.create = () => Promise.reject(new Error(en.noteGone));
  await hands.run('export');
  await hands.pick('json');
  expect(notices().at(-1)).toBe('Es konnte nicht exportiert werden: Die Notiz gibt es nicht mehr.');
  await hands.run('prepare-for-meeting');
  await hands.pick('Dana Ochoa');
  await hands.click(withText('.modal button', 'Neue Notiz'));
  expect(notices().at(-1)).toBe('Die Notiz gibt es nicht mehr.');
});

test('the brief, help, the map, a card and menus of the app', async () => {
  await start();
  await hands.run('prepare-for-meeting');
  await hands.pick('Dana Ochoa');
  await hands.sees('.rapport-brief');
  expectGerman('Briefing: Dana Ochoa', 'Zuletzt getroffen am 2026-01-08', 'Letzte Treffen');
  await hands.press('Escape');
  await hands.run('open-map');
  await settled(host);
  expectGerman('Im Netz suchen…', 'Wer wen trifft');
  await host.openNote('a.md', { mode: 'preview' });
  await hands.run('show-person-card');
  await hands.sees('.rapport-card');
  expectGerman('Du schuldest 1');
  const menu = new Menu();
  host.app.workspace.trigger(
    'file-menu',
    menu,
    host.app.vault.getFileByPath('a.md'),
    'file-explorer-context-menu',
  );
  menu.showAtPosition({ x: 0, y: 0 });
  await settled(host);
  expect(texts('.menu .menu-item-title')).toContain('Treffen vorbereiten');
  expectGerman();
});

test('both views of a Base, grouped and empty', async () => {
  const view = (type: string, more = '') => `  - type: ${type}\n    name: ${type}${more}\n`;
  const all = `filters: 'file.ext == "md"'\nviews:\n${view('rapport-people')}${view('rapport-meetings')}`;
  const none = `filters: 'file.name == "broken.md"'\nviews:\n${view('rapport-people')}${view('rapport-meetings')}`;
  await start({ 'Alle.base': all, 'Keine.base': none });
  const choose = async (label: string, value: string) => {
    const select = one(`select[aria-label="${label}"]`) as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(host);
  };
  await host.openNote('Alle.base');
  await settled(host);
  expectGerman(
    'Getroffen vor 3 Tagen',
    'Du schuldest 1',
    '1 Notiz ist weder Person noch Treffen.',
    'Gruppieren nach',
  );
  for (const grouping of ['letter', 'company', 'met']) {
    await choose('Gruppieren nach', grouping);
    expectGerman();
  }
  await choose('View', '1');
  expectGerman('Januar 2026', 'Zwei Stufen.');
  for (const grouping of ['year', 'person', 'none']) {
    await choose('Gruppieren nach', grouping);
    expectGerman();
  }
  await host.openNote('Keine.base');
  await settled(host);
  expectGerman('Diese Ansicht zeigt', 'Andere Notiztypen');
  await choose('View', '1');
  expectGerman('Hier ist kein Treffen.');
});

test.each([
  ['show: brief\nperson: Dana Ochoa', 'Briefing: Dana Ochoa', 'Zuletzt getroffen am 2026-01-08'],
  ['show: proposed', 'Vorgeschlagen', 'Liste für den zweiten Verbund schicken.'],
  ['show: proposed\nperson: Omar Hadad', 'Es ist nichts vorgeschlagen.'],
  ['show: owed', 'Mir geschuldet', 'Regionen nennen.'],
  ['show: owed\nperson: Omar Hadad', 'Niemand schuldet dir etwas.'],
  ['show: owing', 'Ich schulde', 'Raum buchen.'],
  ['show: owing\nperson: Omar Hadad', 'Du schuldest nichts.'],
  ['show: meetings\nlimit: 1', 'Treffen', 'Größen', '… und 2 weitere'],
  ['show: map', 'Dana Ochoa'],
  ['person: Dana Ocha', 'Zeile 1: In deinen Notizen heißt niemand „Dana Ocha“. Meintest du „Dana Ochoa“?'],
  ['person: Omar', 'Zeile 1: „Omar“ kann Omar Hadad oder Omar Haddad sein. Schreib den vollen Namen.'],
  [
    'person: Dana Ochoa and Omar Hadad',
    'nennt mehrere Personen: Dana Ochoa und Omar Hadad. Schreib eine davon.',
  ],
  ['limit: 5', 'Zeile 1: Ein Briefing braucht eine Person', 'Zeile 1: „limit“ gilt nur für Listen'],
  [
    'shwo: owed\nlimit: x\nlimit: 3\nshow: alles\nperson:',
    'Zeile 1: „shwo“ ist keine Option. Meintest du „show“? Es gibt show, person, limit.',
    'Zeile 2: „limit:“ erwartet eine ganze Zahl ab 1, nicht „x“.',
    'Zeile 3: „limit“ steht schon in Zeile 2.',
    'Zeile 4: „show:“ erwartet eines von',
    'Zeile 5: „person:“ erwartet einen Namen',
  ],
])('the code block %j', async (source, ...some) => {
  await start({ 'Block.md': `\`\`\`rapport\n${source}\n\`\`\`\n` });
  await host.openNote('Block.md', { mode: 'preview' });
  await settled(host);
  expectGerman(...some);
});

describe('what programs read is what it is in English', () => {
  const both = async (ask: () => unknown): Promise<unknown[]> => {
    const german = await ask();
    speak(en);
    return [german, await ask()];
  };

  test.each([
    ['report'],
    ['report', 'format=json'],
    ['person', 'person=Dana Ochoa'],
    ['brief', 'person=Dana Ochoa'],
    ['brief', 'person=Nobody'],
    ['proposed', 'all'],
    ['promote', 'all', 'dry-run'],
    ['reject', 'task=nothing'],
  ])('rapport:%s %s %s', async (command, ...words) => {
    await start();
    const [german, english] = await both(() => host.cli(`rapport:${command}`, ...words));
    expect(german).toBe(english);
  });

  test('problems, and the reasons other plugins get', async () => {
    await start();
    expect(await host.cli('rapport:report')).toContain('There is no such date: 2026-13-40');
    const { api } = (host.app as unknown as HostApp).plugins.plugins.rapport as unknown as RapportPlugin;
    const started = api?.tasks({ state: 'in-progress' })[0];
    const { refused } = (await api?.promote([started?.id ?? ''])) ?? {};
    expect(refused).toEqual([{ id: started?.id, reason: 'The task is in progress, not proposed.' }]);
  });
});
