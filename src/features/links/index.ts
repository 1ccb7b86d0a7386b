import { Notice } from 'obsidian';
import { personNamed } from '../../core/answers/people';
import type { PeoplePane, Rapport } from '../rapport';
import { whenIndexed } from '../whenIndexed';

/** Anybody may write a link: of what is longer nobody is called, and a notice has no room for it. */
const LONGEST_NAME = 100;

/** `obsidian://rapport?person=NAME`, `?brief=NAME`, `?triage`: ways into the plugin from outside the vault. */
export function registerLinks(rapport: Rapport, pane: PeoplePane): void {
  const { plugin, graph, screen } = rapport;
  const ways: readonly (readonly [string, (name: string) => unknown])[] = [
    ['person', name => pane.showPerson(personNamed(graph, name).id)],
    ['brief', name => screen.pages.brief(personNamed(graph, name))],
    ['triage', () => screen.pages.triage()],
  ];
  plugin.registerObsidianProtocolHandler('rapport', async params => {
    await whenIndexed(rapport);
    try {
      const way = ways.find(([word]) => params[word] !== undefined);
      if (!way) throw new Error('Write obsidian://rapport?person=NAME, ?brief=NAME or ?triage.');
      const [word, follow] = way;
      await follow((params[word] ?? '').slice(0, LONGEST_NAME));
    } catch (error) {
      new Notice((error as Error).message);
    }
  });
}
