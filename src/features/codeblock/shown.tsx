import { Component } from 'obsidian';
import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Show } from '../../core/blockOptions';
import type { PeopleGraph, Person } from '../../core/graph/PeopleGraph';
import { ledgerOfAll, readLedger, type Ledger } from '../../core/query/ledger';
import { allMeetings, foldEach } from '../../core/query/meetings';
import { newMapState, PeopleMapScreen } from '../../ui/map/PeopleMapScreen';
import { Meetings } from '../../ui/Meetings';
import { PersonLink } from '../../ui/PersonLink';
import { TaskSection } from '../../ui/TaskSection';
import { say } from '../../core/words';
import { useGraphJob } from '../../ui/useGraphJob';
import { briefText } from '../briefText';
import { renderMarkdown } from '../renderMarkdown';
import type { Rapport } from '../rapport';

interface Shown {
  rapport: Rapport;
  /** Undefined for everybody. */
  person: Person | undefined;
  limit: number;
  sourcePath: string;
}

/** Every word behind `show:` is a row. */
export const SHOWN: Readonly<Record<Show, ComponentType<Shown>>> = {
  brief: Brief,
  proposed: tasks(say.proposed, 'proposed', say.nothingProposed),
  owed: tasks(say.theyOwe, 'theyOwe', say.owedNothing),
  owing: tasks(say.iOwe, 'iOwe', say.oweNothing),
  meetings: MeetingList,
  map: PeopleMap,
};

/** What is read for a person, or for everybody, and follows the notes; undefined while it is read for the first time. */
function useOf<T>(
  person: Person | undefined,
  of: (graph: PeopleGraph, person: Person) => Generator<void, T>,
  ofAll: (graph: PeopleGraph) => Generator<void, T>,
): T | undefined {
  return useGraphJob(
    graph => (person ? of(graph, graph.person(person.id) ?? person) : ofAll(graph)),
    [person?.id],
    ({ people }) => !person || people.has(person.id),
  );
}

function tasks(title: string, column: keyof Ledger, none: string): ComponentType<Shown> {
  return function Tasks({ person, limit }) {
    const listed = useOf(
      person,
      function* (graph, whose) {
        return (yield* readLedger(graph, whose))[column];
      },
      graph => ledgerOfAll(graph, column),
    );
    if (!listed) return null;
    return (
      <List person={person} none={listed.length === 0 && none}>
        {whose => (
          <TaskSection title={title} tasks={listed} most={limit}>
            {whose}
          </TaskSection>
        )}
      </List>
    );
  };
}

function MeetingList({ person, limit }: Shown) {
  const meetings = useOf(person, (_, { meetings: all }) => foldEach(all), allMeetings);
  const [open, setOpen] = useState<readonly string[]>([]);
  if (!meetings) return null;
  return (
    <List person={person} none={meetings.length === 0 && say.noMeetings}>
      {whose => (
        <Meetings meetings={meetings} most={limit} open={open} onOpen={setOpen}>
          {whose}
        </Meetings>
      )}
    </List>
  );
}

/** A list whose heading names the person; `none` stands in its place. */
function List({
  person,
  none,
  children: draw,
}: {
  person: Person | undefined;
  none: string | false;
  children: (whose: ComponentChildren) => ComponentChildren;
}) {
  const whose = person && <PersonLink person={person} />;
  return (
    <div class="rapport-view">
      {none === false ? (
        draw(whose && <span class="rapport-heading-actions">{whose}</span>)
      ) : (
        <p class="rapport-empty">
          {none} {whose}
        </p>
      )}
    </div>
  );
}

function PeopleMap({ person }: Shown) {
  const state = useMemo(() => newMapState(person?.id), []);
  return (
    <div class="rapport-view rapport-block-map">
      <PeopleMapScreen state={state} />
    </div>
  );
}

const WITHIN_A_BRIEF = ':is(.rapport-brief, .rapport-block) .rapport-block';

/** As the app draws Markdown; the graph has another `person` whenever something about them changed. */
function Brief({ rapport, person, sourcePath }: Shown) {
  const el = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!el.current || !person) return undefined;
    // What a brief quotes may embed a note with a block that draws the brief, and so on without end.
    if (el.current.closest(WITHIN_A_BRIEF)) {
      el.current.setText(say.briefOf(person.name));
      return undefined;
    }
    const drawn = new Component();
    // The app draws in its own time: what comes late goes with its page.
    const page = el.current.createDiv();
    drawn.load();
    renderMarkdown(rapport.app, briefText(rapport, person, sourcePath), page, sourcePath, drawn);
    return () => {
      drawn.unload();
      page.remove();
    };
  }, [person, sourcePath]);
  return <div ref={el} />;
}
