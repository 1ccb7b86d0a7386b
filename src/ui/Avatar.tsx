import type { Person } from '../core/graph/PeopleGraph';
import { useScreen } from './actions';

/** As many as the stylesheet has tints. */
const TINTS = 7;

/** The picture of somebody's profile, or their initials on a tint that stays theirs. */
export function Avatar({ person }: { person: Person }) {
  const { actions } = useScreen();
  const picture = actions.pictureOf(person);
  if (picture !== undefined)
    return <img class="rapport-avatar" src={picture} alt="" loading="lazy" draggable={false} />;
  return (
    <span class={`rapport-avatar rapport-tint-${tintOf(person.id)}`} aria-hidden="true">
      {initials(person.name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s-]+/).filter(word => /^[\p{L}\p{N}]/u.test(word));
  const [first = '', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ([...first].slice(0, 1).join('') + [...last].slice(0, 1).join('')).toUpperCase() || '?';
}

function tintOf(id: string): number {
  let sum = 0;
  for (let i = 0; i < id.length; i++) sum = (sum * 31 + id.charCodeAt(i)) % 9973;
  return sum % TINTS;
}
