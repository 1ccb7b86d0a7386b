// The licences of packages that are built in, as their own files state them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function licenceOf(name) {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find(each => /^licen[cs]e/i.test(each));
  if (!file) throw new Error(`${name} has no file with its licence`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return { name, version, license, text };
}

/**
 * The comment that `main.js` begins with, since it travels alone: whose packages are in it, and the permission that the
 * MIT licence wants in all copies, once.
 */
export function noticeOf(names) {
  const licences = names.map(licenceOf);
  const others = licences.filter(({ license }) => license !== 'MIT');
  if (others.length > 0)
    throw new Error(`No notice is known for ${others.map(({ name }) => name).join(', ')}`);
  const holders = licences.map(({ name, text }) => `${name}: ${/^Copyright .+$/m.exec(text)?.[0]}`);
  const permission = /Permission is hereby[^]+/.exec(licences[0].text)[0].replace(/\s*\n(?!\n)/g, ' ');
  return `/*!\nRapport, with\n${holders.join('\n')}\n\n${permission}\n*/\n`;
}
