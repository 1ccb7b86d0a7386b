// Builds what ships: main.js (the plugin) and dist/rapport.cjs (the headless program); with --workbench also what
// `npm start` and the browser tests need. Fails when main.js breaks a promise made to users.
import { build, context } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 256;

/** What the app brings along. Anything else left external would fail at start, first of all on a phone. */
const EXTERNAL = [
  'obsidian',
  'electron',
  '@codemirror/autocomplete',
  '@codemirror/collab',
  '@codemirror/commands',
  '@codemirror/language',
  '@codemirror/lint',
  '@codemirror/search',
  '@codemirror/state',
  '@codemirror/view',
  '@lezer/common',
  '@lezer/highlight',
  '@lezer/lr',
];

const { version } = JSON.parse(await readFile('manifest.json', 'utf8'));

const plugin = {
  entryPoints: ['src/main.ts'],
  outfile: 'main.js',
  bundle: true,
  format: 'cjs',
  platform: 'browser',
  target: 'es2021',
  external: EXTERNAL,
  jsx: 'automatic',
  jsxImportSource: 'preact',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

const headless = {
  entryPoints: ['src/headless/cli.ts'],
  outfile: 'dist/rapport.cjs',
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  banner: { js: '#!/usr/bin/env node' },
  define: { RAPPORT_VERSION: JSON.stringify(version) },
  minify: true,
  logLevel: 'warning',
};

const [mode] = process.argv.slice(2);
if (mode === '--watch') await watch();
else if (mode === '--workbench') await (await import('./test/workbench/build.mjs')).buildWorkbench();
else if (mode === '--scripts') await buildScripts();
else await buildShipped();

async function buildShipped() {
  const [{ metafile }] = await Promise.all([
    build({ ...plugin, minify: true, sourcemap: false, define: { 'process.env.NODE_ENV': '"production"' } }),
    build(headless),
  ]);
  await checkPlugin(metafile);
}

async function watch() {
  const contexts = await Promise.all([
    context({ ...plugin, sourcemap: 'inline', logLevel: 'info' }),
    context(headless),
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
        ...headless,
        entryPoints: [script],
        outfile: `dist/${basename(script, '.ts')}.cjs`,
        external: ['playwright-core'],
        minify: false,
        banner: {},
      }),
    ),
    build({ ...page, entryPoints: ['test/bench/page.ts'], outfile: 'dist/benchPage.js' }),
  ]);
}

async function checkPlugin(metafile) {
  const code = await readFile('main.js', 'utf8');
  const { imports, inputs } = metafile.outputs['main.js'];
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
  console.log(`main.js ${kb.toFixed(1)} KB (${(gzipSync(code).length / 1024).toFixed(1)} KB gzipped)`);
  for (const [room, bytes] of bytesByPackage(inputs))
    console.log(`  ${(bytes / 1024).toFixed(1).padStart(6)} KB  ${room}`);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}

function bytesByPackage(inputs) {
  const bytes = new Map();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    const room =
      /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path.split('/').slice(0, 2).join('/');
    bytes.set(room, (bytes.get(room) ?? 0) + bytesInOutput);
  }
  return [...bytes].sort(([, a], [, b]) => b - a);
}
