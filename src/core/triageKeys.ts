/** What one can do in triage with a key: how help and settings call it, and the key it has at first. */
export const TRIAGE_KEYS = {
  accept: { does: 'Accept', key: '1' },
  duplicate: { does: 'Mark as duplicate of…', key: '2' },
  reject: { does: 'Reject', key: '3' },
  twins: { does: 'Reject those that say the same, as duplicates', key: 't' },
  later: { does: 'Later…', key: 'h' },
  reword: { does: 'Edit text…', key: 'e' },
  assign: { does: 'Assign to…', key: 'a' },
  due: { does: 'Set due date…', key: 'd' },
  priority: { does: 'Set priority…', key: 'p' },
  open: { does: 'Open the note at the task', key: 'o' },
  undo: { does: 'Undo', key: 'u' },
  next: { does: 'Next', key: 'j' },
  previous: { does: 'Previous', key: 'k' },
  select: { does: 'Select, or no longer', key: 'x' },
  cluster: { does: 'Select all that say the same', key: 'c' },
} as const satisfies Record<string, { does: string; key: string }>;

export type TriageCommand = keyof typeof TRIAGE_KEYS;

/** Command → its key: one character, a letter in lower case. */
export type TriageKeys = Readonly<Record<TriageCommand, string>>;

export const TRIAGE_COMMANDS = Object.keys(TRIAGE_KEYS) as TriageCommand[];

export const DEFAULT_TRIAGE_KEYS = Object.fromEntries(
  TRIAGE_COMMANDS.map(command => [command, TRIAGE_KEYS[command].key]),
) as TriageKeys;

/** `?` shows the keys, `/` goes to the filter. */
const TAKEN = ['?', '/'];

/** Why a key cannot be given to a command beside the others; undefined where it can. */
export function triageKeyProblem(keys: TriageKeys, command: TriageCommand, key: unknown): string | undefined {
  if (typeof key !== 'string' || [...key].length !== 1 || /\s/.test(key)) return 'A key is one character.';
  if (key !== key.toLowerCase()) return 'Keys are pressed without Shift: use the small letter.';
  if (TAKEN.includes(key)) return `“${key}” already means something else in triage.`;
  const other = TRIAGE_COMMANDS.find(each => each !== command && keys[each] === key);
  return other && `“${key}” is taken: ${TRIAGE_KEYS[other].does}.`;
}

export function triageKeysProblem(keys: TriageKeys): string | undefined {
  return TRIAGE_COMMANDS.map(command => triageKeyProblem(keys, command, keys[command])).find(Boolean);
}
