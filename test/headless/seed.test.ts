import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VaultExport } from '../../src/core/query/exportVault';
import { makeVault, rapport, readNote } from './rapport';

const SEED = join(__dirname, '../../../shared/seed');
const describeSeed = existsSync(SEED) ? describe : describe.skip;
if (!existsSync(SEED)) console.warn('Skipped: the seed note is not here (../shared/seed).');

describeSeed('the seed note', () => {
  const name = existsSync(SEED) ? (readdirSync(SEED).find(file => file.endsWith('.md')) ?? '') : '';
  const path = `Meetings/${name}`;
  const text = name === '' ? '' : readFileSync(join(SEED, name), 'utf8');

  test('is one meeting with its person, two participants and eight proposed tasks of self', async () => {
    const vault = makeVault({ [path]: text });
    const { status, out } = await rapport('export', vault);
    const { self, people, meetings, tasks, problems } = JSON.parse(out) as VaultExport;
    expect(status).toBe(0);
    expect(meetings).toHaveLength(1);
    expect(meetings[0]?.date).toBe('2025-10-29');
    expect(people.find(({ id }) => id === meetings[0]?.person)?.name).toBe('Rick Haselton');
    expect(meetings[0]?.participants).toHaveLength(2);
    expect(tasks.map(({ state, owners, due }) => ({ state, owners, due }))).toEqual(
      Array.from({ length: 8 }, () => ({ state: 'proposed', owners: self, due: '2025-11-08' })),
    );
    const priorities = tasks.map(({ priority }) => priority).sort();
    expect(priorities).toEqual(['high', 'high', 'high', 'high', 'highest', 'highest', 'low', 'low']);
    expect(problems).toEqual([]);
  });

  test('promote --all changes those eight lines by box and tag, and a second time nothing', async () => {
    const vault = makeVault({ [path]: text });
    const first = await rapport('promote', vault, '--all');
    expect(first).toEqual({ status: 0, out: `${path}: 8 tasks\n8 tasks in 1 note promoted.\n`, err: '' });
    const promoted = readNote(vault, path);
    expect(promoted).toBe(text.replaceAll('- [ ?] ', '- [ ] ').replaceAll(' #proposed', ''));
    const lines = text.split('\n');
    expect(promoted.split('\n').filter((line, i) => line !== lines[i])).toHaveLength(8);

    const second = await rapport('promote', vault, '--all');
    expect(second).toEqual({
      status: 0,
      out: 'Nothing to promote: no task asked for is proposed.\n',
      err: '',
    });
    expect(readNote(vault, path)).toBe(promoted);
  });
});
