import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/headless/run';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A vault in a new folder, gone after the test. */
export function makeVault(files: Record<string, string | Uint8Array>): string {
  const root = mkdtempSync(join(tmpdir(), 'rapport-test-'));
  folders.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

export const readNote = (vault: string, path: string): string => readFileSync(join(vault, path), 'utf8');

/** Runs the program as from a command line. */
export async function rapport(...argv: string[]): Promise<{ status: number; out: string; err: string }> {
  const result = { status: 0, out: '', err: '' };
  result.status = await run(argv, {
    out: text => (result.out += text),
    err: text => (result.err += text),
    interactive: false,
    today: '2026-01-09',
    version: '1.2.3',
  });
  return result;
}
