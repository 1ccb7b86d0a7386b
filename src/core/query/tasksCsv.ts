import type { VaultExport } from './exportVault';

/** A row a task, with its meeting and its owners by name. RFC 4180: CRLF, quotes doubled. */
export function tasksCsv(vault: VaultExport): string {
  const names = new Map(vault.people.map(person => [person.id, person.name]));
  const meetings = new Map(vault.meetings.map(meeting => [meeting.path, meeting]));
  const name = (id: string | null | undefined) => (id ? (names.get(id) ?? id) : '');
  const columns: Record<string, (task: VaultExport['tasks'][number]) => string | number | undefined> = {
    id: task => task.id,
    state: task => task.state,
    text: task => task.text,
    owners: task => [...task.owners.map(name), ...task.unresolvedOwners].join('; '),
    due: task => task.due,
    scheduled: task => task.scheduled,
    start: task => task.start,
    created: task => task.created,
    done: task => task.done,
    cancelled: task => task.cancelled,
    priority: task => task.priority,
    tags: task => task.tags.join(' '),
    date: task => meetings.get(task.path)?.date ?? undefined,
    person: task => name(meetings.get(task.path)?.person),
    meeting: task => meetings.get(task.path)?.title,
    path: task => task.path,
    line: task => task.line,
  };
  const rows = vault.tasks.map(task => Object.values(columns).map(column => cell(column(task))));
  return [Object.keys(columns), ...rows].map(row => `${row.join(',')}\r\n`).join('');
}

/** Notes are untrusted: text that a spreadsheet would run as a formula gets an apostrophe in front, which it hides. */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
