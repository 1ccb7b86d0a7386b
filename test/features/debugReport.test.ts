import manifest from '../../manifest.json';
import type { Host } from '../host';
import { meetingNote, profileNote } from '../notes';
import { settled, startPlugin, texts } from './plugin';

let host: Host;
afterEach(() => host.destroy());

test('the debug report counts, and says nothing of what is in the notes or where they are', async () => {
  host = await startPlugin(
    {
      'Secret/Plan.md': meetingNote({
        person: 'Dana Ochoa',
        tasks: ['- [?] Send the sheet. @Myself #proposed', '- [x] Draft it. @Omar Haddad 📅 2026-02-31'],
      }),
      'Secret/Omar Haddad.md': profileNote({ company: 'Umbra Labs' }),
      'Secret/When.md': meetingNote({ person: 'Dana Ochoa' }).replace(/^date: .*$/m, 'date: around Easter'),
      'Secret/Broken.md': '---\ntype: people\nperson: "Dana\n---\n',
      'Secret/Empty.md': '',
      'Other.md': 'No note of ours.',
    },
    { version: 1, selfNames: ['Mira Lindqvist'], staleDays: 7 },
  );
  let copied = '';
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: (text: string) => Promise.resolve(void (copied = text)) },
  });
  host.runCommand('rapport:copy-debug-report');
  await settled(host);
  expect(copied.replace(/\d+ ms/, 'N ms').split('\n')).toEqual([
    expect.stringMatching(new RegExp(`^- Rapport ${manifest.version}, Obsidian \\d+\\.\\d+\\.\\d+$`)),
    '- isDesktop, isDesktopApp, isLinux',
    '- files 6, meeting 2, profile 1, read in N ms',
    '- people 3, tasks: done 1, proposed 1',
    '- problems: The front matter is not valid YAML 1, The note is empty. 1, The property "date" is not a date 1, There is no such date 1',
    '- settings changed: selfNames, staleDays',
    '',
  ]);
  expect(copied).not.toMatch(/Dana|Omar|Mira|Umbra|Secret|Send|Easter|02-31/);
  expect(texts('.notice').join()).toContain('Debug report copied.');
  Reflect.deleteProperty(navigator, 'clipboard');
  host.runCommand('rapport:copy-debug-report');
  await settled(host);
  expect(texts('.notice').join()).toContain('It could not be copied: ');
});
