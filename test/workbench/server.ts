import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startWorkbench, type Workbench } from './startWorkbench';

const USAGE = `npm start -- [--vault DIR] [--in-place] [--port N]

  --vault DIR   opens a copy of the vault in DIR; without it, a copy of the sample vault
  --in-place    opens the vault itself: what you promote there is changed there
  --port N      serves on this port`;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Choices {
  vault?: string;
  inPlace: boolean;
  port?: number;
}

function parseChoices(words: string[]): Choices | 'help' {
  const { values } = parseArgs({
    args: words,
    options: {
      vault: { type: 'string' },
      'in-place': { type: 'boolean', default: false },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  if (values['in-place'] && values.vault === undefined)
    throw new Error('--in-place needs --vault DIR: the vault to open');
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536))
    throw new Error(`--port takes a number from 0 to 65535, not ${values.port}`);
  return {
    ...(values.vault !== undefined && { vault: values.vault }),
    ...(port !== undefined && { port }),
    inPlace: values['in-place'],
  };
}

/** The headless program's own table of what it finds in the vault; never a reason not to go on. */
function printReport({ vault, dataFile }: Workbench): Promise<void> {
  const program = join(ROOT, 'dist/rapport.cjs');
  if (!existsSync(program)) {
    console.log('No table of what is in it: dist/rapport.cjs is not built (npm run build).');
    return Promise.resolve();
  }
  return new Promise(resolve => {
    const child = spawn(process.execPath, [program, 'report', vault, ...ownNames(dataFile)], {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: 60_000,
    });
    child.once('error', error => console.log(`No table of what is in it: ${error.message}`));
    child.once('close', code => {
      if (code !== 0) console.log(`The table of what is in it could not be made (exit ${code ?? 'none'}).`);
      resolve();
    });
  });
}

/** The vault owner's names in the plugin's settings, as the program takes them. */
function ownNames(dataFile: string): string[] {
  try {
    const { selfNames } = JSON.parse(readFileSync(dataFile, 'utf8')) as { selfNames?: unknown };
    return Array.isArray(selfNames) ? selfNames.flatMap(name => ['--self', String(name)]) : [];
  } catch {
    return [];
  }
}

function printWhere({ url, vault, inPlace, leftOut }: Workbench): void {
  console.log(`\nRapport's workbench  ${url}`);
  console.log(`${inPlace ? 'The vault itself    ' : 'A copy of the vault '} ${vault}`);
  if (leftOut.length > 0) console.log(`Too large to copy    ${leftOut.length} attachments`);
  console.log();
}

async function main(): Promise<void> {
  const choices = parseChoices(process.argv.slice(2));
  if (choices === 'help') {
    console.log(USAGE);
    return;
  }
  const workbench = await startWorkbench({ root: ROOT, ...choices });
  const stop = () => {
    console.log(workbench.inPlace ? '\nStopped.' : `\nStopped. The copy stays at ${workbench.vault}`);
    void workbench.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  printWhere(workbench);
  await printReport(workbench);
  console.log('\nStop with Ctrl+C.');
}

main().catch((error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE' ? 'That port is taken: choose another with --port N' : error.message,
  );
  process.exit(1);
});
