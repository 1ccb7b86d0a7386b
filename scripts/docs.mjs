// Writes what documents take from the code: the same tests that compare the two, told to write.
import { run } from 'jest';

process.env.WRITE_DOCS = '1';
await run(['--selectProjects', 'unit', 'host', '--testPathPatterns', '\\.doc\\.test']);
