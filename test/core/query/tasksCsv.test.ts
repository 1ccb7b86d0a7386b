import { exportVault } from '../../../src/core/query/exportVault';
import { tasksCsv } from '../../../src/core/query/tasksCsv';
import { graphOf } from '../notes';

const csv = (...lines: string[]) =>
  tasksCsv(
    exportVault(
      graphOf({
        'Meetings/a, b.md': [
          { date: '2025-10-29', person: '[[dana ochoa]]', title: 'The "big" one' },
          lines.join('\n'),
        ],
        'People/Dana Ochoa.md': [{}],
      }),
    ),
  );

test('a row a task, people by name, in RFC 4180', () => {
  const [head, row, ...rest] = csv(
    '- [ ] Send it, “now” @Dana Ochoa @Platform team 📅 2026-01-10 ⏫ #task #x',
  ).split('\r\n');
  expect(head).toBe(
    'id,state,text,owners,due,scheduled,start,created,done,cancelled,priority,tags,date,person,meeting,path,line',
  );
  expect(row).toMatch(
    /^t[0-9a-z]{11},accepted,"Send it, “now”",Dana Ochoa; Platform team,2026-01-10,,,,,,high,#task #x,2025-10-29,Dana Ochoa,"The ""big"" one","Meetings\/a, b.md",3$/,
  );
  expect(rest).toEqual(['']);
});

test.each(['=1+1', '+1', '-1', '@x'])('%s does not run in a spreadsheet', text => {
  expect(csv(`- [ ] ${text === '@x' ? '`@x`' : text}`)).toContain(text === '@x' ? ',`@x`,' : `,'${text},`);
});

test('without tasks there are only the names of the columns', () =>
  expect(csv('text').split('\r\n')).toHaveLength(2));
