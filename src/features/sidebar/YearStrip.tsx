import { WEEKS, type Week } from '../../core/query/meetings';
import { useScreen } from '../../ui/actions';
import { longDate } from '../../ui/dateWords';
import { say } from '../../core/words';

/** In the drawing's units: a week is 4 wide, bars stand 4 to 20 high. */
const STEP = 4;
const HEIGHT = 20;
const FULL = 3;

/** The meetings of the last year, a bar a week; the newest on the right. */
export function YearStrip({ weeks }: { weeks: readonly Week[] }) {
  const { actions } = useScreen();
  const count = weeks.reduce((sum, { meetings }) => sum + meetings.length, 0);
  return (
    <svg
      class="rapport-strip"
      viewBox={`0 0 ${WEEKS * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={say.inTheLastYear(say.meetings(count))}
    >
      <line class="rapport-strip-line" x1={0} x2={WEEKS * STEP} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} />
      {weeks.map(({ ago, meetings }) => {
        const height = (HEIGHT * (1 + Math.min(meetings.length, FULL))) / (1 + FULL);
        const [first] = meetings;
        return (
          <rect
            key={ago}
            x={(WEEKS - 1 - ago) * STEP + 0.5}
            y={HEIGHT - height}
            width={STEP - 1}
            height={height}
            onClick={event => first && actions.openNote(first.note.path, event)}
          >
            <title>
              {meetings
                .map(({ note }) => `${note.date === null ? '' : longDate(note.date)}: ${note.title}`)
                .join('\n')}
            </title>
          </rect>
        );
      })}
    </svg>
  );
}
