// Builds the workbench into dist/workbench: the page, the server, the program that takes the pictures.
import { build } from 'esbuild';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, '../../dist/workbench');
const STATIC = ['page.html', 'app.css', 'workbench.css'];

/** How a page with the stand-in host in it is built. */
export const page = {
  entryPoints: [join(HERE, 'page/page.ts')],
  outfile: join(OUT, 'page.js'),
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'chrome120',
  alias: { obsidian: join(HERE, '../host/obsidian.ts') },
  external: ['electron', 'jest', 'vitest'],
  minify: true,
  keepNames: true,
  metafile: true,
  logLevel: 'warning',
};

const programs = {
  entryPoints: ['server', 'screenshots'].map(name => join(HERE, `${name}.ts`)),
  outdir: OUT,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  logLevel: 'warning',
};

export async function buildWorkbench() {
  await mkdir(join(OUT, 'emoji'), { recursive: true });
  const [{ metafile }] = await Promise.all([
    build(page),
    build(programs),
    ...STATIC.map(name => copyFile(join(HERE, name), join(OUT, name))),
    copyEmojiFont(),
  ]);
  checkOneCodeMirror(metafile);
}

/** With a second copy the editor ignores extensions, silently. */
function checkOneCodeMirror({ inputs }) {
  const copies = Object.keys(inputs).filter(path =>
    /@codemirror\/(?:state|view)\/dist\/index\.js$/.test(path),
  );
  if (copies.length !== 2) throw new Error(`More than one copy of CodeMirror: ${copies.join(', ')}`);
}

/**
 * The font's files and a style sheet that names them, so that signs such as 📅 show on every machine.
 * Of the package's two forms `woff2` has its pictures as SVG, which Chromium does not draw; `woff` has both kinds.
 */
async function copyEmojiFont() {
  const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-color-emoji/package.json'));
  const css = await readFile(join(folder, '400.css'), 'utf8');
  const faces = [...css.matchAll(/noto-color-emoji-(\d+)-400-normal\.woff2[^}]*unicode-range: ([^;]+);/g)];
  await Promise.all(
    faces.map(([, number]) =>
      copyFile(
        join(folder, `files/noto-color-emoji-${number}-400-normal.woff`),
        join(OUT, `emoji/${number}.woff`),
      ),
    ),
  );
  await writeFile(
    join(OUT, 'emoji.css'),
    faces.map(([, number, range]) => fontFace(number, range)).join('\n'),
  );
}

const fontFace = (number, range) => `@font-face {
  font-family: 'Workbench Emoji';
  src: url('emoji/${number}.woff') format('woff');
  unicode-range: ${range.split(',').filter(isSign).join(', ')};
}
`;

/** Digits and letters that can begin an emoji belong to the text's own font. */
const isSign = range => Number.parseInt(range.replace(/^U\+/, ''), 16) >= 0x2000;

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWorkbench();
