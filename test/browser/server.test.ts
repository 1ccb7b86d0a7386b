import { mkdir, readdir, symlink } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { startWorkbench, type Workbench } from '../workbench/startWorkbench';
import { vaultOnDisk, type VaultOnDisk } from './vaultOnDisk';

const ROOT = join(__dirname, '../..');
const NOTE = '- [ ] One\r\n\ttwo  \r\n';

let vault: VaultOnDisk;
let outside: VaultOnDisk;
let workbench: Workbench;
let token: string;

beforeEach(async () => {
  vault = await vaultOnDisk({ 'Note.md': NOTE, '.hidden/secret.md': 'secret' });
  outside = await vaultOnDisk({ 'private.md': 'private' });
  workbench = await startWorkbench({ root: ROOT, vault: vault.path, inPlace: true, port: 0 });
  token = /name="workbench-token" content="([^"]+)"/.exec((await get('/')).body)?.[1] ?? '';
});

afterEach(async () => {
  await workbench.discard();
  await vault.destroy();
  await outside.destroy();
});

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Sends exactly these headers, which `fetch` would not. */
function send(method: string, path: string, headers: Record<string, string>, body = ''): Promise<Answer> {
  const { hostname, port } = new URL(workbench.url);
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, method, path, headers }, response => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
      response.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });
}

const get = (path: string, headers: Record<string, string> = {}) => send('GET', path, headers);

const own = () => ({
  origin: workbench.url.slice(0, -1),
  'content-type': 'application/json',
  'x-workbench-token': token,
});

const post = (path: string, words: object, headers: Record<string, string | undefined> = {}) => {
  const all = Object.entries({ ...own(), ...headers }).filter(([, value]) => value !== undefined);
  return send('POST', path, Object.fromEntries(all) as Record<string, string>, JSON.stringify(words));
};

async function notes(): Promise<Record<string, { etag: string; text: string }>> {
  const lines = (await get('/vault/files')).body.split('\n').filter(line => line !== '');
  const files = lines.map(line => JSON.parse(line) as { path: string; etag: string; text: string });
  return Object.fromEntries(files.map(file => [file.path, file]));
}

const write = async (path: string, text: string, headers?: Record<string, string | undefined>) =>
  post('/vault/write', { path, text, etag: (await notes())[path]?.etag ?? null }, headers);

test('serves the notes byte for byte, without what the app hides', async () => {
  expect(Object.keys(await notes())).toEqual(['Note.md']);
  expect((await notes())['Note.md']?.text).toBe(NOTE);
});

test('writes byte for byte, and leaves no draft behind', async () => {
  const text = '\uFEFFğŸ“… \r\n\n trailing \t';
  expect((await write('Note.md', text)).status).toBe(204);
  expect((await write('New.md', '')).status).toBe(204);
  expect(await vault.read('Note.md')).toBe(text);
  expect((await readdir(vault.path)).sort()).toEqual(['.hidden', 'New.md', 'Note.md']);
});

test('does not write over what another program wrote', async () => {
  const { etag } = (await notes())['Note.md']!;
  await vault.write('Note.md', 'theirs');
  expect((await post('/vault/write', { path: 'Note.md', text: 'ours', etag })).status).toBe(409);
  expect((await post('/vault/write', { path: 'Note.md', text: 'ours', etag: null })).status).toBe(409);
  expect(await vault.read('Note.md')).toBe('theirs');
});

test('renames without overwriting, and removes into the vault’s trash', async () => {
  await vault.write('B.md', 'b');
  expect((await post('/vault/rename', { from: 'B.md', to: 'Note.md' })).status).toBe(409);
  expect((await post('/vault/rename', { from: 'B.md', to: 'C.md' })).status).toBe(204);
  expect((await post('/vault/remove', { path: 'C.md' })).status).toBe(204);
  expect(await vault.read('Note.md')).toBe(NOTE);
  expect(await vault.read('.trash/C.md')).toBe('b');
});

test.each(['evil.example', 'evil.example:80', '127.0.0.1', 'localhost:1'])(
  'refuses the host %p',
  async host => {
    for (const path of ['/', '/main.js', '/vault/files'])
      expect((await get(path, { host })).status).toBe(403);
    expect((await write('Note.md', 'x', { host })).status).toBe(403);
    expect(await vault.read('Note.md')).toBe(NOTE);
  },
);

test.each([
  ['a foreign origin', { origin: 'http://evil.example' }],
  ['another port of this computer', { origin: 'http://127.0.0.1:1' }],
  ['an opaque origin', { origin: 'null' }],
  ['no origin at all', { origin: undefined }],
  ['no origin, another site', { origin: undefined, 'sec-fetch-site': 'cross-site' }],
  ['no origin, typed by the user', { origin: undefined, 'sec-fetch-site': 'none' }],
  ['no token', { 'x-workbench-token': undefined }],
  ['a wrong token', { 'x-workbench-token': 'x'.repeat(32) }],
])('refuses a write from %s', async (_, headers) => {
  expect((await write('Note.md', 'x', headers)).status).toBe(403);
  expect(await vault.read('Note.md')).toBe(NOTE);
});

test('lets a write without origin pass where the browser says it is the same', async () => {
  const headers = { origin: undefined, 'sec-fetch-site': 'same-origin' };
  expect((await write('Note.md', 'x', headers)).status).toBe(204);
});

test('does not give notes to another site’s page', async () => {
  for (const path of ['/vault/files', '/vault/changes', '/data']) {
    expect((await get(path, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await get(path, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  }
});

const ESCAPES = [
  '../private.md',
  'a/../../private.md',
  './Note.md',
  '/etc/passwd',
  '//etc/passwd',
  'C:\\x.md',
  '..\\private.md',
  'a\0.md',
  '.hidden/secret.md',
  '.obsidian/app.json',
  'a/.b.md',
  'a//b.md',
  'a/',
  '',
  '.',
];

test.each(process.platform === 'win32' ? [...ESCAPES, 'C:/x.md'] : ESCAPES)(
  'refuses the path %p',
  async path => {
    expect((await post('/vault/write', { path, text: 'x', etag: null })).status).toBe(400);
    expect((await post('/vault/mkdir', { path })).status).toBe(400);
    expect((await post('/vault/remove', { path })).status).toBe(400);
    expect((await post('/vault/rename', { from: 'Note.md', to: path })).status).toBe(400);
    expect((await post('/vault/rename', { from: path, to: 'Stolen.md' })).status).toBe(400);
    expect(await vault.read('Note.md')).toBe(NOTE);
    expect(await vault.read('.hidden/secret.md')).toBe('secret');
    expect((await readdir(vault.path)).sort()).toEqual(['.hidden', 'Note.md']);
  },
);

test('follows no symbolic link', async () => {
  await symlink(outside.path, join(vault.path, 'link'));
  await symlink(join(outside.path, 'private.md'), join(vault.path, 'linked.md'));
  expect(Object.keys(await notes())).toEqual(['Note.md']);
  for (const path of ['link/private.md', 'link/new.md', 'linked.md']) {
    expect((await post('/vault/write', { path, text: 'x', etag: null })).status).toBe(403);
    expect((await post('/vault/remove', { path })).status).toBe(403);
    expect((await post('/vault/rename', { from: path, to: 'Stolen.md' })).status).toBe(403);
  }
  expect(await outside.read('private.md')).toBe('private');
  expect(await readdir(outside.path)).toEqual(['private.md']);
});

test.each([
  '/../package.json',
  '/..%2fpackage.json',
  '/%2e%2e/package.json',
  '/emoji/../../../package.json',
  '/emoji/1.woff/../../../../package.json',
  '/dist/workbench/page.js',
  '/vault/Note.md',
  '/vault/',
  '/emoji/',
  '/constructor',
  '/__proto__',
])('has nothing at %p', async path => {
  expect((await get(path)).status).toBe(404);
  expect((await post(path, {})).status).toBe(404);
});

test.each([
  ['no JSON', '/vault/write', 'etag'],
  ['a list', '/vault/write', '[]'],
  ['a number for a path', '/vault/write', '{"path":1,"text":"x","etag":null}'],
  ['no text', '/vault/write', '{"path":"Note.md","etag":null}'],
])('refuses %s', async (_, path, body) => {
  expect((await send('POST', path, own(), body)).status).toBe(400);
  expect(await vault.read('Note.md')).toBe(NOTE);
});

test('refuses what another site’s form could send, other methods, and what is too large', async () => {
  expect((await post('/vault/write', {}, { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await send('PUT', '/vault/write', own(), '{}')).status).toBe(405);
  const large = await post('/vault/write', { path: 'L.md', text: 'x'.repeat(65 * 1024 * 1024), etag: null });
  expect(large.status).toBe(413);
});

test('the page may load nothing from elsewhere', async () => {
  const policy = String((await get('/')).headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/https?:|\*/);
});

test('listens on this computer only', async () => {
  const { port } = new URL(workbench.url);
  const others = Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal);
  for (const { address } of others)
    await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow('fetch failed');
  expect(new URL(workbench.url).hostname).toBe('127.0.0.1');
});

test('keeps the plugin’s settings out of a vault the plugin is not installed in', async () => {
  expect((await post('/data', { data: { selfNames: ['Mira'] } })).status).toBe(204);
  expect(JSON.parse((await get('/data')).body)).toEqual({ selfNames: ['Mira'] });
  expect((await readdir(vault.path)).sort()).toEqual(['.hidden', 'Note.md']);
});

test('keeps them where the app does in a vault the plugin is installed in', async () => {
  await mkdir(join(vault.path, '.obsidian/plugins/rapport'), { recursive: true });
  const installed = await startWorkbench({ root: ROOT, vault: vault.path, inPlace: true, port: 0 });
  await workbench.discard();
  workbench = installed;
  token = /name="workbench-token" content="([^"]+)"/.exec((await get('/')).body)?.[1] ?? '';
  await post('/data', { data: { hoverCards: false } });
  expect(JSON.parse(await vault.read('.obsidian/plugins/rapport/data.json'))).toEqual({ hoverCards: false });
});

test('works on a copy unless told otherwise', async () => {
  const copy = await startWorkbench({ root: ROOT, vault: vault.path, port: 0 });
  expect(copy.vault).not.toBe(vault.path);
  expect(await readdir(copy.vault)).toEqual(['Note.md']);
  await copy.discard();
});

test.each([
  ['is not there', 'missing', /^There is no folder .*missing$/],
  ['is a file', 'Note.md', /Note\.md is not a folder$/],
])('says in a line when the vault %s', async (_, name, message) => {
  await expect(startWorkbench({ root: ROOT, vault: join(vault.path, name), port: 0 })).rejects.toThrow(
    message,
  );
});
