import { groupByCompany, sortPeople, type PersonRow } from '../../core/query/peopleList';
import { peopleIn } from '../../core/query/rowsOfNotes';
import { useScreen } from '../../ui/actions';
import { say } from '../../core/words';
import { balanceOf } from '../../ui/facts';
import { PersonHead } from '../../ui/PersonHead';
import { PersonLink } from '../../ui/PersonLink';
import type { BaseKind } from './BaseKind';
import { byTitle, groupByTitles, monthOf, ungrouped } from './groups';

export const PEOPLE: BaseKind<PersonRow> = {
  name: say.rapportPeople,
  icon: 'users',
  empty: say.nobodyLeft.all,
  list: 'rapport-base-cards',
  read: peopleIn,
  sort: (rows, grouping) => sortPeople(rows, grouping === 'letter' ? 'name' : 'met'),
  groupings: {
    none: { words: say.byNothing, split: ungrouped },
    letter: {
      words: say.firstLetter,
      split: rows => groupByTitles<PersonRow>(row => [letterOf(row)])(rows).sort(byTitle),
    },
    company: {
      words: say.company,
      split: rows => groupByCompany(rows).map(group => [group.company || say.noCompany, group.rows]),
    },
    met: {
      words: say.byLastMet,
      split: groupByTitles(({ person }) => monthOf(person.lastMet, say.notMetYet)),
    },
  },
  keyOf: ({ person }) => person.id,
  Item: PersonItem,
};

/** Of a name without accents. */
const letterOf = ({ sortName }: PersonRow): string => /^\p{L}/u.exec(sortName)?.[0].toUpperCase() ?? '#';

/** Who, when last met, what is open both ways. */
function PersonItem({ item: { person, counts } }: { item: PersonRow }) {
  const { actions } = useScreen();
  return (
    <li
      class="rapport-base-card"
      draggable
      onDragStart={event => actions.dragPerson(person, event)}
      onClick={() => actions.openPerson(person.id)}
    >
      <PersonHead person={person} name={<PersonLink person={person} />}>
        <div>{balanceOf(counts)}</div>
      </PersonHead>
    </li>
  );
}
