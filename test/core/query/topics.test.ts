import { topicsOf } from '../../../src/core/query/topics';
import { graphOf, meeting } from '../notes';

const graph = graphOf({
  'People/Dana Ochoa/README.md': [{ aliases: ['Dee'] }],
  'a.md': [{ person: 'Omar Haddad' }],
});
const topics = (body: string, properties = {}) => topicsOf(graph, meeting(properties, body));

test('what is linked and no person, each once, in order', () => {
  expect(
    topics('[[Orbit Labs]] [[Dana Ochoa]] [[Companies/Acme|the firm]] [[Omar Haddad]] [[Orbit Labs#Facts]]'),
  ).toEqual(['Orbit Labs', 'Acme']);
});

test.each(['[[People/Dana Ochoa/README]]', '[[People/Dana Ochoa/README|Dana]]', '[[dana ochoa]]', '[[Dee]]'])(
  '%s is a person',
  body => expect(topics(body)).toEqual([]),
);

test('where the note came from is no topic', () => {
  const source = { source_ref: 'Inbox/_archive/2025-10-29 - Call (multi-cloud.md' };
  expect(
    topics('See [[Inbox/_archive/2025-10-29 - Call (multi-cloud.md|the call]] and [[Orbit]]', source),
  ).toEqual(['Orbit']);
  expect(topics('*Source: [[Inbox/x]]*\n[[Orbit]]')).toEqual(['Orbit']);
});
