import type { Identity } from '../core/graph/PeopleGraph';
import { useScreen } from './actions';
import { LinkButton } from './Button';
import { say } from '../core/words';

/**
 * A person's name that leads to their page; the hover card knows it by `data-person`.
 * @param reason Why the person is meant, where that is not certain.
 */
export function PersonLink({ person, reason }: { person: Identity; reason?: string | undefined }) {
  const { actions } = useScreen();
  return (
    <LinkButton
      class={reason === undefined ? '' : 'is-inferred'}
      title={reason}
      data-person={person.id}
      onClick={event => {
        event.stopPropagation();
        actions.openPerson(person.id);
      }}
    >
      {person.self ? say.you : person.name}
    </LinkButton>
  );
}
