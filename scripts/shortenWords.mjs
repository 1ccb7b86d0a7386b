// In what ships, the tables of words are lists: `say.openTriage` becomes `say[217]`, so that a good long key costs
// nothing. A use of them that this does not understand fails the build.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import ts from 'typescript';

const HOME = /src\/core\/words\/index\.ts$/;
const TABLE = /src\/core\/words\/(?!index)\w+\.ts$/;
const ENGLISH = 'src/core/words/en.ts';
const TABLES = ['say', 'en'];

export const shortenWords = {
  name: 'shorten words',
  setup(build) {
    let keys = [];
    build.onStart(() => {
      keys = [...tableIn(ENGLISH, readFileSync(ENGLISH, 'utf8')).values.keys()];
    });
    build.onLoad({ filter: /[\\/]src[\\/].*\.tsx?$/ }, ({ path }) => {
      const name = path.replaceAll('\\', '/');
      if (name.includes('/node_modules/')) return undefined;
      const source = readFileSync(path, 'utf8');
      return {
        contents: TABLE.test(name) ? asList(name, source, keys) : shortened(name, source, keys),
        loader: name.endsWith('x') ? 'tsx' : 'ts',
      };
    });
  },
};

const parse = (path, source) => ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);

/** The object that a file of words is named after, and what stands under its keys. */
function tableIn(path, source) {
  let found;
  ts.forEachChild(parse(path, source), function find(node) {
    if (ts.isVariableDeclaration(node) && node.name.text === basename(path, '.ts')) found = node.initializer;
    else ts.forEachChild(node, find);
  });
  const values = new Map(
    found.properties.map(property => {
      if (!ts.isPropertyAssignment(property) || !ts.isIdentifier(property.name)) fail(path, property);
      return [property.name.text, property.initializer.getText()];
    }),
  );
  return { from: found.getStart(), to: found.getEnd(), values };
}

function asList(path, source, keys) {
  const { from, to, values } = tableIn(path, source);
  return `${source.slice(0, from)}[${keys.map(key => values.get(key)).join(',\n')}]${source.slice(to)}`;
}

function shortened(path, source, keys) {
  const edits = [];
  const file = parse(path, source);
  const ours = file.statements
    .filter(each => ts.isImportDeclaration(each) && /\/words$/.test(each.moduleSpecifier.text))
    .flatMap(each => [...each.importClause.namedBindings.elements])
    .filter(({ name, propertyName = name }) => TABLES.includes(propertyName.text))
    .map(each => (each.propertyName ? fail(path, each) : each.name.text));
  if (HOME.test(path)) ours.push(...TABLES);
  ts.forEachChild(file, function visit(node) {
    ts.forEachChild(node, visit);
    const { parent } = node;
    if (!ts.isIdentifier(node) || !ours.includes(node.text) || ts.isImportSpecifier(parent)) return;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
      const index = keys.indexOf(parent.name.text);
      if (index < 0) fail(path, parent);
      edits.push([parent.getStart(), parent.getEnd(), `${node.text}[${index}]`]);
    } else if (!HOME.test(path)) fail(path, parent);
  });
  return edits.reduceRight((text, [from, to, by]) => text.slice(0, from) + by + text.slice(to), source);
}

function fail(path, node) {
  throw new Error(`${path}: write words as say.key or en.key, not “${node.getText()}”`);
}
