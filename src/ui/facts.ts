import type { Person } from '../core/graph/PeopleGraph';

/** What is known of something, in a line. */
export const facts = (...known: (string | false | undefined)[]): string => known.filter(Boolean).join(' · ');

/** `Head of Design · Example Ltd`, as far as it is known. */
export const workOf = ({ role, company }: Person): string => facts(role, company);
