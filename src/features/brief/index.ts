import type { Person } from '../../core/graph/PeopleGraph';
import { openDialog } from '../passing';
import type { Rapport } from '../rapport';
import { BriefDialog } from './BriefDialog';

/** What the brief does for others. */
export interface Briefs {
  show(person: Person): void;
}

/** The brief: shown, copied, inserted, kept as a note. */
export const registerBrief = (rapport: Rapport): Briefs => ({
  show: person => openDialog(new BriefDialog(rapport, person)),
});
