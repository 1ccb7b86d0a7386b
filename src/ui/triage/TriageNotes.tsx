import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { countOf, countTasks } from '../../core/countOf';
import { stateInWords } from '../../core/edit/taskChange';
import { NO_FILTER, nextDay, staleProposals } from '../../core/query/triage';
import { isoToday } from '../isoToday';
import { useScreen } from '../actions';
import { classes } from '../classes';
import { dateInWords } from '../dateWords';
import { Button, LinkButton } from '../Button';
import type { TriageSession } from './TriageSession';

/** What wants an answer, the most pressing first, in the place of the proposal before: nothing else has to move. */
export function TriageNote({
  session,
  children,
}: {
  session: TriageSession;
  /** Where nothing wants one. */
  children: ComponentChildren;
}) {
  const keys = useScreen().settings().triageKeys;
  const { offer, standingOffer, failed, selection, selectsCluster } = session;
  const [failure] = failed;
  if (failure)
    return (
      <Note key="failure" isFailure label="Show" onAnswer={() => session.focus(failure.task.id)}>
        {failed.length === 1 ? 'A task' : countTasks(failed.length)} could not be changed: {failure.reason}
      </Note>
    );
  if (selection.length > 0)
    return (
      <Note key="selection" keyName="Esc" label="Clear" onAnswer={() => session.clearSelection()}>
        {countTasks(selection.length)} selected{selectsCluster && ': all that say the same'}
      </Note>
    );
  const offered = offer ?? standingOffer;
  if (offered)
    return (
      <Note
        key="twins"
        keyName={keys.twins.toUpperCase()}
        label={
          offered.twins.length === 1 ? 'Reject as duplicate' : `Reject ${offered.twins.length} duplicates`
        }
        onAnswer={() => session.decideTwins()}
      >
        {offer ? 'Accepted, and said again:' : `Already ${stateInWords(offered.kept.record.state)}:`}{' '}
        <q>{offered.kept.record.text}</q>
      </Note>
    );
  return <>{children}</>;
}

function Note({
  isFailure = false,
  keyName,
  label,
  onAnswer,
  children,
}: {
  isFailure?: boolean;
  keyName?: string;
  label: string;
  onAnswer: () => void;
  children: ComponentChildren;
}) {
  return (
    <div class={classes('rapport-note', isFailure && 'is-failure')} role={isFailure ? 'alert' : undefined}>
      <span class="rapport-note-text">{children}</span>
      <Button onClick={onAnswer}>
        {keyName !== undefined && <kbd aria-hidden="true">{keyName}</kbd>}
        {label}
      </Button>
    </div>
  );
}

/** Nothing is left: because all is decided, or because of the filter. */
export function NothingLeft({ session, indexing }: { session: TriageSession; indexing: boolean }) {
  const { graph } = useScreen();
  if (indexing) return null;
  const { decided, alongside } = session.state.value;
  const today = isoToday();
  const { putOff } = session;
  const day = nextDay(putOff, today);
  if (session.isFiltered)
    return (
      <div class="rapport-nothing">
        <p>No proposal is left that fits the filter.</p>
        <Button onClick={() => session.setFilter(NO_FILTER)}>Show all</Button>
      </div>
    );
  return (
    <div class="rapport-nothing">
      <p class="rapport-nothing-title">Nothing is waiting.</p>
      {decided > 0 && (
        <p>
          You decided {countTasks(decided)}
          {alongside > 0 && `, and ${alongside} came along as duplicates`}.
        </p>
      )}
      {day !== null && (
        <p>
          {putOff.length === 1 ? 'One comes' : `${putOff.length} come`} back later, the next{' '}
          {dateInWords(day)}.
        </p>
      )}
      {decided === 0 && day === null && graph.paths().length > 0 && (
        <p>Proposed tasks of new meetings show up here by themselves.</p>
      )}
    </div>
  );
}

/** Proposals nobody decided in time, for those who may want to be rid of them. */
export function Stale() {
  const { graph, pages, ...screen } = useScreen();
  const days = screen.settings().staleDays;
  const today = isoToday();
  const stale = useMemo(
    () => staleProposals(graph, days, today).length,
    [graph, graph.revision, days, today],
  );
  if (stale === 0) return null;
  return (
    <p class="rapport-stale">
      {countOf('proposal')(stale)} {stale === 1 ? 'is' : 'are'} more than {days} days overdue.{' '}
      <LinkButton onClick={() => pages.sweepStale()}>Look through and reject…</LinkButton>
    </p>
  );
}
