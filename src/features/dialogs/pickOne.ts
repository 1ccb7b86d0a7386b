import { FuzzySuggestModal, type App, type FuzzyMatch, type Instruction } from 'obsidian';
import { addFacts } from '../addFacts';
import { openDialog } from '../passing';

export interface Choice<T> {
  value: T;
  /** What is searched. */
  text: string;
  /** What is shown, where that is not `text`. */
  label?: string;
  /** A second line, smaller. */
  facts?: string;
  /** Stands before the others that are as much like what was typed, or more. */
  first?: boolean;
}

export interface Picking<T> {
  choices: Choice<T>[];
  placeholder: string;
  /** Where nothing is like what was typed. */
  empty: string;
  instructions?: Instruction[];
  onPick: (value: T, event: MouseEvent | KeyboardEvent) => void;
}

/** Lets the user choose one of many by typing a part of it. */
export function pickOne<T>(app: App, picking: Picking<T>): void {
  openDialog(new Picker(app, picking));
}

class Picker<T> extends FuzzySuggestModal<Choice<T>> {
  readonly #picking: Picking<T>;

  constructor(app: App, picking: Picking<T>) {
    super(app);
    this.#picking = picking;
    this.setPlaceholder(picking.placeholder);
    this.emptyStateText = picking.empty;
    if (picking.instructions) this.setInstructions(picking.instructions);
    // The list takes Enter alone; with a modifier it would be nobody's.
    this.scope.register(['Shift'], 'Enter', event => {
      this.selectActiveSuggestion(event);
      return false;
    });
  }

  getItems(): Choice<T>[] {
    return this.#picking.choices;
  }

  getItemText(choice: Choice<T>): string {
    return choice.text;
  }

  override getSuggestions(query: string): FuzzyMatch<Choice<T>>[] {
    const found = super.getSuggestions(query);
    return [...found.filter(({ item }) => item.first), ...found.filter(({ item }) => !item.first)];
  }

  override renderSuggestion({ item }: FuzzyMatch<Choice<T>>, el: HTMLElement): void {
    el.createDiv({ text: item.label ?? item.text });
    addFacts(el, item.facts);
  }

  onChooseItem(choice: Choice<T>, event: MouseEvent | KeyboardEvent): void {
    this.#picking.onPick(choice.value, event);
  }
}
