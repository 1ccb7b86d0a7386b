// Markdown → what the app's metadata cache knows of it, on CommonMark and GFM. Held against output of the real app.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type {
  BlockCache,
  CachedMetadata,
  FrontmatterLinkCache,
  HeadingCache,
  ListItemCache,
  Loc,
  Pos,
  ReferenceCache,
  SectionCache,
  TagCache,
} from 'obsidian';
import { parse as parseYaml } from 'yaml';
import { lastAtMost, Ranges } from './ranges';

interface MarkdownNode {
  type: string;
  children?: MarkdownNode[];
  position: { start: { offset: number }; end: { offset: number } };
  depth?: number;
}

type Range = readonly [start: number, end: number];

/** Lists and quotes nested deeper are not looked into. */
const DEEPEST = 200;

/** Where an item or a quote says what it is, its sign stands within so many letters. */
const LONGEST_START = 1000;

/** Of a longer note only the front matter is read: the Markdown parser would keep a test busy for minutes. */
const LONGEST_PARSED = 500_000;

/** Of a longer line only its beginning is read, for the same reason. */
const LONG_LINE = /^[^\n]{20000,}$/gm;

const FRONT_MATTER = /^---[ \t]*\r?\n((?:[^\n]*\n)*?)---[ \t]*(?=\r?\n|$)/;
const FENCE = /^( {0,3})(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\2[`~]*[ \t]*$|(?![\s\S]))/gm;
const COMMENT = /^%%(?!.*%%[^\n]*\S)[^\n]*(?:\n[\s\S]*?)?%%[ \t]*$/gm;
const TAG = /(^|\s)(#[^\u2000-\u206F\u2E00-\u2E7F'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\\s]+)/gu;
/** Bounded, since otherwise every open bracket would cost the rest of its line. */
const WIKILINK = /(!?)\[\[(\|[^[\]\n]{0,1000}|[^[\]|\n]{1,1000}?)(?:\|([^\]\n]{0,1000}))?\]\]/g;
const MARKDOWN_LINK =
  /(!?)\[([^\]\n]{0,1000})\]\(\s{0,9}(<[^>\n]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500}){0,9})(?:\s{1,9}"[^"]{0,500}")?\s{0,9}\)/g;

export function parseCache(source: string): CachedMetadata {
  return new Parser(source).parse();
}

class Parser {
  private readonly lineStarts: number[];
  private readonly cache: CachedMetadata = {};
  private readonly sections: SectionCache[] = [];
  private readonly headings: HeadingCache[] = [];
  private readonly items: ListItemCache[] = [];
  private readonly blocks: Record<string, BlockCache> = {};
  /** Code and HTML, in which nothing inline counts. */
  private readonly opaque: Range[] = [];
  private depth = 0;
  private readonly itemsByLine = new Map<number, ListItemCache>();
  private readonly bodyStart: number;
  /** The source with everything blanked out that hides structure. */
  private body: string;

  constructor(private readonly source: string) {
    this.lineStarts = [0];
    for (let i = source.indexOf('\n'); i !== -1; i = source.indexOf('\n', i + 1)) this.lineStarts.push(i + 1);
    this.body = source;
    this.bodyStart = this.readFrontMatter();
  }

  parse(): CachedMetadata {
    if (this.source.length <= LONGEST_PARSED) {
      this.hideComments();
      this.body = this.body.replace(LONG_LINE, line => line.slice(0, 100) + 'x'.repeat(line.length - 100));
      this.readBlocks();
      this.readInline();
    }
    if (this.headings.length > 0) this.cache.headings = this.headings;
    if (this.items.length > 0) this.cache.listItems = this.items.sort(byPosition);
    if (Object.keys(this.blocks).length > 0) this.cache.blocks = this.blocks;
    if (this.sections.length > 0) this.cache.sections = this.sections.sort(byPosition);
    return this.cache;
  }

  private readFrontMatter(): number {
    const match = FRONT_MATTER.exec(this.source);
    if (!match) return 0;
    const position = this.range(0, match[0].length);
    this.sections.push({ type: 'yaml', position });
    const value = yamlOrUndefined(match[1] ?? '');
    if (value && typeof value === 'object') {
      this.cache.frontmatter = value;
      this.cache.frontmatterPosition = position;
      this.cache.frontmatterLinks = frontMatterLinks(value);
    }
    this.blank([[0, match[0].length]]);
    return match[0].length;
  }

  /** Block comments hide structure; tags and links in them are known all the same. */
  private hideComments(): void {
    const fences = new Ranges([...this.body.matchAll(FENCE)].map(rangeOf));
    const comments = [...this.body.matchAll(COMMENT)].filter(({ index }) => !fences.covers(index));
    for (const { index, 0: text } of comments)
      this.sections.push({ type: 'comment', position: this.range(index, index + text.trimEnd().length) });
    this.blank(comments.map(rangeOf));
  }

  private readBlocks(): void {
    for (const node of blocksOf(this.body)) {
      this.visit(node, null, 0);
      this.sections.push(this.section(node));
    }
  }

  private section(node: MarkdownNode): SectionCache {
    const { start, end } = offsets(node);
    const lineStart = this.lineStartOf(start);
    const from = this.source.slice(lineStart, start).trim() === '' ? lineStart : start;
    const isCallout =
      node.type === 'blockquote' &&
      /^[ \t]*>[ \t]*\[![^\]]+\]/.test(this.source.slice(from, from + LONGEST_START));
    const section: SectionCache = {
      type: isCallout ? 'callout' : node.type,
      position: this.range(from, end),
    };
    const id = node.type === 'paragraph' ? this.blockId(from, end) : undefined;
    if (id !== undefined) this.blocks[id] = { ...section, id };
    return id === undefined ? section : { ...section, id };
  }

  private visit(node: MarkdownNode, parentLine: number | null, rootLine: number, next?: MarkdownNode): void {
    if (this.depth >= DEEPEST) return;
    this.depth++;
    this.visitNode(node, parentLine, rootLine, next);
    this.depth--;
  }

  private visitNode(
    node: MarkdownNode,
    parentLine: number | null,
    rootLine: number,
    next?: MarkdownNode,
  ): void {
    const { start, end } = offsets(node);
    switch (node.type) {
      case 'code':
      case 'inlineCode':
      case 'html':
        this.opaque.push([start, end]);
        return;
      case 'heading':
        this.headings.push(this.heading(node));
        break;
      case 'list':
        if (parentLine === null) rootLine = this.at(node.children?.[0]?.position.start.offset ?? start).line;
        break;
      case 'listItem':
        for (const item of this.listItems(node, parentLine, rootLine, next)) this.addItem(item);
        for (const child of node.children ?? []) this.visit(child, this.at(start).line, rootLine);
        return;
    }
    const childParent = node.type === 'blockquote' ? null : parentLine;
    (node.children ?? []).forEach((child, i, all) =>
      this.visit(child, childParent, rootLine, node.type === 'list' ? all[i + 1] : undefined),
    );
  }

  private heading(node: MarkdownNode): HeadingCache {
    const { start, end } = offsets(node);
    const raw = this.source.slice(start, end);
    const isAtx = /^\s*#{1,6}/.test(raw);
    const text = isAtx
      ? raw.replace(/^\s*#{1,6}[ \t]*/, '').replace(/[ \t]+#+[ \t]*$/, '')
      : raw.replace(/\n[^\n]*$/, '');
    return { heading: text.trim(), level: node.depth ?? 1, position: this.range(start, end) };
  }

  private addItem(item: ListItemCache): void {
    this.items.push(item);
    const { line } = item.position.start;
    if (!this.itemsByLine.has(line)) this.itemsByLine.set(line, item);
  }

  private listItems(
    node: MarkdownNode,
    parentLine: number | null,
    rootLine: number,
    next?: MarkdownNode,
  ): ListItemCache[] {
    const item = this.listItem(node, parentLine, rootLine, next);
    if (item.task === undefined) return [item];
    // Behind the box the app looks for an item again: `- [ ] 1. text` holds a numbered one, on the same line.
    const { start, end } = item.position;
    const box = /^.*?\[.\][ \t]+(?=(?:[-*+]|\d{1,9}[.)])[ \t]+\S)/u.exec(
      this.source.slice(start.offset, end.offset),
    );
    return box
      ? [item, { position: { start: this.at(start.offset + box[0].length), end }, parent: start.line }]
      : [item];
  }

  private listItem(
    node: MarkdownNode,
    parentLine: number | null,
    rootLine: number,
    next?: MarkdownNode,
  ): ListItemCache {
    const { start } = offsets(node);
    const end = this.itemEnd(node, next);
    const task = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[(.)\](?=\s|$)/u.exec(this.source.slice(start, end))?.[1];
    const id = this.blockId(start, end);
    const item: ListItemCache = {
      position: this.range(this.itemStart(start, parentLine), end),
      parent: parentLine ?? (rootLine === 0 ? -1 : -rootLine),
      ...(task !== undefined && { task }),
      ...(id !== undefined && { id }),
    };
    if (id !== undefined) this.blocks[id] = { id, position: item.position };
    return item;
  }

  /** An item starts where its container's content does; behind tabs, at its marker. */
  private itemStart(start: number, parentLine: number | null): number {
    const lineStart = this.lineStartOf(start);
    const lead = this.source.slice(lineStart, start);
    if (parentLine === null) return /^ {1,3}$/.test(lead) ? lineStart : start;
    const parent = / +$/.test(lead) ? this.itemsByLine.get(parentLine) : undefined;
    if (!parent) return start;
    const { offset } = parent.position.start;
    const text = this.source.slice(offset, offset + LONGEST_START);
    const indent = /^[ \t]*/.exec(text)?.[0].length ?? 0;
    const marker = /^(?:[-*+]|\d+[.)])[ \t]{1,4}/.exec(text.slice(indent))?.[0].length ?? 2;
    const content = parent.position.start.col + indent + marker;
    return content < start - lineStart ? lineStart + content : start;
  }

  /** An item ends before its first nested list; in a loose list on the blank line before its next sibling. */
  private itemEnd(node: MarkdownNode, next?: MarkdownNode): number {
    const { start, end } = offsets(node);
    const children = node.children ?? [];
    const nested = children.find(child => child.type === 'list');
    if (nested) {
      const own = children.filter(
        child => child.type !== 'list' && offsets(child).end <= offsets(nested).start,
      );
      return Math.max(own.length > 0 ? offsets(own[own.length - 1] as MarkdownNode).end : start, start + 1);
    }
    const gap = next && /^[ \t]*\r?\n(?=[ \t]*\r?\n)/.exec(this.source.slice(end, offsets(next).start));
    return gap ? end + gap[0].length : end;
  }

  private readInline(): void {
    const links: ReferenceCache[] = [];
    const embeds: ReferenceCache[] = [];
    const opaque = new Ranges(this.opaque);
    const isLive = (offset: number) => offset >= this.bodyStart && !opaque.covers(offset);
    const wikilinks = [...this.source.matchAll(WIKILINK)].filter(({ index }) => isLive(index));
    const inWikilinks = new Ranges(wikilinks.map(rangeOf));
    const add = (match: RegExpExecArray, link: string, displayText: string) => {
      const position = this.range(match.index, match.index + match[0].length);
      (match[1] ? embeds : links).push({ link, original: match[0], displayText, position });
    };
    for (const match of wikilinks) {
      const link = match[2]?.trim() ?? '';
      add(match, link, match[3] ?? displayed(link));
    }
    const markdownLinks = [...this.source.matchAll(MARKDOWN_LINK)].filter(
      ({ index }) => isLive(index) && !inWikilinks.covers(index),
    );
    for (const match of markdownLinks) {
      const url = match[3]?.replace(/^<|>$/g, '') ?? '';
      if (url !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(url)) add(match, decoded(url), match[2] ?? '');
    }
    const inLinks = new Ranges([...wikilinks, ...markdownLinks].map(rangeOf));
    const tags: TagCache[] = [];
    for (const match of this.source.matchAll(TAG)) {
      const at = match.index + (match[1]?.length ?? 0);
      const tag = match[2] ?? '';
      if (isLive(at) && !inLinks.covers(at) && !/^#\d+$/.test(tag))
        tags.push({ tag, position: this.range(at, at + tag.length) });
    }
    if (tags.length > 0) this.cache.tags = tags;
    if (links.length > 0) this.cache.links = links.sort(byPosition);
    if (embeds.length > 0) this.cache.embeds = embeds.sort(byPosition);
  }

  private blockId(start: number, end: number): string | undefined {
    return /(?:^|\s)\^([A-Za-z0-9-]+)\s*$/.exec(this.source.slice(start, end))?.[1];
  }

  /** Takes out of the body, letter by letter, what hides structure; lines stay where they are. */
  private blank(ranges: readonly Range[]): void {
    const parts: string[] = [];
    let at = 0;
    for (const [start, end] of ranges) {
      parts.push(this.body.slice(at, start), this.body.slice(start, end).replace(/[^\n]/g, ' '));
      at = end;
    }
    this.body = parts.join('') + this.body.slice(at);
  }

  private lineStartOf(offset: number): number {
    return this.lineStarts[this.at(offset).line] ?? 0;
  }

  private at(offset: number): Loc {
    const line = lastAtMost(this.lineStarts, offset);
    return { line, col: offset - (this.lineStarts[line] ?? 0), offset };
  }

  private range(start: number, end: number): Pos {
    return { start: this.at(start), end: this.at(end) };
  }
}

/** None where the text is nested deeper than the parser can follow. */
function blocksOf(text: string): readonly MarkdownNode[] {
  try {
    const options = { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] };
    return (fromMarkdown(text, options) as unknown as MarkdownNode).children ?? [];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function yamlOrUndefined(text: string): Record<string, unknown> | undefined {
  try {
    return parseYaml(text) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function frontMatterLinks(frontMatter: object): FrontmatterLinkCache[] {
  const links: FrontmatterLinkCache[] = [];
  const walk = (value: unknown, key: string): void => {
    const match = typeof value === 'string' ? /^\[\[([^[\]|]+?)(?:\|([^\]]*))?\]\]$/.exec(value) : null;
    if (match?.[1] !== undefined)
      links.push({ key, link: match[1], original: match[0], displayText: match[2] ?? displayed(match[1]) });
    else if (value && typeof value === 'object')
      for (const [name, inner] of Object.entries(value)) walk(inner, key ? `${key}.${name}` : name);
  };
  walk(frontMatter, '');
  return links;
}

const offsets = ({ position }: MarkdownNode) => ({ start: position.start.offset, end: position.end.offset });

const rangeOf = (match: RegExpMatchArray): Range => [match.index ?? 0, (match.index ?? 0) + match[0].length];

const byPosition = (a: { position: Pos }, b: { position: Pos }): number =>
  a.position.start.offset - b.position.start.offset;

const displayed = (link: string): string => link.split('#').filter(Boolean).join(' > ');

function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
