import './dom';

afterEach(() => document.body.empty());

test('elements are made with classes, text and attributes, and put where they belong', () => {
  const el = document.body.createDiv({
    cls: ['a', 'b'],
    text: 'hello',
    attr: { 'aria-label': 'x', hidden: null },
  });
  expect([el.className, el.textContent, el.getAttr('aria-label'), el.parentElement]).toEqual([
    'a b',
    'hello',
    'x',
    document.body,
  ]);
  const first = document.body.createSpan({ prepend: true });
  expect(document.body.firstChild).toBe(first);
});

test('find gives null where nothing is found', () => {
  expect(document.body.find('.no-such')).toBeNull();
});

test('on hears only what its selector means, until off', () => {
  const list = document.body.createDiv();
  const item = list.createDiv('item');
  const heard: unknown[] = [];
  const listener = (_event: MouseEvent, target: HTMLElement) => heard.push(target);
  list.on('click', '.item', listener);
  item.createSpan().click();
  list.click();
  list.off('click', '.item', listener);
  item.click();
  expect(heard).toEqual([item]);
});

test('an element is shown where it is in the document and nothing around it is hidden', () => {
  const outer = document.body.createDiv();
  const inner = outer.createDiv();
  expect(inner.isShown()).toBe(true);
  outer.hide();
  expect(inner.isShown()).toBe(false);
  outer.show();
  inner.detach();
  expect(inner.isShown()).toBe(false);
});

test('classes, custom properties and content', () => {
  const el = createDiv();
  el.toggleClass(['a', 'b'], true);
  el.setCssProps({ '--size': '3px' });
  el.setText(createFragment(fragment => fragment.createEl('b', { text: 'bold' })));
  expect([el.className, el.style.getPropertyValue('--size'), el.innerHTML]).toEqual([
    'a b',
    '3px',
    '<b>bold</b>',
  ]);
  el.empty();
  expect(el.childNodes).toHaveLength(0);
});

test('documents and windows are known across windows', () => {
  const el = createDiv();
  expect([el.doc, el.win, activeDocument, activeWindow]).toEqual([document, window, document, window]);
  expect(el.instanceOf(HTMLElement)).toBe(true);
  expect(el.instanceOf(SVGElement)).toBe(false);
});

test('helpers of arrays and strings are not seen by for … in', () => {
  for (const prototype of [Array.prototype, String.prototype]) expect(Object.keys(prototype)).toEqual([]);
  expect([1, 2].contains(2)).toBe(true);
  expect([1, 2].last()).toBe(2);
});
