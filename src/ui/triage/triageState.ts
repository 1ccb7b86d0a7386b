import type { TaskId } from '../../core/graph/PeopleGraph';
import {
  AGE_FILTERS,
  AUTO_FILTERS,
  NO_FILTER,
  OWNER_FILTERS,
  TRIAGE_SORTS,
  type TriageFilter,
  type TriageSort,
} from '../../core/query/triage';
import { isTexts } from '../../core/shapes';
import { isOneOf, isTextOrNone, ViewState } from '../ViewState';

/** What is remembered until the session is over, over restarts too. */
export interface TriageValues extends TriageFilter {
  sort: TriageSort;
  /** The task one is at. */
  focus: TaskId | null;
  /** How many were decided one by one. */
  decided: number;
  /** How many were rejected since they said the same as one that was decided. */
  alongside: number;
}

export const START: TriageValues = { ...NO_FILTER, sort: 'met-last', focus: null, decided: 0, alongside: 0 };

const isCount = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0;

export const newTriageState = () =>
  new ViewState<TriageValues>(START, {
    owner: isOneOf(OWNER_FILTERS),
    age: isOneOf(AGE_FILTERS),
    auto: isOneOf(AUTO_FILTERS),
    person: isTextOrNone,
    notes: value => value === null || isTexts(value),
    sort: isOneOf(TRIAGE_SORTS),
    focus: isTextOrNone,
    decided: isCount,
    alongside: isCount,
  });
