import { isHidden, parentPath, TFile, TFolder, type TAbstractFile } from './files';
import { nextTask } from './pending';
import { decode, encode, type Vault, type WriteOptions } from './vault';

/** The files themselves, those in dot folders too. What it changes in the vault the vault hears of. */
export class Adapter {
  constructor(private readonly vault: Vault) {}

  getName(): string {
    return this.vault.getName();
  }

  async exists(path: string): Promise<boolean> {
    await nextTask();
    if (this.vault.getAbstractFileByPath(path) || this.hidden.has(path)) return true;
    return [...this.hidden.keys()].some(known => known.startsWith(`${path}/`));
  }

  async stat(
    path: string,
  ): Promise<{ type: 'file' | 'folder'; ctime: number; mtime: number; size: number } | null> {
    const entry = this.vault.getAbstractFileByPath(path);
    if (entry instanceof TFile) return { type: 'file', ...entry.stat };
    const content = this.hidden.get(path);
    if (content) return { type: 'file', ctime: 0, mtime: 0, size: content.byteLength };
    return (await this.exists(path)) ? { type: 'folder', ctime: 0, mtime: 0, size: 0 } : null;
  }

  async list(path: string): Promise<{ files: string[]; folders: string[] }> {
    const children = this.vault.getFolderByPath(path === '' ? '/' : path)?.children ?? [];
    const below = [...this.hidden.keys()].filter(known => parentPath(known) === path);
    return {
      files: [...children.filter(child => child instanceof TFile).map(file => file.path), ...below],
      folders: children.filter(child => child instanceof TFolder).map(folder => folder.path),
    };
  }

  async read(path: string): Promise<string> {
    return decode(new Uint8Array(await this.readBinary(path)));
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    const file = this.vault.getFileByPath(path);
    if (file) return this.vault.readBinary(file);
    await nextTask();
    const content = this.hidden.get(path);
    if (!content) throw new Error(`ENOENT: no such file or directory, open '${path}'`);
    return content.slice().buffer;
  }

  async write(path: string, data: string, options?: WriteOptions): Promise<void> {
    await this.writeBytes(path, encode(data), options);
  }

  async writeBinary(path: string, data: ArrayBuffer, options?: WriteOptions): Promise<void> {
    await this.writeBytes(path, new Uint8Array(data.slice(0)), options);
  }

  async append(path: string, data: string): Promise<void> {
    await this.write(path, (await this.read(path)) + data);
  }

  process(path: string, change: (data: string) => string): Promise<string> {
    const file = this.vault.getFileByPath(path);
    if (file) return this.vault.process(file, change);
    return this.vault.inTurn(path, async () => {
      const data = change(await this.read(path));
      await this.write(path, data);
      return data;
    });
  }

  async mkdir(path: string): Promise<void> {
    if (!isHidden(path) && !this.vault.getFolderByPath(path)) await this.vault.createFolder(path);
  }

  async remove(path: string): Promise<void> {
    if (!this.hidden.delete(path)) await this.vault.delete(this.entryAt(path));
  }

  async rmdir(path: string, _recursive: boolean): Promise<void> {
    await this.remove(path);
  }

  async trashLocal(path: string): Promise<void> {
    await this.remove(path);
  }

  async trashSystem(path: string): Promise<boolean> {
    await this.remove(path);
    return true;
  }

  async rename(from: string, to: string): Promise<void> {
    await this.requireFree(to);
    const content = this.hidden.get(from);
    if (!content || !isHidden(to)) return this.vault.rename(this.entryAt(from), to);
    this.hidden.set(to, content);
    this.hidden.delete(from);
  }

  async copy(from: string, to: string): Promise<void> {
    await this.requireFree(to);
    await this.writeBinary(to, await this.readBinary(from));
  }

  getResourcePath(path: string): string {
    return `app://vault/${encodeURI(path)}`;
  }

  private get hidden(): Map<string, Uint8Array> {
    return this.vault.hidden;
  }

  private async writeBytes(path: string, content: Uint8Array, options?: WriteOptions): Promise<void> {
    if (isHidden(path)) {
      await nextTask();
      this.hidden.set(path, content);
      return;
    }
    const buffer = content.slice().buffer;
    const file = this.vault.getFileByPath(path);
    if (file) await this.vault.modifyBinary(file, buffer, options);
    else await this.vault.createBinary(path, buffer, options);
  }

  private async requireFree(path: string): Promise<void> {
    if (await this.exists(path)) throw new Error('Destination file already exists!');
  }

  private entryAt(path: string): TAbstractFile {
    const entry = this.vault.getAbstractFileByPath(path);
    if (!entry) throw new Error(`ENOENT: no such file or directory, '${path}'`);
    return entry;
  }
}
