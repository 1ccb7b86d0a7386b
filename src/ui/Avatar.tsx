/** As many as the stylesheet has tints. */
const TINTS = 7;

/** A person's initials on a tint that stays theirs. */
export function Avatar({ name, id }: { name: string; id: string }) {
  return (
    <span class={`rapport-avatar rapport-tint-${tintOf(id)}`} aria-hidden="true">
      {initials(name)}
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
