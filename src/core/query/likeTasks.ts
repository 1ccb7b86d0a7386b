import type { TaskNode } from '../graph/PeopleGraph';

/** Words shorter than this say little about what a task is about. */
const SHORTEST_WORD = 4;

/** `tasks` with those first that share most of their words with `text`, given equally many. */
export function likeTasks(text: string, tasks: readonly TaskNode[]): TaskNode[] {
  const wanted = wordsOf(text);
  const likeness = ({ record }: TaskNode) => {
    const words = wordsOf(record.text);
    let shared = 0;
    for (const word of words) if (wanted.has(word)) shared++;
    return words.size === 0 ? 0 : shared / Math.min(words.size, wanted.size || 1);
  };
  return tasks
    .map(task => ({ task, likeness: likeness(task) }))
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ task }) => task);
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter(word => word.length >= SHORTEST_WORD));
}
