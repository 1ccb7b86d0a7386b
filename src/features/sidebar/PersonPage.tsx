import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { PeopleGraph, PersonId } from '../../core/graph/PeopleGraph';
import { readLedger, recentlyDone, type Ledger } from '../../core/query/ledger';
import {
  foldEach,
  isQuiet,
  metTogether,
  rhythmOf,
  topicsWith,
  weeksOfYear,
  type Counted,
  type Rhythm,
} from '../../core/query/meetings';
import type { ProfileRecord } from '../../core/records';
import { isoToday } from '../../ui/isoToday';
import { useScreen } from '../../ui/actions';
import { classes } from '../../ui/classes';
import { Meetings } from '../../ui/Meetings';
import { Section } from '../../ui/Section';
import { PersonHead } from '../../ui/PersonHead';
import { PersonLink } from '../../ui/PersonLink';
import { TaskSection } from '../../ui/TaskSection';
import { useGraphJob } from '../../ui/useGraphJob';
import { useKeptFocus } from '../../ui/useKeptFocus';
import { Button, IconButton, LinkButton } from '../../ui/Button';
import { moveBetweenRows } from '../../ui/moveBetweenRows';
import { BackBar } from './BackBar';
import type { PeopleScreenState } from './state';
import { YearStrip } from './YearStrip';
import { say } from '../../core/words';

const MOST_DONE = 5;
const MOST_TOGETHER = 8;
const MOST_TOPICS = 8;

/** What is on the page of somebody, in steps; null where the vault knows nobody of this id. */
function* readPage(graph: PeopleGraph, id: PersonId) {
  const person = graph.person(id);
  if (!person) return null;
  yield;
  const meetings = yield* foldEach(person.meetings);
  const ledger = yield* readLedger(graph, person);
  const done = recentlyDone(graph, person).slice(0, MOST_DONE);
  yield;
  const together = yield* metTogether(graph, person, meetings, MOST_TOGETHER);
  const topics = yield* topicsWith(graph, meetings);
  return { person, meetings, ledger, done, together, topics: topics.slice(0, MOST_TOPICS) };
}

/** A person: who they are, what is open between you, when you met and with whom. */
export function PersonPage({
  id,
  state,
  indexing,
  onBack,
}: {
  id: PersonId;
  state: PeopleScreenState;
  indexing: boolean;
  onBack: () => void;
}) {
  const { actions, graph, pages } = useScreen();
  const today = isoToday();
  const page = useGraphJob(
    graph => readPage(graph, id),
    [id],
    change => change.people.has(id),
  );
  useLayoutEffect(() => {
    // Renamed or merged, they are known by another id.
    const now = page === null && !indexing && graph.find(id);
    if (now) state.update({ person: now.id });
  });
  const weeks = useMemo(() => weeksOfYear(page?.meetings ?? [], today), [page, today]);
  const frame = {
    class: 'rapport-person-page',
    ref: useKeptFocus(),
    tabIndex: -1,
    onKeyDown: (event: KeyboardEvent) => onKey(event, onBack),
  };
  if (!page)
    return (
      <div {...frame}>
        <BackBar onBack={onBack} />
        {page === null && (
          <p class="rapport-empty">{indexing ? `${say.readingNotes}…` : say.noLongerNamed}</p>
        )}
      </div>
    );

  const { person, meetings, ledger, done, together, topics } = page;
  const { profile } = person;
  const { pinned } = state.value;
  return (
    <div {...frame}>
      <BackBar onBack={onBack}>
        <IconButton
          icon="pin"
          label={pinned ? say.followNote : say.keepPage}
          class={pinned ? 'is-active' : ''}
          aria-pressed={pinned}
          onClick={() => state.update({ pinned: !pinned })}
        />
      </BackBar>
      <PersonHead person={person}>
        <RhythmLine rhythm={rhythmOf(person.meetings, today)} />
      </PersonHead>
      {weeks.length > 0 && <YearStrip weeks={weeks} />}
      <div class="rapport-page-actions">
        <Button onClick={() => pages.brief(person)}>{say.brief}</Button>
        {profile && <Button onClick={event => actions.openNote(profile.path, event)}>{say.openNote}</Button>}
        {together.length > 0 && <Button onClick={() => pages.map(id)}>{say.map}</Button>}
      </div>
      <Facts profile={profile} emails={person.emails} aliases={person.aliases} />
      <Tasks id={id} ledger={ledger} indexing={indexing} />
      <TaskSection title={say.recentlyDone} tasks={done} />
      <Meetings meetings={meetings} open={state.value.open} onOpen={open => state.update({ open })} />
      <Tags title={say.topics} tags={topics} keyOf={topic => topic}>
        {topic => <LinkButton onClick={event => actions.openLink(topic, event)}>{topic}</LinkButton>}
      </Tags>
      <Tags title={say.oftenTogether} tags={together} keyOf={other => other.id}>
        {other => <PersonLink person={other} />}
      </Tags>
    </div>
  );
}

function RhythmLine({ rhythm }: { rhythm: Rhythm | null }) {
  if (!rhythm) return null;
  return (
    <div class={classes('rapport-rhythm', isQuiet(rhythm) && 'is-quiet')}>
      {say.usuallyEvery(rhythm.usual, rhythm.now)}
    </div>
  );
}

function Tasks({ id, ledger, indexing }: { id: PersonId; ledger: Ledger; indexing: boolean }) {
  const { actions, pages } = useScreen();
  const { proposed, iOwe, theyOwe, unassigned } = ledger;
  const isEmpty = proposed.length + iOwe.length + theyOwe.length + unassigned.length === 0;
  return (
    <>
      <TaskSection title={say.proposed} tasks={proposed}>
        <span class="rapport-heading-actions">
          <LinkButton onClick={() => pages.triage({ person: id })}>{say.triage}</LinkButton>
          <LinkButton onClick={() => actions.act('promote', proposed)}>{say.promoteAll}</LinkButton>
        </span>
      </TaskSection>
      <TaskSection title={say.iOwe} tasks={iOwe} />
      <TaskSection title={say.theyOwe} tasks={theyOwe} />
      <TaskSection title={say.unassigned} tasks={unassigned} />
      {isEmpty && !indexing && <p class="rapport-empty">{say.nothingOpen}</p>}
    </>
  );
}

function Facts({
  profile,
  emails,
  aliases,
}: {
  profile: ProfileRecord | null;
  emails: readonly string[];
  aliases: readonly string[];
}) {
  const { phone, linkedin } = profile ?? {};
  const facts: [string, { text: string; href?: string }[]][] = [
    [
      say.email,
      emails.map(text => ({ text, href: `mailto:${encodeURIComponent(text).replace('%40', '@')}` })),
    ],
    [say.phone, phone === undefined ? [] : [{ text: phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` }]],
    ['LinkedIn', linkedin === undefined ? [] : [linkedInOf(linkedin)]],
    [say.also, aliases.length === 0 ? [] : [{ text: aliases.join(', ') }]],
  ];
  const known = facts.filter(([, values]) => values.length > 0);
  if (known.length === 0) return null;
  return (
    <dl class="rapport-profile">
      {known.map(([name, values]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {values.map(({ text, href }) =>
              href === undefined ? (
                text
              ) : (
                <a key={text} href={href} rel="noopener">
                  {text}
                </a>
              ),
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** An address, or a name behind `linkedin.com/in/`; anything else stays text, since notes are untrusted. */
function linkedInOf(written: string): { text: string; href?: string } {
  const address = /^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\/([\w%./-]+)$/i.exec(written);
  const path = address?.[1] ?? (/^[\w-]+$/.test(written) ? `in/${written}` : undefined);
  return path === undefined
    ? { text: written }
    : { text: path.replace(/^in\/|\/$/g, ''), href: `https://www.linkedin.com/${path}` };
}

/** Things side by side, each with how often it was met with. */
function Tags<T>({
  title,
  tags,
  keyOf,
  children: draw,
}: {
  title: string;
  tags: readonly Counted<T>[];
  keyOf: (tag: T) => string;
  children: (tag: T) => ComponentChildren;
}) {
  if (tags.length === 0) return null;
  return (
    <Section title={title}>
      <ul class="rapport-tags">
        {tags.map(({ value, count }) => (
          <li key={keyOf(value)}>
            {draw(value)} <span class="rapport-count">{count}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Arrow keys go from row to row, tasks and meetings alike; Escape goes back. */
function onKey(event: KeyboardEvent, onBack: () => void): void {
  if (event.key !== 'Escape') return moveBetweenRows(event, 'button.rapport-task-text, .rapport-more button');
  event.preventDefault();
  onBack();
}
