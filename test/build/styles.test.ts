import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const css = readFileSync(join(__dirname, '../../styles.css'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
/** What the stand-in app defines, as the official documentation lists it. */
const app = readFileSync(join(__dirname, '../workbench/app.css'), 'utf8');

const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({
  selectors: selector.split(',').map(each => each.trim()),
  body,
}));

test('there are rules', () => expect(rules.length).toBeGreaterThan(100));

test('no rule is without one of the plugin’s own classes', () => {
  const foreign = rules
    .flatMap(({ selectors }) => selectors)
    .filter(selector => !selector.includes('.rapport-'));
  expect(foreign).toEqual([]);
});

test('nothing is important, and no colour is hard-coded', () => {
  expect(css).not.toContain('!important');
  const colours = rules.flatMap(({ body }) => body.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(\s*\d/gi) ?? []);
  expect(colours).toEqual([]);
});

test('every variable is one the app documents, or the plugin’s own', () => {
  const used = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name));
  const unknown = [...used].filter(name => !name.startsWith('--rapport-') && !app.includes(`${name}:`));
  expect(unknown).toEqual([]);
});
