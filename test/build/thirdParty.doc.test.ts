import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectWritten, readDocument, ROOT } from '../written';

test('THIRD-PARTY.md lists what is built in', () => {
  const text = execFileSync(process.execPath, ['scripts/thirdParty.mjs'], { cwd: ROOT, encoding: 'utf8' });
  expectWritten('THIRD-PARTY.md', text);
});

test('package.json has what the sources import under dependencies, and nothing else', () => {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(path =>
    /\.tsx?$/.test(path),
  );
  const imported = sources.flatMap(path =>
    [...readFileSync(join(ROOT, 'src', path), 'utf8').matchAll(/ from '([^.'][^']*)'/g)].map(
      ([, name = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '',
    ),
  );
  const packages = new Set(imported.filter(name => !/^(?:node:|obsidian$|@codemirror\/)/.test(name)));
  const { dependencies } = JSON.parse(readDocument('package.json')) as { dependencies: object };
  expect(Object.keys(dependencies)).toEqual([...packages].sort());
});
