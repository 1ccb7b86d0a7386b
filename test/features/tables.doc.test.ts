import type { SettingDefinitionItem } from 'obsidian';
import { DEFAULT_TRIAGE_KEYS } from '../../src/core/triageKeys';
import { keyGroups } from '../../src/features/dialogs/showKeys';
import type { Host } from '../host';
import type { HostApp } from '../host/app';
import type { SettingTab } from '../host/settingTab';
import { expectWrittenPart, readPart, tableOf } from '../written';
import { startPlugin } from './plugin';

const README = 'README.md';

let host: Host;
beforeAll(async () => (host = await startPlugin({})));
afterAll(() => host.destroy());

test('the README lists every command; what each does is said there and kept', () => {
  const said = new Map(
    readPart(README, 'commands')
      .split('\n')
      .map(row => row.split(' | ').map(cell => cell.replace(/^\| | \|$/g, '')) as [string, string]),
  );
  const rows = host
    .commands()
    .map(({ name }) => name.replace('Rapport: ', ''))
    .map(name => [name, said.get(name) ?? '']);
  expectWrittenPart(README, 'commands', tableOf(['command', 'what it does'], rows));
  // A new command: say in the README what it does.
  expect(rows.filter(([, does]) => does === '')).toEqual([]);
});

test('the README lists every setting with its default', () => {
  const tab = (host.app as unknown as HostApp).registry.settingTabs.get('rapport');
  if (!tab) throw new Error('There are no settings.');
  const rows = tab.getSettingDefinitions().flatMap(item => settingRows(tab, item));
  expectWrittenPart(README, 'settings', tableOf(['setting', 'what it says', 'at first'], rows));
});

test('the README lists every key', () => {
  const code = (key: string) => `\`${key}\``;
  const rows = keyGroups(DEFAULT_TRIAGE_KEYS).flatMap(([where, keys]) =>
    keys.map(([key, does], i) => [i === 0 ? where : '', code(key), does]),
  );
  expectWrittenPart(README, 'keys', tableOf(['where', 'key', 'what it does'], rows));
});

/** A setting, or those of a group or a page; keys have a table of their own. */
function settingRows(tab: SettingTab, item: SettingDefinitionItem, page = ''): string[][] {
  if ('items' in item && item.items) {
    const name = item.type === 'page' ? item.name : '';
    return item.items.flatMap(each => settingRows(tab, each, name));
  }
  // What shows now and then says something about the setting above.
  if (!('name' in item) || page === 'Keys' || typeof item.visible === 'function') return [];
  const name = page === '' ? item.name : `${page}: ${item.name}`;
  return [[name, String(item.desc ?? ''), valueAtFirst(tab, item)]];
}

/** So many entries of a list are shown. */
const SHOWN = 4;

function valueAtFirst(tab: SettingTab, item: SettingDefinitionItem): string {
  if (!('control' in item) || !item.control) return 'a button';
  const value = tab.getControlValue(item.control.key);
  if (item.control.type === 'dropdown') return String(item.control.options[String(value)]);
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (value === '') return 'none';
  const entries = String(value).split('\n');
  const shown = entries
    .slice(0, SHOWN)
    .map(entry => `\`${entry}\``)
    .join(', ');
  return entries.length > SHOWN ? `${shown} and ${entries.length - SHOWN} more` : shown;
}
