/** Notes for tests, as the pipelines write them. */
export function meetingNote({
  person = 'Dana Ochoa',
  participants = [],
  date = '2026-01-08',
  title = 'Sizing review',
  summary = '',
  tasks = [],
}: {
  person?: string;
  participants?: string[];
  date?: string;
  title?: string;
  summary?: string;
  tasks?: string[];
} = {}): string {
  return [
    '---',
    'type: people',
    `title: ${title}`,
    `date: '${date}'`,
    `person: ${person}`,
    ...(participants.length > 0 ? ['participants:', ...participants.map(name => `- ${name}`)] : []),
    '---',
    '',
    `# ${title}`,
    ...(summary ? ['## Summary', summary] : []),
    '## Action Items',
    ...tasks,
    '',
  ].join('\n');
}

export function profileNote(properties: Record<string, string> = {}): string {
  return [
    '---',
    'type: people',
    ...Object.entries(properties).map(([key, value]) => `${key}: ${value}`),
    '---',
    '',
  ].join('\n');
}
