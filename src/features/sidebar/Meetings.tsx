import type { Meeting } from '../../core/query/meetings';
import { useScreen } from '../../ui/actions';
import { longDate, shortDate } from '../../ui/dateWords';
import { Section } from '../../ui/Section';
import { classes } from '../../ui/classes';
import { Button, IconButton, LinkButton } from '../../ui/Button';
import type { PeopleScreenState } from './state';
import { say } from '../../core/words';

/** Meetings, the newest first; what was said folds open in place. */
export function Meetings({ meetings, state }: { meetings: readonly Meeting[]; state: PeopleScreenState }) {
  return (
    <Section title={say.meetingsTitle} count={meetings.length}>
      <ul class="rapport-meetings">
        {meetings.map(meeting => (
          <MeetingRow key={meeting.note.path} meeting={meeting} state={state} />
        ))}
      </ul>
    </Section>
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
    <li class={classes('rapport-meeting', isOpen && 'is-open')}>
      <span class="rapport-date" title={date === null ? undefined : longDate(date)}>
        {shortDate(date) || '–'}
      </span>
      <div class="rapport-meeting-body">
        <Button
          class="rapport-task-text"
          onClick={event => actions.openNote(path, event)}
          onMouseOver={event => actions.previewNote(path, event, event.currentTarget)}
        >
          {title}
        </Button>
        {others.length > 0 && <span class="rapport-copies"> {say.copies(copies.length)}</span>}
        {!isOpen && summary !== undefined && <p class="rapport-meeting-summary">{summary}</p>}
        {isOpen && (
          <div class="rapport-meeting-sections">
            {sections.map(({ kind, line, text }) => (
              <div key={line}>
                <h5>{say.sections[kind]}</h5>
                <p>{text}</p>
              </div>
            ))}
            {others.length > 0 && (
              <div>
                <h5>{say.copiesTitle}</h5>
                {others.map(copy => (
                  <LinkButton key={copy.path} onClick={event => actions.openNote(copy.path, event)}>
                    {copy.title}
                  </LinkButton>
                ))}
              </div>
            )}
          </div>
        )}
      </div>
      {canOpen && (
        <IconButton
          icon={isOpen ? 'chevron-down' : 'chevron-right'}
          label={say.whatWasSaid(title)}
          class="rapport-fold"
          aria-expanded={isOpen}
          onClick={toggle}
        />
      )}
    </li>
  );
}
