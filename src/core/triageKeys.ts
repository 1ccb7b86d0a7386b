import { say } from './words';
import { namesOf } from './shapes';

/** What one can do in triage with a key: how help and settings call it, and the key it has at first. */
export const TRIAGE_KEYS = {
  accept: { does: say.accept, key: '1' },
  duplicate: { does: say.markAsDuplicate, key: '2' },
  reject: { does: say.reject, key: '3' },
  twins: { does: say.rejectTwins, key: 't' },
  later: { does: say.later, key: 'h' },
  reword: { does: say.editText, key: 'e' },
  assign: { does: say.assignTo, key: 'a' },
  due: { does: say.setDueDate, key: 'd' },
  priority: { does: say.setPriority, key: 'p' },
  open: { does: say.openNoteAtTask, key: 'o' },
  undo: { does: say.undo, key: 'u' },
  next: { does: say.next, key: 'j' },
  previous: { does: say.previous, key: 'k' },
  select: { does: say.select, key: 'x' },
  cluster: { does: say.selectCluster, key: 'c' },
} as const satisfies Record<string, { does: string; key: string }>;

export type TriageCommand = keyof typeof TRIAGE_KEYS;

/** Command → its key: one character, a letter in lower case. */
export type TriageKeys = Readonly<Record<TriageCommand, string>>;

export const TRIAGE_COMMANDS = namesOf(TRIAGE_KEYS);

export const DEFAULT_TRIAGE_KEYS = Object.fromEntries(
  TRIAGE_COMMANDS.map(command => [command, TRIAGE_KEYS[command].key]),
) as TriageKeys;

/** `?` shows the keys, `/` goes to the filter. */
const TAKEN = ['?', '/'];

/** Why a key cannot be given to a command beside the others; undefined where it can. */
export function triageKeyProblem(keys: TriageKeys, command: TriageCommand, key: unknown): string | undefined {
  if (typeof key !== 'string' || [...key].length !== 1 || /\s/.test(key)) return say.keyIsOneCharacter;
  if (key !== key.toLowerCase()) return say.keyWithoutShift;
  if (TAKEN.includes(key)) return say.keyMeansElse(key);
  const other = TRIAGE_COMMANDS.find(each => each !== command && keys[each] === key);
  return other && say.keyIsTaken(key, TRIAGE_KEYS[other].does);
}

export function triageKeysProblem(keys: TriageKeys): string | undefined {
  return TRIAGE_COMMANDS.map(command => triageKeyProblem(keys, command, keys[command])).find(Boolean);
}
