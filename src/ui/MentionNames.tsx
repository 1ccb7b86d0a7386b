import type { Mention } from '../core/graph/PeopleGraph';
import { useScreen } from './actions';
import { PersonLink } from './PersonLink';
import { say } from '../core/words';

/** Whom the labels in a note mean: people lead to their pages, what is no person stands as it was written. */
export function MentionNames({ labels, path }: { labels: readonly string[]; path: string }) {
  const { graph } = useScreen();
  return (
    <>
      {graph.mentions(labels, path).map(mention =>
        mention.people.length === 0 ? (
          <span key={mention.label} class="rapport-unresolved" title={NO_PERSON[mention.kind]}>
            {mention.label}
          </span>
        ) : (
          mention.people.map(person => (
            <span key={`${mention.label} ${person.id}`}>
              <PersonLink person={person} reason={reasonOf(mention)} />
            </span>
          ))
        ),
      )}
    </>
  );
}

const NO_PERSON: Readonly<Record<Mention['kind'], string | undefined>> = {
  person: undefined,
  group: say.severalPeople,
  nobody: say.nobodyInParticular,
};

function reasonOf({ label, people: [person], inferredFrom }: Mention): string | undefined {
  if (inferredFrom !== undefined) return say.writtenOnlyOne(label, inferredFrom);
  return person?.uncertain ? say.writtenPerhaps(label) : undefined;
}
