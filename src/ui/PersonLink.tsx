import type { Person } from '../core/graph/PeopleGraph';
import { useScreen } from './actions';

/**
 * A person's name that leads to their page; the hover card knows it by `data-person`.
 * @param reason Why the person is meant, where that is not certain.
 */
export function PersonLink({ person, reason }: { person: Person; reason?: string | undefined }) {
  const { actions } = useScreen();
  return (
    <button
      type="button"
      class={reason === undefined ? 'rapport-link' : 'rapport-link is-inferred'}
      title={reason}
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
