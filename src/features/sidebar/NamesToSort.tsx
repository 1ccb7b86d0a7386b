import { useEffect, useRef, useState } from 'preact/hooks';
import type { Person } from '../../core/graph/PeopleGraph';
import { findNamesToSort, type Candidate, type NameToSort } from '../../core/query/namesToSort';
import { useScreen } from '../../ui/actions';
import { Avatar } from '../../ui/Avatar';
import { shortDate } from '../../ui/dateWords';
import { classes } from '../../ui/classes';
import { isPlainKey } from '../../ui/plainKeys';
import { More } from '../../ui/Rows';
import { Section } from '../../ui/Section';
import { SORT_KEYS } from '../../ui/sortKeys';
import { PersonLink } from '../../ui/PersonLink';
import { useGraph } from '../../ui/useGraph';
import { useKeptFocus } from '../../ui/useKeptFocus';
import { useGraphJob } from '../../ui/useGraphJob';
import { Decision, LinkButton } from '../../ui/Button';
import { BackBar } from './BackBar';
import { say } from '../../core/words';

/** How many common contacts an entry names. */
const CONTACTS_NAMED = 3;

/** How many are drawn at once: four hundred kept the app for an eighth of a second, and each key for a frame. */
const FEW = 40;

/** What may be done again and again by holding a key. */
const MOVES = /^(Arrow|j|k)/;

/** Names that may be somebody else's, each with what speaks for it, and what is no name at all. One key decides. */
export function NamesToSort({ onBack }: { onBack: () => void }) {
  const { names } = useScreen();
  const answer = useGraphJob(findNamesToSort, [], change => change.people.size > 0);
  const entries = answer ?? [];
  const [active, setActive] = useState(0);
  const [most, setMost] = useState(FEW);
  const root = useKeptFocus();
  const list = useRef<HTMLUListElement>(null);
  const at = Math.min(active, entries.length - 1);
  const entry = entries[at];
  // Whoever walks down finds more.
  const shown = Math.max(most, at + FEW / 2);

  const move = (step: 1 | -1) => {
    const to = Math.max(0, Math.min(at + step, entries.length - 1));
    setActive(to);
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
  };
  const focusList = () => list.current?.focus({ preventScroll: true });
  const showMore = () => {
    setMost(shown + FEW);
    focusList();
  };
  useEffect(focusList, []);

  const merge = (which: number) => {
    const candidate = entry?.candidates[which];
    if (entry && candidate) names.merge(entry.person, candidate.person);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    j: () => move(1),
    k: () => move(-1),
    m: () => merge(0),
    Enter: () => merge(0),
    d: () => entry?.candidates.forEach(({ person }) => names.tellApart(entry.person, person)),
    n: () => entry && names.dismiss(entry.person),
    o: () => entry && names.mergeWithOther(entry.person),
    Escape: onBack,
    ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [String(i + 1), () => merge(i)])),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const handle = keys[event.key];
    // A button that has the focus takes Enter for itself.
    const ownKey = event.key === 'Enter' && (event.target as HTMLElement).matches('button');
    if (!handle || ownKey || !isPlainKey(event)) return;
    event.preventDefault();
    // A key that is held decides one name, not all that come after it.
    if (!event.repeat || MOVES.test(event.key)) handle();
  };

  return (
    <div class="rapport-person-page" ref={root} tabIndex={-1} onKeyDown={onKeyDown}>
      <BackBar onBack={onBack} />
      <h3 class="rapport-page-title">{say.peopleToSortOut}</h3>
      {answer?.length === 0 ? (
        <p class="rapport-empty">{say.allSortedOut}</p>
      ) : (
        <>
          <p class="rapport-page-hint">
            {SORT_KEYS.map(([key, does]) => (
              <span key={key}>
                <kbd>{key}</kbd> {does}
              </span>
            ))}
          </p>
          <ul class="rapport-sort" ref={list} tabIndex={0} aria-label={say.peopleToSortOut}>
            {entries.slice(0, shown).map((each, i) => (
              <Entry key={each.person.id} entry={each} active={i === at} onFocus={() => setActive(i)} />
            ))}
            <More left={entries.length - shown} onMore={showMore} />
          </ul>
        </>
      )}
      <NoPeople />
    </div>
  );
}

function Entry({ entry, active, onFocus }: { entry: NameToSort; active: boolean; onFocus: () => void }) {
  const { names } = useScreen();
  const { person, candidates } = entry;
  return (
    <li
      class={classes('rapport-sort-entry', active && 'is-active')}
      {...(active && { 'aria-current': true })}
      onClick={onFocus}
    >
      <div class="rapport-sort-name">
        <Avatar person={person} />
        <div class="rapport-row-text">
          <PersonLink person={person} />
          <div class="rapport-row-facts">{whereNamed(person)}</div>
        </div>
      </div>
      {candidates.map(candidate => (
        <CandidateRow key={candidate.person.id} name={person} candidate={candidate} />
      ))}
      <div class="rapport-sort-more">
        <LinkButton onClick={() => names.mergeWithOther(person)}>{say.somebodyElseAsk}</LinkButton>
        <LinkButton onClick={() => names.dismiss(person)}>{say.isNotAPerson}</LinkButton>
      </div>
    </li>
  );
}

function CandidateRow({ name, candidate }: { name: Person; candidate: Candidate }) {
  const { graph, names } = useScreen();
  const { person, likeness, evidence } = candidate;
  const contacts = evidence.contacts
    .slice(0, CONTACTS_NAMED)
    .map(id => graph.person(id)?.name ?? id)
    .join(', ');
  const notes = evidence.notes.length;
  const reasons = [
    whereNamed(person),
    say.likenesses[likeness],
    notes > 0 && say.notesNameBoth(notes),
    contacts && say.bothHaveMet(contacts),
  ].filter(Boolean);
  return (
    <div class="rapport-candidate">
      <div>
        <span class="rapport-muted">{say.perhaps}</span> <PersonLink person={person} />
      </div>
      <Decision
        accept={[say.mergeInto(name.name, person.name), () => names.merge(name, person)]}
        reject={[say.areDifferent(name.name, person.name), () => names.tellApart(name, person)]}
      />
      <ul class="rapport-evidence">
        {reasons.map(reason => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}

/** `has a profile, 3 meetings, 2 tasks, 3 Mar to 29 Oct`. */
function whereNamed({ meetings, owns, profile }: Person): string {
  const dates = meetings.flatMap(({ date }) => date ?? []);
  const [newest, oldest] = [dates[0], dates.at(-1)];
  const span =
    newest === undefined || oldest === undefined
      ? ''
      : newest === oldest
        ? shortDate(newest)
        : say.fromTo(shortDate(oldest), shortDate(newest));
  return [
    profile && say.hasProfile,
    meetings.length > 0 && say.meetings(meetings.length),
    owns.length > 0 && say.tasks(owns.length),
    span,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Labels that are no people: shown apart, never dropped. */
function NoPeople() {
  const { names } = useScreen();
  const labels = useGraph(
    graph => {
      const dismissed = new Set(graph.decisions.notPeople);
      return graph
        .namelessLabels()
        .map(each => ({ ...each, byUser: dismissed.has(each.key) }))
        .sort((a, b) => b.notes.length - a.notes.length || (a.key < b.key ? -1 : 1));
    },
    change => change.notes.size + change.people.size > 0,
    [],
  );
  return (
    <Section title={say.notPeople} count={labels.length}>
      <ul class="rapport-no-people">
        {labels.map(({ key, label, kind, notes, byUser }) => (
          <li key={key}>
            <span>{label}</span>
            <span class="rapport-muted">
              {kind === 'group' ? say.aGroup : ''}
              {say.notes(notes.length)}
            </span>
            {byUser && <LinkButton onClick={() => names.restore(label)}>{say.isAPerson}</LinkButton>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
