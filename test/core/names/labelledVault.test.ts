import { nameKey } from '../../../src/core/note/names';
import { findNamesToSort } from '../../../src/core/query/namesToSort';
import { answerOf } from '../../../src/core/answerOf';
import { graphOf } from '../notes';
import { MEETINGS, PROFILES, SELF } from './labelledVault';

interface LabelledName {
  path: string;
  label: string;
  /** What is to become of it. */
  wanted: 'itself' | 'resolved' | 'suggested' | 'uncertain' | 'nobody';
  /** Names of the people it truly means; empty where that is nobody, or cannot be told. */
  truth: string[];
}

const MARK = / (?:(=) (.+)|(\?)(?: (.+))?|(-))$/;

function readLabelled(path: string, written: string): LabelledName {
  const [, same, whom = '', doubt, who, nobody] = MARK.exec(written) ?? [];
  const label = written.replace(MARK, '');
  if (nobody) return { path, label, wanted: 'nobody', truth: [] };
  if (same) return { path, label, wanted: 'resolved', truth: whom.split(' + ') };
  if (doubt) return { path, label, wanted: who ? 'suggested' : 'uncertain', truth: who ? [who] : [] };
  return { path, label, wanted: 'itself', truth: [label] };
}

const withoutMark = (written: string) => written.replace(MARK, '');
const ownerText = (label: string) =>
  /^\[\[|,/.test(label) ? `@[[${label.replace(/^\[\[|\]\]$/g, '')}]]` : `@${label}`;

const notes: Parameters<typeof graphOf>[0] = {};
const labelled: LabelledName[] = [];
for (const [path, { truth: _, ...properties }] of Object.entries(PROFILES)) notes[path] = [properties];
MEETINGS.forEach(({ person, participants = [], owners = [] }, i) => {
  const path = `Meetings/${i}.md`;
  const date = new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
  const tasks = owners.map(
    (owner, n) => `- [?] Task ${n} ${ownerText(withoutMark(owner))} 📅 2026-12-01 #task #proposed`,
  );
  notes[path] = [
    { date, ...(person && { person: withoutMark(person) }), participants: participants.map(withoutMark) },
    tasks.join('\n'),
  ];
  for (const written of [...(person ? [person] : []), ...participants, ...owners])
    labelled.push(readLabelled(path, written));
});
const graph = graphOf(notes, SELF);

/** The id of somebody as the vault has them: their profile's, where its name is not theirs. */
function idOf(truth: string): string {
  const profile = Object.entries(PROFILES).find(([, properties]) => properties.truth === truth)?.[0];
  return profile === undefined ? nameKey(truth) : nameKey(profile.replace(/^.*\/|\.md$/g, ''));
}

/** The truth about each id there is: whom its names truly mean. */
const truthById = new Map<string, Set<string>>();
for (const { label, truth } of labelled)
  for (const name of truth)
    truthById.set(nameKey(label), (truthById.get(nameKey(label)) ?? new Set()).add(idOf(name)));
for (const { truth } of labelled) for (const name of truth) truthById.set(idOf(name), new Set([idOf(name)]));

const isSame = (a: readonly string[], b: readonly string[]) =>
  [...a].sort().join('|') === [...b].sort().join('|');

describe('a vault whose every name was labelled', () => {
  const results = labelled.map(each => {
    const [mention] = graph.mentions([each.label], each.path);
    const got = mention?.people.map(({ id }) => id) ?? [];
    const how = mention?.inferredFrom === undefined ? 'certain' : 'inferred';
    const right = each.truth.map(idOf);
    const own = isSame(got, [nameKey(each.label)]);
    return { ...each, got, how, isRight: isSame(got, right), own };
  });
  const of = (...wanted: LabelledName['wanted'][]) => results.filter(each => wanted.includes(each.wanted));

  test('is as large and as varied as real ones', () => {
    const people = new Set(labelled.flatMap(({ truth }) => truth));
    const labels = new Set(labelled.map(({ label }) => label));
    console.log(`labelled vault: ${labels.size} names of ${people.size} people in ${labelled.length} places`);
    expect(labels.size).toBeGreaterThanOrEqual(150);
    expect(people.size).toBeGreaterThanOrEqual(55);
  });

  test('nothing is resolved wrongly, and nearly everything that can be is', () => {
    // Whatever a name leads to that is not itself, it leads to for certain or by inference.
    const moved = results.filter(({ got, own }) => got.length > 0 && !own);
    const wrong = moved.filter(({ isRight }) => !isRight);
    const resolvable = of('itself', 'resolved');
    const resolved = resolvable.filter(({ isRight }) => isRight);
    const table = (['certain', 'inferred'] as const).map(how => {
      const all = moved.filter(each => each.how === how);
      return { how, resolved: all.length, right: all.filter(({ isRight }) => isRight).length };
    });
    console.table(table);
    console.log(`resolved ${resolved.length} of ${resolvable.length} resolvable mentions`);
    expect(wrong.map(({ path, label, got }) => ({ path, label, got }))).toEqual([]);
    expect(
      resolvable.filter(({ isRight }) => !isRight).map(({ path, label, got }) => ({ path, label, got })),
    ).toEqual([]);
    expect(resolved.length / resolvable.length).toBeGreaterThanOrEqual(0.95);
    expect(moved.length).toBeGreaterThan(50);
  });

  test('what only we know, or nobody, stands for itself', () => {
    const strayed = of('suggested', 'uncertain').filter(({ own }) => !own);
    expect(strayed.map(({ path, label, got }) => ({ path, label, got }))).toEqual([]);
  });

  test('what is no one person is nobody’s', () => {
    const people = of('nobody').filter(({ got }) => got.length > 0);
    expect(people.map(({ path, label, got }) => ({ path, label, got }))).toEqual([]);
  });

  test('every planted name is suggested, and at most one suggestion in twenty is wrong', () => {
    const suggestions = answerOf(findNamesToSort(graph)).flatMap(({ person, candidates }) =>
      candidates.map(candidate => ({
        name: person.id,
        other: candidate.person.id,
        likeness: candidate.likeness,
      })),
    );
    const isTrue = ({ name, other }: (typeof suggestions)[number]) => {
      const [one, two] = [truthById.get(name), truthById.get(other)];
      return one !== undefined && two !== undefined && [...one].some(truth => two.has(truth));
    };
    const wrong = suggestions.filter(each => !isTrue(each));
    const planted = new Map(
      of('suggested').map(({ label, truth: [name = ''] }) => [nameKey(label), idOf(name)]),
    );
    const isSuggested = (label: string, truth: string) =>
      suggestions.some(
        ({ name, other }) => (name === label && other === truth) || (name === truth && other === label),
      );
    const missed = [...planted].filter(([label, truth]) => !isSuggested(label, truth));
    const kinds = [...new Set(suggestions.map(({ likeness }) => likeness))];
    console.table(
      kinds.map(likeness => {
        const all = suggestions.filter(each => each.likeness === likeness);
        return { likeness, suggested: all.length, true: all.filter(isTrue).length };
      }),
    );
    console.log(
      `suggested ${planted.size - missed.length} of ${planted.size} planted names; ${wrong.length} of ${suggestions.length} suggestions are wrong`,
    );
    expect(missed).toEqual([]);
    expect(wrong.length / suggestions.length).toBeLessThanOrEqual(1 / 20);
  });
});
