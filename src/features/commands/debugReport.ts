import { apiVersion, Platform } from 'obsidian';
import { tally } from '../../core/groupBy';
import { changedSettings } from '../../core/settings';
import { copyText } from '../copyText';
import type { Rapport } from '../rapport';
import { say } from '../../core/words';
import { namesOf } from '../../core/shapes';

/** Copies what helps to find a fault. */
export const copyDebugReport = (rapport: Rapport): Promise<void> =>
  copyText(debugReport(rapport), say.debugReportCopied);

/** To be pasted where everybody reads it: versions, counts, names of settings; nothing out of a note, no path. */
function debugReport({ app, plugin, graph, indexer, settings }: Rapport): string {
  const kinds = graph.paths().map(path => graph.note(path)?.kind ?? '');
  const platform = namesOf(Platform).filter(is => Platform[is] === true);
  return `- Rapport ${plugin.manifest.version}, Obsidian ${apiVersion}
- ${platform.join(', ')}
- files ${app.vault.getMarkdownFiles().length}, ${tallied(kinds)}, read in ${Math.round(indexer.rebuiltIn)} ms
- people ${graph.people().length}, tasks: ${tallied(graph.tasks().map(({ record }) => record.state))}
- problems: ${tallied(graph.problems().map(kindOf))}
- settings changed: ${changedSettings(settings.value).join(', ')}
`;
}

/** Behind the colon stands what is in the note. */
const kindOf = ({ message }: { message: string }): string => message.replace(/:.*/s, '');

/** `meeting 40, profile 12` */
const tallied = (kinds: readonly string[]): string =>
  [...tally(kinds)]
    .map(([kind, count]) => `${kind} ${count}`)
    .sort()
    .join(', ');
