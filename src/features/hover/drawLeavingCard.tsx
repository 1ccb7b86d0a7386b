import { render } from 'preact';
import type { PersonId } from '../../core/graph/PeopleGraph';
import { ScreenProvider, type Screen } from '../../ui/actions';
import { PersonCard } from '../../ui/PersonCard';

/** Ways out of a card. */
const WAYS_OUT: readonly PropertyKey[] = ['openTask', 'openNote', 'openPerson', 'brief', 'triage'];

/** Draws a person's card that is gone as soon as it has led somewhere else: what opens is not behind it. */
export function drawLeavingCard(el: HTMLElement, screen: Screen, person: PersonId, leave: () => void): void {
  const { actions, pages } = screen;
  const leaving = { ...screen, actions: thenLeave(actions, leave), pages: thenLeave(pages, leave) };
  render(
    <ScreenProvider value={leaving}>
      <PersonCard id={person} />
    </ScreenProvider>,
    el,
  );
}

/** The same doings, some of which first leave. */
function thenLeave<Doings extends object>(doings: Doings, leave: () => void): Doings {
  const all = doings as Record<PropertyKey, (...how: unknown[]) => unknown>;
  return new Proxy(doings, {
    get:
      (_, name) =>
      (...how: unknown[]) => {
        if (WAYS_OUT.includes(name)) leave();
        // Called on themselves: what they keep is private to them.
        return all[name]?.(...how);
      },
  });
}
