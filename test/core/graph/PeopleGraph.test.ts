import { findNamesToSort } from '../../../src/core/query/namesToSort';
import { NO_DECISIONS, type NameRules } from '../../../src/core/graph/NameRules';
import { PeopleGraph, type Change } from '../../../src/core/graph/PeopleGraph';
import { answerOf } from '../../../src/core/answerOf';
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

  test('a bare name is nobody’s first name, however few there are', () => {
    const graph = graphOf({ 'a.md': [{ participants: ['Dana Ochoa'] }], 'b.md': [{ person: 'Dana' }] });
    expect(names(graph)).toEqual(['Dana', 'Dana Ochoa']);
  });
});

describe('an uncertain name', () => {
  test('is a bare one that several full names begin with', () => {
    const graph = graphOf({ 'a.md': [{ participants: ['Jo Lind'] }], 'c.md': [{ person: 'Jo' }] });
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
    const graph = graphOf({
      'a.md': [{ participants: ['Jo Lind', 'Jo Lindt'] }],
      'c.md': [{ person: 'Jo' }],
    });
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
    const change = graph.setRules({ selfNames: ['Sam Reed', 'S. Reed'] });
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

  test('what is gone is not found, what came is', () => {
    const graph = new PeopleGraph();
    put(graph, '- [?] Send it');
    const [id = ''] = ids(graph);
    expect(graph.task(id)?.record.text).toBe('Send it');
    put(graph, '- [?] Send that');
    expect(graph.task(id)).toBeUndefined();
    const [other = ''] = ids(graph);
    expect(graph.task(other)?.record.text).toBe('Send that');
  });

  test('also of a note of which nobody has been told', () => {
    const graph = new PeopleGraph();
    put(graph, '- [?] Send it');
    expect(graph.task('nothing')).toBeUndefined();
    graph.add('told later.md', read('told later.md', { date: '2026-01-08' }, '- [?] Send more'));
    const [more] = graph.tasks('told later.md');
    expect(more && graph.task(more.id)?.record.text).toBe('Send more');
    graph.remove('told later.md');
    expect(more && graph.task(more.id)).toBeUndefined();
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

describe('a last word written twice', () => {
  test('is the known name without it', () => {
    const graph = graphOf({ 'a.md': [{ person: 'Jo Lind' }], 'b.md': [{ person: 'Jo Lind Lind' }] });
    expect(names(graph)).toEqual(['Jo Lind']);
    expect(person(graph, 'Jo Lind').meetings).toHaveLength(2);
    graph.remove('a.md');
    expect(names(graph)).toEqual(['Jo Lind Lind']);
  });

  test('two different last words are somebody else', () => {
    const graph = graphOf({ 'a.md': [{ participants: ['Jo Lind', 'Jo Lind Moller', 'Jo Moller'] }] });
    expect(names(graph)).toHaveLength(3);
  });
});

describe('a first name in a note', () => {
  const meaning = (graph: PeopleGraph, label: string, path = 'a.md') =>
    graph
      .mentions([label], path)
      .map(({ people, inferredFrom }) => [people.map(({ name }) => name), inferredFrom]);

  test('is the only full name among those present that begins with it', () => {
    const graph = graphOf({
      'a.md': [
        { person: 'Timo Berger', participants: ['Dana Ochoa'] },
        '- [?] Send it @Timo\n- [?] Call @Dana (Orbit)',
      ],
      'b.md': [{ person: 'Timo Larsen' }],
      'c.md': [{ person: 'Omar Haddad' }, '- [?] Ask @Timo'],
    });
    expect(meaning(graph, 'Timo')).toEqual([[['Timo Berger'], 'Timo Berger']]);
    expect(person(graph, 'Timo Berger').owns.map(({ record }) => record.text)).toEqual(['Send it']);
    expect(person(graph, 'Dana Ochoa').owns.map(({ record }) => record.text)).toEqual(['Call']);
    // Elsewhere it stands for itself.
    expect(person(graph, 'Timo')).toMatchObject({
      uncertain: true,
      owns: [{ record: { text: 'Ask Timo' } }],
    });
    expect(meaning(graph, 'Timo', 'c.md')).toEqual([[['Timo'], undefined]]);
    expect(person(graph, 'Timo Berger').aliases).toEqual([]);
  });

  test('is nobody in particular where two of the name are there', () => {
    const graph = graphOf({
      'a.md': [{ participants: ['Timo Berger', 'Timo Larsen'] }, '- [?] Send it @Timo'],
    });
    expect(meaning(graph, 'Timo')).toEqual([[['Timo'], undefined]]);
  });

  test('may be self, who is at every meeting', () => {
    const graph = graphOf({ 'a.md': [{ participants: ['Timo Berger'] }, '- [?] Send it @Timo'] }, [
      'Timo Larsen',
    ]);
    expect(meaning(graph, 'Timo')).toEqual([[['Timo'], undefined]]);
    graph.setRules({ selfNames: ['Timo'] });
    expect(graph.find('Timo', 'a.md')?.self).toBe(true);
  });

  test('a profile or an alias of that name counts where that person is there, or nobody else of the name', () => {
    const graph = graphOf({
      'People/Timo Larsen.md': [{ aliases: ['Timo'] }],
      'a.md': [{ participants: ['Timo Berger'] }, '- [?] a @Timo'],
      'b.md': [{ participants: ['Timo Berger', 'Timo Larsen'] }, '- [?] b @Timo'],
      'c.md': [{ participants: ['Dana Ochoa'] }, '- [?] c @Timo'],
    });
    expect(['a.md', 'b.md', 'c.md'].map(path => graph.find('Timo', path)?.name)).toEqual([
      'Timo Berger',
      'Timo Larsen',
      'Timo Larsen',
    ]);
  });

  test('somebody else who goes by it and is there, too, is meant', () => {
    const graph = graphOf({
      'People/Theodor Larsen.md': [{ aliases: ['Timo'] }],
      'a.md': [{ participants: ['Timo Berger', 'Theodor Larsen'] }, '- [?] a @Timo'],
    });
    expect(graph.find('Timo', 'a.md')?.name).toBe('Theodor Larsen');
  });

  test('two spellings of one person leave no doubt', () => {
    const graph = graphOf({
      'a.md': [{ participants: ['Timo Berger', 'Timo Bergner'] }, '- [?] a @Timo'],
    });
    expect(graph.find('Timo', 'a.md')?.name).toBe('Timo');
    const change = graph.put(
      'People/Timo Berger.md',
      read('People/Timo Berger.md', { aliases: ['Timo Bergner'] }),
    );
    expect(graph.find('Timo', 'a.md')?.name).toBe('Timo Berger');
    expect(change.people).toEqual(new Set(['timo berger', 'timo bergner', 'timo']));
  });
});

describe('several people in one label', () => {
  const notes: Parameters<typeof graphOf>[0] = {
    'a.md': [{ person: 'Dana Ochoa' }],
    'b.md': [{ participants: ['Dana Ochoa and Omar Haddad', 'Dana Ochoa, me'] }],
  };

  test('are told apart where each is known by a full name, or self', () => {
    const graph = graphOf(notes);
    const people = () => graph.mentions(['Dana Ochoa and Omar Haddad'], 'b.md');
    expect(people()).toMatchObject([{ kind: 'group', people: [] }]);
    expect(person(graph, 'Dana Ochoa').meetings).toHaveLength(2);
    expect(person(graph, 'me').meetings).toHaveLength(1);
    graph.put('c.md', read('c.md', { person: 'Omar Haddad' }));
    expect(people()).toMatchObject([
      { kind: 'person', people: [{ name: 'Dana Ochoa' }, { name: 'Omar Haddad' }] },
    ]);
    expect(person(graph, 'Omar Haddad').meetings.map(({ path }) => path)).toEqual(['b.md', 'c.md']);
  });

  test.each(['Dana Ochoa or Omar Haddad', 'Ben & Carla Voss', 'Dana and Omar'])('%j stays a group', label => {
    const graph = graphOf({ ...notes, 'c.md': [{ participants: ['Omar Haddad', label] }, '- [?] a'] });
    expect(graph.mentions([label], 'c.md')).toMatchObject([{ label, kind: 'group', people: [] }]);
    expect(graph.find(label)).toBeUndefined();
    expect(graph.namelessLabels()).toContainEqual({
      key: label.toLowerCase(),
      label,
      kind: 'group',
      notes: ['c.md'],
    });
  });

  test('a comma alone proves nothing', () => {
    const graph = graphOf({ 'a.md': [{ person: 'Vice President, Cloud' }] });
    expect(names(graph)).toEqual(['Vice President, Cloud']);
  });

  test('a profile of that very name is one person', () => {
    const graph = graphOf({ ...notes, 'People/Ben & Jerry.md': [{}], 'c.md': [{ person: 'Ben & Jerry' }] });
    expect(person(graph, 'Ben & Jerry').meetings).toHaveLength(1);
  });
});

describe('what the user decided', () => {
  const decide = (graph: PeopleGraph, decisions: Partial<NameRules['decisions']>) =>
    graph.setRules({ decisions: { ...NO_DECISIONS, ...decisions } });

  test('no person: unassigned with the label kept', () => {
    const graph = graphOf({ 'a.md': [{ person: 'Jour Fixe' }, '- [?] a @Jour Fixe'] });
    expect(decide(graph, { notPeople: ['jour fixe'] }).people).toEqual(new Set(['jour fixe']));
    expect(names(graph)).toEqual([]);
    expect(graph.namelessLabels()).toEqual([
      { key: 'jour fixe', label: 'Jour Fixe', kind: 'nobody', notes: ['a.md'] },
    ]);
    decide(graph, {});
    expect(names(graph)).toEqual(['Jour Fixe']);
  });

  test('in some notes a name is somebody, who may have become another meanwhile', () => {
    const graph = graphOf({
      'a.md': [{ person: 'Timo' }],
      'b.md': [{ person: 'Timo' }],
      'c.md': [{ person: 'Timo Berger' }],
    });
    const change = decide(graph, {
      means: [{ name: 'timo', person: 'timo berger', notes: ['a.md', 'gone.md'] }],
    });
    expect(change.people).toEqual(new Set(['timo', 'timo berger']));
    expect(person(graph, 'Timo Berger').meetings.map(({ path }) => path)).toEqual(['a.md', 'c.md']);
    expect(person(graph, 'Timo').meetings.map(({ path }) => path)).toEqual(['b.md']);
    graph.put('People/T. Berger.md', read('People/T. Berger.md', { aliases: ['Timo Berger'] }));
    expect(person(graph, 'T. Berger').meetings.map(({ path }) => path)).toEqual(['a.md', 'c.md']);
    expect(graph.mentions(['Timo'], 'a.md')).toMatchObject([{ people: [{ name: 'T. Berger' }] }]);
  });

  test('of notes told of together, each is heard for whom the user said it means', () => {
    const graph = new PeopleGraph();
    decide(graph, { means: [{ name: 'timo', person: 'timo berger', notes: ['b.md'] }] });
    const told: Change[] = [];
    graph.onChange(change => told.push(change));
    for (const path of ['a.md', 'b.md']) graph.add(path, read(path, { person: 'Timo' }));
    graph.tellAdded();
    expect(told.map(({ people }) => people)).toEqual([new Set(['timo', 'timo berger'])]);
  });

  test('a renamed profile keeps what its old name said, until somebody else has that name', () => {
    const graph = graphOf({ 'People/Dana Lee.md': [{}], 'a.md': [{ person: 'Dana Ochoa' }] });
    decide(graph, { former: [{ name: 'dana ochoa', now: 'dana lee' }] });
    expect(person(graph, 'Dana Ochoa').name).toBe('Dana Lee');
    graph.put('People/Dana Ochoa.md', read('People/Dana Ochoa.md', {}));
    expect(person(graph, 'Dana Ochoa').name).toBe('Dana Ochoa');
    graph.remove('People/Dana Ochoa.md');
    graph.remove('People/Dana Lee.md');
    expect(names(graph)).toEqual(['Dana Ochoa']);
  });

  test('the list of what is no name is theirs', () => {
    const graph = graphOf({ 'a.md': [{ participants: ['Legal', 'Board'] }] });
    expect(names(graph)).toEqual(['Board']);
    graph.setRules({ notPeople: ['Board'] });
    expect(names(graph)).toEqual(['Legal']);
  });
});

describe('hostile names', () => {
  const hostile = [
    'a'.repeat(10_000),
    'a '.repeat(5_000),
    'a, '.repeat(3_000),
    ' and '.repeat(2_000),
    '('.repeat(5_000),
    '\u0301\u0302\u0303',
    '\u202Eanad\u202C',
    '\u202E\u202C\u200B',
    '🦊🦊',
    '__proto__',
    'constructor',
    'toString Lind',
    '',
    '[[]]',
    '[[[]]]',
    '()',
    '( ( (',
    ',',
    '&',
    'or',
  ];

  test('are read, told and forgotten like any other', () => {
    const graph = graphOf({
      'a.md': [{ participants: hostile }, hostile.map(name => `- [?] Send it @[[${name}]]`).join('\n')],
    });
    for (const name of hostile) expect(() => graph.mentions([name], 'a.md')).not.toThrow();
    expect(() => answerOf(findNamesToSort(graph))).not.toThrow();
    expect(graph.find('__proto__')?.name).toBe('__proto__');
    expect(graph.find('constructor')?.meetings).toHaveLength(1);
    expect(graph.find('toString Lind')?.meetings).toHaveLength(1);
    expect(graph.mentions(['', '[[]]', '\u202E\u202C\u200B'], 'a.md').map(({ kind }) => kind)).toEqual([
      'nobody',
      'nobody',
      'nobody',
    ]);
    graph.remove('a.md');
    expect(graph.people()).toEqual([]);
  });
});
