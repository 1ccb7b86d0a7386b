import { linkTarget, nameKey } from '../note/names';
import { nameAt } from '../note/owners';
import type { OwnerGroup, OwnerSpan } from '../note/taskLine';
import type { LineDraft } from './LineDraft';

/**
 * Makes `wanted` the owners of a task. Those who stay keep their bytes. Owners named in running text who go keep
 * their name there and lose the `@`: “Follow up with @Omar” is still about Omar when Dana does it.
 */
export function assign(draft: LineDraft, wanted: readonly string[]): void {
  const { task } = draft;
  const keys = new Set(wanted.map(nameKey));
  const stays = ({ label }: OwnerSpan) => keys.has(nameKey(label));
  const present = new Set(task.record.owners.map(nameKey));
  let added = wanted.filter(label => !present.has(nameKey(label))).map(ownerText);

  for (const group of task.owners) {
    const gone = group.owners.filter(owner => !stays(owner));
    if (gone.length === 0) continue;
    if (!group.inSentence) {
      replaceGroup(draft, group, group.owners.filter(stays), added);
      added = [];
      continue;
    }
    for (const owner of gone) {
      const [first] = added;
      // “@Omar to send the deck” names whom the rest is told to.
      const addressed = owner.start === task.sentence.start && first !== undefined;
      draft.replace(addressed ? owner : { start: owner.start, end: owner.start + 1 }, addressed ? first : '');
      if (addressed) added = added.slice(1);
    }
  }
  if (added.length > 0) insertOwners(draft, added);
}

function replaceGroup(
  draft: LineDraft,
  group: OwnerGroup,
  staying: readonly OwnerSpan[],
  added: readonly string[],
): void {
  const { line } = draft;
  const owners = [...staying.map(({ start, end }) => line.slice(start, end)), ...added];
  if (owners.length === 0) draft.cut(group);
  else if (line[group.end - 1] === ':')
    // A name in front, as in `[[Dana]]: send it`, stays a name in front.
    draft.replace(group, `${owners.map(owner => owner.replace(/^@(?=\[\[)|:$/g, '')).join(' ')}:`);
  else draft.replace(group, owners.join(' '));
}

/** Behind the last owner that stands for itself, else behind the words: further on, signs would hide from Tasks. */
function insertOwners(draft: LineDraft, owners: readonly string[]): void {
  const { task, line } = draft;
  const standing = task.owners.filter(group => !group.inSentence && line[group.end - 1] !== ':').at(-1);
  const hasWords = task.sentence.start < task.sentence.end;
  const at = standing?.end ?? (hasWords ? task.sentence.end : task.box.end + 1);
  draft.replace({ start: at, end: at }, ` ${owners.join(' ')}`);
}

/** How an owner is written: by name where the name reads as itself, else as a link, which has an end of its own. */
export function ownerText(label: string): string {
  const isLink = linkTarget(label) !== undefined;
  return isLink || nameAt(label, 0, label.length).length === label.length ? `@${label}` : `@[[${label}]]`;
}
