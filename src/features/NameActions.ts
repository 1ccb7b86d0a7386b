import { Notice, type App } from 'obsidian';
import { renameOwner } from '../core/edit/renameOwner';
import { planLineEdits } from '../core/edit/planEdit';
import { firstNameOf } from '../core/graph/nameParts';
import type { PeopleGraph, Person, TaskNode } from '../core/graph/PeopleGraph';
import type { NameDecision } from '../core/nameDecisions';
import { linkTarget, nameKey } from '../core/note/names';
import { conventionsOf } from '../core/settings';
import { reasonOf } from '../core/reasonOf';
import { isoToday } from '../ui/isoToday';
import type { NameScreenActions } from '../ui/actions';
import type { NoteWriter } from '../vault/NoteWriter';
import type { ProfileWriter } from '../vault/ProfileWriter';
import type { SettingsStore } from '../vault/SettingsStore';
import { askInNotice } from './askInNotice';
import { askWhichNotes } from './dialogs/askWhichNotes';
import { pickPerson } from './dialogs/pickPerson';
import { previewLines, taskLines } from './dialogs/previewLines';
import { reportDone } from './reportWrite';
import type { TaskActions } from './TaskActions';
import { inWords, say } from '../core/words';

/** What the user decides about names: written, remembered as one step, told. */
export class NameActions implements NameScreenActions {
  readonly #app: App;
  readonly #graph: PeopleGraph;
  readonly #writer: NoteWriter;
  readonly #profiles: ProfileWriter;
  readonly #settings: SettingsStore;
  readonly #tasks: TaskActions;

  constructor(
    app: App,
    graph: PeopleGraph,
    writer: NoteWriter,
    profiles: ProfileWriter,
    settings: SettingsStore,
    tasks: TaskActions,
  ) {
    this.#app = app;
    this.#graph = graph;
    this.#writer = writer;
    this.#profiles = profiles;
    this.#settings = settings;
    this.#tasks = tasks;
  }

  merge(name: Person, into: Person): void {
    // One first name often covers several people.
    if (firstNameOf(name.id) === undefined && !name.id.includes('@'))
      askWhichNotes(this.#app, this.#graph, name, into, ({ notes, everywhere }) => {
        if (everywhere) this.#mergeEverywhere(name, into);
        else this.#mergeIn(name, into, notes);
      });
    else this.#mergeEverywhere(name, into);
  }

  mergeWithOther(name: Person): void {
    pickPerson(
      this.#app,
      this.#graph,
      say.whoIs(name.name),
      person => this.merge(name, person),
      person => person.id !== name.id,
    );
  }

  tellApart(one: Person, other: Person): void {
    this.#decide(say.areDifferent(one.name, other.name), [{ kind: 'different', names: [one.id, other.id] }]);
  }

  dismiss(name: Person): void {
    const names = [name.name, ...name.aliases].map(nameKey);
    this.#decide(
      say.isNoPerson(name.name),
      [...new Set([name.id, ...names])].map(key => ({ kind: 'not a person', name: key })),
    );
  }

  restore(label: string): void {
    this.#decide(say.isNowAPerson(label), [{ kind: 'not a person', name: nameKey(label) }], false);
  }

  /** Offers to write a person's new name wherever tasks have the old one as plain text. */
  offerRename(from: string, to: string): void {
    const key = nameKey(from);
    const isNamedSo = (label: string) => nameKey(label) === key && linkTarget(label) === undefined;
    const tasks = this.#graph.tasks().filter(({ record }) => record.owners.some(isNamedSo));
    if (tasks.length === 0) return;
    askInNotice(say.nowCalled(from, to, tasks.length), [
      { text: say.showThem, cta: true, choose: () => this.#previewRename(from, to, tasks) },
      { text: say.leaveThem },
    ]);
  }

  #previewRename(from: string, to: string, tasks: readonly TaskNode[]): void {
    const conventions = conventionsOf(this.#settings.value);
    const change = (line: string) => renameOwner(line, nameKey(from), to, conventions);
    const rename = (chosen: readonly TaskNode[]) =>
      this.#tasks.change(say.renamedOwner, say.rename, planLineEdits(chosen, change));
    previewLines(
      this.#app,
      {
        title: say.renameInTasks(from, to),
        about: say.nameInPlainText(tasks.length, from),
        lines: taskLines(tasks, ({ record }) => change(record.raw)),
        submit: count => say.renameIn(say.tasks(count)),
        cancel: say.leaveThem,
      },
      chosen => void rename(chosen.map(({ task }) => task)),
    );
  }

  /** Beside the notes in which it was so already. */
  #mergeIn(name: Person, into: Person, notes: readonly string[]): void {
    const means = { kind: 'means', name: name.id, person: into.id } as const;
    const known = this.#graph.decisions.means.find(each => each.name === name.id && each.person === into.id);
    const before = known?.notes ?? [];
    this.#perform(say.isThisPersonIn(name.name, into.name, say.notes(notes.length)), async () => {
      await this.#settings.decide([{ ...means, notes: [...before, ...notes] }]);
      return () => this.#settings.decide([{ ...means, notes: before }], before.length > 0);
    });
  }

  /** The other spellings become aliases of the profile, which is made where there is none. */
  #mergeEverywhere(name: Person, into: Person): void {
    const spellings = [...new Set([name.name, ...name.aliases])].filter(each => nameKey(each) !== into.id);
    const both: NameDecision[] = name.profile ? [{ kind: 'same', name: name.id, now: into.id }] : [];
    this.#perform(say.isThisPerson(name.name, into.name), async () => {
      const { profileFolder: folder, profileTemplate: template, types } = this.#settings.value;
      const made = into.profile
        ? undefined
        : await this.#profiles.create({
            name: into.name,
            folder,
            template,
            type: types[0] ?? 'people',
            today: isoToday(),
          });
      const path = made ?? into.profile?.path ?? '';
      const added = await this.#profiles.addAliases(path, spellings);
      if (both.length > 0) await this.#settings.decide(both);
      const written = made === undefined ? '' : await this.#profiles.read(made);
      const file = this.#app.vault.getFileByPath(path);
      return async () => {
        if (made === undefined) await this.#profiles.removeAliases(file?.path ?? path, added);
        else await this.#profiles.discard(made, written);
        if (both.length > 0) await this.#settings.decide(both, false);
      };
    });
  }

  #decide(done: string, decisions: readonly NameDecision[], stands = true): void {
    this.#perform(done, async () => {
      await this.#settings.decide(decisions, stands);
      return () => this.#settings.decide(decisions, !stands);
    });
  }

  #perform(done: string, job: () => Promise<() => Promise<void>>): void {
    this.#writer.perform(done, job).then(
      () => reportDone(done, () => void this.#tasks.undo()),
      (error: unknown) => new Notice(inWords(reasonOf(error)), 20000),
    );
  }
}
