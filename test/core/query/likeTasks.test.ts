import { likeTasks } from '../../../src/core/query/likeTasks';
import { graphOf } from '../notes';

test('those that share most words come first; the others keep their order', () => {
  const body = [
    'Call the bank',
    'Send the sizing sheet to Omar',
    'Water the plants',
    'Send Dana the sheet for sizing',
  ]
    .map(text => `- [ ] ${text}`)
    .join('\n');
  const graph = graphOf({ 'a.md': [{ date: '2026-01-01' }, body] });
  expect(likeTasks('Send the sizing sheet', graph.tasks()).map(({ record }) => record.text)).toEqual([
    'Send the sizing sheet to Omar',
    'Send Dana the sheet for sizing',
    'Call the bank',
    'Water the plants',
  ]);
  expect(likeTasks('', graph.tasks())).toHaveLength(4);
});
