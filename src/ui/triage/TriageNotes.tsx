import type { ComponentChildren } from 'preact';
import { countStale } from '../../core/query/proposals';
import { nextDay } from '../../core/query/triage';
import { isoToday } from '../isoToday';
import { useScreen } from '../actions';
import { classes } from '../classes';
import { WithCode } from '../WithCode';
import { dateInWords } from '../dateWords';
import { Button, LinkButton } from '../Button';
import { useGraphJob } from '../useGraphJob';
import type { TriageSession } from './TriageSession';
import { inWords, say } from '../../core/words';

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
      <Note key="failure" isFailure label={say.show} onAnswer={() => session.focus(failure.task.id)}>
        {say.couldNotBeChanged(failed.length, inWords(failure.reason))}
      </Note>
    );
  if (selection.length > 0)
    return (
      <Note key="selection" keyName="Esc" label={say.clear} onAnswer={() => session.clearSelection()}>
        {say.selected(say.tasks(selection.length))}
        {selectsCluster && say.allThatSayTheSame}
      </Note>
    );
  const offered = offer ?? standingOffer;
  if (offered)
    return (
      <Note
        key="twins"
        keyName={keys.twins.toUpperCase()}
        label={say.rejectDuplicates(offered.twins.length)}
        onAnswer={() => session.decideTwins()}
      >
        {offer ? say.acceptedSaidAgain : say.alreadyIs(say.states[offered.kept.record.state])}{' '}
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
        <p>{say.noneFits}</p>
        <Button onClick={() => session.showOnly({})}>{say.showAll}</Button>
      </div>
    );
  return (
    <div class="rapport-nothing">
      <p class="rapport-nothing-title">{say.nothingWaits}</p>
      {decided > 0 && <p>{say.youDecided(decided, alongside)}</p>}
      {day !== null && <p>{say.comeBack(putOff.length, dateInWords(day))}</p>}
      {decided === 0 && day === null && (
        <p>{graph.paths().length > 0 ? say.showUpHere : <WithCode text={say.whatIsRead} />}</p>
      )}
    </div>
  );
}

/** Proposals nobody decided in time, for those who may want to be rid of them. */
export function Stale() {
  const { pages, ...screen } = useScreen();
  const days = screen.settings().staleDays;
  const today = isoToday();
  const stale = useGraphJob(graph => countStale(graph, days, today), [days, today]) ?? 0;
  if (stale === 0) return null;
  return (
    <p class="rapport-stale">
      {say.overdue(stale, days)} <LinkButton onClick={() => pages.sweepStale()}>{say.lookThrough}</LinkButton>
    </p>
  );
}
