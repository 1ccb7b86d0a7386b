// `npm run install-plugin -- VAULT`: copies the plugin's three files into a vault. Settings stay as they are.
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const FILES = ['main.js', 'manifest.json', 'styles.css'];

const isFolder = path =>
  stat(path).then(
    found => found.isDirectory(),
    () => false,
  );

const [vault, ...more] = process.argv.slice(2);
if (vault === undefined || more.length > 0) fail(2, 'Say into which vault: npm run install-plugin -- VAULT');
const settings = join(resolve(vault), '.obsidian');
if (!(await isFolder(settings)))
  fail(1, `${resolve(vault)} is no vault: it has no folder .obsidian. Open it in Obsidian once.`);

const target = join(settings, 'plugins', 'rapport');
await mkdir(target, { recursive: true });
for (const file of FILES) await copyFile(file, join(target, file));
console.log(`Copied ${FILES.join(', ')} into ${target}`);
console.log('In Obsidian: Settings → Community plugins → Rapport. Where it ran before, turn it off and on.');

function fail(status, reason) {
  console.error(reason);
  process.exit(status);
}
