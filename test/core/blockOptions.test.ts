import { readBlock, ROWS, SHOWS } from '../../src/core/blockOptions';

const said = (source: string) =>
  readBlock(source)
    .problems.sort((a, b) => a.line - b.line)
    .map(({ line, message }) => `${line}: ${message}`);

test('a person alone is a brief of them', () => {
  expect(readBlock('person: Dana Ochoa')).toEqual({
    show: 'brief',
    person: { label: 'Dana Ochoa', line: 1 },
    limit: ROWS,
    problems: [],
  });
});

test('case, space, quotes, empty lines and CRLF do not matter', () => {
  expect(readBlock('\r\n  Show :  OWED \r\n\r\n\tperson:"Dana: Ochoa"\r\nLIMIT: 007\r\n')).toEqual({
    show: 'owed',
    person: { label: 'Dana: Ochoa', line: 4 },
    limit: 7,
    problems: [],
  });
});

test.each(SHOWS.filter(show => show !== 'brief'))('%s may be of everybody', show => {
  expect(readBlock(`show: ${show}`)).toEqual({ show, limit: ROWS, problems: [] });
});

const OPTIONS = 'There are show, person, limit.';
const SHOW = '“show:” takes one of brief, proposed, owed, owing, meetings, map';
const PERSON = '“person:” takes a name, for example “person: Dana Ochoa”';
const LIMIT = '“limit:” takes a whole number from 1 on';
const WHOSE = 'A brief is somebody’s: add “person: Dana Ochoa”.';
const LISTS = '“limit” is for lists (proposed, owed, owing, meetings), and this block shows a';

test.each<[source: string, ...problems: string[]]>([
  ['', `1: ${WHOSE}`],
  ['\n\nshow: brief', `3: ${WHOSE}`],
  ['limit: 3\nperson: Dana', `1: ${LISTS} brief. Take it out.`],
  ['show: map\nlimit: 3', `2: ${LISTS} map. Take it out.`],
  ['show: owed\npersn: Dana', `2: “persn” is no option. Did you mean “person”? ${OPTIONS}`],
  ['show: owed\nsort: name', `2: “sort” is no option. ${OPTIONS}`],
  ['show: owed\nDana Ochoa', `2: “Dana Ochoa” is no option. ${OPTIONS}`],
  ['show: owed\nperson', `2: ${PERSON}.`],
  ['show: owed\nperson: ""', `2: ${PERSON}.`],
  ['show: owng', `1: ${SHOW}, not “owng”. Did you mean “owing”?`],
  ['show: tasks', `1: ${SHOW}, not “tasks”.`],
  ['show:', `1: ${SHOW}.`],
  ['show: owed\nlimit: 0', `2: ${LIMIT}, not “0”.`],
  ['show: owed\nlimit: 2.5', `2: ${LIMIT}, not “2.5”.`],
  ['show: owed\nlimit: -1', `2: ${LIMIT}, not “-1”.`],
  ['show: owed\nlimit: many', `2: ${LIMIT}, not “many”.`],
  ['show: owed\nlimit: 99999999999', `2: ${LIMIT}, not “99999999999”.`],
  ['show: owed\nshow: map', '2: “show” stands in line 1 already. Keep one of them.'],
])('%j is told what is wrong', (source, ...problems) => expect(said(source)).toEqual(problems));

test('one wrong line does not hide the next, and what is right is kept', () => {
  const source = 'who: Dana\nlimit: none\nperson: Dana Ochoa\nshow: brif\nlimit: 3';
  expect(said(source)).toEqual([
    `1: “who” is no option. ${OPTIONS}`,
    `2: ${LIMIT}, not “none”.`,
    `4: ${SHOW}, not “brif”. Did you mean “brief”?`,
    '5: “limit” stands in line 2 already. Keep one of them.',
  ]);
  expect(readBlock(source).person).toEqual({ label: 'Dana Ochoa', line: 3 });
});
