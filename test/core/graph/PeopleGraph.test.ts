import { PeopleGraph, type Change } from '../../../src/core/graph/PeopleGraph';
import { graphOf, names, person, read } from '../notes';

describe('who is there', () => {
  test('profiles, persons, participants and owners', () => {
    const graph = graphOf({
      'People/Dana Ochoa.md': [{}],
      'a.md': [
        { person: 'Omar Haddad', participants: ['Jo Lind', 'Omar Haddad'] },
        '- [?] Send it @Priya Raman @Timo',
      ],
    });
    expect(names(graph)).toEqual(['Dana Ochoa', 'Jo Lind', 'Omar Haddad', 'Priya Raman', 'Timo']);
  });

  test('teams and nobodies are none, and own nothing', () => {
    const graph = graphOf({
      'a.md': [{ date: '2025-10-29', participants: ['TBD', 'Product'] }, '- [?] a @Platform team @TBD'],
    });
    expect(names(graph)).toEqual([]);
    expect(graph.find('TBD')).toBeUndefined();
    expect(graph.idsOf(['TBD', 'Dana', 'Platform team', 'Dana'])).toEqual(['dana']);
  });

  test('a link alone names nobody', () => {
    expect(names(graphOf({ 'a.md': [{ date: '2025-10-29' }, '[[Dana Ochoa]]'] }))).toEqual([]);
  });
});

describe('two spellings of one name are one person', () => {
  test('case, spaces, dashes, Unicode form, brackets, a remark', () => {
    const graph = graphOf({
      'a.md': [{ person: 'José Lind-Berg', participants: ['jose\u0301 lind–berg', '[[José Lind-Berg]]'] }],
      'b.md': [{ person: 'JOSÉ  LIND - BERG (Unknown last name)' }],
    });
    expect(graph.people()).toHaveLength(1);
    expect(person(graph, 'José Lind-Berg').meetings).toHaveLength(2);
  });

  test('the commonest spelling is shown, the others are aliases', () => {
    const graph = graphOf({
      'a.md': [{ person: 'dana ochoa', participants: ['Dana Ochoa', 'Dana Ochoa'] }],
    });
    expect(person(graph, 'Dana Ochoa')).toMatchObject({
      id: 'dana ochoa',
      name: 'Dana Ochoa',
      aliases: ['dana ochoa'],
    });
  });

  test('a profile’s name is shown, and its folder note is linked by the folder’s name', () => {
    const graph = graphOf({
      'People/Dana Ochoa/README.md': [{}],
      'a.md': [{ person: '[[Dana Ochoa]]' }],
      'b.md': [{ person: '[[People/Dana Ochoa/README|Dana]]' }],
    });
    expect(person(graph, 'dana ochoa')).toMatchObject({
      name: 'Dana Ochoa',
      profile: { path: 'People/Dana Ochoa/README.md' },
    });
    expect(person(graph, 'dana ochoa').meetings).toHaveLength(2);
  });

  test('aliases and e-mail addresses of a profile', () => {
    const graph = graphOf({
      'People/Dana Ochoa.md': [{ aliases: ['Dee'], email: 'Dana@example.com' }],
      'a.md': [{ person: 'dee', participants: ['dana@example.com'] }, '- [?] a @Dee'],
    });
    expect(graph.people()).toHaveLength(1);
    expect(person(graph, 'dana@EXAMPLE.com')).toMatchObject({ id: 'dana ochoa', aliases: ['Dee', 'dee'] });
    expect(person(graph, 'Dee').owns).toHaveLength(1);
  });

  test('an alias that two profiles claim is neither’s', () => {
    const graph = graphOf({
      'People/Dana Ochoa.md': [{ aliases: ['Dee'] }],
      'People/Dina Orr.md': [{ aliases: ['Dee'] }],
      'a.md': [{ person: 'Dee' }],
    });
    expect(person(graph, 'Dee').id).toBe('dee');
    expect(person(graph, 'Dana Ochoa').meetings).toEqual([]);
    graph.remove('People/Dina Orr.md');
    expect(person(graph, 'Dee').id).toBe('dana ochoa');
  });

  test('an alias that has a profile of its own is that profile', () => {
    const graph = graphOf({ 'People/Dana Ochoa.md': [{ aliases: ['Dee'] }], 'People/Dee.md': [{}] });
    expect(person(graph, 'Dee').profile?.path).toBe('People/Dee.md');
  });

  test('a misspelling is somebody else', () => {
    expect(names(graphOf({ 'a.md': [{ participants: ['Jo Haselton', 'Jo Hasleton'] }] }))).toHaveLength(2);
  });

  test('a bare name is nobody’s first name', () => {
    expect(names(graphOf({ 'a.md': [{ participants: ['Dana Ochoa', 'Dana'] }] }))).toHaveLength(2);
  });
});

describe('an uncertain name', () => {
  test('is a bare one that several full names begin with', () => {
    const graph = graphOf({ 'a.md': [{ participants: ['Jo', 'Jo Lind'] }] });
    expect(person(graph, 'Jo').uncertain).toBe(false);
    graph.put('b.md', read('b.md', { participants: ['Jo Berg'] }));
    expect(person(graph, 'Jo').uncertain).toBe(true);
    expect(person(graph, 'Jo Lind').uncertain).toBe(false);
    graph.remove('b.md');
    expect(person(graph, 'Jo').uncertain).toBe(false);
  });

  test('is certain once a profile has it', () => {
    const graph = graphOf({ 'a.md': [{ participants: ['Jo', 'Jo Lind', 'Jo Berg'] }], 'People/Jo.md': [{}] });
    expect(person(graph, 'Jo').uncertain).toBe(false);
  });

  test('two spellings of one person are not several', () => {
    const graph = graphOf({ 'a.md': [{ participants: ['Jo', 'Jo Lind', 'Jo Lindt'] }] });
    expect(person(graph, 'Jo').uncertain).toBe(true);
    const change = graph.put('People/Jo Lind.md', read('People/Jo Lind.md', { aliases: ['Jo Lindt'] }));
    expect(person(graph, 'Jo').uncertain).toBe(false);
    expect(change.people.has('jo')).toBe(true);
  });

  test('with a remark tells two people apart', () => {
    const graph = graphOf({ 'a.md': [{ participants: ['Timo (Acme)', 'Timo (Orbit)'] }] });
    expect(names(graph)).toEqual(['Timo (Acme)', 'Timo (Orbit)']);
  });
});

describe('self', () => {
  const notes: Parameters<typeof graphOf>[0] = {
    'a.md': [
      { person: 'Dana Ochoa', participants: ['Sam Reed', 'Myself', 'S. Reed'] },
      '- [?] a @Myself\n- [?] b @sam reed',
    ],
  };

  test('Myself, me and the names of the settings are one', () => {
    const graph = graphOf(notes, ['Sam Reed', 'S. Reed']);
    expect(graph.people()).toHaveLength(2);
    expect(person(graph, 'me')).toMatchObject({
      id: 'sam reed',
      name: 'Sam Reed',
      self: true,
      aliases: ['Myself', 'S. Reed', 'sam reed'],
    });
    expect(person(graph, 'me').owns).toHaveLength(2);
  });

  test('without settings Myself stands for itself', () => {
    const graph = graphOf(notes);
    expect(person(graph, 'Myself')).toMatchObject({ id: 'myself', self: true });
    expect(person(graph, 'Sam Reed').self).toBe(false);
  });

  test('has the aliases of its profile', () => {
    const graph = graphOf(
      { ...notes, 'People/Sam Reed.md': [{ aliases: ['Sammy'] }], 'b.md': [{ person: 'Sammy' }] },
      ['Sam Reed'],
    );
    expect(person(graph, 'Sammy').self).toBe(true);
  });

  test('another name makes other people, and the change says whom', () => {
    const graph = graphOf(notes);
    expect(graph.person('s. reed')).toBeDefined();
    const change = graph.setSelf(['Sam Reed', 'S. Reed']);
    expect(graph.person('s. reed')).toBeUndefined();
    expect(graph.person('myself')).toBeUndefined();
    expect([...change.people]).toEqual(expect.arrayContaining(['myself', 'sam reed', 's. reed']));
  });
});

describe('a person', () => {
  test('meetings are newest first, once each; the undated come last', () => {
    const graph = graphOf({
      'b.md': [{ date: '2025-01-02', person: 'Dana', participants: ['Dana'] }],
      'c.md': [{ person: 'Dana' }],
      'a.md': [{ date: '2025-03-04', person: 'Dana' }],
      'd.md': [{ date: '2025-01-02', participants: ['Dana'] }],
    });
    expect(person(graph, 'Dana').meetings.map(({ path }) => path)).toEqual(['a.md', 'b.md', 'd.md', 'c.md']);
    expect(person(graph, 'Dana').lastMet).toBe('2025-03-04');
  });

  test('tasks are in the order of paths and lines', () => {
    const graph = graphOf({ 'b.md': [{}, '- [?] c @Dana'], 'a.md': [{}, '- [?] a @Dana\n- [?] b @Dana'] });
    expect(person(graph, 'Dana').owns.map(({ record }) => record.text)).toEqual(['a', 'b', 'c']);
  });

  test('two profiles of one name are one person; the first path is the profile', () => {
    const graph = graphOf({
      'z/Dana Ochoa.md': [{ company: 'Orbit', email: 'z@example.com' }],
      'a/Dana Ochoa.md': [{ email: 'a@example.com' }],
    });
    expect(person(graph, 'Dana Ochoa')).toMatchObject({
      profile: { path: 'a/Dana Ochoa.md' },
      company: 'Orbit',
      emails: ['a@example.com', 'z@example.com'],
    });
  });
});

describe('tasks', () => {
  const ids = (graph: PeopleGraph) => graph.tasks('a.md').map(({ id }) => id);
  const put = (graph: PeopleGraph, body: string) => graph.put('a.md', read('a.md', {}, body));

  test('ids survive other lines moving, promotion and rejection', () => {
    const graph = new PeopleGraph();
    put(graph, '- [?] Send it @Dana 📅 2026-01-10 #task #proposed\n- [ ?] Call Omar #proposed ^id');
    const [send, call] = ids(graph);
    put(
      graph,
      'more\n\n- [ ] Call Omar ^id\n- [-] Send it @Dana 📅 2026-01-10 #task ❌ 2026-01-11\n- [ ] New',
    );
    expect(ids(graph).slice(0, 2)).toEqual([call, send]);
    expect(graph.task(send ?? '')?.record.state).toBe('rejected');
  });

  test('equal texts in one note have different ids', () => {
    const graph = new PeopleGraph();
    put(graph, '- [?] Send it\n- [ ] Send it #task');
    expect(new Set(ids(graph)).size).toBe(2);
    expect(graph.tasks()).toHaveLength(2);
  });

  test('what is gone is not found', () => {
    const graph = new PeopleGraph();
    put(graph, '- [?] Send it');
    const [id = ''] = ids(graph);
    put(graph, '- [?] Send that');
    expect(graph.task(id)).toBeUndefined();
  });
});

describe('moving and removing', () => {
  test('rename keeps the note under its new path', () => {
    const graph = graphOf({ 'a.md': [{ person: 'Dana' }, '- [?] a @Dana 📅 2026-02-30'] });
    graph.rename('a.md', 'b/c.md');
    expect(graph.paths()).toEqual(['b/c.md']);
    expect(graph.note('b/c.md')?.path).toBe('b/c.md');
    expect(person(graph, 'Dana').meetings[0]?.path).toBe('b/c.md');
    expect(person(graph, 'Dana').owns[0]?.note.path).toBe('b/c.md');
    expect(graph.problems()).toEqual([expect.objectContaining({ path: 'b/c.md' })]);
  });

  test('the last note that names somebody takes them along', () => {
    const graph = graphOf({ 'a.md': [{ person: 'Dana' }] });
    graph.remove('a.md');
    expect(graph.people()).toEqual([]);
    expect(graph.person('dana')).toBeUndefined();
  });

  test('a note that is no longer indexed leaves only its problems', () => {
    const graph = graphOf({ 'a.md': [{ person: 'Dana' }] });
    const problems = [{ path: 'a.md', message: 'The front matter is not valid.' }];
    graph.put('a.md', { record: null, problems });
    expect(graph.paths()).toEqual([]);
    expect(graph.problems()).toEqual(problems);
    graph.remove('a.md');
    expect(graph.problems()).toEqual([]);
  });
});

describe('a change', () => {
  const notes: Parameters<typeof graphOf>[0] = {
    'a.md': [{ person: 'Dana Ochoa' }],
    'b.md': [{ person: 'Omar Haddad', participants: ['Jo', 'Jo Lind'] }],
  };

  test('names everybody in the note, and nobody else', () => {
    const graph = graphOf(notes);
    const change = graph.put('a.md', read('a.md', { person: 'Priya Raman' }, '- [?] a @Timo'));
    expect([...change.notes]).toEqual(['a.md']);
    expect([...change.people].sort()).toEqual(['dana ochoa', 'priya raman', 'timo']);
  });

  test('names whom a new full name makes uncertain, and only once it does', () => {
    const graph = graphOf(notes);
    const put = (name: string) => graph.put('c.md', read('c.md', { person: name }));
    expect(put('Jo Berg').people).toEqual(new Set(['jo berg', 'jo']));
    expect(put('Jo Stone').people).toEqual(new Set(['jo berg', 'jo stone']));
    expect(graph.remove('c.md').people).toEqual(new Set(['jo stone', 'jo']));
  });

  test('is empty where nothing is new, and nobody is told', () => {
    const graph = graphOf(notes);
    const heard: Change[] = [];
    graph.onChange(change => heard.push(change));
    const change = graph.put('a.md', read('a.md', { person: 'Dana Ochoa' }));
    expect([change.notes.size, change.people.size, heard.length]).toEqual([0, 0, 0]);
  });

  test('names both paths of a rename', () => {
    expect(graphOf(notes).rename('a.md', 'c.md').notes).toEqual(new Set(['a.md', 'c.md']));
  });

  test('names those whom a new alias joins', () => {
    const graph = graphOf({ ...notes, 'c.md': [{ person: 'Dee' }] });
    const change = graph.put('People/Dana Ochoa.md', read('People/Dana Ochoa.md', { aliases: ['Dee'] }));
    expect(change.people).toEqual(new Set(['dana ochoa', 'dee']));
  });

  test('is told to listeners until they stop', () => {
    const graph = new PeopleGraph();
    const heard: Change[] = [];
    const stop = graph.onChange(change => heard.push(change));
    const change = graph.put('a.md', read('a.md', { person: 'Dana' }));
    expect(heard).toEqual([change]);
    stop();
    graph.remove('a.md');
    expect(heard).toHaveLength(1);
  });
});
