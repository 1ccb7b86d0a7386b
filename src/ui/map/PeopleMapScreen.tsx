import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Person, PersonId } from '../../core/graph/PeopleGraph';
import { peopleMap, type MapRequest, type PeopleMap } from '../../core/query/peopleMap';
import { searchable } from '../../core/graph/spellings';
import { useScreen } from '../actions';
import { useRedraw } from '../useRedraw';
import { useGraphJob } from '../useGraphJob';
import { isTextOrNone, useViewState, ViewState } from '../ViewState';
import { BackButton, IconButton } from '../Button';
import { classes } from '../classes';
import { SearchField } from '../SearchField';
import { layOut, type Drawing, type Line, type Placed } from './layout';
import { Lens, ZOOMS } from './Lens';
import { MOVING, shortName } from './names';
import { say } from '../../core/words';

/** More would be a hairball. */
const MOST_OF_ALL = 300;
const MOST_AROUND = 40;
/** More names than these are not set while they move. */
const MANY_NAMES = 60;
/** How long one slice of the layout may keep the main thread, in ms. */
const SLICE = 8;

const NOTHING: { map: PeopleMap; request: Partial<MapRequest> } = {
  map: { nodes: [], edges: [] },
  request: {},
};

interface MapValues {
  /** Who is in the middle; null for everybody. */
  centre: PersonId | null;
  query: string;
}

export const newMapState = (centre: PersonId | null = null): ViewState<MapValues> =>
  new ViewState<MapValues>({ centre, query: '' }, { centre: isTextOrNone });

/** Who meets whom. A click, or Enter, puts somebody in the middle; a second one opens their page. */
export function PeopleMapScreen({ state }: { state: ViewState<MapValues> }) {
  const { actions, graph } = useScreen();
  const values = useViewState(state);
  const centre = values.centre ?? undefined;
  const answer = useGraphJob(
    function* (known) {
      const request = centre === undefined ? { most: MOST_OF_ALL } : { centre, most: MOST_AROUND };
      return { request, map: yield* peopleMap(known, request) };
    },
    [centre],
    change => change.people.size > 0,
  );
  // Somebody else may be put in the middle before they are found.
  const { map, request } = answer ?? NOTHING;
  const svg = useRef<SVGSVGElement>(null);
  const drawn = useRef<readonly Placed[]>([]);
  const drawing = useMemo(() => layOut(map, request.centre, drawn.current), [map]);
  drawn.current = drawing.placed;
  const redraw = useRedraw();
  const lens = useMemo(() => new Lens(svg, drawn), [request.centre]);
  useLayoutEffect(() => lens.show());
  useEffect(() => (svg.current ? settle(drawing, svg.current, lens, redraw) : undefined), [drawing]);

  const query = searchable(values.query);
  const isFound = ({ node }: Placed) => query !== '' && searchable(node.person.name).includes(query);
  const found = query === '' ? [] : drawing.placed.filter(isFound);
  const person = centre === undefined ? undefined : graph.person(centre);
  const choose = (id: PersonId) => {
    if (id === centre) actions.openPerson(id);
    else state.update({ centre: id });
  };
  return (
    <div class="rapport-map">
      <div class="rapport-map-bar">
        {centre !== undefined ? (
          <BackButton to={say.everybody} onClick={() => state.update({ centre: null })} />
        ) : (
          <span class="rapport-map-title">{say.everybody}</span>
        )}
        {person && <strong>{person.name}</strong>}
        <SearchField
          placeholder={say.findOnMap}
          label={say.mapSearch}
          value={values.query}
          onSearch={words => {
            lens.zoom(0);
            state.update({ query: words });
          }}
          onKeyDown={event => {
            const [first] = found;
            if (event.key === 'Enter' && first) choose(first.node.person.id);
            if (event.key === 'Escape') state.update({ query: '' });
          }}
        />
        <span class="rapport-muted" role="status">
          {query === '' ? say.countPeople(map.nodes.length) : say.countFound(found.length)}
        </span>
        {map.nodes.length > 0 && (
          <div class="rapport-map-zooms">
            {ZOOMS.map(([, icon, by], i) => (
              <IconButton key={icon} icon={icon} label={say.zooms[i] ?? ''} onClick={() => lens.zoom(by)} />
            ))}
          </div>
        )}
      </div>
      {map.nodes.length === 0 ? (
        answer && <p class="rapport-empty">{say.nobodyToDraw}</p>
      ) : (
        <div class="rapport-map-pane" data-ignore-swipe="true" {...lens.listeners}>
          <svg
            ref={svg}
            class={classes('rapport-map-picture', query !== '' && 'is-searching')}
            role="group"
            aria-label={person ? say.metTogetherWith(person.name) : say.whoMeetsWhom}
          >
            <g class="rapport-map-lines" aria-hidden="true">
              {drawing.lines.map(line => (
                <MapLine key={`${line.source.node.person.id} ${line.target.node.person.id}`} line={line} />
              ))}
            </g>
            {drawing.placed.map(each => (
              <MapPerson
                key={each.node.person.id}
                placed={each}
                isCentre={each.node.person.id === request.centre}
                isFound={isFound(each)}
                onChoose={() => choose(each.node.person.id)}
              />
            ))}
            <g class="rapport-map-names" aria-hidden="true">
              {drawing.placed.map(({ node: { person } }) => (
                <Name key={person.id} person={person} onClick={() => choose(person.id)} />
              ))}
            </g>
          </svg>
        </div>
      )}
    </div>
  );
}

const endsOf = ({ source, target }: Line) => ({ x1: source.x, y1: source.y, x2: target.x, y2: target.y });
const transformOf = ({ x, y }: Placed): string => `translate(${x} ${y})`;

const MapLine = ({ line }: { line: Line }) => (
  <line {...endsOf(line)} stroke-width={Math.min(6, Math.sqrt(line.meetings))} />
);

const Name = ({ person, ...props }: JSX.IntrinsicElements['text'] & { person: Person }) => (
  <text {...props} dy="1.1em" text-anchor="middle" data-person={person.id}>
    {shortName(person.name)}
  </text>
);

function MapPerson({
  placed,
  isCentre,
  isFound,
  onChoose,
}: {
  placed: Placed;
  isCentre: boolean;
  isFound: boolean;
  onChoose: () => void;
}) {
  const { node, radius } = placed;
  const { person, open } = node;
  const says = [person.name, say.meetings(person.meetings.length), open > 0 && say.openTasks(open)].filter(
    Boolean,
  );
  return (
    <g
      class={classes('rapport-map-person', isCentre && 'is-centre', isFound && 'is-found')}
      transform={transformOf(placed)}
      role="button"
      tabindex={0}
      aria-label={`${says.join(', ')}. ${isCentre ? say.openTheirPage : say.putInTheMiddle}`}
      data-person={person.id}
      onClick={onChoose}
      onKeyDown={event => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose();
      }}
    >
      {open > 0 && !isCentre && <circle class="rapport-map-ring" r={radius + 3} />}
      <circle r={radius} />
      <Name person={person} y={radius} />
    </g>
  );
}

/** Moves what is drawn to where it is now: drawing all anew would take most of a frame. */
function move(svg: SVGSVGElement, drawing: Drawing, lens: Lens): void {
  const [lines, ...people] = svg.children;
  // First: it measures, and what is measured after a change is laid out at once.
  lens.show();
  drawing.lines.forEach((line, i) => lines?.children[i]?.setAttrs(endsOf(line)));
  drawing.placed.forEach((placed, i) => people[i]?.setAttr('transform', transformOf(placed)));
}

/**
 * Lets the forces work, a slice a frame, until they are at rest; not while nobody sees it. Who asked their system for
 * less motion sees the result alone.
 */
function settle(drawing: Drawing, svg: SVGSVGElement, lens: Lens, redraw: () => void): () => void {
  const { forces } = drawing;
  const win = svg.ownerDocument.defaultView ?? window;
  const calm = win.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const { classList } = svg;
  // Where there are many names, setting them anew takes half of a frame, and nobody reads them as they fly by.
  classList.toggle(MOVING, drawing.placed.length > MANY_NAMES);
  let frame = 0;
  const step = () => {
    const { width, top, bottom } = svg.getBoundingClientRect();
    if (!win.document.hidden && width > 0 && bottom > 0 && top < win.innerHeight) {
      const end = win.performance.now() + SLICE;
      do forces.tick();
      while (!forces.areAtRest && win.performance.now() < end);
      if (forces.areAtRest) {
        classList.remove(MOVING);
        return redraw();
      }
      if (!calm) move(svg, drawing, lens);
    }
    frame = win.requestAnimationFrame(step);
  };
  frame = win.requestAnimationFrame(step);
  const observer = new win.ResizeObserver(() => lens.show());
  observer.observe(svg.parentElement ?? svg);
  return () => {
    observer.disconnect();
    win.cancelAnimationFrame(frame);
  };
}
