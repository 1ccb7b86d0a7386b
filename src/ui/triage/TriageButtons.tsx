import type { TriageCommand } from '../../core/triageKeys';
import { useScreen, type UserEvent } from '../actions';
import { Button } from '../Button';
import { Icon } from '../Icon';
import type { TriageSession } from './TriageSession';
import { say } from '../../core/words';

/** Decisions, which go on to the next proposal, and edits, which stay at this one. */
const BUTTONS: readonly (readonly [string, string, readonly [TriageCommand, string, string][]])[] = [
  [
    'decide',
    say.decideGroup,
    [
      ['accept', say.accept, 'check'],
      ['duplicate', say.duplicate, 'copy-x'],
      ['reject', say.reject, 'x'],
      ['later', say.postpone, 'alarm-clock'],
    ],
  ],
  [
    'edit',
    say.editGroup,
    [
      ['reword', say.edit, 'pencil'],
      ['assign', say.owner, 'user-plus'],
      ['due', say.dueButton, 'calendar'],
      ['priority', say.priority, 'flag'],
      ['open', say.open, 'file-text'],
      ['undo', say.undo, 'undo-2'],
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
      {BUTTONS.map(([group, label, buttons]) => (
        <div key={group} role="group" aria-label={label} class={`rapport-do-${group}`}>
          {buttons.map(([command, does, icon]) => (
            <Button key={command} class={`rapport-do-${command}`} onClick={event => run(command, event)}>
              <Icon name={icon} />
              <kbd aria-hidden="true">{keys[command].toUpperCase()}</kbd>
              {does}
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
  return command === 'accept' ? say.acceptOneRejectRest(count - 1) : say.allOfThem(count);
}
