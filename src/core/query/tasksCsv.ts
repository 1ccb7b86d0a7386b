import type { VaultExport } from './exportVault';

const COLUMNS = [
  'id',
  'state',
  'text',
  'owners',
  'due',
  'scheduled',
  'start',
  'created',
  'done',
  'cancelled',
  'priority',
  'tags',
  'date',
  'person',
  'meeting',
  'path',
  'line',
] as const;

/** A row a task, with its meeting and its owners by name. RFC 4180: CRLF, quotes doubled. */
export function tasksCsv(vault: VaultExport): string {
  const names = new Map(vault.people.map(person => [person.id, person.name]));
  const meetings = new Map(vault.meetings.map(meeting => [meeting.path, meeting]));
  const name = (id: string | null | undefined) => (id ? (names.get(id) ?? id) : '');
  const rows = vault.tasks.map(task => {
    const meeting = meetings.get(task.path);
    const row = {
      ...task,
      owners: [...task.owners.map(name), ...task.unresolvedOwners].join('; '),
      tags: task.tags.join(' '),
      date: meeting?.date,
      person: name(meeting?.person),
      meeting: meeting?.title,
    };
    return COLUMNS.map(column => cell(row[column]));
  });
  return [COLUMNS, ...rows].map(row => `${row.join(',')}\r\n`).join('');
}

/** Notes are untrusted: text that a spreadsheet would run as a formula gets an apostrophe in front, which it hides. */
function cell(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
