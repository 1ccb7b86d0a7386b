import type { LaterField } from './edit/taskChange';
import { NOT_PEOPLE } from './graph/notPeople';
import { hoverEverywhere, hoverProblem, type HoverChoices } from './hoverChoices';
import { STRICTNESSES, type Strictness } from './graph/twins/strictness';
import { DEFAULT_CONVENTIONS, type NoteConventions } from './note/conventions';
import { parseTaskLine } from './note/taskLine';
import { isRecord, isTexts, namesOf } from './shapes';
import { DEFAULT_TRIAGE_KEYS, triageKeysProblem, type TriageKeys } from './triageKeys';
import { say } from './words';

/** What the user decides; kept in the plugin's data. */
export interface Settings {
  /** The vault owner's names as they stand in notes; the first is the one shown. */
  selfNames: string[];
  /** Values of the property `type` to index. */
  types: string[];
  /** Folders whose notes are left out, without a slash at the end. */
  excludedFolders: string[];
  proposedSymbol: string;
  rejectedSymbol: string;
  /** With its `#`. */
  proposedTag: string;
  /** With its `#`; '' for none. */
  acceptedTag: string;
  stampAccepted: boolean;
  stampRejected: boolean;
  /** Headings beside those everybody uses. */
  summaryHeadings: string[];
  decisionHeadings: string[];
  keyInformationHeadings: string[];
  /** What opens where the pointer rests on a person. */
  hover: HoverChoices;
  /** Accept and reject beside proposed tasks, in the notes themselves. */
  taskButtons: boolean;
  /** People behind an @ in a task. */
  suggestOwners: boolean;
  /** Labels that are no person’s; `… team` stands for whatever ends so. */
  notPeople: string[];
  /** Where new profiles go, without a slash at the end; '' for the vault's root. */
  profileFolder: string;
  /** Path of the note that new profiles begin as; '' for none. */
  profileTemplate: string;
  /** Path of the note that new briefs begin as; '' for none. */
  briefTemplate: string;
  triageKeys: TriageKeys;
  /** Where the day stands until which a proposal is put off. */
  laterField: LaterField;
  /** How much two tasks must have in common to be taken for one. */
  strictness: Strictness;
  /** A proposal that is overdue by more days has grown stale. */
  staleDays: number;
  /** The number of proposals, in the app's status bar. */
  statusBar: boolean;
  /** Whether the user was asked once who they are. */
  askedForSelf: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  selfNames: [],
  types: [...DEFAULT_CONVENTIONS.types],
  excludedFolders: [],
  proposedSymbol: DEFAULT_CONVENTIONS.proposedSymbols[0] ?? '?',
  rejectedSymbol: DEFAULT_CONVENTIONS.rejectedSymbols[0] ?? '-',
  proposedTag: DEFAULT_CONVENTIONS.proposedTag,
  acceptedTag: DEFAULT_CONVENTIONS.acceptedTag,
  stampAccepted: DEFAULT_CONVENTIONS.stampAccepted,
  stampRejected: DEFAULT_CONVENTIONS.stampRejected,
  summaryHeadings: [],
  decisionHeadings: [],
  keyInformationHeadings: [],
  hover: hoverEverywhere('card'),
  taskButtons: true,
  suggestOwners: true,
  notPeople: [...NOT_PEOPLE],
  profileFolder: 'People',
  profileTemplate: '',
  briefTemplate: '',
  triageKeys: DEFAULT_TRIAGE_KEYS,
  laterField: 'scheduled',
  strictness: 'normal',
  staleDays: 30,
  statusBar: false,
  askedForSelf: false,
};

/** Why a value may not be kept under a setting's name, for the user; any value may where there is no rule. */
export const SETTING_RULES = {
  types: (types: Settings['types']) => (types.length === 0 ? say.nameOneType : undefined),
  proposedSymbol: symbolRule,
  rejectedSymbol: symbolRule,
  proposedTag: tagRule,
  acceptedTag: tag => (tag === '' ? undefined : tagRule(tag)),
  profileFolder: folderRule,
  hover: hoverProblem,
  triageKeys: triageKeysProblem,
  laterField: field => isOneOf(LATER_FIELDS, field),
  strictness: strictness => isOneOf(STRICTNESSES, strictness),
  staleDays: days => (Number.isInteger(days) && days >= 0 ? undefined : say.wholeDays),
} satisfies SettingRules;

/** What marks a task → the mark that has to be another: of two that are the same, one would mean nothing. */
const OTHER_MARK = {
  proposedSymbol: ['rejectedSymbol', say.rejectedSymbol],
  rejectedSymbol: ['proposedSymbol', say.proposedSymbol],
  proposedTag: ['acceptedTag', say.acceptedTag],
  acceptedTag: ['proposedTag', say.proposedTag],
} as const;

export type Mark = keyof typeof OTHER_MARK;

/** Why a symbol or a tag may not be kept beside the other settings, for the user; undefined where it may. */
export function markProblem(settings: Settings, mark: Mark, value: string): string | undefined {
  const [other, name] = OTHER_MARK[mark];
  const isTaken = compared(value) === compared(settings[other]);
  return SETTING_RULES[mark](value) ?? (isTaken ? say.keyIsTaken(value, name) : undefined);
}

/** Tags are the same in either case; r and R are two symbols. */
const compared = (mark: string): string => (mark.startsWith('#') ? mark.toLowerCase() : mark);

type SettingRules = { [Key in keyof Settings]?: (value: Settings[Key]) => string | undefined };

/** The names of settings that are not as they were at first. */
export const changedSettings = (settings: Settings): (keyof Settings)[] =>
  namesOf(DEFAULT_SETTINGS).filter(
    key => JSON.stringify(settings[key]) !== JSON.stringify(DEFAULT_SETTINGS[key]),
  );

const LATER_FIELDS: readonly LaterField[] = ['scheduled', 'start'];

function isOneOf(choices: readonly string[], value: string): string | undefined {
  return choices.includes(value) ? undefined : say.oneOf(choices.join(', '));
}

/** What is not read as the whole of a tag would be no mark of anything. */
function tagRule(tag: string): string | undefined {
  const { text, tags } = parseTaskLine(`- [ ] ${tag}`, DEFAULT_CONVENTIONS)?.record ?? {};
  return text === '' && String(tags) === tag ? undefined : say.tagRule;
}

/** `..` would lead out of the vault, and the app knows no note in a folder whose name begins with a dot. */
function folderRule(path: string): string | undefined {
  if (/[\\:*?"<>|#^[\]]/.test(path)) return say.noFolderName;
  return /(^|\/)\./.test(path) ? say.noDotFolder : undefined;
}

function symbolRule(symbol: string): string | undefined {
  if ([...symbol].length !== 1) return say.oneCharacter;
  return /[\s[\]xX/]/.test(symbol) ? say.characterTaken : undefined;
}

/** Saved data → settings. Whatever is missing, of another shape or against its rule is the default. */
export function readSettings(data: unknown): Settings {
  const saved: Partial<Record<string, unknown>> = isRecord(data) ? { ...data } : {};
  // Once there was one switch for all places.
  if (saved.hoverCards === false) saved.hover ??= hoverEverywhere('off');
  const settings: Settings = { ...DEFAULT_SETTINGS };
  for (const key of namesOf(DEFAULT_SETTINGS)) take(settings, key, saved[key]);
  return settings;
}

function take<Key extends keyof Settings>(settings: Settings, key: Key, value: unknown): void {
  const standard = DEFAULT_SETTINGS[key];
  // Nearly all of them; rules take time in each start.
  if (value === standard) return;
  // A command that came later has its own key.
  if (isRecord(standard) && isRecord(value)) value = { ...standard, ...value };
  const fits = Array.isArray(standard) ? isTexts(value) : typeof value === typeof standard && value !== null;
  const rule = (SETTING_RULES as SettingRules)[key];
  if (fits && rule?.(value as Settings[Key]) === undefined) settings[key] = value as Settings[Key];
}

export function conventionsOf(settings: Settings): NoteConventions {
  const { types, proposedSymbol, rejectedSymbol, proposedTag, acceptedTag, stampAccepted, stampRejected } =
    settings;
  // A symbol the user gave a new meaning loses the one it had.
  const others = DEFAULT_CONVENTIONS.rejectedSymbols.filter(
    symbol => symbol !== proposedSymbol && symbol !== rejectedSymbol,
  );
  return {
    types,
    proposedTag,
    proposedSymbols: [proposedSymbol],
    rejectedSymbols: rejectedSymbol === proposedSymbol ? others : [rejectedSymbol, ...others],
    // A tag that makes an accepted task proposed again would be no mark of it.
    acceptedTag: acceptedTag.toLowerCase() === proposedTag.toLowerCase() ? '' : acceptedTag,
    stampAccepted,
    stampRejected,
    sectionHeadings: {
      summary: settings.summaryHeadings,
      decisions: settings.decisionHeadings,
      'key-information': settings.keyInformationHeadings,
    },
  };
}
