import type { Menu, TAbstractFile } from 'obsidian';
import { lineTargetIn } from '../../core/edit/planEdit';
import type { Person } from '../../core/graph/PeopleGraph';
import { peopleOf } from '../../core/query/ledger';
import { isProposed } from '../../core/query/proposals';
import { addItem } from '../../ui/addItem';
import { linkAround, personOfLink } from '../personOfLink';
import type { PeoplePane, PersonCards, Rapport } from '../rapport';
import { say } from '../../core/words';

/** What Rapport adds to the app's own menus: of files, of the editor, of links. */
export function registerMenus(rapport: Rapport, pane: PeoplePane, cards: PersonCards): void {
  const { app, plugin, graph, actions, screen } = rapport;
  const { workspace } = app;
  /** Over a link both the menu of the note it leads to and the editor's are asked for. */
  const withPerson = new WeakSet<Menu>();

  /** Where the app itself puts what can be done with a file. */
  const add = (menu: Menu, title: string, icon: string, run: () => unknown) =>
    addItem(menu, 'action', title, icon, run);

  const addPerson = (menu: Menu, person: Person | undefined, isLink: boolean) => {
    if (!person || withPerson.has(menu)) return;
    withPerson.add(menu);
    add(menu, say.openPersonItem, 'user', () => pane.showPerson(person.id));
    if (isLink) add(menu, say.showPersonCard, 'contact', () => cards.show(person));
    add(menu, say.prepareForMeeting, 'clipboard-list', () => screen.pages.brief(person));
  };

  const addProposals = (menu: Menu, files: readonly TAbstractFile[]) => {
    const tasks = files.flatMap(({ path }) => graph.tasks(path)).filter(isProposed);
    if (tasks.length === 0) return;
    const notes = [...new Set(tasks.map(({ note }) => note.path))];
    add(menu, say.triageProposed, 'list-checks', () => screen.pages.triage({ notes }));
    add(menu, say.promoteProposed, 'check-check', () => actions.act('promote', tasks));
    add(menu, say.rejectProposed, 'x', () => actions.act('reject', tasks));
  };

  plugin.registerEvent(
    workspace.on('file-menu', (menu, file, source) => {
      const [id] = peopleOf(graph, graph.note(file.path));
      if (id !== undefined) addPerson(menu, graph.person(id), source === 'link-context-menu');
      addProposals(menu, [file]);
    }),
  );
  plugin.registerEvent(workspace.on('files-menu', addProposals));
  plugin.registerEvent(
    workspace.on('editor-menu', (menu, editor, { file }) => {
      if (!file) return;
      const { line, ch } = editor.getCursor();
      const link = linkAround(editor.getLine(line), ch);
      if (link !== undefined) addPerson(menu, personOfLink(app, graph, link, file.path), true);
      // A box in a note that is none of ours is no task, and its menu is left alone.
      const target = graph.note(file.path) ? lineTargetIn(editor.getValue(), line) : null;
      if (target) actions.addToMenu(menu, file.path, target);
    }),
  );
  plugin.registerEvent(
    workspace.on('url-menu', (menu, url) => {
      const [, address] = /^mailto:([^?]+)/i.exec(url) ?? [];
      if (address !== undefined) addPerson(menu, graph.find(address), true);
    }),
  );
}
