import { toIsoDate } from '../core/dates';

/** Today, as an ISO date. */
export const isoToday = (): string => toIsoDate(new Date());
