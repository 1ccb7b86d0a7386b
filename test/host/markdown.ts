import DOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';
import type { MarkdownPostProcessorContext } from 'obsidian';
import { currentApp, type HostApp } from './app';
import { Component } from './events';

const md = new MarkdownIt({ html: true, linkify: true, breaks: true });

md.inline.ruler.before('link', 'wikilink', (state, silent) => {
  const match = /^(!?)\[\[([^\]|\n]+)(?:\|([^\]\n]*))?\]\]/.exec(
    state.src.slice(state.pos, state.pos + 2000),
  );
  if (!match) return false;
  if (!silent) {
    const target = match[2] ?? '';
    const token = state.push('html_inline', '', 0);
    token.content = linkHtml(
      target,
      match[3] ?? target.split('#').filter(Boolean).join(' > '),
      match[1] === '!',
    );
  }
  state.pos += match[0].length;
  return true;
});

function linkHtml(target: string, text: string, embed: boolean): string {
  const [href, shown] = [target, text].map(part => md.utils.escapeHtml(part));
  return embed
    ? `<span class="internal-embed" src="${href}" alt="${shown}"></span>`
    : `<a class="internal-link" data-href="${href}" href="${href}" target="_blank" rel="noopener nofollow">${shown}</a>`;
}

export class MarkdownRenderChild extends Component {
  constructor(readonly containerEl: HTMLElement) {
    super();
  }
}

export abstract class MarkdownRenderer extends MarkdownRenderChild {
  static async render(
    app: HostApp,
    text: string,
    el: HTMLElement,
    sourcePath: string,
    component: Component,
  ): Promise<void> {
    const box = createDiv();
    for (const { element } of renderSections(text)) box.append(...element.childNodes);
    await postProcess(app, box, { sourcePath, component, text, lines: null });
    el.append(...box.childNodes);
  }

  static async renderMarkdown(
    text: string,
    el: HTMLElement,
    path: string,
    component: Component,
  ): Promise<void> {
    const app = currentApp();
    if (app) await MarkdownRenderer.render(app, text, el, path, component);
  }
}

export interface Section {
  element: HTMLElement;
  /** First and last line in the note, from 0. */
  lines: readonly [number, number] | null;
}

/** The note's blocks, each in a `div` of its own as in the reading view; front matter is left out. */
export function renderSections(text: string): Section[] {
  const frontMatter = /^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(text)?.[0] ?? '';
  const offset = frontMatter.split('\n').length - 1;
  const tokens = md.parse(text.slice(frontMatter.length).replace(/%%[\s\S]*?%%/g, blanked), {});
  const sections: Section[] = [];
  for (let start = 0; start < tokens.length;) {
    let end = start;
    let depth = 0;
    do depth += tokens[end++]?.nesting ?? 0;
    while (depth > 0 && end < tokens.length);
    const block = tokens.slice(start, end);
    const html = md.renderer.render(block, md.options, {});
    const map = block[0]?.map;
    sections.push({ element: draw(html), lines: map ? [map[0] + offset, map[1] + offset - 1] : null });
    start = end;
  }
  return sections;
}

const blanked = (comment: string): string => comment.replace(/[^\n]/g, ' ');

function draw(html: string): HTMLElement {
  const element = createDiv();
  element.append(sanitizeHTMLToDom(html));
  element.addClass(`el-${element.firstElementChild?.tagName.toLowerCase() ?? 'p'}`);
  for (const text of element.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6'))
    text.setAttribute('dir', 'auto');
  drawCallouts(element);
  drawTasks(element);
  drawTags(element);
  drawExternalLinks(element);
  return element;
}

interface Rendering {
  sourcePath: string;
  component: Component;
  text: string;
  lines: readonly [number, number] | null;
}

let documents = 0;

/** Code blocks first, then post-processors in their order. */
export async function postProcess(app: HostApp, element: HTMLElement, rendering: Rendering): Promise<void> {
  const { sourcePath, component, text, lines } = rendering;
  const context: MarkdownPostProcessorContext = {
    docId: `doc-${++documents}`,
    sourcePath,
    frontmatter: app.metadataCache.getCache(sourcePath)?.frontmatter ?? null,
    addChild: child => void component.addChild(child as unknown as Component),
    getSectionInfo: () => lines && { text, lineStart: lines[0], lineEnd: lines[1] },
  };
  for (const code of [...element.querySelectorAll('pre > code')]) {
    const language = /language-(\S+)/.exec(code.className)?.[1];
    const process = language === undefined ? undefined : app.registry.codeBlocks.get(language);
    if (!process) continue;
    const block = createDiv(`block-language-${language}`);
    code.parentElement?.replaceWith(block);
    await process((code.textContent ?? '').replace(/\n$/, ''), block, context);
  }
  for (const process of app.registry.postProcessors()) await process(element, context);
}

export function sanitizeHTMLToDom(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true, ADD_ATTR: ['target', 'data-href', 'src'] });
}

/** `> [!note] Title` is a callout; `-` or `+` behind the type makes it one that folds. */
function drawCallouts(box: HTMLElement): void {
  for (const quote of [...box.querySelectorAll('blockquote')].reverse()) {
    const first = quote.querySelector(':scope > p');
    const match = /^\[!([^\]]+)\]([+-]?)[ \t]*([^\n]*)/.exec(first?.textContent ?? '');
    if (!first || !match) continue;
    const [, type = 'note', fold = '', title = ''] = match;
    const name = type.split('|', 1)[0]?.toLowerCase() ?? '';
    const callout = createDiv({ cls: 'callout', attr: { 'data-callout': name, 'data-callout-fold': fold } });
    const titleEl = callout.createDiv('callout-title').createDiv('callout-title-inner');
    titleEl.setText(title || name.charAt(0).toUpperCase() + name.slice(1));
    dropFirstLine(first);
    const content = callout.createDiv('callout-content');
    content.append(...quote.childNodes);
    if (!first.hasChildNodes()) first.remove();
    quote.replaceWith(callout);
  }
}

function dropFirstLine(paragraph: Element): void {
  while (paragraph.firstChild) {
    const { firstChild } = paragraph;
    firstChild.remove();
    if (firstChild.nodeName === 'BR') break;
  }
  if (paragraph.firstChild instanceof Text) paragraph.firstChild.data = paragraph.firstChild.data.trimStart();
}

/** `[?] text` at the start of a list item becomes a checkbox; two characters in the box do not. */
function drawTasks(box: HTMLElement): void {
  for (const [line, item] of [...box.querySelectorAll('li')].entries()) {
    const first = (item.firstElementChild?.tagName === 'P' ? item.firstElementChild : item).firstChild;
    const match = first?.nodeType === Node.TEXT_NODE ? /^\s*\[(.)\]\s/u.exec(first.textContent ?? '') : null;
    if (!first || !match) continue;
    const symbol = match[1] === ' ' ? '' : (match[1] ?? '');
    first.textContent = (first.textContent ?? '').slice(match[0].length);
    item.addClass('task-list-item');
    item.toggleClass('is-checked', symbol !== '');
    item.setAttribute('data-task', symbol);
    item.setAttribute('data-line', String(line));
    item.parentElement?.addClass('contains-task-list');
    const checkbox = createEl('input', { type: 'checkbox', cls: 'task-list-item-checkbox' });
    checkbox.checked = symbol !== '';
    item.prepend(checkbox);
  }
}

function drawTags(box: HTMLElement): void {
  const walker = box.doc.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest('a,code,pre') || !text.data.includes('#')) continue;
    const fragment = createFragment();
    let at = 0;
    for (const match of text.data.matchAll(/(^|\s)(#[\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*)/gu)) {
      const [, space = '', tag = ''] = match;
      fragment.append(text.data.slice(at, match.index + space.length));
      fragment.createEl('a', { cls: 'tag', href: tag, text: tag });
      at = match.index + match[0].length;
    }
    fragment.append(text.data.slice(at));
    text.replaceWith(fragment);
  }
}

function drawExternalLinks(box: HTMLElement): void {
  for (const link of box.querySelectorAll<HTMLAnchorElement>('a[href]:not(.internal-link):not(.tag)')) {
    const isExternal = /^[a-z][a-z0-9+.-]*:/i.test(link.getAttribute('href') ?? '');
    if (!isExternal) link.dataset.href = decodeURI(link.getAttribute('href') ?? '');
    link.addClass(isExternal ? 'external-link' : 'internal-link');
    link.target = '_blank';
  }
}
