import type { Meeting } from '../../core/query/meetings';
import type { SectionRecord } from '../../core/records';
import { useScreen } from '../../ui/actions';
import { longDate, shortDate } from '../../ui/dateWords';
import { Icon } from '../../ui/Icon';
import type { PeopleScreenState } from './state';

const SECTION_WORDS: Readonly<Record<SectionRecord['kind'], string>> = {
  summary: 'Summary',
  decisions: 'Decisions',
  'key-information': 'Key information',
};

/** Meetings, the newest first; what was said folds open in place. */
export function Meetings({ meetings, state }: { meetings: readonly Meeting[]; state: PeopleScreenState }) {
  if (meetings.length === 0) return null;
  return (
    <section class="rapport-section">
      <h4 class="rapport-heading">
        Meetings <span class="rapport-count">{meetings.length}</span>
      </h4>
      <ul class="rapport-meetings">
        {meetings.map(meeting => (
          <MeetingRow key={meeting.note.path} meeting={meeting} state={state} />
        ))}
      </ul>
    </section>
  );
}

function MeetingRow({ meeting: { note, copies }, state }: { meeting: Meeting; state: PeopleScreenState }) {
  const { actions } = useScreen();
  const { path, date, title, summary, sections } = note;
  const isOpen = state.value.open.includes(path);
  const others = copies.filter(copy => copy !== note);
  const canOpen = sections.length > 0 || others.length > 0;
  const toggle = () => {
    const open = state.value.open.filter(each => each !== path);
    state.update({ open: isOpen ? open : [...open, path] });
  };
  return (
    <li class={isOpen ? 'rapport-meeting is-open' : 'rapport-meeting'}>
      <span class="rapport-date" title={date === null ? undefined : longDate(date)}>
        {date === null ? '–' : shortDate(date)}
      </span>
      <div class="rapport-meeting-body">
        <button
          type="button"
          class="rapport-task-text"
          onClick={event => actions.openNote(path, event)}
          onMouseOver={event => actions.previewNote(path, event, event.currentTarget)}
        >
          {title}
        </button>
        {others.length > 0 && <span class="rapport-copies"> {copies.length} copies</span>}
        {!isOpen && summary !== undefined && <p class="rapport-meeting-summary">{summary}</p>}
        {isOpen && (
          <div class="rapport-meeting-sections">
            {sections.map(({ kind, line, text }) => (
              <div key={line}>
                <h5>{SECTION_WORDS[kind]}</h5>
                <p>{text}</p>
              </div>
            ))}
            {others.length > 0 && (
              <div>
                <h5>Copies</h5>
                {others.map(copy => (
                  <button
                    key={copy.path}
                    type="button"
                    class="rapport-link"
                    onClick={event => actions.openNote(copy.path, event)}
                  >
                    {copy.title}
                  </button>
                ))}
              </div>
            )}
          </div>
        )}
      </div>
      {canOpen && (
        <button
          type="button"
          class="clickable-icon rapport-fold"
          aria-expanded={isOpen}
          aria-label={`What was said: ${title}`}
          onClick={toggle}
        >
          <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} />
        </button>
      )}
    </li>
  );
}
