import type { TAbstractFile, TFile } from 'obsidian';
import { createHost, type Host, type HostOptions } from '.';

let host: Host;
afterEach(() => host.destroy());

async function start(options: HostOptions) {
  host = await createHost(options);
  await host.layoutReady();
  return host.app.vault;
}

const fileAt = (path: string): TFile => {
  const file = host.app.vault.getFileByPath(path);
  if (!file) throw new Error(`no file ${path}`);
  return file;
};

function record(...names: ('create' | 'modify' | 'delete' | 'rename')[]) {
  const seen: string[] = [];
  for (const name of names)
    host.app.vault.on(name as 'create', (file: TAbstractFile, from?: unknown) =>
      seen.push(typeof from === 'string' ? `${name} ${from} → ${file.path}` : `${name} ${file.path}`),
    );
  return seen;
}

test('process is atomic: twenty increments at once give twenty', async () => {
  const vault = await start({ files: { 'n.md': '0' } });
  await Promise.all(
    Array.from({ length: 20 }, () => vault.process(fileAt('n.md'), text => String(Number(text) + 1))),
  );
  expect(await vault.read(fileAt('n.md'))).toBe('20');
});

test('a throw in process writes nothing, and the next process goes on', async () => {
  const vault = await start({ files: { 'a.md': 'x' } });
  const { mtime } = fileAt('a.md').stat;
  const thrower = vault.process(fileAt('a.md'), () => {
    throw new Error('no');
  });
  await expect(thrower).rejects.toThrow('no');
  expect(fileAt('a.md').stat.mtime).toBe(mtime);
  await vault.process(fileAt('a.md'), text => `${text}y`);
  expect(await vault.read(fileAt('a.md'))).toBe('xy');
});

test('size counts bytes, and every write has a later time', async () => {
  const vault = await start({ files: { 'a.md': 'é📅' } });
  expect(fileAt('a.md').stat.size).toBe(6);
  const before = fileAt('a.md').stat.mtime;
  await vault.modify(fileAt('a.md'), 'x');
  expect(fileAt('a.md').stat.mtime).toBeGreaterThan(before);
});

test('bytes that are no UTF-8 read as U+FFFD, while readBinary gives them', async () => {
  const vault = await start({ files: { 'a.md': Uint8Array.of(0x61, 0xe9, 0x62) } });
  expect(await vault.read(fileAt('a.md'))).toBe('a\uFFFDb');
  expect([...new Uint8Array(await vault.readBinary(fileAt('a.md')))]).toEqual([0x61, 0xe9, 0x62]);
});

test('a file in a folder that is not there cannot be created; an existing one neither', async () => {
  const vault = await start({ files: { 'a.md': '' } });
  await expect(vault.create('no/b.md', '')).rejects.toThrow('ENOENT');
  await expect(vault.create('a.md', '')).rejects.toThrow('exists');
});

test('a folder’s files are renamed and deleted one by one, each with its event', async () => {
  const vault = await start({ files: { 'A/one.md': '', 'A/deep/two.md': '' } });
  const seen = record('rename', 'delete');
  const folder = vault.getFolderByPath('A');
  if (!folder) throw new Error('no folder');
  await vault.rename(folder, 'B');
  await vault.delete(folder);
  expect(seen).toEqual([
    'rename A → B',
    'rename A/one.md → B/one.md',
    'rename A/deep → B/deep',
    'rename A/deep/two.md → B/deep/two.md',
    'delete B/one.md',
    'delete B/deep/two.md',
    'delete B/deep',
    'delete B',
  ]);
  expect(vault.getMarkdownFiles()).toEqual([]);
});

test('create is fired for every existing file while the app starts', async () => {
  host = await createHost({ files: { 'a.md': '', 'F/b.md': '' } });
  const seen = record('create');
  await host.layoutReady();
  expect(seen).toEqual(expect.arrayContaining(['create a.md', 'create F/b.md']));
});

test('a mirror that refuses a write leaves the file as it was', async () => {
  const fails = () => Promise.reject(new Error('disk full'));
  const mirror = { write: fails, remove: fails, rename: fails, mkdir: fails };
  const vault = await start({ files: { 'a.md': 'x' }, mirror });
  await expect(vault.modify(fileAt('a.md'), 'y')).rejects.toThrow('disk full');
  await expect(vault.rename(fileAt('a.md'), 'b.md')).rejects.toThrow('disk full');
  expect(await vault.read(fileAt('a.md'))).toBe('x');
});

describe('the metadata cache', () => {
  test('hears of a write after the vault did, and only then knows it', async () => {
    const vault = await start({ files: { 'a.md': '---\nx: 1\n---\n' } });
    const seen: string[] = [];
    const known = () => JSON.stringify(host.app.metadataCache.getFileCache(fileAt('a.md'))?.frontmatter);
    vault.on('modify', () => void seen.push(`modify ${known()}`));
    host.app.metadataCache.on(
      'changed',
      (_file, data) => void seen.push(`changed ${known()} ${data.length}`),
    );
    await vault.modify(fileAt('a.md'), '---\nx: 2\n---\n');
    await host.settle();
    expect(seen).toEqual(['modify {"x":1}', 'changed {"x":2} 13']);
  });

  test('a rename moves its entry without a change; a delete drops it', async () => {
    const vault = await start({ files: { 'a.md': '---\nx: 1\n---\n' } });
    const seen: string[] = [];
    host.app.metadataCache.on('changed', file => void seen.push(`changed ${file.path}`));
    host.app.metadataCache.on('deleted', file => void seen.push(`deleted ${file.path}`));
    await vault.rename(fileAt('a.md'), 'b.md');
    await host.settle();
    expect(host.app.metadataCache.getCache('b.md')?.frontmatter).toEqual({ x: 1 });
    await vault.delete(fileAt('b.md'));
    await host.settle();
    expect(seen).toEqual(['deleted b.md']);
  });

  test('links resolve to the nearest file of that name, not to aliases, nor to a folder’s README', async () => {
    await start({
      files: {
        'x/Dana.md': '',
        'y/Dana.md': '',
        'y/n.md': '',
        'People/Omar/README.md': '',
        'z.md': '---\naliases: [Zed]\n---\n',
      },
    });
    const dest = (link: string, from: string) =>
      host.app.metadataCache.getFirstLinkpathDest(link, from)?.path;
    expect(dest('Dana', 'y/n.md')).toBe('y/Dana.md');
    expect(dest('x/Dana', 'y/n.md')).toBe('x/Dana.md');
    expect(dest('Omar', 'y/n.md')).toBeUndefined();
    expect(dest('Zed', 'y/n.md')).toBeUndefined();
  });
});
