import type { OwnerFilter } from '../../core/query/triage';
import { useScreen } from '../actions';
import { Button, IconButton } from '../Button';
import { Chips } from '../Chips';
import { Icon } from '../Icon';
import { SearchField } from '../SearchField';
import { filtersInWords, triageMenu } from './triageMenu';
import type { TriageSession } from './TriageSession';

const OWNER_WORDS: Readonly<Record<OwnerFilter, string>> = {
  anybody: 'All',
  mine: 'Mine',
  others: 'Others’',
  nobody: 'Nobody’s',
};

/** How far one is, and which proposals to go through. */
export function TriageHead({ session }: { session: TriageSession }) {
  const screen = useScreen();
  const { decided, alongside, query, owner } = session.state.value;
  const left = session.moment.queue.length;
  const total = decided + alongside + left;
  return (
    <header class="rapport-triage-head">
      <div class="rapport-triage-title">
        <h3>Triage</h3>
        <span class="rapport-triage-count">
          {decided + alongside === 0 ? countLeft(left) : `${decided} of ${total} decided`}
          {session.isComparing && left > 0 && ' · comparing…'}
          {alongside > 0 && ` · ${alongside} came along as duplicates`}
        </span>
        <IconButton
          icon="more-horizontal"
          label="Sort, filter and decide many"
          onClick={event => triageMenu(screen).showAtMouseEvent(event)}
        />
      </div>
      <progress max={Math.max(1, total)} value={decided + alongside} aria-label="Decided" />
      <div class="rapport-triage-filters">
        <SearchField
          placeholder="Filter…"
          label="Filter proposals"
          value={query}
          onSearch={words => session.setFilter({ query: words })}
        />
        <Chips
          label="Whose"
          words={OWNER_WORDS}
          chosen={owner}
          onChoose={each => session.setFilter({ owner: each })}
        >
          {filtersInWords(screen).map(({ words, without }) => (
            <Button
              key={words}
              class="rapport-chip is-active"
              aria-label={`${words}: show others too`}
              onClick={() => session.setFilter(without)}
            >
              {words} <Icon name="x" />
            </Button>
          ))}
        </Chips>
      </div>
    </header>
  );
}

const countLeft = (left: number): string =>
  left === 1 ? '1 proposal' : `${left.toLocaleString('en')} proposals`;
