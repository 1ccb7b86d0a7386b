import type { ComponentChildren } from 'preact';
import { summaryOf, type Meeting } from '../core/query/meetings';
import { say } from '../core/words';
import { useScreen } from './actions';
import { MeetingLine } from './MeetingLine';
import { Rows } from './Rows';
import { Section } from './Section';
import { IconButton, LinkButton } from './Button';

/** Meetings, the newest first; what was said folds open in place. */
export function Meetings({
  meetings,
  most,
  open,
  onOpen,
  children,
}: {
  meetings: readonly Meeting[];
  most?: number;
  /** Paths of those that are folded open. */
  open: readonly string[];
  onOpen: (open: readonly string[]) => void;
  /** Stands in the heading. */
  children?: ComponentChildren;
}) {
  const toggle = (path: string) =>
    onOpen(open.includes(path) ? open.filter(each => each !== path) : [...open, path]);
  return (
    <Section title={say.meetingsTitle} count={meetings.length} beside={children}>
      <Rows class="rapport-meetings" rows={meetings} most={most}>
        {meeting => (
          <MeetingRow
            key={meeting.note.path}
            meeting={meeting}
            isOpen={open.includes(meeting.note.path)}
            onToggle={() => toggle(meeting.note.path)}
          />
        )}
      </Rows>
    </Section>
  );
}

function MeetingRow({
  meeting,
  isOpen,
  onToggle,
}: {
  meeting: Meeting;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { actions } = useScreen();
  const { note, copies } = meeting;
  const { title, sections } = note;
  const summary = summaryOf(note);
  const others = copies.filter(copy => copy !== note);
  const canOpen = sections.length > 0 || others.length > 0;
  return (
    <MeetingLine
      meeting={meeting}
      class={isOpen ? 'is-open' : ''}
      beside={
        canOpen && (
          <IconButton
            icon={isOpen ? 'chevron-down' : 'chevron-right'}
            label={say.whatWasSaid(title)}
            class="rapport-fold"
            aria-expanded={isOpen}
            onClick={onToggle}
          />
        )
      }
    >
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
    </MeetingLine>
  );
}
