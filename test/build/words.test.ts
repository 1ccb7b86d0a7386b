import { build } from 'esbuild';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { shortenWords } from '../../scripts/shortenWords.mjs';
import { en } from '../../src/core/words';
import { ROOT } from '../written';

/** Two words, which no name of a thing in code is. */
const IS_SAID = /\p{L}[^\p{L}\n]*\s[^\p{L}\n]*\p{L}/u;
const HAS_LETTER = /\p{L}/u;
const IS_SENTENCE = /^\p{Lu}\p{Ll}* \p{L}/u;

/** What programs read: command lines, exports, other plugins, issues. It is English whatever the app speaks. */
const FOR_PROGRAMS =
  /^src\/(core\/(answers\/|query\/graphml|edit\/unifiedDiff|countOf)|features\/(cli|api)\/|features\/commands\/debugReport)/;
/** Words that are looked for in what is read; sentences are said here too. */
const VOCABULARY =
  /^src\/core\/(graph|note)\/|^src\/core\/(englishDates|readDateWords|nameDecisions|tasksStatuses)\.ts$/;
/** Classes, selectors, media queries, positions. */
const TECHNICAL = /rapport-|clickable-icon|^:scope|^\(prefers|^translate\(|^input, |^\.[a-z]/;
/** Whole texts, … for what varies, each with the reason why it stands where it stands. */
const ALLOWED: readonly string[] = [
  // Read again in notes, or in what was saved.
  '(duplicate of …)',
  'not a person',
  // The names of files that others may look for.
  'Rapport export …',
  'avif bmp gif jpeg jpg png svg webp',
  'admin contact hello help hi hr info mail me no-reply noreply office sales support team',
  // Nobody sees it: mistakes of ours, and what is caught.
  'A screen is drawn outside its ScreenProvider.',
  'No item …',
  // Names, and what is typed as it stands.
  '#accepted',
  'Rapport',
  'Mira Lindqvist',
];

/** Where whatever stands is shown, if it is a single word only. */
const SHOWN_NAMES =
  /^(title|aria-label|placeholder|label|text|desc|heading|submit|cancel|empty|rest|about|says|purpose|display)$/;
/** A `name` in a component is an icon's, a `to` in a rule a state. */
const SHOWN_PROPERTIES = /^name$/;
const SHOWN_ATTRIBUTES = /^to$/;
const SHOWING_CALLS =
  /^(Notice|setName|setDesc|setText|setTitle|setPlaceholder|setButtonText|setTooltip|addButton|askInNotice|reportDone|reportFailure)$/;

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .map(path => `src/${path.replaceAll('\\', '/')}`)
  .filter(path => /\.tsx?$/.test(path) && !/^src\/(headless|core\/words)\//.test(path));

/** What a node says, '' for what is no text. */
function textOf(node: ts.Node): string {
  if (ts.isJsxText(node) || ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return '';
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('…');
}

/** Whether a text stands where the app shows it: in an attribute, a property or a call of such a name. */
function isShown(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isJsxAttribute(parent) || ts.isPropertyAssignment(parent)) {
    const name = parent.name.getText().replaceAll("'", '');
    const also = ts.isJsxAttribute(parent) ? SHOWN_ATTRIBUTES : SHOWN_PROPERTIES;
    return parent.name !== node && (SHOWN_NAMES.test(name) || also.test(name));
  }
  if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return false;
  const { expression } = parent;
  return SHOWING_CALLS.test(
    ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText(),
  );
}

function saidOutside(path: string, source: string): string[] {
  const found: string[] = [];
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  ts.forEachChild(file, function visit(node) {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    const text = textOf(node);
    const isSaid = VOCABULARY.test(path)
      ? IS_SENTENCE.test(text)
      : IS_SAID.test(text) || (HAS_LETTER.test(text) && (ts.isJsxText(node) || isShown(node)));
    if (isSaid && !TECHNICAL.test(text)) found.push(text.trim());
    ts.forEachChild(node, visit);
  });
  return found;
}

/** The keys of the tables that code reads, not those a comment names. */
function keysUsed(path: string, source: string): string[] {
  const used: string[] = [];
  ts.forEachChild(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true), function visit(node) {
    if (ts.isPropertyAccessExpression(node) && /^(say|en)$/.test(node.expression.getText()))
      used.push(node.name.text);
    ts.forEachChild(node, visit);
  });
  return used;
}

test('whatever is shown is in the table of words', () => {
  const said = files
    .filter(path => !FOR_PROGRAMS.test(path))
    .flatMap(path => saidOutside(path, readFileSync(join(ROOT, path), 'utf8')).map(text => ({ path, text })));
  expect(said.filter(({ text }) => !ALLOWED.includes(text))).toEqual([]);
  expect(ALLOWED.filter(each => said.every(({ text }) => text !== each))).toEqual([]);
});

test('whatever is in the table is shown', () => {
  const used = new Set(files.flatMap(path => keysUsed(path, readFileSync(join(ROOT, path), 'utf8'))));
  expect(Object.keys(en).filter(key => !used.has(key))).toEqual([]);
});

test.each([
  ['text in a component', 'const a = <p>Nothing</p>;'],
  ['a sentence', "const a = 'Two words';"],
  ['a sentence with what varies', 'const a = `Two ${1} words`;'],
  ['a word in an attribute', 'const a = <p title="Nothing" />;'],
  ['a word in a property', "const a = { placeholder: 'Nothing' };"],
  ['a word in a call', "new Notice('Nothing');"],
  ['a word in a method', "a.setName('Nothing');"],
])('it would find %s', (_, source) => expect(saidOutside('src/features/a.tsx', source)).toHaveLength(1));

test('it would find a sentence among words that are looked for', () =>
  expect(
    saidOutside('src/core/note/a.ts', "report('The note is odd.'); find('the note is odd')"),
  ).toHaveLength(1));

test('a key in a comment is not used', () =>
  expect(keysUsed('a.ts', '// say.cancel\n/** `say.undo` */ show(say.yes, en.noteGone, essay.no);')).toEqual([
    'yes',
    'noteGone',
  ]));

describe('the build', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapport-words-'));
    mkdirSync(join(folder, 'src'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const built = async (use: string): Promise<string> => {
    const path = join(folder, 'src', 'a.ts');
    writeFileSync(
      path,
      `import { say${use.includes('aliased') ? ' as aliased' : ''} } from '../words';\n${use}`,
    );
    const { outputFiles } = await build({
      entryPoints: [path],
      plugins: [shortenWords],
      write: false,
      logLevel: 'silent',
      absWorkingDir: ROOT,
    });
    return outputFiles[0]?.text ?? '';
  };

  test('makes a place in a list of a key', async () => {
    expect(await built('a(say.cancel, say.tasks(say.locale.length));')).toMatch(
      /a\(say\[\d+\], say\[\d+\]\(say\[0\]\.length\)\)/,
    );
  });

  test.each([
    'const { cancel } = say;',
    'say["cancel"];',
    'a(say);',
    'say.noSuchKey;',
    'aliased.cancel;',
    'const words = say; words.cancel;',
  ])('fails on %s', use => expect(built(use)).rejects.toThrow(/write words as say\.key/));
});
