// Builds what ships: main.js (the plugin) and dist/rapport.cjs (the headless program); with --workbench also what
// `npm start` and the browser tests need. Fails when main.js breaks a promise made to users.
import { build, context } from 'esbuild';
import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { minify } from 'terser';
import { EXTERNAL, packageOf, PLUGIN, PROGRAM, SHORTEN } from './scripts/builds.mjs';
import { buildLazily } from './scripts/lazyRooms.mjs';
import { noticeOf } from './scripts/licences.mjs';

/** Of it German is 22 KB, the notices of packages 1. */
const LIMIT_KB = 306;

const [mode] = process.argv.slice(2);
if (mode === '--watch') await watch();
else if (mode === '--workbench') await (await import('./test/workbench/build.mjs')).buildWorkbench();
else if (mode === '--scripts') await buildScripts();
else await buildShipped();

async function buildShipped() {
  const [{ inputs, imports }] = await Promise.all([buildLazily(PLUGIN), build(PROGRAM)]);
  const shortened = await minify(await readFile(PLUGIN.outfile, 'utf8'), SHORTEN);
  const packages = new Set(inputs.flatMap(([path]) => packageOf(path) ?? []));
  const code = noticeOf([...packages].sort()) + shortened.code;
  await writeFile(PLUGIN.outfile, code);
  checkPlugin(code, inputs, imports);
}

async function watch() {
  const contexts = await Promise.all([
    context({ ...PLUGIN, minify: false, define: {}, sourcemap: 'inline', logLevel: 'info' }),
    context(PROGRAM),
  ]);
  await Promise.all(contexts.map(each => each.watch()));
  console.log('Watching. Stop with Ctrl+C.');
}

/** What `npm run bench` and `npm run fuzz` run. */
async function buildScripts() {
  const { page } = await import('./test/workbench/build.mjs');
  const scripts = [
    'test/bench/bench.ts',
    'test/bench/readAndSplit.ts',
    'test/bench/memory.ts',
    'test/fuzz.ts',
  ];
  await Promise.all([
    ...scripts.map(script =>
      build({
        ...PROGRAM,
        entryPoints: [script],
        outfile: `dist/${basename(script, '.ts')}.cjs`,
        external: ['playwright-core'],
        banner: {},
      }),
    ),
    build({ ...page, entryPoints: ['test/bench/page.ts'], outfile: 'dist/benchPage.js' }),
  ]);
}

function checkPlugin(code, inputs, imports) {
  const kb = Buffer.byteLength(code) / 1024;
  const problems = [
    ...imports
      .filter(({ path, external }) => external && !EXTERNAL.includes(path))
      .map(({ path }) => `main.js requires ${path}, which the app does not bring along`),
    ...['eval(', 'new Function', 'sourceMappingURL']
      .filter(word => code.includes(word))
      .map(word => `main.js contains ${word}`),
    ...(kb > LIMIT_KB ? [`main.js has ${kb.toFixed(1)} KB, the limit is ${LIMIT_KB} KB`] : []),
  ];
  console.log(
    `main.js ${kb.toFixed(1)} KB (${(gzipSync(code).length / 1024).toFixed(1)} KB gzipped); before terser:`,
  );
  for (const [room, bytes] of bytesByPackage(inputs))
    console.log(`  ${(bytes / 1024).toFixed(1).padStart(6)} KB  ${room}`);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}

function bytesByPackage(inputs) {
  const bytes = new Map();
  for (const [path, bytesInOutput] of inputs) {
    const room = packageOf(path) ?? path.split('/').slice(0, 2).join('/');
    bytes.set(room, (bytes.get(room) ?? 0) + bytesInOutput);
  }
  return [...bytes].sort(([, a], [, b]) => b - a);
}
