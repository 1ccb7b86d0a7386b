// main.js is one file, and yet nothing of these rooms is evaluated before it is used. Sources import them like anything
// else; in what ships, whoever does gets doors: functions that enter the room and call what they are named after.
// esbuild finds out what only rooms need, and splits it off as for a site that loads it later; here each such part
// becomes a function, in the one file again, which evaluates the part when it is first called.
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import ts from 'typescript';

/** Files that hand out nothing but functions and classes, which nobody extends, or calls while a file is evaluated. */
export const ROOMS = [
  'src/core/graph/twins/Twins.ts',
  'src/core/readDateWords.ts',
  'src/ui/map/PeopleMapScreen.tsx',
  'src/ui/triage/TriageScreen.tsx',
  'src/ui/triage/TriageSession.ts',
];

/** Builds as `options` say, with lazy rooms. Resolves to what went into the file, with bytes, and what it requires. */
export async function buildLazily(options) {
  const [main] = options.entryPoints;
  const { metafile, outputFiles } = await build({
    ...options,
    plugins: [doorsBeforeRooms(main), ...options.plugins],
    format: 'esm',
    splitting: true,
    outfile: undefined,
    outdir: 'parts',
    write: false,
  });
  const parts = new Map(outputFiles.map(({ path, text }) => [`./${basename(path)}`, text]));
  const first = `./${basename(main, '.ts')}.js`;
  const joined = await build({
    ...options,
    plugins: [partsInOneFile(first, parts)],
    entryPoints: undefined,
    // What esbuild would write to say the same is 0.4 KB of getters.
    stdin: { contents: `import plugin from "${first}"; module.exports = plugin;` },
    logOverride: { 'commonjs-variable-in-esm': 'silent' },
    inject: [],
  });
  const [{ imports }] = Object.values(joined.metafile.outputs);
  const inputs = Object.values(metafile.outputs).flatMap(output => Object.entries(output.inputs));
  return {
    inputs: inputs.map(([path, { bytesInOutput }]) => [path.replace(/^(?:door|room):/, ''), bytesInOutput]),
    imports,
  };
}

const doorsBeforeRooms = main => ({
  name: 'doors before rooms',
  setup(build) {
    const byImport = new Map(ROOMS.map(room => [room.replace(/\.tsx?$/, ''), room]));
    build.onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
      const room = byImport.get(relative('.', join(resolveDir, path)).replaceAll('\\', '/'));
      return room && { path: room, namespace: 'door' };
    });
    build.onLoad({ filter: /./, namespace: 'door' }, ({ path }) => ({ contents: doorsOf(path) }));
    build.onResolve({ filter: /^room:/ }, ({ path }) => ({ path: path.slice(5), namespace: 'room' }));
    // As if every room needed whatever is there from the start: then all of that is one part, in its order.
    build.onLoad({ filter: /./, namespace: 'room' }, ({ path }) => ({
      contents: `import "./${main}"; export * from "./${path}";`,
      resolveDir: '.',
    }));
  },
});

const parse = (path, text) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

function doorsOf(room) {
  const inside = name => `import("room:${room}").${name}`;
  const toFunction = name => `export const ${name} = (...given) => ${inside(name)}(...given);`;
  const toClass = name =>
    `export function ${name}(...given) { return Reflect.construct(${inside(name)}, given); }`;
  const doorsTo = node => {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return [];
    if (ts.isFunctionDeclaration(node)) return [toFunction(node.name.text)];
    if (ts.isClassDeclaration(node)) return [toClass(node.name.text)];
    return (node.declarationList?.declarations ?? [node]).map(({ name, initializer }) => {
      if (initializer && ts.isArrowFunction(initializer)) return toFunction(name.text);
      throw new Error(`${room}: a lazy room hands out functions and classes, not “${node.getText()}”`);
    });
  };
  const isExported = node =>
    ts.isExportDeclaration(node) || node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return parse(room, readFileSync(room, 'utf8')).statements.filter(isExported).flatMap(doorsTo).join('\n');
}

const partsInOneFile = (first, parts) => ({
  name: 'parts in one file',
  setup(build) {
    const fromTheStart = partsNeededBy(first, parts);
    const isLazy = path => parts.has(path) && !fromTheStart.has(path);
    build.onResolve({ filter: /^\.\// }, ({ path }) => ({ path, namespace: 'part' }));
    build.onResolve({ filter: /^[^.]/, namespace: 'part' }, ({ path }) => ({ path, namespace: 'outside' }));
    build.onLoad({ filter: /./, namespace: 'outside' }, ({ path }) => ({
      contents: takenOnce(path, [...parts.values()]),
    }));
    build.onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({
      contents: withDoorsOpen(isLazy(path) ? asFunction(parts.get(path), isLazy) : parts.get(path)),
    }));
  },
});

const importsOf = file => file.statements.filter(ts.isImportDeclaration);
const partNamedBy = ({ moduleSpecifier }) => moduleSpecifier.text;

/** Asks the app for a module once, and for each thing in it, however many files need it. */
function takenOnce(path, parts) {
  const names = parts
    .flatMap(part => importsOf(parse('part.js', part)))
    .filter(each => partNamedBy(each) === path)
    .flatMap(({ importClause }) => importClause.namedBindings.elements)
    .map(({ name, propertyName = name }) => propertyName.text);
  return `export const { ${[...new Set(names)].join(', ')} } = require("${path}");`;
}

/** A part and all that it imports. */
function partsNeededBy(path, parts, known = new Set()) {
  if (known.has(path) || !parts.has(path)) return known;
  known.add(path);
  for (const each of importsOf(parse(path, parts.get(path)))) partsNeededBy(partNamedBy(each), parts, known);
  return known;
}

/** The part as a function `enter`, which fills in what the part exports; called again it does nothing. */
function asFunction(part, isLazy) {
  const file = parse('part.js', part);
  const imports = importsOf(file);
  const needed = imports.map(partNamedBy).filter(isLazy);
  const exported = file.statements
    .filter(ts.isExportDeclaration)
    .flatMap(({ exportClause }) => [...exportClause.elements]);
  const body = file.statements.filter(each => !ts.isImportDeclaration(each) && !ts.isExportDeclaration(each));
  return [
    ...imports.map(each => each.getText()),
    ...needed.map((path, i) => `import { enter as $enter${i} } from "${path}";`),
    ...exported.map(({ name }, i) => `let $out${i}; export { $out${i} as ${name.text} };`),
    'export let enter = () => {',
    'enter = () => {};',
    ...needed.map((_, i) => `$enter${i}();`),
    ...body.map(each => `${each.getText()};`),
    ...exported.map(({ name, propertyName = name }, i) => `$out${i} = ${propertyName.text};`),
    '};',
  ].join('\n');
}

/** Where esbuild would load a part and take something out of it, the part is entered and the thing is there. */
function withDoorsOpen(part) {
  const imports = [];
  const text = part.replace(/\bimport\("(\.\/[^"]+)"\)\.([\w$]+)/g, (_, path, name) => {
    const i = imports.length;
    imports.push(`import { enter as $go${i}, ${name} as $to${i} } from "${path}";`);
    return `($go${i}(), $to${i})`;
  });
  return [...imports, text].join('\n');
}
