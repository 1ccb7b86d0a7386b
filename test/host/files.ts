import type { Vault } from './vault';

export abstract class TAbstractFile {
  parent: TFolder | null = null;

  constructor(
    readonly vault: Vault,
    public path: string,
  ) {}

  get name(): string {
    return this.path === '/' ? '' : this.path.slice(this.path.lastIndexOf('/') + 1);
  }
}

export class TFile extends TAbstractFile {
  /** Times in ms since 1970, the size in bytes. */
  stat = { ctime: 0, mtime: 0, size: 0 };

  get basename(): string {
    return this.extension ? this.name.slice(0, -this.extension.length - 1) : this.name;
  }

  get extension(): string {
    const dot = this.name.lastIndexOf('.');
    return dot > 0 ? this.name.slice(dot + 1).toLowerCase() : '';
  }
}

export class TFolder extends TAbstractFile {
  children: TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === '/';
  }
}

export const parentPath = (path: string): string =>
  path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '/';

/** Files of the app itself and of other programs: on disk, but no part of the vault. */
export const isHidden = (path: string): boolean => path.split('/').some(part => part.startsWith('.'));
