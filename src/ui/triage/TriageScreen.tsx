import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { TaskAction } from '../../core/edit/taskChange';
import { copiesOf } from '../../core/query/meetings';
import type { TriageCommand } from '../../core/triageKeys';
import { useScreen, type Screen, type UserEvent } from '../actions';
import { Button } from '../Button';
import { isInField, isPlainKey } from '../plainKeys';
import { useRedraw } from '../useRedraw';
import { FocusCard } from './FocusCard';
import { NoteExcerpt } from './NoteExcerpt';
import { TriageButtons } from './TriageButtons';
import { TriageHead } from './TriageHead';
import { NothingLeft, Stale, TriageNote } from './TriageNotes';
import { TwinList } from './TwinList';
import type { TriageSession } from './TriageSession';
import { say } from '../../core/words';

/** What may be done again and again by holding a key. */
const REPEATS: readonly string[] = ['next', 'previous'];

/** Draws anew whenever the session has something else to show. */
function useSession(session: TriageSession): void {
  const redraw = useRedraw();
  const shown = session.moment;
  useEffect(() => {
    const stop = session.onChange(redraw);
    // Effects run after drawing; what happened in between nobody has heard.
    if (session.moment !== shown) redraw();
    return stop;
  }, [session]);
}

/** Proposals one at a time, by key, button or swipe. */
export function TriageScreen({ indexing, onBack }: { indexing: boolean; onBack?: () => void }) {
  const screen = useScreen();
  const session = screen.triage();
  useSession(session);
  useEffect(() => screen.twins.start(), [screen]);
  const root = useRef<HTMLDivElement>(null);
  const hasFocus = useRef(true);
  const { task, unit, units } = session.moment;
  const at = unit ? units.indexOf(unit) : -1;
  const copies = useMemo(() => copiesOf(screen.graph, task?.note.path ?? ''), [screen.graph, task]);
  const [before, after] = [units[at - 1]?.tasks.at(-1), units[at + 1]?.tasks[0]];

  useLayoutEffect(() => {
    const el = root.current;
    // A button that was pressed may be gone; the keys stay here.
    if (el && hasFocus.current && el.doc.activeElement === el.doc.body) el.focus({ preventScroll: true });
  });
  useLayoutEffect(() => {
    root.current?.querySelector('.rapport-triage-body')?.scrollTo(0, 0);
  }, [unit?.cluster[0]?.id]);

  const run = (command: TriageCommand, event: UserEvent) => runCommand(screen, command, event);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return;
    if (isInField(event)) {
      if (event.key === 'Escape' || event.key === 'Enter') root.current?.focus();
      return;
    }
    const command = commandOf(screen, event.key);
    const plain: Record<string, () => void> = {
      ArrowDown: () => session.move(1, event.shiftKey),
      ArrowUp: () => session.move(-1, event.shiftKey),
      Home: () => session.move(-Infinity),
      End: () => session.move(Infinity),
      Escape: () => (session.selection.length > 0 ? session.clearSelection() : onBack?.()),
      '/': () => root.current?.querySelector('input')?.focus(),
      '?': () => screen.pages.keys(),
    };
    const handle = plain[event.key] ?? (command && (() => run(command, event)));
    if (!handle) return;
    event.preventDefault();
    event.stopPropagation();
    // A key that is held decides one task, not all that come after it.
    if (event.repeat && plain[event.key] === undefined && !REPEATS.includes(command ?? '')) return;
    handle();
  };

  return (
    <div
      class="rapport-triage"
      ref={root}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocusIn={() => (hasFocus.current = true)}
      onFocusOut={event => {
        if (event.relatedTarget)
          hasFocus.current = root.current?.contains(event.relatedTarget as Node) ?? false;
      }}
    >
      <TriageHead session={session} />
      <div class="rapport-triage-body">
        {task && unit ? (
          <>
            <TriageNote session={session}>
              <Neighbour text={before?.record.text} onOpen={() => before && session.focus(before.id)} />
            </TriageNote>
            <FocusCard
              task={task}
              copies={copies.length}
              selected={session.isSelected(task.id)}
              failure={session.failureOf(task.id)}
              onSwipe={direction => session.decide(direction === 1 ? 'promote' : 'reject')}
            />
            <TriageButtons session={session} run={run} />
            <TwinList task={task} copies={copies} unit={unit} session={session} />
            <NoteExcerpt task={task} />
            <Neighbour text={after?.record.text} onOpen={() => after && session.focus(after.id)} />
            <Stale />
          </>
        ) : (
          <NothingLeft session={session} indexing={indexing || session.isSearching} />
        )}
      </div>
      <div class="rapport-sr-only" role="status">
        {session.message} {task ? say.nowAt(task.record.text) : ''}
      </div>
    </div>
  );
}

/** What comes before and after, as much as one line of it. Keeps its room, so that the card does not jump. */
function Neighbour({ text, onOpen }: { text: string | undefined; onOpen: () => void }) {
  if (text === undefined) return <div class="rapport-neighbour" />;
  return (
    <Button class="rapport-neighbour" tabIndex={-1} onClick={onOpen}>
      {text}
    </Button>
  );
}

function commandOf(screen: Screen, key: string): TriageCommand | undefined {
  const pressed = key.toLowerCase();
  return (Object.entries(screen.settings().triageKeys) as [TriageCommand, string][]).find(
    ([, wanted]) => wanted === pressed,
  )?.[0];
}

/** Those that are an action of the same name, about which something is asked. */
type AskedCommand = Exclude<Extract<TriageCommand, TaskAction>, 'reject'>;

function runCommand({ triage, actions }: Screen, command: TriageCommand, event: UserEvent): void {
  const session = triage();
  const { task } = session.moment;
  const commands: Record<Exclude<TriageCommand, AskedCommand>, () => void> = {
    accept: () => session.decide('promote'),
    reject: () => session.decide('reject'),
    twins: () => session.decideTwins(),
    open: () => task && actions.openTask(task, event),
    undo: () => void session.undo(),
    next: () => session.move(1, event.shiftKey),
    previous: () => session.move(-1, event.shiftKey),
    select: () => task && session.toggleSelected(task.id),
    cluster: () => session.selectCluster(),
  };
  if (command in commands) commands[command as keyof typeof commands]();
  else session.ask(command as AskedCommand);
}
