import DOMPurify from 'dompurify';
import MarkdownIt from 'markdown-it';
import { Component } from './events';
import type { HostApp } from './index';

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

export class MarkdownRenderer {
  static async render(
    app: HostApp,
    text: string,
    el: HTMLElement,
    sourcePath: string,
    component: Component,
  ): Promise<void> {
    const box = createDiv();
    box.append(sanitizeHTMLToDom(md.render(text)));
    drawTasks(box);
    drawTags(box);
    const context = {
      docId: sourcePath,
      sourcePath,
      frontmatter: app.metadataCache.getCache(sourcePath)?.frontmatter ?? null,
      addChild: (child: Component) => component.addChild(child),
      getSectionInfo: () => null,
    };
    for (const code of box.querySelectorAll('pre > code')) {
      const language = /language-(\S+)/.exec(code.className)?.[1];
      const draw = language === undefined ? undefined : app.registry.codeBlocks.get(language);
      if (!draw) continue;
      const block = createDiv(`block-language-${language}`);
      code.parentElement?.replaceWith(block);
      await draw((code.textContent ?? '').replace(/\n$/, ''), block, context);
    }
    for (const process of app.registry.postProcessors())
      for (const section of [...box.children]) await process(section as HTMLElement, context);
    el.append(...box.childNodes);
  }
}

export function sanitizeHTMLToDom(html: string): DocumentFragment {
  return DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true, ADD_ATTR: ['target', 'data-href', 'src'] });
}

/** `[?] text` at the start of a list item becomes a checkbox; two characters in the box do not. */
function drawTasks(box: HTMLElement): void {
  for (const item of box.querySelectorAll('li')) {
    const first = (item.firstElementChild?.tagName === 'P' ? item.firstElementChild : item).firstChild;
    const match = first?.nodeType === Node.TEXT_NODE ? /^\s*\[(.)\]\s/u.exec(first.textContent ?? '') : null;
    if (!first || !match) continue;
    const symbol = match[1] === ' ' ? '' : (match[1] ?? '');
    first.textContent = (first.textContent ?? '').slice(match[0].length);
    item.addClass('task-list-item');
    item.toggleClass('is-checked', symbol !== '');
    item.setAttribute('data-task', symbol);
    item.parentElement?.addClass('contains-task-list');
    const checkbox = createEl('input', { type: 'checkbox', cls: 'task-list-item-checkbox' });
    checkbox.checked = symbol !== '';
    item.prepend(checkbox);
  }
}

function drawTags(box: HTMLElement): void {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest('a,code,pre') || !text.data.includes('#')) continue;
    const fragment = createFragment();
    for (const part of text.data.split(/((?<=^|\s)#[\p{L}\p{N}_/-]*[\p{L}_][\p{L}\p{N}_/-]*)/u))
      if (part.startsWith('#') && part.length > 1)
        fragment.createEl('a', { cls: 'tag', href: part, text: part });
      else fragment.append(part);
    text.replaceWith(fragment);
  }
}
