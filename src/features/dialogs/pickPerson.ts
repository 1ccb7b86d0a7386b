import { Notice, type App } from 'obsidian';
import type { PeopleGraph, Person } from '../../core/graph/PeopleGraph';
import { peopleList } from '../../core/query/peopleList';
import { workOf } from '../../ui/facts';
import { pickOne, type Choice, type Picking } from './pickOne';
import { say } from '../../core/words';

/** Everybody, the last met first, then the vault's owner. */
export function peopleToPick(graph: PeopleGraph): Choice<Person>[] {
  const people = peopleList(graph).map(({ person }) => person);
  const self = graph.person(graph.selfId);
  return [...people, ...(self ? [self] : [])].map(person => ({
    value: person,
    text: [person.name, ...person.aliases].join(' '),
    label: person.name,
    facts: workOf(person),
  }));
}

/** Lets the user choose one of the people `filter` leaves. */
export function pickPerson(
  app: App,
  graph: PeopleGraph,
  placeholder: string,
  onPick: Picking<Person>['onPick'],
  filter: (person: Person) => boolean = () => true,
): void {
  const everybody = peopleToPick(graph);
  const choices = everybody.filter(({ value }) => filter(value));
  if (choices.length > 0) pickOne(app, { choices, placeholder, empty: say.nobodyOfThatName, onPick });
  else new Notice(everybody.length === 0 ? say.knowsNobody : say.nobodyToChoose);
}
