import type { Host } from '../host';
import { meetingNote, profileNote } from '../notes';
import { Hands, stopTheCalendar, withText } from './hands';
import { one, settled, startPlugin, texts } from './plugin';

stopTheCalendar();
let host: Host;
let hands: Hands;
afterEach(() => host.destroy());

const SELF = { selfNames: ['Mira Lindqvist'] };

async function start(files: Record<string, string | Uint8Array>): Promise<void> {
  host = await startPlugin(files, SELF);
  hands = new Hands(host);
  await hands.run('open-people-sidebar');
}

const names = () => texts('.rapport-row-name');
const chip = (name: string) =>
  withText(
    '.rapport-chip',
    name,
    el => ({ textContent: el.firstChild?.textContent?.trim() ?? '' }) as Element,
  );
const openPerson = (name: string) =>
  hands.click(withText('.rapport-person-row', name, row => one('.rapport-row-name', row)));
const view = () => {
  const [leaf] = host.app.workspace.getLeavesOfType('rapport-people');
  if (!leaf) throw new Error('no people view');
  return leaf;
};
const input = () => one('.rapport-search input') as HTMLInputElement;

const weekly = (person: string, last: number) =>
  Object.fromEntries(
    [0, 7, 14, 21].map(days => {
      const date = new Date(Date.UTC(2026, 0, last - days)).toISOString().slice(0, 10);
      return [`${person} ${date}.md`, meetingNote({ person, date, title: `Weekly ${date}` })];
    }),
  );

const FILES = {
  ...weekly('Dana Ochoa', 9),
  ...weekly('Omar Haddad', -15),
  'People/Ana Sousa.md': profileNote({
    company: 'Orbit',
    role: 'Lead',
    phone: '+47 555 01 01',
    linkedin: 'https://www.linkedin.com/in/ana-s/',
  }),
  'People/Dana Ochoa.md': profileNote({ company: 'acme' }),
  'a.md': meetingNote({
    person: 'Ana Sousa',
    participants: ['Mira Lindqvist', 'Dana Ochoa'],
    date: '2025-06-01',
    title: 'Kick-off',
    summary: 'We began.\n## Decisions\n- Go on. [[Orbit pilot]]',
    tasks: [
      '- [ ] Send it @Myself 📅 2025-06-10',
      '- [x] Book it @Myself ✅ 2025-06-02',
      '- [?] Draft it @Ana Sousa',
    ],
  }),
};

describe('the list', () => {
  test('names that differ by a dash alone are two rows for those who hear them', async () => {
    await start({
      'a.md': meetingNote({ person: 'Anne-Marie Duval' }),
      'b.md': meetingNote({ person: 'Anne Marie Duval' }),
    });
    const ids = [...document.querySelectorAll('.rapport-person-row')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });

  test('filters leave whom they name, and say how many; a second click takes them off', async () => {
    await start(FILES);
    expect(texts('.rapport-chip')).toEqual(['All3', 'I owe1', 'They owe', 'Proposed1', 'Going quiet1']);
    await hands.click(chip('Going quiet'));
    expect(names()).toEqual(['Omar Haddad']);
    await hands.click(chip('They owe'));
    expect(one('.rapport-empty').textContent).toBe('Nobody owes you anything.');
    await hands.click(chip('They owe'));
    expect(names()).toEqual(['Dana Ochoa', 'Omar Haddad', 'Ana Sousa']);
  });

  test('sorts by name and by open tasks, and groups by company', async () => {
    await start(FILES);
    const choose = async (title: string) => {
      await hands.click(one('[aria-label="Sort and group"]'));
      await hands.click(withText('.menu-item', title, item => one('.menu-item-title', item)));
    };
    await choose('By name');
    expect(names()).toEqual(['Ana Sousa', 'Dana Ochoa', 'Omar Haddad']);
    await choose('Group by company');
    expect(texts('.rapport-company')).toEqual(['acme', 'Orbit', 'No company']);
    expect(names()).toEqual(['Dana Ochoa', 'Ana Sousa', 'Omar Haddad']);
    input().value = 'orbit';
    input().dispatchEvent(new Event('input', { bubbles: true }));
    await settled(host);
    expect([texts('.rapport-company'), names()]).toEqual([[], ['Ana Sousa']]);
  });

  test('a letter typed in the list goes to the search, ? tells the keys', async () => {
    await start(FILES);
    one('.rapport-chip').focus();
    await hands.press('d');
    expect(document.activeElement).toBe(input());
    await hands.press('?');
    expect(document.querySelector('.rapport-keys')).toBeNull();
    one('.rapport-chip').focus();
    await hands.press('?');
    expect(texts('.rapport-keys dd')).toContain('search');
  });

  test('a picture of the vault stands for the initials; one from elsewhere is never fetched', async () => {
    await start({
      'People/Ana Sousa.md': profileNote({ photo: '"[[ana.png]]"' }),
      'People/Bo Lind.md': profileNote({ avatar: 'https://example.com/bo.png' }),
      'People/Cy Roe.md': profileNote({ image: 'secret.md' }),
      'ana.png': new Uint8Array([1]),
      'secret.md': 'x',
    });
    const sources = [...document.querySelectorAll<HTMLImageElement>('img.rapport-avatar')].map(
      ({ src }) => src,
    );
    expect(sources).toHaveLength(1);
    expect(sources[0]).toContain('ana.png');
  });

  test('what was dragged is a link', async () => {
    await start(FILES);
    const drag = (selector: string) => {
      const dropped: string[] = [];
      const event = new Event('dragstart', { bubbles: true });
      Object.assign(event, { dataTransfer: { setData: (_: string, text: string) => dropped.push(text) } });
      one(selector).dispatchEvent(event);
      return dropped;
    };
    expect(drag('[data-person="ana sousa"]')).toEqual(['[[Ana Sousa]]']);
    expect(drag('[data-person="omar haddad"]')).toEqual(['[[Omar Haddad]]']);
    await openPerson('Ana Sousa');
    expect(drag('.rapport-task')).toEqual(['[[a]]']);
  });
});

describe('a person’s page', () => {
  test('has the facts, the rhythm, the year and what was done', async () => {
    await start(FILES);
    await openPerson('Ana Sousa');
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.rapport-profile a')].map(
      ({ href }) => href,
    );
    expect(links).toEqual(['tel:+475550101', 'https://www.linkedin.com/in/ana-s/']);
    expect(texts('.rapport-heading').map(text => text.replace(/\d+.*/, '').trim())).toEqual([
      'Proposed',
      'I owe',
      'Recently done',
      'Meetings',
      'Topics',
      'Often met together',
    ]);
    expect(texts('.rapport-tags li')).toEqual(['Orbit pilot 1', 'Dana Ochoa 1']);
    await hands.press('Escape');
    await hands.click(one('.rapport-back'));
    await openPerson('Omar Haddad');
    expect(one('.rapport-rhythm.is-quiet').textContent).toBe('Usually every 7 days; now 26');
    expect(document.querySelectorAll('.rapport-strip rect')).toHaveLength(4);
    expect(one('.rapport-strip title').textContent).toBe('Tuesday, 25 November 2025: Weekly 2025-11-25');
  });

  test('LinkedIn that is none stays text', async () => {
    await start({
      'People/Ana Sousa.md': profileNote({ linkedin: 'javascript:alert(1)' }),
      'People/Bo.md': profileNote({ linkedin: 'bo-lind' }),
    });
    await openPerson('Ana Sousa');
    expect(document.querySelector('.rapport-profile a')).toBeNull();
    await hands.click(one('.rapport-back'));
    await openPerson('Bo');
    expect((one('.rapport-profile a') as HTMLAnchorElement).href).toBe('https://www.linkedin.com/in/bo-lind');
  });

  test('what was said in a meeting folds open, and copies of it are one', async () => {
    await start({
      ...FILES,
      'b.md': meetingNote({ person: 'Ana Sousa', date: '2025-06-01', title: 'Kick-off', tasks: [] }),
    });
    await openPerson('Ana Sousa');
    expect(texts('.rapport-meeting .rapport-copies')).toEqual([' 2 copies']);
    await hands.click(one('.rapport-fold'));
    expect(texts('.rapport-meeting-sections h5')).toEqual(['Summary', 'Decisions', 'Copies']);
    expect(view().view.getState().open).toEqual(['a.md']);
    await hands.click(one('.rapport-fold'));
    expect(document.querySelector('.rapport-meeting-sections')).toBeNull();
  });

  test('by keys alone: searched, opened, decided, and back', async () => {
    await start(FILES);
    input().focus();
    hands.type('ana s');
    await settled(host);
    await hands.press('Enter');
    await hands.press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('Proposed: Draft it');
    const reject = one('.rapport-task .rapport-reject');
    reject.focus();
    await hands.click(reject);
    await hands.press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('Send it');
    await hands.press('Escape');
    expect(document.activeElement === input()).toBe(true);
  });

  test('who reads in a note keeps the focus there when the page follows it', async () => {
    await start(FILES);
    input().focus();
    input().blur();
    await host.openNote('a.md', { mode: 'preview' });
    await settled(host);
    expect(texts('.rapport-name')).toHaveLength(1);
    expect(document.activeElement?.tagName).toBe('BODY');
  });

  test('follows a profile to its new name', async () => {
    await start(FILES);
    await openPerson('Dana Ochoa');
    await host.outside.rename('People/Dana Ochoa.md', 'People/Dana Ramos.md');
    await settled(host);
    expect(texts('.rapport-name')).toEqual(['Dana Ramos']);
    expect(view().view.getState().person).toBe('dana ramos');
  });

  test('arrow keys go from row to row, Escape goes back', async () => {
    await start(FILES);
    await openPerson('Ana Sousa');
    one('.rapport-page-actions button').focus();
    const focused = () => document.activeElement?.textContent;
    await hands.press('ArrowDown');
    expect(focused()).toBe('Proposed: Draft it');
    await hands.press('ArrowDown');
    expect(focused()).toBe('Send it');
    await hands.press('ArrowUp');
    await hands.press('ArrowUp');
    expect(focused()).toBe('Proposed: Draft it');
    await hands.press('Escape');
    expect(names()).toHaveLength(3);
  });

  test.each([
    ['[?]', 'Proposed 75', 'Proposed: ', ' #task #proposed'],
    ['[ ]', 'They owe 75', '', ''],
  ])(
    'shows the first of many rows %s; by key or click come more, and the focus goes on from there',
    async (box, heading, says, tags) => {
      const tasks = Array.from(
        { length: 75 },
        (_, i) => `- ${box} Order crate ${String(i).padStart(2, '0')} @Dana Ochoa${tags}`,
      );
      await start({ 'a.md': meetingNote({ tasks }) });
      await openPerson('Dana Ochoa');
      const rows = () => texts('.rapport-tasks .rapport-task-text').length;
      const more = () => texts('.rapport-more');
      expect(texts('.rapport-heading')[0]).toContain(heading);
      expect([rows(), more()]).toEqual([20, ['… and 55 more']]);
      const last = withText('.rapport-task-text', `${says}Order crate 19`);
      last.focus();
      await hands.press('ArrowDown');
      expect(document.activeElement?.textContent).toBe('… and 55 more');
      await hands.click(document.activeElement as HTMLElement);
      expect([rows(), more()]).toEqual([70, ['… and 5 more']]);
      expect(document.activeElement?.textContent).toContain('Order crate 20');
      await hands.click(one('.rapport-more button'));
      expect([rows(), more()]).toEqual([75, []]);
      expect(document.activeElement?.textContent).toContain('Order crate 70');
    },
  );

  test('follows the active note until it is pinned', async () => {
    await start(FILES);
    await openPerson('Dana Ochoa');
    const shown = () => one('.rapport-name').textContent;
    await host.openNote('a.md');
    await settled(host);
    expect(shown()).toBe('Ana Sousa');
    await hands.click(one('[aria-pressed="false"].clickable-icon'));
    await host.openNote('Dana Ochoa 2026-01-09.md');
    await settled(host);
    expect(shown()).toBe('Ana Sousa');
    await hands.click(one('[aria-pressed="true"].clickable-icon'));
    await host.openNote('a.md');
    await host.openNote('Dana Ochoa 2026-01-09.md');
    await settled(host);
    expect(shown()).toBe('Dana Ochoa');
  });
});

describe('what the view remembers', () => {
  test('comes back with the layout', async () => {
    await start(FILES);
    await hands.click(chip('Proposed'));
    const state = view().view.getState();
    expect(state).toMatchObject({ filter: 'proposed', person: null, pinned: false, open: [], sort: 'met' });
    await view().setViewState({
      type: 'rapport-people',
      state: { ...state, filter: 'quiet', sort: 'name', grouped: true },
    });
    await settled(host);
    expect(names()).toEqual(['Omar Haddad']);
    expect(texts('.rapport-company')).toEqual(['No company']);
  });

  test('nonsense is not taken over', async () => {
    await start(FILES);
    const state = {
      filter: 'x',
      sort: 7,
      grouped: 'yes',
      scroll: -1,
      open: [1],
      person: 5,
      query: null,
      __proto__: {},
    };
    await view().setViewState({ type: 'rapport-people', state });
    await settled(host);
    expect(names()).toHaveLength(3);
  });
});

test('a change that does not concern what is shown draws nothing anew', async () => {
  await start(FILES);
  await openPerson('Ana Sousa');
  let changes = 0;
  const observer = new MutationObserver(records => (changes += records.length));
  observer.observe(one('.rapport-screen'), {
    subtree: true,
    childList: true,
    attributes: true,
    characterData: true,
  });
  await host.outside.write('c.md', meetingNote({ person: 'Zoe Quist', tasks: ['- [ ] Other @Zoe Quist'] }));
  await settled(host);
  expect(changes).toBe(0);
  await host.outside.write('d.md', meetingNote({ person: 'Ana Sousa', date: '2026-01-10' }));
  await settled(host);
  observer.disconnect();
  expect(changes).toBeGreaterThan(0);
});

describe('in a window of its own', () => {
  test('list, page and keys work as in the main one', async () => {
    await start(FILES);
    const popout = host.app.workspace.moveLeafToPopout(view());
    await settled(host);
    const { doc } = popout;
    const press = async (element: Element, key: string) => {
      element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await settled(host);
    };
    expect(texts('.rapport-row-name', doc)).toHaveLength(3);
    await press(one('.rapport-chip', doc), 'd');
    expect(doc.activeElement).toBe(one('.rapport-search input', doc));
    await hands.click(one('[data-person="ana sousa"]', doc));
    await press(one('.rapport-page-actions button', doc), 'ArrowDown');
    expect(doc.activeElement?.textContent).toBe('Proposed: Draft it');
    await hands.click(one('.rapport-accept', doc));
    expect(await hands.note('a.md')).toContain('- [ ] Draft it @Ana Sousa');
  });
});
