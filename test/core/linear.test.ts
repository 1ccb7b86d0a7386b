import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { readWhole, type Growth } from '../bench/linear';

/** Ten times as much fits into the young generation as well: what is measured are patterns, not copies of what survives. */
const NO_COLLECTING = ['--max-semi-space-size=128', '--single-threaded-gc'];

/*
 * Every pattern is linear on hostile input: a megabyte of anything in one task line takes at most twenty times as
 * long as a tenth of it, where quadratic is a hundred times. Measured in a process of its own, since patterns are many times slower inside Jest.
 */
test('ten times as much hostile input takes nowhere near a hundred times as long', () => {
  const { outputFiles } = buildSync({
    stdin: {
      contents: `import { linearity } from './linear'; console.log(JSON.stringify(linearity()));`,
      resolveDir: join(__dirname, '../bench'),
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    write: false,
  });
  const input = outputFiles[0]?.text ?? '';
  const growths = JSON.parse(
    execFileSync(process.execPath, [...NO_COLLECTING, '-'], { input, encoding: 'utf8' }),
  ) as Growth[];
  expect(growths.length).toBeGreaterThan(100);
  expect(growths.filter(({ growth, limit }) => growth > limit)).toEqual([]);
}, 300_000);

test('backticks in runs of every length are read', () => {
  readWhole(`- [?] ${Array.from({ length: 1300 }, (_, i) => '`'.repeat(i + 1)).join(' ')}`);
});

test('a list a thousand levels deep is read', () => {
  readWhole(Array.from({ length: 1000 }, (_, i) => `${'  '.repeat(i)}- [?] a`).join('\n'));
});

test('a line of a million characters is read', () => readWhole(`- [?] ${'x '.repeat(499_990)}`));
