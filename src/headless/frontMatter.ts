import matter from 'gray-matter';
import { parse as parseYaml, type YAMLParseError } from 'yaml';
import { endOfFrontMatter } from '../core/note/markdownLines';
import { plainProperties } from './plainProperties';

export type FrontMatter =
  | { properties: unknown }
  /** `line` counts from 0, in the file. */
  | { problem: string; line: number };

/** YAML 1.2 as the app reads it: dates stay strings, `12:30` is not 750. */
const parse = (text: string): object => (parseYaml(text, { logLevel: 'error' }) ?? {}) as object;
const refuse = (): object => {
  throw new Error('only YAML front matter is read');
};

/**
 * gray-matter as it comes runs JavaScript from `---js` notes and caches mutable results. Every engine but YAML is
 * replaced, and options are always passed, which keeps it from caching.
 */
const OPTIONS = {
  language: 'yaml',
  engines: { yaml: { parse, stringify: refuse }, json: refuse, javascript: refuse, js: refuse },
} as unknown as Parameters<typeof matter>[1];

/** Front matter between lines of `---` and nothing else. */
const PLAIN_FENCES = /^---\n([^]*)\n---\n?$/;

/** The front matter of a note's text; `properties` is undefined where the note has none. */
export function readFrontMatter(text: string): FrontMatter {
  // Without this a note that begins with a rule would be front matter to its end.
  const end = endOfFrontMatter(text);
  if (end === 0) return { properties: undefined };
  const head = text.slice(0, end);
  const properties = plainProperties(PLAIN_FENCES.exec(head.replaceAll('\r\n', '\n'))?.[1] ?? '');
  if (properties) return { properties };
  try {
    const { data, matter: source } = matter(head, OPTIONS);
    if (source.trim() === '') return { properties: undefined };
    if (typeof data === 'object' && !Array.isArray(data)) return { properties: data };
    return {
      problem: `The front matter is a ${Array.isArray(data) ? 'list' : typeof data}, not properties.`,
      line: 1,
    };
  } catch (error) {
    const { message, linePos } = error as YAMLParseError;
    const reason = message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
    // gray-matter hands on what follows the opening `---`, so the parser's first line is the file's.
    return { problem: `The front matter is not valid YAML: ${reason}`, line: (linePos?.[0].line ?? 2) - 1 };
  }
}
