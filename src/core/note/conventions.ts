import type { SectionRecord, TaskState } from '../records';

/** What a vault's owner may choose about how notes are written; the defaults are the field's. */
export interface NoteConventions {
  /** Values of the property `type` that make a note one of ours, compared without case. */
  types: readonly string[];
  /** Characters in the box that mean proposed; the first is the one we would write. */
  proposedSymbols: readonly string[];
  /** Characters in the box that mean rejected; the first is the one we write. */
  rejectedSymbols: readonly string[];
  /** With its `#`; compared without case. */
  proposedTag: string;
  /** Added to a task that is accepted, with its `#`; '' for none. */
  acceptedTag: string;
  /** Whether accepting adds ➕ today. */
  stampAccepted: boolean;
  /** Whether rejecting adds ❌ today. */
  stampRejected: boolean;
  /** Headings of sections that screens quote, beside those everybody uses. */
  sectionHeadings?: Partial<Record<SectionRecord['kind'], readonly string[]>>;
}

export const DEFAULT_CONVENTIONS: NoteConventions = {
  types: ['people'],
  proposedSymbols: ['?'],
  rejectedSymbols: ['-', 'R'],
  proposedTag: '#proposed',
  acceptedTag: '',
  stampAccepted: false,
  stampRejected: true,
};

export const DONE_SYMBOL = 'x';
export const IN_PROGRESS_SYMBOL = '/';

/** A box decides the state; an open one (a space, or a symbol nobody knows) leaves it to the tag. */
const FIXED_STATES: Readonly<Record<string, TaskState>> = {
  [DONE_SYMBOL]: 'done',
  X: 'done',
  [IN_PROGRESS_SYMBOL]: 'in-progress',
};

export function taskState(symbol: string, hasProposedTag: boolean, conventions: NoteConventions): TaskState {
  if (conventions.proposedSymbols.includes(symbol)) return 'proposed';
  if (conventions.rejectedSymbols.includes(symbol)) return 'rejected';
  const fixed = Object.hasOwn(FIXED_STATES, symbol) ? FIXED_STATES[symbol] : undefined;
  if (fixed) return fixed;
  return hasProposedTag ? 'proposed' : 'accepted';
}

export function isProposedTag(tag: string, conventions: NoteConventions): boolean {
  const { proposedTag } = conventions;
  return (
    tag === proposedTag ||
    (tag.length === proposedTag.length && tag.toLowerCase() === proposedTag.toLowerCase())
  );
}
