import type { Person } from '../../core/graph/PeopleGraph';
import { peopleOf } from '../../core/query/ledger';
import { linkAround, personOfLink } from '../personOfLink';
import type { Rapport } from '../rapport';

/** Whom the user looks at: the link at the cursor, else the person the active note is about. */
export function personInFocus({ app, graph }: Rapport): Person | undefined {
  const file = app.workspace.getActiveFile();
  if (!file) return undefined;
  const editor = app.workspace.activeEditor?.editor;
  if (editor) {
    const { line, ch } = editor.getCursor();
    const link = linkAround(editor.getLine(line), ch);
    const person = link === undefined ? undefined : personOfLink(app, graph, link, file.path);
    if (person) return person;
  }
  const [id] = peopleOf(graph, graph.note(file.path));
  return id === undefined ? undefined : graph.person(id);
}
