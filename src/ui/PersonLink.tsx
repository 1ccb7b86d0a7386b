import type { Person } from '../core/graph/PeopleGraph';
import { useScreen } from './actions';

/** A person's name that leads to their page; the hover card knows it by `data-person`. */
export function PersonLink({ person }: { person: Person }) {
  const { actions } = useScreen();
  return (
    <button
      type="button"
      class="rapport-link"
      data-person={person.id}
      onClick={event => {
        event.stopPropagation();
        actions.openPerson(person.id);
      }}
    >
      {person.self ? 'You' : person.name}
    </button>
  );
}
