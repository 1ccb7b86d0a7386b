import { Notice } from 'obsidian';
import type { Person } from '../../core/graph/PeopleGraph';
import type { PeoplePane, Rapport } from '../rapport';
import { whenIndexed } from '../whenIndexed';

/** Anybody may write a link: more of a name than this is not shown. */
const MOST_SHOWN = 60;

/** `obsidian://rapport?person=NAME`, `?brief=NAME`, `?triage`: ways into the plugin from outside the vault. */
export function registerLinks(rapport: Rapport, pane: PeoplePane): void {
  const { plugin, graph, screen } = rapport;
  const toPerson = (show: (person: Person) => unknown) => (name: string) => {
    const person = graph.find(name);
    if (person) show(person);
    else new Notice(`Nobody in your notes is called ${shown(name)}. “Open person…” finds everybody who is.`);
  };
  const ways: readonly (readonly [string, (value: string) => unknown])[] = [
    ['person', toPerson(({ id }) => pane.showPerson(id))],
    ['brief', toPerson(person => screen.pages.brief(person))],
    ['triage', () => screen.pages.triage()],
  ];
  plugin.registerObsidianProtocolHandler('rapport', async params => {
    const way = ways.find(([word]) => params[word] !== undefined);
    if (!way) {
      const words = Object.keys(params).filter(word => word !== 'action' && word !== 'vault');
      new Notice(
        `Rapport does not know what the link means${words.length > 0 ? ` by “${shown(words.join(', '))}”` : ''}. ` +
          'Write obsidian://rapport?person=NAME, ?brief=NAME or ?triage.',
      );
      return;
    }
    await whenIndexed(rapport);
    const [word, follow] = way;
    follow(params[word] ?? '');
  });
}

const shown = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);
