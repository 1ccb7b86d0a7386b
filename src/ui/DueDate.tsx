import { dateInWords, isPast, longDate } from './dateWords';

export function DueDate({ date }: { date: string }) {
  return (
    <span class={isPast(date) ? 'rapport-due is-late' : 'rapport-due'} title={longDate(date)}>
      due {dateInWords(date)}
    </span>
  );
}
