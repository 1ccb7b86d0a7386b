import type { Person } from '../../core/graph/PeopleGraph';
import { peopleOf } from '../../core/query/ledger';
import { personAt } from '../personOfLink';
import type { Rapport } from '../rapport';

/** Whom the user looks at: the link or owner at the cursor, else the person the active note is about. */
export function personInFocus(rapport: Rapport): Person | undefined {
  const { app, graph } = rapport;
  const file = app.workspace.getActiveFile();
  if (!file) return undefined;
  const editor = app.workspace.activeEditor?.editor;
  if (editor) {
    const { line, ch } = editor.getCursor();
    const person = personAt(rapport, editor.getLine(line), ch, file.path);
    if (person) return person;
  }
  const [id] = peopleOf(graph, graph.note(file.path));
  return id === undefined ? undefined : graph.person(id);
}
