import { graphOf } from '../../notes';
import type { PeopleGraph, TaskNode } from '../../../../src/core/graph/PeopleGraph';

/*
 * Reads vaults of labelled tasks, whose format stands at the top of `labelledTasks.txt`.
 */

export interface LabelledTask {
  node: TaskNode;
  /** Tasks with the same label are the same; several make a bundle. */
  labels: readonly string[];
}

export interface LabelledVault {
  graph: PeopleGraph;
  tasks: LabelledTask[];
}

type Notes = Parameters<typeof graphOf>[0];

export function readLabelled(text: string): LabelledVault {
  const notes: Notes = {};
  const labelsByText = new Map<string, string[]>();
  text
    .split(/^## /m)
    .slice(1)
    .forEach((block, i) => {
      const [head = '', ...lines] = block.trim().split('\n');
      const [date, title, ...rest] = head.split('|').map(part => part.trim());
      const field = (name: string) => rest.find(part => part.startsWith(`${name}: `))?.slice(name.length + 2);
      const path = `Meetings/${String(i).padStart(3, '0')} ${date}.md`;
      const body = lines.filter(Boolean).map(line => {
        if (line.startsWith('#')) return `\n#${line}\n`;
        const [, label = '', sentence = ''] = /^([^:]+): (.*)$/.exec(line) ?? [];
        const key = `${path}\n${sentence.replace(/ [@📅].*$/u, '')}`;
        labelsByText.set(key, [...(labelsByText.get(key) ?? []), label]);
        return `- [?] ${sentence} #task #proposed`;
      });
      notes[path] = [
        {
          date,
          title,
          person: field('person'),
          participants: field('with')?.split(', ') ?? [],
          source_ref: field('source'),
        },
        body.join('\n'),
      ];
    });
  const graph = graphOf(notes, ['Sam Reed']);
  const tasks = graph.tasks().map(node => {
    const label = labelsByText.get(`${node.note.path}\n${node.record.text}`)?.shift();
    if (label === undefined) throw new Error(`No label for ${node.record.text}`);
    return { node, labels: label.split('+') };
  });
  return { graph, tasks };
}
