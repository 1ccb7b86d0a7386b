import type { Host, VaultMirror } from '../../host';
import type { StoredFile, VaultChange } from '../VaultFolder';

type Content = string | Uint8Array;

/** The files on the server, and what the page believes is in them. */
export class ServerVault implements VaultMirror {
  /** The content of every file as the page knows it, named by its hash. */
  private readonly etags = new Map<string, string>();

  /** `onRefused` hears why a change did not reach the disk; whoever asked for it is told by the rejection. */
  constructor(
    private readonly token: string,
    private readonly onRefused: (reason: string) => void,
  ) {}

  async files(): Promise<Record<string, Content>> {
    const response = await fetch('/vault/files');
    if (!response.ok) throw new Error(`The vault could not be read: ${await response.text()}`);
    const files: Record<string, Content> = {};
    for (const line of (await response.text()).split('\n')) {
      if (line === '') continue;
      const file = JSON.parse(line) as StoredFile;
      this.etags.set(file.path, file.etag);
      files[file.path] = contentOf(file);
    }
    return files;
  }

  /** Brings what other programs do to the files into the host. `onLost` hears when the server is gone. */
  follow(host: Host, onLost: () => void): void {
    const changes = new EventSource('/vault/changes');
    changes.onmessage = ({ data }: MessageEvent<string>) =>
      void this.take(host, JSON.parse(data) as VaultChange);
    changes.onerror = () => {
      changes.close();
      onLost();
    };
  }

  /** The server refuses where the file on disk is not the one the page knows: another program's text stays. */
  async write(path: string, text: string): Promise<void> {
    const etag = this.etags.get(path) ?? null;
    await this.expecting(new Map([[path, await etagOf(text)]]), () =>
      this.send('/vault/write', { path, text, etag }),
    );
  }

  async remove(path: string): Promise<void> {
    const gone = new Map(this.below(path).map(known => [known, null]));
    await this.expecting(gone, () => this.send('/vault/remove', { path }));
  }

  async rename(from: string, to: string): Promise<void> {
    const moved = this.below(from).flatMap((known): [string, string | null][] => [
      [known, null],
      [to + known.slice(from.length), this.etags.get(known) ?? null],
    ]);
    await this.expecting(new Map(moved), () => this.send('/vault/rename', { from, to }));
  }

  async mkdir(path: string): Promise<void> {
    await this.send('/vault/mkdir', { path });
  }

  async saveData(data: unknown): Promise<void> {
    await this.send('/data', { data });
  }

  private async send(url: string, words: Record<string, unknown>): Promise<void> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-workbench-token': this.token },
      body: JSON.stringify(words),
    });
    if (response.ok) return;
    const reason = await response.text();
    this.onRefused(reason);
    throw new Error(reason);
  }

  private async take(host: Host, change: VaultChange): Promise<void> {
    const { path } = change;
    if (change.kind === 'remove') {
      const gone = this.below(path);
      for (const known of gone) this.etags.delete(known);
      if (gone.length > 0) await host.outside.remove(path);
    } else if (this.etags.get(path) !== change.etag) {
      this.etags.set(path, change.etag);
      await host.outside.write(path, contentOf(change));
    }
  }

  private below(path: string): string[] {
    return [...this.etags.keys()].filter(known => known === path || known.startsWith(`${path}/`));
  }

  /** Knows what a change will bring before the server tells of it; takes that back where it fails. */
  private async expecting(after: Map<string, string | null>, change: () => Promise<void>): Promise<void> {
    const before = [...after.keys()].map(path => [path, this.etags.get(path) ?? null] as const);
    for (const [path, etag] of after) this.set(path, etag);
    try {
      await change();
    } catch (error) {
      // What came from outside meanwhile stays.
      for (const [path, etag] of before)
        if ((this.etags.get(path) ?? null) === after.get(path)) this.set(path, etag);
      throw error;
    }
  }

  private set(path: string, etag: string | null): void {
    if (etag === null) this.etags.delete(path);
    else this.etags.set(path, etag);
  }
}

const contentOf = (file: StoredFile): Content =>
  'text' in file ? file.text : Uint8Array.from(atob(file.base64), sign => sign.charCodeAt(0));

async function etagOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
