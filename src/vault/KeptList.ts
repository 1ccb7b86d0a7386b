import type { Plugin } from 'obsidian';
import type { PersonRow } from '../core/query/peopleList';
import type { ProfileRecord } from '../core/records';
import { nextTask } from '../core/nextTask';
import { databaseOf, readChunks, writeChunks } from './Chunks';
import { pack, unpack } from './packing';
import type { SettingsStore } from './SettingsStore';

/** Rows that are read and written at once. */
const TOGETHER = 500;

/**
 * The list of people as it was when it was last whole, kept in IndexedDB: the next start shows it at once, and makes it
 * true when the graph is filled. It holds nothing that is not in the notes: whatever goes wrong with it, it is made anew.
 */
export class KeptList {
  readonly #name: string;
  readonly #version: () => string;

  /**
   * @param name The database's: of this vault on this device.
   * @param version All that the list hangs on beside the notes: another program, other settings.
   */
  constructor(name: string, version: () => string) {
    this.#name = name;
    this.#version = version;
  }

  /** Nobody where nothing of use was kept. @param today ISO; whoever had gone quiet still is. */
  async load(today: string): Promise<PersonRow[]> {
    const rows: PersonRow[] = [];
    try {
      const { about, chunks } = await readChunks(this.#name);
      if (about !== this.#version()) return [];
      for (const packed of chunks.values())
        for (const line of (await unpack(packed)).split('\n')) {
          await nextTask();
          for (const kept of JSON.parse(line) as Kept[]) rows.push(toRow(kept, today));
        }
    } catch {
      return [];
    }
    return rows;
  }

  /** Full disk, blocked database: then the next start makes it. */
  async save(rows: readonly PersonRow[]): Promise<void> {
    const all = [...rows];
    const about = this.#version();
    const lines: string[] = [];
    for (let at = 0; at < all.length; at += TOGETHER) {
      await nextTask();
      lines.push(JSON.stringify(all.slice(at, at + TOGETHER).map(toKeep)));
    }
    try {
      const chunks = new Map([[0, await pack(lines.join('\n'))]]);
      await writeChunks(this.#name, { about, chunks }, true);
    } catch {
      // What was kept before stays.
    }
  }
}

/** What a list asks of somebody, not what they did; in arrays, which are read in half the time. */
function toKeep({ person, counts, sortName, text, quietOn }: PersonRow) {
  const { id, name, aliases, uncertain, profile, company, role, lastMet } = person;
  return [
    [id, name, aliases, uncertain, company, role, lastMet],
    profile && ([profile.path, profile.photo] as const),
    [counts.proposed, counts.iOwe, counts.theyOwe, counts.unassigned],
    [sortName, text, quietOn?.quiet],
  ] as const;
}

type Kept = ReturnType<typeof toKeep>;

/** What was undefined is null now. */
function toRow([who, note, sides, row]: Kept, day: string): PersonRow {
  const [id, name, aliases, uncertain, company, role, lastMet] = who;
  const [proposed, iOwe, theyOwe, unassigned] = sides;
  const [sortName, text, quiet] = row;
  const [path = '', photo] = note ?? [];
  const profile: ProfileRecord = { kind: 'profile', path, name, aliases, emails: [], links: [], tasks: [] };
  if (photo) profile.photo = photo;
  return {
    person: {
      id,
      name,
      aliases,
      self: false,
      uncertain,
      profile: note && profile,
      emails: [],
      company: company ?? undefined,
      role: role ?? undefined,
      meetings: [],
      owns: [],
      lastMet,
    },
    counts: { proposed, iOwe, theyOwe, unassigned },
    sortName,
    text,
    quietOn: { day, quiet: quiet === true },
  };
}

/** The one of the plugin's vault. */
export const keptListOf = ({ app, manifest }: Plugin, settings: SettingsStore): KeptList =>
  new KeptList(`${databaseOf(app)}-list`, () => JSON.stringify([manifest.version, settings.value]));
