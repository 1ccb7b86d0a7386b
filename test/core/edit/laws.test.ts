import fc from 'fast-check';
import { LAWS } from './laws';

/** `npm run fuzz` runs the same laws a million times each. */
const RUNS = { numRuns: 10_000 };

test.each(Object.entries(LAWS))('%s', (_name, law) => fc.assert(law, RUNS), 120_000);
