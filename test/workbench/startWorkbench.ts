import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { prepareVault, type PreparedVault } from './prepareVault';
import { checkHost, checkSameOrigin, checkToken, newToken } from './requestGuard';
import { VaultFolder, type VaultChange } from './VaultFolder';
import { Refusal } from './vaultPath';

export interface WorkbenchOptions {
  /** The project's folder, with `main.js` and `dist/workbench` in it. */
  root: string;
  /** The vault to copy, or to open in place. Without it a copy of the sample vault. */
  vault?: string;
  inPlace?: boolean;
  /** Without it 4173, or any free one where that is taken. */
  port?: number;
}

export interface Workbench {
  url: string;
  /** The folder that is written to. */
  vault: string;
  inPlace: boolean;
  /** Where the plugin's settings are kept. */
  dataFile: string;
  /** Files too large to be copied along. */
  leftOut: string[];
  close(): Promise<void>;
  /** Closes, and removes the copy. */
  discard(): Promise<void>;
}

const USUAL_PORT = 4173;
const ADDRESS = '127.0.0.1';

/** In bytes. A note of 20 MB still fits. */
const LARGEST_BODY = 64 * 1024 * 1024;

/** Nothing from elsewhere. `unsafe-eval` because main.js is loaded from its text, as the app does. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

const EMOJI_FONT = /^\/emoji\/\d+\.woff$/;

/** What is served, and from where in the project. Nothing else is. */
const FILES: Record<string, [type: string, path: string]> = {
  '/main.js': ['text/javascript', 'main.js'],
  '/manifest.json': ['application/json', 'manifest.json'],
  '/styles.css': ['text/css', 'styles.css'],
  '/page.js': ['text/javascript', 'dist/workbench/page.js'],
  '/app.css': ['text/css', 'dist/workbench/app.css'],
  '/workbench.css': ['text/css', 'dist/workbench/workbench.css'],
  '/emoji.css': ['text/css', 'dist/workbench/emoji.css'],
};

interface Room {
  root: string;
  token: string;
  prepared: PreparedVault;
  folder: VaultFolder;
}

type Answer = (room: Room, request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
type Words = Record<string, unknown>;

const READS: Record<string, Answer> = {
  '/': sendPage,
  '/vault/files': sendFiles,
  '/vault/changes': sendChanges,
  '/data': sendData,
};

const WRITES: Record<string, (room: Room, words: Words) => Promise<void>> = {
  '/vault/write': ({ folder }, { path, text, etag }) =>
    folder.write(word(path), word(text), etag === null ? null : word(etag)),
  '/vault/remove': ({ folder }, { path }) => folder.remove(word(path)),
  '/vault/rename': ({ folder }, { from, to }) => folder.rename(word(from), word(to)),
  '/vault/mkdir': ({ folder }, { path }) => folder.makeFolder(word(path)),
  '/data': saveData,
};

/** Serves the workbench over a vault on disk, to this computer only. */
export async function startWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const { root, port, inPlace = false } = options;
  const prepared = await prepareVault({
    source: options.vault ?? join(root, 'test/sample-vault'),
    inPlace: inPlace && options.vault !== undefined,
  });
  const folder = await VaultFolder.open(prepared.vault);
  const room: Room = { root, token: newToken(), prepared, folder };
  const server = createServer((request, response) => void serve(room, request, response));
  try {
    await listen(server, port);
  } catch (error) {
    folder.close();
    await rm(prepared.temporary, { recursive: true, force: true });
    throw error;
  }
  const close = () => {
    folder.close();
    server.closeAllConnections();
    return new Promise<void>(resolve => server.close(() => resolve()));
  };
  return {
    url: `http://${ADDRESS}:${portOf(server)}/`,
    vault: prepared.vault,
    inPlace: prepared.inPlace,
    dataFile: prepared.dataFile,
    leftOut: prepared.leftOut,
    close,
    async discard() {
      await close();
      await rm(prepared.temporary, { recursive: true, force: true });
    },
  };
}

async function listen(server: Server, port: number | undefined): Promise<void> {
  const attempt = (wanted: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, ADDRESS, () => {
        server.off('error', reject);
        resolve();
      });
    });
  if (port !== undefined) await attempt(port);
  else await attempt(USUAL_PORT).catch(() => attempt(0));
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

async function serve(room: Room, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  try {
    checkHost(request, request.socket.localPort ?? 0);
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    if (request.method === 'GET') await read(room, path, request, response);
    else if (request.method === 'POST') await write(room, path, request, response);
    else throw new Refusal(405, 'Only GET and POST');
  } catch (error) {
    if (response.headersSent) response.destroy();
    else sendError(response, error);
  }
}

async function read(room: Room, path: string, request: IncomingMessage, response: ServerResponse) {
  const answer = READS[path];
  if (answer && path !== '/') checkSameOrigin(request, false);
  if (answer) await answer(room, request, response);
  else await sendFile(room, path, response);
}

async function write(room: Room, path: string, request: IncomingMessage, response: ServerResponse) {
  const answer = WRITES[path];
  if (!answer) throw new Refusal(404, 'Not found');
  checkSameOrigin(request, true);
  checkToken(request, room.token);
  if (request.headers['content-type'] !== 'application/json') throw new Refusal(415, 'JSON is expected');
  await answer(room, await bodyOf(request));
  response.writeHead(204).end();
}

async function sendFile({ root }: Room, path: string, response: ServerResponse): Promise<void> {
  const [type, place] = EMOJI_FONT.test(path)
    ? ['font/woff', `dist/workbench${path}`]
    : (Object.hasOwn(FILES, path) && FILES[path]) || [];
  const bytes = place === undefined ? null : await readFile(join(root, place)).catch(() => null);
  if (!bytes) throw new Refusal(404, 'Not found');
  response.setHeader('content-type', `${type}; charset=utf-8`);
  response.end(bytes);
}

async function sendPage({ root, token, prepared }: Room, _: IncomingMessage, response: ServerResponse) {
  const page = await readFile(join(root, 'dist/workbench/page.html'), 'utf8');
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(page.replace('{token}', token).replace('{vault}', () => escapeHtml(prepared.title)));
}

/** One file a line, so that neither side holds the whole vault as one string. */
async function sendFiles({ folder }: Room, _: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('content-type', 'application/x-ndjson; charset=utf-8');
  for await (const file of folder.files())
    if (!response.write(`${JSON.stringify(file)}\n`)) await drained(response);
  response.end();
}

const drained = (response: ServerResponse) =>
  new Promise(resolve => {
    response.once('drain', resolve);
    response.once('close', resolve);
  });

/** Server-sent events: every change in the folder, the page's own included, which it knows by the etag. */
function sendChanges({ folder }: Room, _: IncomingMessage, response: ServerResponse): void {
  response.setHeader('content-type', 'text/event-stream; charset=utf-8');
  response.write(': connected\n\n');
  const stop = folder.onChange((change: VaultChange) => {
    response.write(`data: ${JSON.stringify(change)}\n\n`);
  });
  response.once('close', stop);
}

async function sendData({ prepared }: Room, _: IncomingMessage, response: ServerResponse): Promise<void> {
  const text = await readFile(prepared.dataFile, 'utf8').catch(() => 'null');
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(text);
}

async function saveData({ prepared }: Room, { data }: Words): Promise<void> {
  await mkdir(dirname(prepared.dataFile), { recursive: true });
  await writeFile(prepared.dataFile, `${JSON.stringify(data ?? null, null, 2)}\n`);
}

async function bodyOf(request: IncomingMessage): Promise<Words> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > LARGEST_BODY) throw new Refusal(413, 'Too large');
    chunks.push(chunk);
  }
  try {
    const words: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    if (typeof words === 'object' && words !== null) return words as Words;
  } catch {
    // Not JSON at all; refused below like JSON of another shape.
  }
  throw new Refusal(400, 'Not a request the workbench knows');
}

function word(value: unknown): string {
  if (typeof value !== 'string') throw new Refusal(400, 'Not a request the workbench knows');
  return value;
}

/** What went wrong on disk is named by its code; places outside the vault's paths are not given away. */
function sendError(response: ServerResponse, error: unknown): void {
  const { code } = error as NodeJS.ErrnoException;
  const [status, message] =
    error instanceof Refusal
      ? [error.status, error.message]
      : code === 'ENOENT'
        ? [404, 'No such file or folder']
        : [500, `The vault could not be written (${code ?? 'unknown reason'})`];
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end(message);
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
