import { Notice } from 'obsidian';
import { personNamed } from '../../core/answers/people';
import { reasonOf } from '../../core/reasonOf';
import type { PeoplePane, Rapport } from '../rapport';
import { whenIndexed } from '../whenIndexed';
import { inWords, say } from '../../core/words';

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
      for (const [word, follow] of ways) {
        const name = params[word];
        if (name === undefined) continue;
        await follow(name.slice(0, LONGEST_NAME));
        return;
      }
      throw new Error(say.writeLink);
    } catch (error) {
      new Notice(inWords(reasonOf(error)));
    }
  });
}
