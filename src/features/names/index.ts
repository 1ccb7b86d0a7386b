import { TFile } from 'obsidian';
import type { Change } from '../../core/graph/PeopleGraph';
import { nameKey } from '../../core/note/names';
import { proposeSelf } from '../../core/query/proposeSelf';
import { askInNotice } from '../askInNotice';
import { pickPerson } from '../dialogs/pickPerson';
import type { Rapport } from '../rapport';
import { say } from '../../core/words';

/** Names as they change by themselves: whose vault this is, and profiles that get another name. */
export function registerNames(rapport: Rapport): void {
  followProfileNames(rapport);
  followNotes(rapport);
  rapport.plugin.register(rapport.indexer.onProgress(progress => progress === null && askOnce(rapport)));
}

/** Once, when the vault is read for the first time and nobody said whose it is. */
function askOnce({ app, graph, settings }: Rapport): void {
  if (settings.value.askedForSelf || settings.value.selfNames.length > 0) return;
  const proposal = proposeSelf(graph);
  if (!proposal) return;
  void settings.update({ askedForSelf: true });
  const isMe = (name: string) => void settings.update({ selfNames: [name] });
  const { person, meetings, of } = proposal;
  askInNotice(
    say.areYou(person.name, meetings, of),
    [
      { text: say.yes, cta: true, choose: () => isMe(person.name) },
      {
        text: say.somebodyElseAsk,
        choose: () => pickPerson(app, graph, say.whoAreYou, ({ name }) => isMe(name)),
      },
      { text: say.notNow },
    ],
    say.knowsWhatYouOwe,
  );
}

/** A profile with a new name is the same person: what the old name said still holds, and tasks can follow. */
function followProfileNames({ graph, names, plugin, settings }: Rapport): void {
  const follow = ({ renamed }: Change) => {
    for (const { from, to } of renamed) {
      void settings.decide([{ kind: 'formerly', name: nameKey(from), now: nameKey(to) }]);
      names.offerRename(from, to);
    }
  };
  plugin.register(graph.onChange(follow));
}

/** What was decided for some notes holds when they move. */
function followNotes({ app, plugin, settings }: Rapport): void {
  plugin.registerEvent(
    app.vault.on('rename', (file, from) => {
      if (file instanceof TFile) void settings.noteRenamed(from, file.path);
    }),
  );
}
