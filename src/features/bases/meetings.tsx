import { counterparts } from '../../core/query/ledger';
import { presentAt, summaryOf, type Meeting } from '../../core/query/meetings';
import { meetingsIn, newestMeetingsFirst } from '../../core/query/rowsOfNotes';
import { useScreen } from '../../ui/actions';
import { say } from '../../core/words';
import { facts } from '../../ui/facts';
import { MeetingLine } from '../../ui/MeetingLine';
import { PersonLink } from '../../ui/PersonLink';
import type { BaseKind } from './BaseKind';
import { groupByTitles, monthOf, ungrouped } from './groups';

export const MEETINGS: BaseKind<Meeting> = {
  name: say.baseMeetings,
  icon: 'calendar-days',
  empty: say.noMeetingHere,
  list: 'rapport-base-meetings',
  read: meetingsIn,
  sort: newestMeetingsFirst,
  groupings: {
    month: { words: say.month, split: groupByTitles(({ note }) => monthOf(note.date, say.noDate)) },
    year: { words: say.year, split: groupByTitles(({ note }) => [note.date?.slice(0, 4) ?? say.noDate]) },
    person: {
      words: say.person,
      split: (meetings, graph) =>
        groupByTitles<Meeting>(({ note }) => {
          const names = counterparts(graph, note).flatMap(id => graph.person(id)?.name ?? []);
          return names.length > 0 ? names : [say.nobodyElse];
        })(meetings),
    },
    none: { words: say.byNothing, split: ungrouped },
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
  const summary = summaryOf(note);
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
        {people.length > PEOPLE_NAMED && <span>{say.more(people.length - PEOPLE_NAMED)}</span>}
        <span>{facts(open > 0 && say.openCount(open), proposed > 0 && say.proposedCount(proposed))}</span>
      </div>
      {summary !== undefined && <p class="rapport-meeting-summary">{summary}</p>}
    </MeetingLine>
  );
}
