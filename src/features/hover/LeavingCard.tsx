import type { PersonId } from '../../core/graph/PeopleGraph';
import { ScreenProvider, type Screen } from '../../ui/actions';
import { PersonCard } from '../../ui/PersonCard';

/** Ways out of a card. */
const WAYS_OUT = {
  actions: ['openTask', 'openNote', 'openPerson'],
  pages: ['brief'],
} as const;

/** A person's card that is gone as soon as it has led somewhere else: what opens is not behind it. */
export function LeavingCard({
  screen,
  person,
  leave,
}: {
  screen: Screen;
  person: PersonId;
  leave: () => void;
}) {
  const { actions, pages } = screen;
  const leaving = {
    ...screen,
    actions: thenLeave(actions, WAYS_OUT.actions, leave),
    pages: thenLeave(pages, WAYS_OUT.pages, leave),
  };
  return (
    <ScreenProvider value={leaving}>
      <PersonCard id={person} />
    </ScreenProvider>
  );
}

/** The same doings, some of which first leave. */
function thenLeave<Doings extends object>(
  doings: Doings,
  names: readonly (keyof Doings)[],
  leave: () => void,
): Doings {
  return new Proxy(doings, {
    get: (_, name) => {
      const does = doings[name as keyof Doings] as (...how: unknown[]) => unknown;
      return (...how: unknown[]) => {
        if (names.includes(name as keyof Doings)) leave();
        return does.apply(doings, how);
      };
    },
  });
}
