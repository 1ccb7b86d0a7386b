import { useScreen } from '../actions';
import { Button, IconButton } from '../Button';
import { Chips } from '../Chips';
import { Icon } from '../Icon';
import { SearchField } from '../SearchField';
import { filtersInWords, triageMenu } from './triageMenu';
import type { TriageSession } from './TriageSession';
import { say } from '../../core/words';

/** How far one is, and which proposals to go through. */
export function TriageHead({ session }: { session: TriageSession }) {
  const screen = useScreen();
  const { decided, alongside, query, owner } = session.state.value;
  const left = session.moment.queue.length;
  const total = decided + alongside + left;
  return (
    <div class="rapport-triage-head">
      <div class="rapport-triage-title">
        <h3>{say.triage}</h3>
        <span class="rapport-triage-count">
          {!session.isSearching &&
            (decided + alongside === 0 ? say.proposals(left) : say.decidedOf(decided, total))}
          {session.isComparing && left > 0 && say.comparing}
          {alongside > 0 && say.cameAlong(alongside)}
        </span>
        <IconButton
          icon="more-horizontal"
          label={say.sortFilterDecide}
          onClick={event => triageMenu(screen).showAtMouseEvent(event)}
        />
      </div>
      <progress max={Math.max(1, total)} value={decided + alongside} aria-label={say.decided} />
      <div class="rapport-triage-filters">
        <SearchField
          placeholder={say.filter}
          label={say.filterProposals}
          value={query}
          onSearch={words => session.setFilter({ query: words })}
        />
        <Chips
          label={say.whose}
          words={say.ownerFilters}
          chosen={owner}
          onChoose={each => session.setFilter({ owner: each })}
        >
          {filtersInWords(screen).map(({ words, without }) => (
            <Button
              key={words}
              class="rapport-chip is-active"
              aria-label={say.showOthersToo(words)}
              onClick={() => session.setFilter(without)}
            >
              {words} <Icon name="x" />
            </Button>
          ))}
        </Chips>
      </div>
    </div>
  );
}
