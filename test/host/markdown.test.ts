import { Component, MarkdownRenderer, sanitizeHTMLToDom } from 'obsidian';
import type { Host } from '.';
import { startHost } from './startHost';

let host: Host;
let component: Component;
beforeEach(() => {
  component = new Component();
  component.load();
});
afterEach(() => {
  component.unload();
  host.destroy();
});

async function render(text: string): Promise<HTMLElement> {
  if (!host) ({ host } = await startHost());
  const el = createDiv();
  await MarkdownRenderer.render(host.app, text, el, 'a.md', component);
  return el;
}

beforeEach(async () => {
  ({ host } = await startHost());
});

test('links of all kinds', async () => {
  const el = await render(
    '[[Dana Ochoa]] [[Omar#Notes]] [[Jo|her]] ![[pic.png]] [web](https://x.test) [file](b.md)',
  );
  const links = [...el.querySelectorAll('a.internal-link')];
  expect(links.map(link => [link.getAttribute('data-href'), link.textContent])).toEqual([
    ['Dana Ochoa', 'Dana Ochoa'],
    ['Omar#Notes', 'Omar > Notes'],
    ['Jo', 'her'],
    ['b.md', 'file'],
  ]);
  expect(el.querySelector('.internal-embed')?.getAttribute('src')).toBe('pic.png');
  expect(el.querySelector('a.external-link')?.getAttribute('href')).toBe('https://x.test');
});

test('tasks carry their sign; two characters in the box are no task', async () => {
  const el = await render('- [ ] open\n- [x] done\n- [?] proposed\n- [ ?] none\n- plain\n');
  const items = [...el.querySelectorAll('li')];
  expect(items.map(item => item.getAttribute('data-task'))).toEqual(['', 'x', '?', null, null]);
  expect(
    items.map(item => item.querySelector<HTMLInputElement>('.task-list-item-checkbox')?.checked),
  ).toEqual([false, true, true, undefined, undefined]);
});

test('callouts have a type, a title and content', async () => {
  const el = await render('> [!warning]- Careful\n> Mind the **gap**.\n\n> plain quote\n');
  const callout = el.querySelector<HTMLElement>('.callout');
  expect(callout?.dataset).toMatchObject({ callout: 'warning', calloutFold: '-' });
  expect(callout?.querySelector('.callout-title')?.textContent).toBe('Careful');
  expect(callout?.querySelector('.callout-content')?.textContent?.trim()).toBe('Mind the gap.');
  expect(el.querySelectorAll('blockquote')).toHaveLength(1);
});

test('tags are links, but not in code, and numbers are no tags', async () => {
  const el = await render('#task and #a/b, `#code`, #1 x#y\n');
  expect([...el.querySelectorAll('a.tag')].map(tag => tag.textContent)).toEqual(['#task', '#a/b']);
  expect(el.textContent?.trim()).toBe('#task and #a/b, #code, #1 x#y');
});

test('comments and front matter are not shown', async () => {
  const el = await render('---\nx: 1\n---\nseen %%not seen%%\n');
  expect(el.textContent?.replace(/\s+/g, ' ').trim()).toBe('seen');
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror="alert(1)">',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[[x" onmouseover="alert(1)]]',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
])('nothing of %s can run', async text => {
  const el = await render(text);
  expect(el.querySelector('script, iframe, [onerror], [onmouseover], [href^="javascript:"]')).toBeNull();
});

test('sanitised HTML keeps its marks and loses its handlers', () => {
  const el = createDiv();
  el.append(sanitizeHTMLToDom('<b onclick="x()">bold</b><script>x()</script>'));
  expect(el.innerHTML).toBe('<b>bold</b>');
});
