import {
  EditorSuggest,
  type Editor,
  type EditorPosition,
  type EditorSuggestContext,
  type EditorSuggestTriggerInfo,
  type TFile,
} from 'obsidian';
import { ownerText } from '../../core/edit/assign';
import { lineTargetIn } from '../../core/edit/planEdit';
import { ownerQueryAt } from '../../core/note/ownerQuery';
import { ownersToSuggest, type OwnerSuggestion } from '../../core/query/ownersToSuggest';
import { conventionsOf } from '../../core/settings';
import { facts, workOf } from '../../ui/facts';
import { addFacts } from '../addFacts';
import type { Rapport } from '../rapport';
import { say } from '../../core/words';

/** Suggests people while one types behind an `@` in a task, in whatever note it stands. */
export function registerMentions(rapport: Rapport): void {
  rapport.plugin.registerEditorSuggest(new OwnerSuggest(rapport));
}

class OwnerSuggest extends EditorSuggest<OwnerSuggestion> {
  readonly #rapport: Rapport;

  constructor(rapport: Rapport) {
    super(rapport.app);
    this.#rapport = rapport;
  }

  override onTrigger(
    { line, ch }: EditorPosition,
    editor: Editor,
    file: TFile | null,
  ): EditorSuggestTriggerInfo | null {
    const { graph, settings } = this.#rapport;
    if (!file || !settings.value.suggestOwners) return null;
    const typed = ownerQueryAt(editor.getLine(line), ch, conventionsOf(settings.value));
    // Most lines are done with here; only then the note is looked at: the line may stand in a code block.
    if (!typed || !lineTargetIn(editor.getValue(), line)) return null;
    if (ownersToSuggest(graph, file.path, typed.query).length === 0) return null;
    return { start: { line, ch: typed.start }, end: { line, ch }, query: typed.query };
  }

  override getSuggestions({ query, file }: EditorSuggestContext): OwnerSuggestion[] {
    return ownersToSuggest(this.#rapport.graph, file.path, query);
  }

  override renderSuggestion({ person, present }: OwnerSuggestion, el: HTMLElement): void {
    el.createDiv({ text: person.self ? say.itsYou(person.name) : person.name });
    addFacts(el, facts(present && say.inThisMeeting, workOf(person)));
  }

  override selectSuggestion({ person }: OwnerSuggestion): void {
    const { context } = this;
    if (!context) return;
    const { editor, start, end } = context;
    const owner = ownerText(person.self ? 'Myself' : person.name);
    const behind = editor.getLine(end.line)[end.ch];
    // What stands there already needs no second space.
    const space = behind === undefined || !/\s/.test(behind) ? ' ' : '';
    editor.replaceRange(`${owner}${space}`, start, end);
    editor.setCursor({ line: start.line, ch: start.ch + owner.length + 1 });
    this.close();
  }
}
