import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { STRICTNESSES, type Strictness } from '../../../../src/core/graph/twins/strictness';
import { Twins } from '../../../../src/core/graph/twins/Twins';
import { kindsOf } from './kindsOfPairs';
import { readLabelled, type LabelledTask } from './labelledTasks';

/** What is promised for each set: a share of pairs for precision and recall, a number for bundles and their parts. */
interface Promised {
  precision: number;
  recall: number;
  bundlesJoined: number;
  partsMissed: number;
}

const UNSEEN = 'labelledTasksUnseen.txt';

/**
 * The first is what task lists mostly are; the second keeps little more than the sense of a sentence, so that half of it
 * cannot be found without knowing what words mean. The third is made like what a pipeline writes that runs again and again
 * over the same meetings.
 */
const SETS: Readonly<Record<string, Promised>> = {
  'labelledTasks.txt': { precision: 0.97, recall: 0.85, bundlesJoined: 0, partsMissed: 0 },
  // Three parts are those of `refresh it and send it to Ada`, which is one task in the third.
  'labelledTasksHard.txt': { precision: 0.97, recall: 0.66, bundlesJoined: 2, partsMissed: 15 },
  'labelledTasksPipeline.txt': { precision: 0.97, recall: 0.8, bundlesJoined: 0, partsMissed: 0 },
  // Nobody looked at it while rules were made, and nobody should: it tells what to expect of notes not seen yet.
  [UNSEEN]: { precision: 0.88, recall: 0.72, bundlesJoined: 4, partsMissed: 9 },
};

/** `LABELLED=file npx jest …` measures another set, `SHOW=1` lists what is wrong in it. */
const other = process.env.LABELLED;
const sets: Readonly<Record<string, Promised>> = other
  ? { [other]: { precision: 0.97, recall: 0.85, bundlesJoined: 0, partsMissed: 0 } }
  : SETS;

type Pair = readonly [LabelledTask, LabelledTask];
const isBundle = ({ labels }: LabelledTask) => labels.length > 1;
const isSame = ([a, b]: Pair) => a.labels.join('+') === b.labels.join('+');
const show = (pair: Pair) =>
  pair.map(({ node, labels }) => `${labels.join('+')}: ${node.record.text}`).join('\n     ');
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

const wordsOf = ({ node }: LabelledTask) =>
  new Set(node.record.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** How many of the words of both are in both. */
function overlap([a, b]: Pair): number {
  const [one, two] = [wordsOf(a), wordsOf(b)];
  const shared = [...one].filter(word => two.has(word)).length;
  return shared / Math.max(1, one.size + two.size - shared);
}

function measured(file: string) {
  const { graph, tasks } = readLabelled(readFileSync(resolve(__dirname, file), 'utf8'));
  const pairs: Pair[] = tasks.flatMap((a, i) => tasks.slice(i + 1).map(b => [a, b] as const));
  const wanted = pairs.filter(isSame);

  /** What comes of calling those pairs twins that `joins` says are. */
  function evaluate(joins: (pair: Pair) => boolean) {
    const joined = new Set(pairs.filter(joins));
    const wrong = [...joined].filter(pair => !isSame(pair));
    const missed = wanted.filter(pair => !joined.has(pair));
    const right = joined.size - wrong.length;
    return { joined, wrong, missed, precision: right / joined.size, recall: right / wanted.length };
  }

  function clustered(strictness: Strictness) {
    const twins = new Twins(graph, strictness);
    twins.settle();
    const clusters = new Map(tasks.map(task => [task, new Set(twins.clusterOf(task.node))]));
    return { twins, ...evaluate(([a, b]) => clusters.get(a)?.has(b.node) ?? false) };
  }

  return { tasks, pairs, wanted, evaluate, clustered, normal: clustered('normal') };
}

describe.each(Object.entries(sets))('%s', (file, promised) => {
  const { tasks, pairs, wanted, evaluate, clustered, normal } = measured(file);

  test('clusters are right where word overlap is not', () => {
    const rows = [
      ...STRICTNESSES.map(how => ({ how: how as string, ...clustered(how) })),
      ...[0.35, 0.4, 0.5].map(least => ({
        how: `word overlap ${least}`,
        ...evaluate(pair => overlap(pair) >= least),
      })),
    ];
    console.log(`${file}: ${tasks.length} sentences, ${wanted.length} pairs that say the same`);
    console.table(
      rows.map(({ how, joined, precision, recall }) => ({
        how,
        joined: joined.size,
        precision: percent(precision),
        recall: percent(recall),
      })),
    );
    if (process.env.SHOW) {
      console.log(`Joined, but different:\n${normal.wrong.map(show).join('\n')}`);
      console.log(`The same, but not joined:\n${normal.missed.map(show).join('\n')}`);
    }
    expect(normal.precision).toBeGreaterThanOrEqual(promised.precision);
    expect(normal.recall).toBeGreaterThanOrEqual(promised.recall);
  });

  test('a bundle is related to all it bundles, and the same as none', () => {
    const bundles = tasks.filter(isBundle);
    const missing = bundles.flatMap(({ node, labels }) => {
      const related = new Set(normal.twins.relatedTo(node));
      const found = tasks.filter(task => related.has(task.node)).flatMap(task => task.labels);
      return labels.filter(label => !found.includes(label)).map(label => `${label}: ${node.record.text}`);
    });
    const joined = bundles
      .filter(({ node }) => normal.twins.clusterOf(node).length > 1)
      .map(({ node }) => node.record.text);
    console.log(`${bundles.length} bundles, ${joined.length} joined, ${missing.length} parts missed`);
    if (process.env.SHOW) console.log([...joined, ...missing].join('\n'));
    expect(joined.length).toBeLessThanOrEqual(promised.bundlesJoined);
    expect(missing.length).toBeLessThanOrEqual(promised.partsMissed);
  });

  test('every kind of pair occurs both ways', () => {
    const kinds = kindsOf(pairs, isSame, overlap);
    const share = (some: readonly Pair[], isRight: (pair: Pair) => boolean) =>
      `${some.filter(isRight).length} of ${some.length}`;
    console.table(
      kinds.map(({ kind, same, different }) => ({
        kind,
        joined: share(same, pair => normal.joined.has(pair)),
        'kept apart': share(different, pair => !normal.joined.has(pair)),
      })),
    );
    // A set that somebody else brings is as it comes.
    if (other || file === UNSEEN) return;
    for (const { same, different } of kinds) {
      expect(same.length).toBeGreaterThan(0);
      expect(different.length).toBeGreaterThan(0);
    }
  });
});
