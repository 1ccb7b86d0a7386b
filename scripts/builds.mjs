// What ships, as esbuild is told to build it: the plugin and the headless program.
import { readFileSync } from 'node:fs';
import { shortenWords } from './shortenWords.mjs';

/** What the app brings along. Anything else left external would fail at start, first of all on a phone. */
export const EXTERNAL = [
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

export const PLUGIN = {
  entryPoints: ['src/main.ts'],
  outfile: 'main.js',
  bundle: true,
  minify: true,
  format: 'cjs',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  define: { 'process.env.NODE_ENV': '"production"' },
  external: EXTERNAL,
  plugins: [shortenWords],
  // Calls of `h` are 3 KB shorter than those of the automatic runtime that types and tests use; they mean the same.
  inject: ['src/ui/jsx.ts'],
  tsconfigRaw: { compilerOptions: { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' } },
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** What terser finds in `main.js` after esbuild: 5 KB. No class or function of ours hangs on its name or its `length`. */
export const SHORTEN = {
  module: true,
  compress: {
    passes: 3,
    hoist_funs: true,
    ecma: 2020,
    unsafe_arrows: true,
    keep_fargs: false,
    hoist_props: true,
  },
  format: { ecma: 2020 },
};

export const PROGRAM = {
  entryPoints: ['src/headless/cli.ts'],
  outfile: 'dist/rapport.cjs',
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  banner: { js: '#!/usr/bin/env node' },
  define: { RAPPORT_VERSION: JSON.stringify(JSON.parse(readFileSync('manifest.json', 'utf8')).version) },
  minify: true,
  metafile: true,
  logLevel: 'warning',
};

/** The package a file that was built in came from; undefined for a file of ours. */
export const packageOf = path => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
