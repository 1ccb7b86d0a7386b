import { toIsoDate } from '../core/dates';
import { run } from './run';

declare const RAPPORT_VERSION: string;

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

void run(process.argv.slice(2), {
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
  interactive: process.stderr.isTTY,
  today: toIsoDate(new Date()),
  version: RAPPORT_VERSION,
}).then(status => {
  process.exitCode = status;
});
