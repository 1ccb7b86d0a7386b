import type { ComponentChildren } from 'preact';
import type { Meeting } from '../core/query/meetings';
import { say } from '../core/words';
import { useScreen } from './actions';
import { Button } from './Button';
import { classes } from './classes';
import { longDate, shortDate } from './dateWords';

/** A meeting in a list: when it was, the way to its note, how often it was written down. */
export function MeetingLine({
  meeting: { note, copies },
  class: more,
  beside,
  children,
}: {
  meeting: Meeting;
  class?: string;
  beside?: ComponentChildren;
  /** Stand below the title. */
  children?: ComponentChildren;
}) {
  const { actions } = useScreen();
  const { path, date, title } = note;
  return (
    <li class={classes('rapport-meeting', more)}>
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
        {copies.length > 1 && <span class="rapport-copies"> {say.copies(copies.length)}</span>}
        {children}
      </div>
      {beside}
    </li>
  );
}
