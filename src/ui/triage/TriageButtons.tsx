import type { TriageCommand } from '../../core/triageKeys';
import { useScreen, type UserEvent } from '../actions';
import { Button } from '../Button';
import { Icon } from '../Icon';
import type { TriageSession } from './TriageSession';

/** Decisions, which go on to the next proposal, and edits, which stay at this one. */
const BUTTONS: readonly (readonly [string, readonly [TriageCommand, string, string][]])[] = [
  [
    'Decide',
    [
      ['accept', 'Accept', 'check'],
      ['duplicate', 'Duplicate', 'copy-x'],
      ['reject', 'Reject', 'x'],
      ['later', 'Later', 'alarm-clock'],
    ],
  ],
  [
    'Edit',
    [
      ['reword', 'Edit', 'pencil'],
      ['assign', 'Owner', 'user-plus'],
      ['due', 'Due', 'calendar'],
      ['priority', 'Priority', 'flag'],
      ['open', 'Open', 'file-text'],
      ['undo', 'Undo', 'undo-2'],
    ],
  ],
];

export function TriageButtons({
  session,
  run,
}: {
  session: TriageSession;
  run: (command: TriageCommand, event: UserEvent) => void;
}) {
  const keys = useScreen().settings().triageKeys;
  return (
    <div class="rapport-triage-buttons">
      {BUTTONS.map(([group, buttons]) => (
        <div key={group} role="group" aria-label={group} class={`rapport-do-${group.toLowerCase()}`}>
          {buttons.map(([command, label, icon]) => (
            <Button key={command} class={`rapport-do-${command}`} onClick={event => run(command, event)}>
              <Icon name={icon} />
              <kbd aria-hidden="true">{keys[command].toUpperCase()}</kbd>
              {label}
              {(command === 'accept' || command === 'reject') && howMany(session, command)}
            </Button>
          ))}
        </div>
      ))}
    </div>
  );
}

/** What else goes with it, where more than the task in focus is selected. */
function howMany(session: TriageSession, command: 'accept' | 'reject'): string {
  const count = session.selection.length;
  if (count < 2) return '';
  if (!session.selectsCluster) return ` ${count}…`;
  return command === 'accept' ? ` one, reject ${count - 1}` : ` all ${count}`;
}
