import { PeopleGraph } from '../../src/core/graph/PeopleGraph';
import { exportPieces, exportVault } from '../../src/core/query/exportVault';
import { DEFAULT_CONVENTIONS } from '../../src/core/note/conventions';
import { readNote } from '../../src/core/note/readNote';
import { indentedJson } from '../../src/headless/indentedJson';
import { meetingNote } from '../notes';

test.each([0, 1, 300])('writes what JSON.stringify writes, of %d notes', count => {
  const graph = new PeopleGraph();
  for (let i = 0; i < count; i++) {
    const tasks = Array.from(
      { length: 8 },
      (_, n) => `- [?] Send “${n}\\n” of ${i}. @Dana Ochoa 📅 2026-01-10 #task`,
    );
    const frontMatter = { type: 'people', date: '2026-01-08', person: 'Dana Ochoa' };
    const path = `n${i}.md`;
    graph.put(path, readNote({ path, text: meetingNote({ tasks }), frontMatter }, DEFAULT_CONVENTIONS));
  }
  expect([...indentedJson(exportPieces(graph))].join('')).toBe(
    `${JSON.stringify(exportVault(graph), null, 2)}\n`,
  );
});
