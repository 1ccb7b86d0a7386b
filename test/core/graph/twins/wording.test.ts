import { contradict } from '../../../../src/core/graph/twins/facts';
import { readWording } from '../../../../src/core/graph/twins/wording';

const PEOPLE: Readonly<Record<string, string>> = {
  Omar: 'omar haddad',
  'Omar Haddad': 'omar haddad',
  Jo: 'jo lind',
  Priya: 'priya raman',
};
const wording = (sentence: string, owners: string[] = []) =>
  readWording(sentence, name => PEOPLE[name], owners);

describe('words', () => {
  test.each([
    ['Send the deck', 'Share these slides'],
    ['Summarise the requirements', 'summarize requirements'],
    ['Get the résumé', 'get resume'],
    ['Take part in the workshop', 'Attend the workshop'],
    ["Globex's contract", 'The agreement of Globex'],
  ])('%j says the same as %j', (one, two) =>
    expect([...wording(one).words].sort()).toEqual([...wording(two).words].sort()),
  );

  test('what only holds a sentence together says nothing', () =>
    expect(wording('It should be with them by Friday.').words).toEqual([]));
});

describe('facts', () => {
  test.each([
    ['on 12 May', 'on May 12th'],
    ['on the 9th of June', 'on June 9'],
    ['15% discount', '15 percent discount'],
    ['for twelve people', 'for 12 people'],
    ['the second cluster', '2nd cluster'],
    ['figures for Q3', 'figures of the third quarter'],
    ['release v2', 'release version 2'],
    ['the second half of the year', 'H2 of the year'],
    ['the WP3 budget', 'the budget of work package three'],
    ['order three hundred nodes', 'order 300 nodes'],
  ])('%j is %j', (one, two) => expect(wording(one).facts).toEqual(wording(two).facts));

  test.each([
    ['for 40 nodes', 'for 400 nodes', true],
    ['for 40 nodes', 'for some nodes', false],
    ['on 12 May', 'on 9 June', true],
    ['on 12 May', 'in May', false],
    ['send by 12 May', 'send by 19 May', false],
    ['in January', 'in February', true],
    ['row C', 'row D', true],
    ['the H100 nodes', 'the H200 nodes', true],
    ['40 nodes in Q3', '40 nodes in Q4', true],
  ])('%j and %j contradict: %s', (one, two, wanted) =>
    expect(contradict(wording(one).facts, wording(two).facts)).toBe(wanted),
  );
});

describe('people', () => {
  test.each([
    ['Send the deck to Omar', [], ['omar haddad']],
    ['Send the deck to Omar Haddad and Jo', [], ['omar haddad', 'jo lind']],
    ["Comment on Priya's proposal", [], ['priya raman']],
    ['Omar to send the deck to Jo', [], ['jo lind']],
    ['Omar sends the deck', [], []],
    ['Racks to be labelled (Omar)', [], []],
    ['Cables to be ordered by Omar', [], []],
    ['Align with Omar', ['omar haddad'], []],
  ])('%j, owned by %j, is about %j', (sentence, owners, wanted) =>
    expect(wording(sentence, owners).partners).toEqual(wanted),
  );

  test('all who are named are known', () =>
    expect(wording('Omar to send the deck to Jo').people).toEqual(['omar haddad', 'jo lind']));
});

describe('names', () => {
  const count = (sentence: string) => wording(sentence).names.length;

  test('are words with a capital inside a sentence', () => {
    expect(count('Send the NDA to Globex')).toBe(2);
    expect(count('Globex wants it. Send it')).toBe(0);
  });
  test('are none where every word has one', () =>
    expect(count('Write The Migration Guide For Atlas')).toBe(0));
});

test.each([
  ['Do not renew the licence', true],
  ["Don't renew it", true],
  ['We no longer renew the licence', true],
  ['Renew the licence (it was not done last year)', false],
  ['Renew the licence because it does not run on', false],
])('%j is negated: %s', (sentence, wanted) => expect(wording(sentence).isNegated).toBe(wanted));

test('why and until when weigh nothing beside what is to be done', () => {
  const { words, main } = wording('Label the racks (blue ones) before the movers arrive');
  expect(words.slice(0, main)).toEqual(wording('Label the racks').words);
  expect(words.length).toBeGreaterThan(main);
});

describe('parts', () => {
  test.each([
    ['Draft the workshop agenda and book a room in Lisbon', 2],
    ['Send the quote for 200 seats to Initech, and clean up the CRM pipeline', 2],
    ['Update the risk register; publish the privacy policy', 2],
    ['Gather feedback of interviewers and put it into the tracker', 0],
    ['Find and invite an external speaker', 0],
    ['Send the sizing sheet and the price list', 0],
  ])('%j has %i', (sentence, wanted) => expect(wording(sentence).parts).toHaveLength(wanted));
});

test.each([
  ['nothing', ''],
  ['signs', '… — !!! ()()(('],
  ['numbers', '1 2 3 4,000 5.5 99% 2026'],
  ['emoji', '👩‍👩‍👧 🎉🎉'],
  ['names of what every object has', '__proto__ constructor toString hasOwnProperty valueOf'],
  ['a long word', 'x'.repeat(10_000)],
  ['many words', 'and Send A 12 May. '.repeat(1_000)],
  ['brackets without end', '('.repeat(10_000)],
])('%s can be read', (_, sentence) => expect(readWording(sentence, () => undefined)).toBeDefined());
