// The yardstick of the headless program: reads the notes below a folder and splits them into lines, nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [root = '.'] = process.argv.slice(2);
let lines = 0;
read(root);
console.log(lines);

function read(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) read(path);
    else if (entry.name.endsWith('.md')) lines += readFileSync(path, 'utf8').split('\n').length;
  }
}
