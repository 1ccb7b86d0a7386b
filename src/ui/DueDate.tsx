import { classes } from './classes';
import { dateInWords, isPast, longDate } from './dateWords';
import { say } from '../core/words';

/** A day as far as it is from today; the pointer tells which day it is. */
export const DayInWords = ({ says, date, class: kind }: { says: string; date: string; class?: string }) => (
  <span class={kind} title={longDate(date)}>
    {says} {dateInWords(date)}
  </span>
);

export const DueDate = ({ date }: { date: string }) => (
  <DayInWords says={say.due} date={date} class={classes('rapport-due', isPast(date) && 'is-late')} />
);
