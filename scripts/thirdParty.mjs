// Prints THIRD-PARTY.md: the packages that are built into what ships, as esbuild lists them, and their licences.
import { build } from 'esbuild';
import { packageOf, PLUGIN, PROGRAM } from './builds.mjs';
import { licenceOf } from './licences.mjs';

const [inPlugin, inProgram] = await Promise.all([PLUGIN, PROGRAM].map(packagesIn));

async function packagesIn(options) {
  const { metafile } = await build({ ...options, write: false });
  const { inputs } = Object.values(metafile.outputs)[0];
  return new Set(Object.keys(inputs).flatMap(path => packageOf(path) ?? []));
}

const packages = [...new Set([...inPlugin, ...inProgram])].sort().map(licenceOf);

const mark = (names, name) => (names.has(name) ? 'yes' : '');

process.stdout.write(`# What is built in, and its licences

Made by \`npm run docs\` from what esbuild puts into each file. Everything else in \`package.json\` is for development only.

| package | version | licence | in \`main.js\` | in \`rapport.cjs\` |
|---|---|---|---|---|
${packages
  .map(
    ({ name, version, license }) =>
      `| ${name} | ${version} | ${license} | ${mark(inPlugin, name)} | ${mark(inProgram, name)} |`,
  )
  .join('\n')}

${packages.map(({ name, text }) => `## ${name}\n\n\`\`\`text\n${text}\n\`\`\``).join('\n\n')}
`);
