import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../written';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder with these files in it, gone after the test. */
function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'rapport-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');
const readJson = (...path: string[]): unknown => JSON.parse(read(...path));

const runScript = (name: string, cwd: string, ...words: string[]) =>
  spawnSync(process.execPath, [join(ROOT, 'scripts', name), ...words], { cwd, encoding: 'utf8' });

describe('the build', () => {
  /** What is built from the sources where they lie elsewhere: path → hash. */
  function build(): Record<string, string> {
    const folder = folderWith({});
    for (const path of ['src', 'scripts', 'esbuild.config.mjs', 'manifest.json', 'package.json'])
      cpSync(join(ROOT, path), join(folder, path), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
    // Whether it is small enough is for `npm run build` to say.
    spawnSync(process.execPath, ['esbuild.config.mjs'], { cwd: folder });
    return Object.fromEntries(
      ['main.js', 'dist/rapport.cjs'].map(path => [
        path,
        createHash('sha256').update(read(folder, path)).digest('hex'),
      ]),
    );
  }

  test('gives the same bytes, wherever the sources lie', () => expect(build()).toEqual(build()));
});

describe('install-plugin', () => {
  const BUILT = { 'main.js': 'code', 'manifest.json': '{}', 'styles.css': 'rules' };
  const install = (...words: string[]) => runScript('installPlugin.mjs', folderWith(BUILT), ...words);

  test('copies three files and leaves the settings alone, the first time and again', () => {
    const vault = folderWith({
      '.obsidian/plugins/rapport/data.json': '{"version":1}',
      '.obsidian/plugins/rapport/main.js': 'old',
    });
    for (let i = 0; i < 2; i++) expect(install(vault)).toMatchObject({ status: 0, stderr: '' });
    const installed = join(vault, '.obsidian/plugins/rapport');
    expect(readdirSync(installed).sort()).toEqual(['data.json', 'main.js', 'manifest.json', 'styles.css']);
    expect(read(installed, 'main.js')).toBe('code');
    expect(read(installed, 'data.json')).toBe('{"version":1}');
  });

  test('makes the folders of a vault that has no plugin yet', () => {
    const vault = folderWith({ '.obsidian/app.json': '{}' });
    expect(install(vault)).toMatchObject({ status: 0 });
    expect(existsSync(join(vault, '.obsidian/plugins/rapport/styles.css'))).toBe(true);
  });

  test('refuses a folder that is no vault, and writes nothing there', () => {
    const folder = folderWith({ 'note.md': '' });
    expect(install(folder)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no folder .obsidian'),
    });
    expect(readdirSync(folder)).toEqual(['note.md']);
    expect(install()).toMatchObject({ status: 2 });
  });
});

describe('the version', () => {
  const project = (version: string) => ({
    'package.json': JSON.stringify({ version }),
    'package-lock.json': JSON.stringify({ version, packages: { '': { version } } }),
    'manifest.json': JSON.stringify({ id: 'x', version: '0.1.0', minAppVersion: '1.13.0' }),
    'versions.json': JSON.stringify({ '0.1.0': '1.12.0' }),
    'CHANGELOG.md': '# Changes\n\n## 0.2.0\n\n## 0.1.0\n',
  });

  test('is the same in every file of this project', () =>
    expect(runScript('version.mjs', ROOT, '--check')).toMatchObject({ status: 0, stderr: '' }));

  test('of the package goes into manifest and versions, beside those that were there', () => {
    const folder = folderWith(project('0.2.0'));
    expect(runScript('version.mjs', folder)).toMatchObject({ status: 0 });
    expect(readJson(folder, 'manifest.json')).toEqual({ id: 'x', version: '0.2.0', minAppVersion: '1.13.0' });
    expect(readJson(folder, 'versions.json')).toEqual({ '0.1.0': '1.12.0', '0.2.0': '1.13.0' });
    expect(runScript('version.mjs', folder, '--check', '0.2.0')).toMatchObject({ status: 0, stderr: '' });
  });

  test('is checked: each place that says something else is named', () => {
    const { status, stderr } = runScript('version.mjs', folderWith(project('0.3.0')), '--check', 'v0.3.0');
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      'manifest.json says 0.1.0, package.json says 0.3.0',
      'the tag says v0.3.0, package.json says 0.3.0',
      'versions.json has no 0.3.0 for 1.13.0',
      'CHANGELOG.md has no heading ## 0.3.0',
    ]);
  });
});
