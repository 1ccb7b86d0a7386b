import type { ComponentChildren } from 'preact';
import { SECTION_WORDS, type Meeting } from '../core/query/meetings';
import { useScreen } from './actions';
import { longDate, shortDate } from './dateWords';
import { Section } from './Section';
import { classes } from './classes';
import { Button, IconButton, LinkButton } from './Button';

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
    <Section title="Meetings" count={meetings.length} most={most} beside={children}>
      <ul class="rapport-meetings">
        {meetings.slice(0, most).map(({ note, copies }) => (
          <MeetingRow
            key={note.path}
            note={note}
            copies={copies}
            isOpen={open.includes(note.path)}
            onToggle={() => toggle(note.path)}
          />
        ))}
      </ul>
    </Section>
  );
}

function MeetingRow({ note, copies, isOpen, onToggle }: Meeting & { isOpen: boolean; onToggle: () => void }) {
  const { actions } = useScreen();
  const { path, date, title, summary, sections } = note;
  const others = copies.filter(copy => copy !== note);
  const canOpen = sections.length > 0 || others.length > 0;
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
          label={`What was said: ${title}`}
          class="rapport-fold"
          aria-expanded={isOpen}
          onClick={onToggle}
        />
      )}
    </li>
  );
}
