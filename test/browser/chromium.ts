import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type BrowserContext } from 'playwright-core';

const run = promisify(execFile);

export interface Browser {
  context: BrowserContext;
  /** What runs, for a line in a log. */
  name: string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** The project's folder; the bundled Chromium is unpacked into its `.cache`. */
  root: string;
  viewport?: { width: number; height: number };
  /** Pixels of a picture for one of the page. */
  scale?: number;
}

interface Program {
  path: string;
  env: Record<string, string>;
}

/** How long a page is waited for, in ms: less than a test may take, so that it says what it waited for. */
const PATIENCE = 20_000;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium does without the GPU process, and shared memory is small in containers. */
const BUNDLED_FLAGS = ['--disable-dev-shm-usage', '--font-render-hinting=none'];

const SYSTEM_BROWSERS: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    '%PROGRAMFILES%\\Google\\Chrome\\Application\\chrome.exe',
    '%PROGRAMFILES(X86)%\\Google\\Chrome\\Application\\chrome.exe',
    '%LOCALAPPDATA%\\Google\\Chrome\\Application\\chrome.exe',
    '%PROGRAMFILES(X86)%\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The package's own font before the machine's, which may have none, so that pictures look alike everywhere. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias binding="strong"><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`;

const NONE = `There is no browser to run the page in. Install Chrome or Chromium, or name one with CHROME_PATH.
On Linux (x64) the npm package @sparticuz/chromium brings one along: npm ci installs it.`;

/** A fresh Chrome or Chromium: the one named by CHROME_PATH, the system's, or the one in the npm package. */
export async function launch({ root, viewport, scale = 1 }: LaunchOptions): Promise<Browser> {
  const program = systemBrowser() ?? (await bundledBrowser(root));
  const profile = await mkdtemp(join(tmpdir(), 'rapport-browser-'));
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: program.path,
      env: { ...process.env, ...program.env } as Record<string, string>,
      args: [...FLAGS, ...BUNDLED_FLAGS],
      headless: true,
      viewport: viewport ?? { width: 1280, height: 800 },
      deviceScaleFactor: scale,
    });
    context.setDefaultTimeout(PATIENCE);
    const close = async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    };
    return { context, name: `${program.path} ${context.browser()?.version() ?? ''}`.trim(), close };
  } catch (error) {
    await rm(profile, { recursive: true, force: true });
    throw error;
  }
}

function systemBrowser(): Program | null {
  const named = process.env['CHROME_PATH'];
  if (named !== undefined && named !== '') {
    if (!isProgram(named)) throw new Error(`CHROME_PATH names no program: ${named}`);
    return { path: named, env: {} };
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = (SYSTEM_BROWSERS[process.platform] ?? [])
    .map(place => place.replace(/%([^%]+)%/g, (_, name: string) => process.env[name] ?? ''))
    .flatMap(place => (/[\\/]/.test(place) ? [place] : folders.map(folder => join(folder, place))));
  const path = places.find(isProgram);
  return path === undefined ? null : { path, env: {} };
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium of the npm package, with the package's own system libraries where the machine lacks them. */
async function bundledBrowser(root: string): Promise<Program> {
  if (process.platform !== 'linux') throw new Error(NONE);
  const folder = await unpack(root).catch((error: unknown) => {
    throw new Error(`${NONE}\n(${String(error)})`);
  });
  const path = join(folder, 'chromium');
  const fonts = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const choices = [fonts, { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023/lib') }];
  let reason: unknown;
  for (const env of choices) {
    try {
      await run(path, ['--version'], { env: { ...process.env, ...env } });
      return { path, env };
    } catch (error) {
      reason = error;
    }
  }
  throw new Error(`${NONE}\n(${String(reason)})`);
}

/** Once a version; half an unpacking is never taken for a whole one. */
async function unpack(root: string): Promise<string> {
  const entry = createRequire(join(root, 'package.json')).resolve('@sparticuz/chromium');
  const home = dirname(dirname(entry));
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = join(root, '.cache', `chromium-${version}`);
  if (isProgram(join(folder, 'chromium'))) return folder;

  await mkdir(join(root, '.cache'), { recursive: true });
  const draft = await mkdtemp(join(root, '.cache/chromium-'));
  // The package unpacks into the temporary folder of its process, whatever is there already.
  const script = `
    import { inflate } from '@sparticuz/chromium';
    for (const name of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']) await inflate(process.argv[1] + '/bin/' + name);`;
  await run(process.execPath, ['--input-type=module', '--eval', script, home], {
    cwd: root,
    env: { ...process.env, TMPDIR: draft },
  });
  await writeFile(join(draft, 'fonts.conf'), FONTS);
  // Another process may have been faster.
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
}
