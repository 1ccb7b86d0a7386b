import { readSettings, conventionsOf, DEFAULT_SETTINGS } from '../../src/core/settings';
import type { Host } from '../host';
import { meetingNote } from '../notes';
import { one, settled, startPlugin, texts } from './plugin';

let host: Host;
afterEach(() => host?.destroy());

const field = (name: string, tag: string): HTMLInputElement => {
  const item = [...document.querySelectorAll('.setting-item')].find(
    each => one('.setting-item-name', each).textContent === name,
  );
  if (!item) throw new Error(`no setting ${name}`);
  return one(tag, item) as HTMLInputElement;
};

async function write(input: HTMLInputElement, value: string) {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.dispatchEvent(new Event('change', { bubbles: true }));
  input.dispatchEvent(new Event('blur', { bubbles: true }));
  await settled(host);
}

async function openSettings(files: Record<string, string>) {
  host = await startPlugin(files);
  host.runCommand('rapport:open-people-sidebar');
  host.openSettings('rapport');
  await settled(host);
}

test('a name of one’s own, once set, is self at once', async () => {
  await openSettings({ 'a.md': meetingNote({ person: 'Dana Ochoa', participants: ['Mira Lindqvist'] }) });
  expect(texts('.rapport-row-name').sort()).toEqual(['Dana Ochoa', 'Mira Lindqvist']);
  await write(field('My names', 'textarea'), 'Mira Lindqvist\n');
  expect(texts('.rapport-row-name')).toEqual(['Dana Ochoa']);
});

test('another note type is indexed at once', async () => {
  await openSettings({
    'a.md': meetingNote({ person: 'Dana Ochoa' }).replace('type: people', 'type: customer'),
  });
  expect(texts('.rapport-row-name')).toEqual([]);
  await write(field('Note types', 'textarea'), 'people\ncustomer');
  expect(texts('.rapport-row-name')).toEqual(['Dana Ochoa']);
});

test('a symbol of two characters is not taken, and the reason stands beside it', async () => {
  await openSettings({});
  const input = field('Symbol of a proposed task', 'input');
  await write(input, '??');
  expect(input.closest('.setting-item')?.parentElement?.textContent).toContain('exactly one character');
});

describe('what is not taken says why beside the field, and stays there as it was typed', () => {
  const FILES = { 'Templates/Person.md': 'x', 'Archive/old.md': 'y' };
  const beside = (input: HTMLElement) => input.closest('.setting-item')?.parentElement?.textContent;
  const saved = () => host.app.vault.adapter.read('.obsidian/plugins/rapport/data.json').catch(() => '{}');

  test.each<[setting: string, tag: string, wrong: string, says: string, right: string]>([
    ['Symbol of a proposed task', 'input', '??', 'exactly one character', '!'],
    ['Symbol of a rejected task', 'input', ' ', 'already means something else', 'R'],
    ['Tag of a proposed task', 'input', '#to do', 'holds nothing but letters', '#todo'],
    ['Symbol of a proposed task', 'input', '-', '“-” is taken: Symbol of a rejected task.', 'R'],
    ['Symbol of a rejected task', 'input', '?', '“?” is taken: Symbol of a proposed task.', 'R'],
    ['Tag of a proposed task', 'input', '#', 'begins with #', '#maybe'],
    [
      'Tag of an accepted task',
      'input',
      '#Proposed',
      '“#Proposed” is taken: Tag of a proposed task.',
      '#mine',
    ],
    ['Tag of an accepted task', 'input', 'yes', 'begins with #', '#yes'],
    ['Note types', 'textarea', ' \n', 'at least one note type', 'people\ncustomer'],
    [
      'Folders left out',
      'textarea',
      'Archive\nNowhere',
      'There is no folder “Nowhere” in this vault.',
      'Archive/',
    ],
    ['Folder for new profiles', 'input', 'People: all', 'The name of a folder holds none of', 'People/all'],
    ['Folder for new profiles', 'input', '../People', 'does not begin with a dot', 'People/v1.2'],
    ['Folder for new profiles', 'input', 'Archive/.hidden', 'does not begin with a dot', 'Archive'],
    ['Folder for new profiles', 'input', 'Archive/old.md', '“Archive/old.md” is a note.', 'Archive'],
    [
      'Template for new profiles',
      'input',
      'Templates/Persn.md',
      'There is no note “Templates/Persn.md”',
      'Templates/Person.md',
    ],
    ['Template for new briefs', 'input', 'Templates', 'There is no note “Templates”', '/Templates/Person.md'],
  ])('%s', async (name, tag, wrong, says, right) => {
    await openSettings(FILES);
    const before = await saved();
    const input = field(name, tag);
    await write(input, wrong);
    expect(beside(input)).toContain(says);
    expect(input.value).toBe(wrong);
    expect(await saved()).toBe(before);
    await write(input, right);
    expect(beside(input)).not.toContain(says);
    expect(await saved()).not.toBe(before);
  });

  test('two that a sync made the same are told when the settings open', async () => {
    host = await startPlugin({}, { rejectedSymbol: '?' });
    host.openSettings('rapport');
    await settled(host);
    expect(beside(field('Symbol of a rejected task', 'input'))).toContain('“?” is taken');
    expect(beside(field('Symbol of a proposed task', 'input'))).toContain('“?” is taken');
  });

  test.each([
    ['Folders left out', '/Archive\n\n/\nArchive//', 'Archive\nArchive'],
    ['My names', ' Mira / \n\n', 'Mira /'],
    ['Headings of a summary', 'Pro/', 'Pro/'],
  ])('%s: %j is kept as %j', async (name, typed, kept) => {
    await openSettings(FILES);
    await write(field(name, 'textarea'), typed);
    host.openSettings('rapport');
    await settled(host);
    expect(field(name, 'textarea').value).toBe(kept);
  });

  test('a template that has gone since is told when the settings open', async () => {
    host = await startPlugin(FILES, { profileTemplate: 'Templates/Gone.md' });
    host.openSettings('rapport');
    await settled(host);
    const input = field('Template for new profiles', 'input');
    expect(input.value).toBe('Templates/Gone.md');
    expect(beside(input)).toContain('There is no note “Templates/Gone.md” in this vault.');
  });

  test('a folder that is made when it is needed is taken, and that is said', async () => {
    await openSettings(FILES);
    const note = () =>
      field('There is no such folder yet', '.setting-item-name').closest<HTMLElement>('.setting-item');
    expect(note()?.isShown()).toBe(true);
    await write(field('Folder for new profiles', 'input'), 'Archive');
    expect(note()?.isShown()).toBe(false);
    await write(field('Folder for new profiles', 'input'), 'Contacts/New');
    expect(note()?.isShown()).toBe(true);
    expect(await saved()).toContain('Contacts/New');
    await write(field('Folder for new profiles', 'input'), '');
    expect(note()?.isShown()).toBe(false);
  });
});

describe('triage', () => {
  const note = meetingNote({ tasks: ['- [?] Send the sheet 📅 2020-01-10 #proposed'] });
  const reason = (input: HTMLElement) => input.closest('.setting-item')?.parentElement?.textContent;

  test('a key that is taken is refused beside the field, another is taken over at once', async () => {
    await openSettings({ 'a.md': note });
    host.runCommand('rapport:open-triage');
    await settled(host);
    const page = [...document.querySelectorAll<HTMLElement>('.setting-item')].find(
      each => one('.setting-item-name', each).textContent === 'Keys',
    );
    page?.click();
    await settled(host);
    await write(field('Accept', 'input'), '3');
    expect(reason(field('Accept', 'input'))).toContain('“3” is taken: Reject.');
    expect(texts('.rapport-do-accept kbd')).toEqual(['1']);
    await write(field('Accept', 'input'), 'y');
    host.runCommand('rapport:open-triage');
    await settled(host);
    document
      .querySelector('.rapport-triage')
      ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'y', bubbles: true }));
    await settled(host);
    const file = host.app.vault.getFileByPath('a.md');
    expect(file && (await host.app.vault.read(file))).toContain('- [ ] Send the sheet 📅 2020-01-10\n');
  });

  test('stale is what the setting says, and nothing but whole days', async () => {
    await openSettings({ 'a.md': note });
    await write(field('Stale after', 'input'), '100000');
    host.runCommand('rapport:reject-stale');
    await settled(host);
    expect(texts('.notice').at(-1)).toBe('No proposal is overdue by more than 100000 days.');
    await write(field('Stale after', 'input'), '-1');
    expect(reason(field('Stale after', 'input'))).toContain('A number of whole days');
  });
});

describe('readSettings', () => {
  test.each([null, undefined, 'x', [], { selfNames: 'Mira', types: [1], taskButtons: 'yes' }])(
    'damaged data %j gives the defaults',
    data => {
      expect(readSettings(data)).toEqual(DEFAULT_SETTINGS);
    },
  );

  test('keeps what fits and drops what does not', () => {
    expect(
      readSettings({ proposedSymbol: '!', rejectedSymbol: '[]', proposedTag: 'no hash', extra: 1 }),
    ).toEqual({
      ...DEFAULT_SETTINGS,
      proposedSymbol: '!',
    });
  });

  test('a symbol given a new meaning loses its old one', () => {
    const conventions = conventionsOf({ ...DEFAULT_SETTINGS, proposedSymbol: 'R' });
    expect(conventions.proposedSymbols).toEqual(['R']);
    expect(conventions.rejectedSymbols).toEqual(['-']);
  });
});
