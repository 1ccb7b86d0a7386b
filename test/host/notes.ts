// The app's small functions on links, tags and front matter.
import type { BlockSubpathResult, CachedMetadata, HeadingSubpathResult } from 'obsidian';

export const API_VERSION = '1.13.1';

/** Whether the app is at least of that version. */
export function requireApiVersion(version: string): boolean {
  const [wanted, known] = [version, API_VERSION].map(each => each.split('.').map(Number));
  for (const [at, part] of (known ?? []).entries()) {
    const other = wanted?.[at] ?? 0;
    if (part !== other) return part > other;
  }
  return true;
}

export function normalizePath(path: string): string {
  const slashes = path.replace(/[\\/]+/g, '/').replace(/^\/|\/$/g, '');
  return (slashes || '/').replace(/[\u00a0\u202f]/g, ' ').normalize('NFC');
}

/** Tags of the front matter first, then those of the body; with `#`, as often as they occur. */
export function getAllTags(cache: CachedMetadata): string[] {
  const inFrontMatter = (parseFrontMatterTags(cache.frontmatter) ?? []).filter(tag => !/[\s,]/.test(tag));
  return [...inFrontMatter, ...(cache.tags ?? []).map(({ tag }) => tag)];
}

/** The tags of `tags` or `tag`, a list or a text with commas or spaces; null where there are none. */
export function parseFrontMatterTags(frontMatter: unknown): string[] | null {
  const tags = stringsOf(frontMatter, /^tags?$/i, /[\s,]+/);
  return tags && tags.map(tag => (tag.startsWith('#') ? tag : `#${tag}`));
}

/** The names of `aliases` or `alias`, a list or a text with commas; null where there are none. */
export function parseFrontMatterAliases(frontMatter: unknown): string[] | null {
  return stringsOf(frontMatter, /^alias(es)?$/i, /,/);
}

export function parseFrontMatterStringArray(frontMatter: unknown, key: string | RegExp): string[] | null {
  return stringsOf(frontMatter, key, /,/);
}

export function parseFrontMatterEntry(frontMatter: unknown, key: string | RegExp): unknown {
  if (!frontMatter || typeof frontMatter !== 'object') return null;
  for (const [name, value] of Object.entries(frontMatter) as [string, unknown][])
    if (typeof key === 'string' ? name === key : key.test(name)) return value;
  return null;
}

function stringsOf(frontMatter: unknown, key: string | RegExp, separator: RegExp): string[] | null {
  const value = parseFrontMatterEntry(frontMatter, key);
  const parts = typeof value === 'string' ? value.split(separator) : Array.isArray(value) ? value : null;
  const texts = parts?.filter(part => typeof part === 'string' || typeof part === 'number').map(String);
  const words = texts?.map(text => text.trim()).filter(text => text !== '');
  return words && words.length > 0 ? words : null;
}

const comparable = (heading: string): string =>
  heading
    .replace(/[#|^[\]\\:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** The heading or block a `#…` means; headings one within the other where there are several. */
export function resolveSubpath(
  cache: CachedMetadata,
  subpath: string,
): HeadingSubpathResult | BlockSubpathResult | null {
  const parts = subpath.split('#').filter(Boolean);
  const last = parts.at(-1);
  if (last === undefined) return null;
  if (last.startsWith('^')) {
    const block = cache.blocks?.[last.slice(1).toLowerCase()];
    return block ? { type: 'block', block, ...block.position } : null;
  }
  const headings = cache.headings ?? [];
  let [at, level] = [-1, 0];
  for (const part of parts) {
    at = headings.findIndex(
      (heading, i) => i > at && heading.level > level && comparable(heading.heading) === comparable(part),
    );
    const found = headings[at];
    if (!found) return null;
    level = found.level;
  }
  const current = headings[at];
  if (!current) return null;
  const next = headings.slice(at + 1).find(heading => heading.level <= current.level);
  return {
    type: 'heading',
    current,
    next: next ?? (null as never),
    start: current.position.start,
    end: next?.position.start ?? null,
  };
}

export function arrayBufferToHex(data: ArrayBuffer): string {
  return [...new Uint8Array(data)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

export function hexToArrayBuffer(hex: string): ArrayBuffer {
  return Uint8Array.from(hex.match(/../g) ?? [], pair => parseInt(pair, 16)).buffer;
}

export function arrayBufferToBase64(data: ArrayBuffer): string {
  return btoa([...new Uint8Array(data)].map(byte => String.fromCharCode(byte)).join(''));
}

export function base64ToArrayBuffer(base64: string): ArrayBuffer {
  return Uint8Array.from(atob(base64), letter => letter.charCodeAt(0)).buffer;
}
