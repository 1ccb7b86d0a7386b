// Writes what documents take from the code: the same tests that compare the two, told to write.
import jest from 'jest';

process.env.WRITE_DOCS = '1';
await jest.run(['--selectProjects', 'unit', 'host', '--testPathPatterns', '\\.doc\\.test']);
