import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import obsidianmd from 'eslint-plugin-obsidianmd';
import { PlainTextParser } from 'eslint-plugin-obsidianmd/dist/lib/plainTextParser.js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Which rooms a room may not look into. Arrows point down: features → ui, vault → core; headless → core. */
const BOUNDARIES = {
  core: ['vault', 'features', 'ui', 'headless'],
  vault: ['features', 'ui', 'headless'],
  ui: ['features', 'vault', 'headless'],
  headless: ['vault', 'features', 'ui'],
  features: ['headless'],
};

/** Packages a room may not know. */
const FOREIGN_PACKAGES = {
  core: ['obsidian', 'preact', 'preact/*', '@preact/*', '@codemirror/*', 'node:*', 'gray-matter', 'yaml'],
  vault: ['preact', 'preact/*', '@preact/*', 'node:*', 'gray-matter', 'yaml'],
  ui: ['node:*', 'gray-matter', 'yaml'],
  features: ['node:*', 'gray-matter', 'yaml'],
  headless: ['obsidian', 'preact', 'preact/*', '@preact/*'],
};

/** Inside core: words ← note ← graph ← query ← answers, note ← edit ← answers. */
const CORE_BOUNDARIES = {
  note: ['graph', 'edit', 'query', 'answers'],
  graph: ['edit', 'query', 'answers'],
  edit: ['graph', 'query', 'answers'],
  query: ['edit', 'answers'],
  words: ['note', 'graph', 'edit', 'query', 'answers'],
};

const FEATURES = [
  'sidebar',
  'hover',
  'editor',
  'commands',
  'settings',
  'names',
  'mentions',
  'brief',
  'bases',
  'codeblock',
  'map',
  'triage',
  'cli',
  'links',
  'api',
  'menus',
];

/** The plain rule, since the official config uses typescript-eslint's for bans of its own. */
const forbid = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const roomsOf = rooms => rooms.flatMap(room => [`**/${room}/**`, `**/${room}`]);
const packagesOf = room => ({
  group: FOREIGN_PACKAGES[room],
  message: `src/${room} does not know this package.`,
});
const boundary = room => [
  { group: roomsOf(BOUNDARIES[room]), message: `src/${room} does not look into this room.` },
  packagesOf(room),
];

export default defineConfig([
  globalIgnores(['node_modules', 'dist', 'main.js', 'coverage', 'test/sample-vault', '.cache']),
  // What ships: the official rules, none of them off.
  {
    files: ['src/**/*.{ts,tsx}', 'package.json'],
    ignores: ['src/headless/**'],
    extends: [obsidianmd.configs.recommended],
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
  },
  // What never runs in the app: the headless program, tests, the stand-in host, the workbench, build files.
  {
    files: ['src/headless/**/*.ts', 'test/**/*.{ts,tsx}'],
    extends: [eslint.configs.recommended, tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    extends: [eslint.configs.recommended],
    languageOptions: { globals: globals.node },
  },
  // `recommended` turns these two on but has no files entry for them.
  {
    files: ['manifest.json'],
    plugins: { obsidianmd },
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: null, extraFileExtensions: ['.json'] },
    },
    rules: { ...tseslint.configs.disableTypeChecked.rules, 'obsidianmd/validate-manifest': 'error' },
  },
  {
    files: ['LICENSE'],
    plugins: { obsidianmd },
    languageOptions: { parser: PlainTextParser },
    rules: { 'obsidianmd/validate-license': 'error' },
  },
  ...Object.keys(BOUNDARIES)
    .filter(room => room !== 'core' && room !== 'features')
    .map(room => forbid([`src/${room}/**`], boundary(room))),
  forbid(['src/core/*.ts'], boundary('core')),
  ...Object.entries(CORE_BOUNDARIES).map(([room, others]) =>
    forbid(
      [`src/core/${room}/**`],
      [
        ...boundary('core'),
        { group: roomsOf(others), message: `src/core/${room} does not look into this room.` },
      ],
    ),
  ),
  forbid(['src/features/*.{ts,tsx}'], boundary('features')),
  ...FEATURES.map(feature =>
    forbid(
      [`src/features/${feature}/**`],
      [
        ...boundary('features'),
        {
          group: FEATURES.filter(other => other !== feature).flatMap(other => [
            `../${other}`,
            `../${other}/**`,
          ]),
          message: 'One feature never imports another.',
        },
      ],
    ),
  ),
]);
