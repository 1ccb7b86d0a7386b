import { contradict } from '../../../../src/core/graph/twins/facts';
import { areDifferentSteps } from '../../../../src/core/graph/twins/lexicon';
import { readWording } from '../../../../src/core/graph/twins/wording';
import type { LabelledTask } from './labelledTasks';

/*
 * What makes a pair hard, as read off the pair: once for pairs that are the same although, once for pairs that are
 * different although.
 */

type Pair = readonly [LabelledTask, LabelledTask];

/** Pairs with less overlap nobody would take for one another. */
const ALIKE = 0.3;
const LONGER = 1.6;

const words = ({ node }: LabelledTask) => node.record.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const dateOf = ({ node: { note } }: LabelledTask) => (note.kind === 'meeting' ? note.date : null);
const sourceOf = ({ node: { note } }: LabelledTask) => (note.kind === 'meeting' ? note.sourceRef : undefined);
const ownersOf = ({ node }: LabelledTask) => node.record.owners.join();
const wordingOf = ({ node }: LabelledTask) => readWording(node.record.text, () => undefined);

const isSameNote = ([a, b]: Pair) => a.node.note === b.node.note;
const isSamePass = (pair: Pair) =>
  isSameNote(pair) && pair[0].node.record.section === pair[1].node.record.section;
const isLonger = (pair: Pair) => {
  const [short = 0, long = 0] = pair.map(task => words(task).length).sort((x, y) => x - y);
  return long >= short * LONGER;
};
/** Words with a capital inside the sentence that only one of them has. */
const otherNames = ([a, b]: Pair) => {
  const names = (task: LabelledTask) =>
    (task.node.record.text.match(/ \p{Lu}\p{Ll}+/gu) ?? []).filter(
      name => !words(task).slice(0, 1).includes(name.trim().toLowerCase()),
    );
  return names(a).join() !== names(b).join();
};
const otherFacts = ([a, b]: Pair) =>
  JSON.stringify([...wordingOf(a).facts].sort()) !== JSON.stringify([...wordingOf(b).facts].sort());
const haveFacts = (pair: Pair) => pair.some(task => wordingOf(task).facts.length > 0);
const beginOtherwise = ([a, b]: Pair) => words(a)[0] !== words(b)[0];

/** Kind → which of the same and which of the different pairs are of it; the different ones are alike already. */
const KINDS: Readonly<Record<string, readonly [(pair: Pair) => boolean, (pair: Pair) => boolean]>> = {
  'one is much longer': [isLonger, isLonger],
  'two passes in one note / side by side in one': [pair => isSameNote(pair) && !isSamePass(pair), isSamePass],
  'two notes of one meeting': [
    pair => !isSameNote(pair) && sourceOf(pair[0]) === sourceOf(pair[1]),
    pair => !isSameNote(pair) && sourceOf(pair[0]) === sourceOf(pair[1]),
  ],
  'carried over to a later date': [([a, b]) => dateOf(a) !== dateOf(b), ([a, b]) => dateOf(a) !== dateOf(b)],
  'one names a person or thing, or another': [otherNames, otherNames],
  'another verb / another step': [
    beginOtherwise,
    ([a, b]) => areDifferentSteps(wordingOf(a).steps, wordingOf(b).steps),
  ],
  'numbers and dates, missing or written otherwise / conflicting': [
    pair => haveFacts(pair) && (otherFacts(pair) || pair[0].node.record.text !== pair[1].node.record.text),
    ([a, b]) => contradict(wordingOf(a).facts, wordingOf(b).facts),
  ],
  'negation in both / in one': [
    pair => pair.every(task => wordingOf(task).isNegated),
    ([a, b]) => wordingOf(a).isNegated !== wordingOf(b).isNegated,
  ],
  'other owners / the same owner': [
    ([a, b]) => ownersOf(a) !== ownersOf(b),
    ([a, b]) => ownersOf(a) === ownersOf(b),
  ],
  bundles: [
    pair => pair.some(({ node }) => / and /.test(node.record.text)),
    pair => pair.some(({ labels }) => labels.length > 1),
  ],
};

export function kindsOf(
  pairs: readonly Pair[],
  isSame: (pair: Pair) => boolean,
  overlap: (pair: Pair) => number,
) {
  const same = pairs.filter(isSame);
  const alike = pairs.filter(pair => !isSame(pair) && overlap(pair) >= ALIKE);
  return Object.entries(KINDS).map(([kind, [ofSame, ofDifferent]]) => ({
    kind,
    same: same.filter(ofSame),
    different: alike.filter(ofDifferent),
  }));
}
