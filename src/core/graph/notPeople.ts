/** What stands where a name should, and names nobody one meets. An entry that begins with `…` is the end of a name. */
export const NOT_PEOPLE: readonly string[] = [
  // What the pipelines write where they found no owner.
  'TBD',
  'TBA',
  'Unknown',
  'Unassigned',
  'Owner',
  'Nobody',
  'None',
  'N/A',
  'Everyone',
  'All',
  'Team',
  // Teams own tasks too, but are nobody one meets.
  'Product',
  'Legal',
  'Finance',
  'Engineering',
  'Marketing',
  'Sales',
  'Support',
  'Operations',
  'HR',
  'IT',
  '… team',
  '… engineering',
  '… group',
  '… department',
];

const ENDING = '…';

/** Tells of a name key whether it is on `list`; its case and a remark do not count. */
export function notPeople(list: readonly string[]): (key: string) => boolean {
  const entries = list.map(entry =>
    entry
      .trim()
      .toLowerCase()
      .replace(/^\.{3}/, ENDING),
  );
  const names = new Set(entries.filter(entry => !entry.startsWith(ENDING)));
  const endings = entries
    .filter(entry => entry.startsWith(ENDING))
    .map(entry => ` ${entry.slice(ENDING.length).trim()}`)
    .filter(ending => ending !== ' ');
  return key => {
    const name = (key.split(' (', 1)[0] ?? '').replace(/^\((.*)\)$/, '$1');
    return name === '' || names.has(name) || endings.some(ending => name.endsWith(ending));
  };
}
