import { counterparts } from '../../core/query/ledger';
import { presentAt, type Meeting } from '../../core/query/meetings';
import { meetingsIn, newestMeetingsFirst } from '../../core/query/rowsOfNotes';
import { useScreen } from '../../ui/actions';
import { facts } from '../../ui/facts';
import { MeetingLine } from '../../ui/MeetingLine';
import { PersonLink } from '../../ui/PersonLink';
import type { BaseKind } from './BaseKind';
import { groupByTitles, monthOf, ungrouped } from './groups';

const NO_DATE = 'No date';

export const MEETINGS: BaseKind<Meeting> = {
  name: 'Rapport: meetings',
  icon: 'calendar-days',
  empty: 'No meeting is here.',
  list: 'rapport-base-meetings',
  read: meetingsIn,
  sort: newestMeetingsFirst,
  groupings: {
    month: { words: 'Month', split: groupByTitles(({ note }) => monthOf(note.date, NO_DATE)) },
    year: { words: 'Year', split: groupByTitles(({ note }) => [note.date?.slice(0, 4) ?? NO_DATE]) },
    person: {
      words: 'Person',
      split: (meetings, graph) =>
        groupByTitles<Meeting>(({ note }) => {
          const names = counterparts(graph, note).flatMap(id => graph.person(id)?.name ?? []);
          return names.length > 0 ? names : ['Nobody else'];
        })(meetings),
    },
    none: { words: 'Nothing', split: ungrouped },
  },
  keyOf: ({ note }) => note.path,
  Item: MeetingItem,
};

/** More of them are a number. */
const PEOPLE_NAMED = 5;

/** When, what, with whom, and what came of it. */
function MeetingItem({ item: meeting }: { item: Meeting }) {
  const { graph } = useScreen();
  const { note } = meeting;
  const people = presentAt(graph, note)
    .filter(id => id !== graph.selfId)
    .flatMap(id => graph.person(id) ?? []);
  const count = (...states: string[]) =>
    graph.tasks(note.path).filter(({ record }) => states.includes(record.state)).length;
  const [open, proposed] = [count('accepted', 'in-progress'), count('proposed')];
  return (
    <MeetingLine meeting={meeting}>
      <div class="rapport-facts">
        {people.slice(0, PEOPLE_NAMED).map(person => (
          <PersonLink key={person.id} person={person} />
        ))}
        {people.length > PEOPLE_NAMED && <span>{people.length - PEOPLE_NAMED} more</span>}
        <span>{facts(open > 0 && `${open} open`, proposed > 0 && `${proposed} proposed`)}</span>
      </div>
      {note.summary !== undefined && <p class="rapport-meeting-summary">{note.summary}</p>}
    </MeetingLine>
  );
}
