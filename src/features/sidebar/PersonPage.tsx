import type { PersonId } from '../../core/graph/PeopleGraph';
import type { MeetingRecord } from '../../core/records';
import { ledgerOf, type LedgerEntry } from '../../core/query/ledger';
import { useScreen } from '../../ui/actions';
import { longDate, shortDate } from '../../ui/dateWords';
import { Icon } from '../../ui/Icon';
import { PersonHead } from '../../ui/PersonHead';
import { TaskSection } from '../../ui/TaskSection';
import { useGraph } from '../../ui/useGraph';
import { BackBar } from './BackBar';

/** A person: who they are, what is open between you, and when you met. */
export function PersonPage({
  id,
  indexing,
  onBack,
}: {
  id: PersonId;
  indexing: boolean;
  onBack: () => void;
}) {
  const { actions } = useScreen();
  const page = useGraph(
    graph => {
      const person = graph.person(id);
      return person && { person, ledger: ledgerOf(graph, person) };
    },
    change => change.people.has(id),
    [id],
  );
  if (!page)
    return (
      <div class="rapport-person-page">
        <BackBar onBack={onBack} />
        {!indexing && <p class="rapport-empty">Nothing in this vault names this person any more.</p>}
      </div>
    );

  const { person, ledger } = page;
  const profile = person.profile;
  const nothingOpen = Object.values(ledger).every(entries => (entries as LedgerEntry[]).length === 0);
  return (
    <div class="rapport-person-page">
      <BackBar onBack={onBack}>
        {profile && (
          <button
            type="button"
            class="clickable-icon"
            aria-label="Open profile note"
            onClick={event => actions.openNote(profile.path, event)}
          >
            <Icon name="file-text" />
          </button>
        )}
      </BackBar>
      <PersonHead person={person} />
      <ProfileFacts emails={person.emails} aliases={person.aliases} />
      <TaskSection title="Proposed" entries={ledger.proposed}>
        <span class="rapport-heading-actions">
          <button
            type="button"
            class="rapport-link"
            onClick={() =>
              actions.act(
                { action: 'promote' },
                ledger.proposed.map(({ task }) => task),
              )
            }
          >
            Promote all
          </button>
        </span>
      </TaskSection>
      <TaskSection title="I owe" entries={ledger.iOwe} />
      <TaskSection title="They owe" entries={ledger.theyOwe} />
      <TaskSection title="Unassigned" entries={ledger.unassigned} />
      {nothingOpen && <p class="rapport-empty">Nothing is open between you.</p>}
      <Meetings meetings={person.meetings} />
    </div>
  );
}

function ProfileFacts({ emails, aliases }: { emails: readonly string[]; aliases: readonly string[] }) {
  if (emails.length === 0 && aliases.length === 0) return null;
  return (
    <dl class="rapport-profile">
      {emails.length > 0 && (
        <div>
          <dt>E-mail</dt>
          <dd>
            {emails.map(email => (
              <a key={email} href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}>
                {email}
              </a>
            ))}
          </dd>
        </div>
      )}
      {aliases.length > 0 && (
        <div>
          <dt>Also</dt>
          <dd>{aliases.join(', ')}</dd>
        </div>
      )}
    </dl>
  );
}

function Meetings({ meetings }: { meetings: readonly MeetingRecord[] }) {
  if (meetings.length === 0) return null;
  return (
    <section class="rapport-section">
      <h4 class="rapport-heading">
        Meetings <span class="rapport-count">{meetings.length}</span>
      </h4>
      <ul class="rapport-meetings">
        {meetings.map(meeting => (
          <MeetingRow key={meeting.path} meeting={meeting} />
        ))}
      </ul>
    </section>
  );
}

function MeetingRow({ meeting }: { meeting: MeetingRecord }) {
  const { actions } = useScreen();
  return (
    <li class="rapport-meeting">
      <span class="rapport-date" title={meeting.date === null ? undefined : longDate(meeting.date)}>
        {meeting.date === null ? '–' : shortDate(meeting.date)}
      </span>
      <div class="rapport-meeting-body">
        <button
          type="button"
          class="rapport-task-text"
          onClick={event => actions.openNote(meeting.path, event)}
          onMouseOver={event => actions.previewNote(meeting.path, event, event.currentTarget)}
        >
          {meeting.title}
        </button>
        {meeting.summary && <p class="rapport-meeting-summary">{meeting.summary}</p>}
      </div>
    </li>
  );
}
