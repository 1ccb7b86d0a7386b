import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { likeness, type Statement } from '../../../../src/core/graph/twins/likeness';
import { STRICTNESSES } from '../../../../src/core/graph/twins/strictness';
import { STEPS } from '../../../../src/core/graph/twins/words';
import { readWording } from '../../../../src/core/graph/twins/wording';

const PEOPLE: Readonly<Record<string, string>> = { Omar: 'omar haddad', Jo: 'jo lind' };
const people = ['omar haddad', 'jo lind'];

/** Both tasks stand in notes of one meeting. */
const inMeeting = (sentence: string): Statement => ({
  wording: readWording(sentence, name => PEOPLE[name]),
  setting: { meetings: [1], people, self: 'sam reed' },
  list: 0,
});
const kindOf = (one: string, two: string) => likeness(inMeeting(one), inMeeting(two), 'normal').kind;

describe('twins, although', () => {
  test.each([
    [
      'one is longer',
      'Label the racks',
      'Put labels on all racks ahead of the move, as requested by facilities',
    ],
    ['the verb is another', 'Reserve flights to Oslo', 'Book the flights to Oslo'],
    ['one is no sentence', 'Rotate the signing keys', 'Signing key rotation'],
    ['a number is missing', 'Invite 20 customers to the beta', 'Invite customers to join the beta'],
    ['a name is missing', 'Send the pricing deck to Jo', 'Send the pricing deck'],
    ['letters stand for words', 'Update the data processing agreement', 'Revise the DPA'],
    ['both are negated', 'Do not order T-shirts', 'No T-shirts: don’t order them'],
    [
      'it goes on with a pronoun',
      'Gather feedback from the interviewers',
      'Collect interviewer feedback and put it into the tracker',
    ],
    [
      'both bundle the same',
      'Order sand and gravel for the yard',
      'Get sand and gravel for the yard before Easter',
    ],
    ['the reason is a long one', 'Have the lift inspected', 'Lift inspection, since the insurer asks for it'],
  ])('%s', (_, one, two) => expect(kindOf(one, two)).toBe('twin'));
});

describe('different, since', () => {
  test.each([
    ['it is for somebody else', 'Send the pricing deck to Omar', 'Send the pricing deck to Jo'],
    ['it is the next step', 'Sign the reseller contract', 'Draft the reseller contract'],
    ['one meets, one introduces', 'Introduce Jo to the platform lead', 'Meet the platform lead with Jo'],
    ['numbers conflict', 'Order 40 GPU nodes', 'Order 400 GPU nodes'],
    ['dates conflict', 'Prepare slides for the board on 12 May', 'Prepare slides for the board on 9 June'],
    ['names conflict', 'Give a demo to Globex', 'Give a demo to Initech'],
    ['documents conflict', 'Send the NDA to Globex', 'Send the SOW to Globex'],
    ['one is negated', 'Renew the subscription', 'Do not renew the subscription'],
    ['one undoes the other', 'Increase the ad budget', 'Reduce the ad budget'],
    ['halves of a year conflict', 'Send the statement for H1', 'Send the statement for the second half'],
    ['labels conflict', 'Redo figure 4 for the paper', 'Figure five of the paper to be redone'],
    [
      'it is another kind of the thing',
      'Extend the basic support with Globex',
      'Premium support by Globex to be extended',
    ],
    ['a rare verb is another', 'Order new sand for the sandpit', 'Spread the new sand in the sandpit'],
    [
      'one only mentions what the other does',
      'Sign the term sheet',
      'Have the lawyer read the term sheet before anybody signs it',
    ],
    [
      'one documents what the other does',
      'Rotate the signing keys',
      'Document how the signing keys are rotated',
    ],
    ['a thing is replaced', 'Order chairs for the Berlin office', 'Order desks for the Berlin office'],
  ])('%s', (_, one, two) => expect(kindOf(one, two)).toBe('different'));
});

test.each([
  ['Draft the workshop agenda and book a room in Lisbon', 'Draft the agenda of the workshop', 'related'],
  ['Draft the workshop agenda and book a room in Lisbon', 'Reserve a room in Lisbon', 'related'],
  [
    'Draft the workshop agenda and book a room in Lisbon',
    'Reserve a room in Lisbon and draft the workshop agenda',
    'twin',
  ],
  ['Draft the workshop agenda and book a room in Lisbon', 'Renew the cyber insurance', 'other'],
])('%j and %j are %s', (one, two, wanted) => expect(kindOf(one, two)).toBe(wanted));

test.each([
  ['Clarify who owns audio and film rights in the novel', 'Clarify who owns the film rights in the novel'],
  ['Prepare for and attend the demo of the scanner', 'Attend the demo of the scanner'],
  ['Prepare for and attend the demo of the scanner', 'Prepare the demo of the scanner'],
  ['Update figures 4 and 5 of the paper', 'Update figure 5 of the paper'],
  ['Pay both invoices of the print shop', 'Pay invoice 2207 of the print shop'],
  ['Find out whether the oak is in stock and what it costs', 'Find out what the oak costs'],
])('%j bundles %j', (one, two) => expect(kindOf(one, two)).toBe('related'));

describe('what says little is the same only with the same person', () => {
  const withPerson = (person: string): Statement => ({
    wording: readWording('Share the minutes', name => PEOPLE[name]),
    setting: { meetings: [], people: [person, 'lee park'], self: 'sam reed' },
    list: 0,
  });
  test.each([
    ['jo lind', 'jo lind', 'twin'],
    ['jo lind', 'omar haddad', 'other'],
  ])('%s, %s', (one, two, wanted) =>
    expect(likeness(withPerson(one), withPerson(two), 'normal').kind).toBe(wanted),
  );
});

test('every step can be compared with every other, and there are bits for all', () => {
  const steps = STEPS.map(([, word = '']) => inMeeting(`${word} the forms`));
  expect(new Set(steps.map(({ wording }) => wording.steps)).size).toBeGreaterThan(25);
  expect(STEPS.length).toBeLessThanOrEqual(32);
  for (const a of steps) for (const b of steps) expect(likeness(a, b, 'normal')).toBeDefined();
});

test('whoever is asked first, the answer is the same, and a stricter one joins no more', () => {
  const text = readFileSync(join(__dirname, 'labelledTasks.txt'), 'utf8');
  const statements = [...text.matchAll(/^[a-z0-9+-]+: (.*?)(?: @.*)?$/gm)].map(([, sentence = '']) =>
    inMeeting(sentence),
  );
  expect(statements.length).toBeGreaterThan(300);
  for (const a of statements)
    for (const b of statements.slice(0, 100)) {
      const answers = STRICTNESSES.map(strictness => likeness(a, b, strictness));
      expect(STRICTNESSES.map(strictness => likeness(b, a, strictness))).toEqual(answers);
      const joined = answers.map(({ kind }) => kind === 'twin');
      expect(joined).toEqual([...joined].sort().reverse());
    }
});
