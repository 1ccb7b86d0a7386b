import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { meetingNote } from '../notes';
import { makeVault } from './rapport';

test('the bundled program runs on its own', async () => {
  const vault = makeVault({ 'a.md': meetingNote({ tasks: ['- [?] x #proposed'] }) });
  const program = join(vault, 'rapport.cjs');
  await build({
    entryPoints: [join(__dirname, '../../src/headless/cli.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    define: { RAPPORT_VERSION: '"9.9.9"' },
    logLevel: 'silent',
  });
  const rapport = (...argv: string[]) =>
    spawnSync(process.execPath, [program, ...argv], { encoding: 'utf8' });
  expect(rapport('--version')).toMatchObject({ status: 0, stdout: '9.9.9\n' });
  expect(rapport('promote', vault, '--all')).toMatchObject({ status: 0, stderr: '' });
  expect(rapport('promote', vault)).toMatchObject({ status: 2, stdout: '' });
});
