import { SECTION_WORDS, type Meeting } from '../../core/query/meetings';
import { useScreen } from '../../ui/actions';
import { MeetingLine } from '../../ui/MeetingLine';
import { Section } from '../../ui/Section';
import { IconButton, LinkButton } from '../../ui/Button';
import type { PeopleScreenState } from './state';

/** Meetings, the newest first; what was said folds open in place. */
export function Meetings({ meetings, state }: { meetings: readonly Meeting[]; state: PeopleScreenState }) {
  return (
    <Section title="Meetings" count={meetings.length}>
      <ul class="rapport-meetings">
        {meetings.map(meeting => (
          <MeetingRow key={meeting.note.path} meeting={meeting} state={state} />
        ))}
      </ul>
    </Section>
  );
}

function MeetingRow({ meeting, state }: { meeting: Meeting; state: PeopleScreenState }) {
  const { actions } = useScreen();
  const { note, copies } = meeting;
  const { path, title, summary, sections } = note;
  const isOpen = state.value.open.includes(path);
  const others = copies.filter(copy => copy !== note);
  const canOpen = sections.length > 0 || others.length > 0;
  const toggle = () => {
    const open = state.value.open.filter(each => each !== path);
    state.update({ open: isOpen ? open : [...open, path] });
  };
  return (
    <MeetingLine
      meeting={meeting}
      class={isOpen ? 'is-open' : ''}
      beside={
        canOpen && (
          <IconButton
            icon={isOpen ? 'chevron-down' : 'chevron-right'}
            label={`What was said: ${title}`}
            class="rapport-fold"
            aria-expanded={isOpen}
            onClick={toggle}
          />
        )
      }
    >
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
                <LinkButton key={copy.path} onClick={event => actions.openNote(copy.path, event)}>
                  {copy.title}
                </LinkButton>
              ))}
            </div>
          )}
        </div>
      )}
    </MeetingLine>
  );
}
