// Keeps the version in step. `npm version 0.2.0` runs it when package.json has the new one: manifest.json and
// versions.json follow. `node scripts/version.mjs --check [TAG]` only compares, the name of a tag too.
import { readFileSync, writeFileSync } from 'node:fs';

const read = file => JSON.parse(readFileSync(file, 'utf8'));
const write = (file, value) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);

const { version } = read('package.json');
const manifest = read('manifest.json');
const versions = read('versions.json');
const [mode, tag = version] = process.argv.slice(2);

if (mode !== '--check') {
  write('manifest.json', { ...manifest, version });
  write('versions.json', { ...versions, [version]: manifest.minAppVersion });
} else {
  const lock = read('package-lock.json');
  const heading = `## ${version}`;
  const isInChanges = readFileSync('CHANGELOG.md', 'utf8').split(/\r?\n/).includes(heading);
  const found = {
    'manifest.json': manifest.version,
    'package-lock.json': lock.version,
    'the root of package-lock.json': lock.packages[''].version,
    'the tag': tag,
  };
  const problems = [
    ...Object.entries(found)
      .filter(([, each]) => each !== version)
      .map(([where, each]) => `${where} says ${each}, package.json says ${version}`),
    ...(versions[version] === manifest.minAppVersion
      ? []
      : [`versions.json has no ${version} for ${manifest.minAppVersion}`]),
    ...(isInChanges ? [] : [`CHANGELOG.md has no heading ${heading}`]),
  ];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
}
