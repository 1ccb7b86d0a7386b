import { FuzzySuggestModal, Notice, type App, type FuzzyMatch } from 'obsidian';
import type { PeopleGraph, Person } from '../../core/graph/PeopleGraph';
import { peopleList } from '../../core/query/peopleList';

/** Lets the user choose one of the people `filter` leaves, the last met first. */
export function pickPerson(
  app: App,
  graph: PeopleGraph,
  placeholder: string,
  onPick: (person: Person) => void,
  filter: (person: Person) => boolean = () => true,
): void {
  const people = peopleList(graph).map(({ person }) => person);
  const self = graph.person(graph.selfId);
  const choices = [...people, ...(self ? [self] : [])].filter(filter);
  if (choices.length === 0) {
    new Notice(
      people.length === 0 ? 'Rapport knows nobody in this vault yet.' : 'There is nobody to choose from.',
    );
    return;
  }
  new PersonPicker(app, choices, placeholder, onPick).open();
}

class PersonPicker extends FuzzySuggestModal<Person> {
  constructor(
    app: App,
    private readonly people: Person[],
    placeholder: string,
    private readonly onPick: (person: Person) => void,
  ) {
    super(app);
    this.setPlaceholder(placeholder);
    this.emptyStateText = 'Nobody of that name.';
  }

  getItems(): Person[] {
    return this.people;
  }

  getItemText(person: Person): string {
    return [person.name, ...person.aliases].join(' ');
  }

  override renderSuggestion({ item }: FuzzyMatch<Person>, el: HTMLElement): void {
    el.createDiv({ text: item.name });
    const facts = [item.role, item.company].filter(Boolean).join(' · ');
    if (facts) el.createEl('small', { cls: 'rapport-suggestion-facts', text: facts });
  }

  onChooseItem(person: Person): void {
    this.onPick(person);
  }
}
