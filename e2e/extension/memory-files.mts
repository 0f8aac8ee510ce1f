// A file system that is no disk: files in memory, under a scheme of its own, as a repository on GitHub is to vscode.dev.

import * as vscode from 'vscode';

export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #files = new Map<string, File>();
  readonly #changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changes.event;
  /** No two states of a file have the same time. */
  #time = 0;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(uri.path);
    if (file !== undefined) return { type: file.type, ctime: 0, mtime: file.changed, size: file.data.length };
    if (this.readDirectory(uri).length === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  /** A folder is there as soon as something lies in it. */
  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    const start = path.endsWith('/') ? path : `${path}/`;
    const found = new Map<string, vscode.FileType>();
    for (const [below, { type }] of this.#files) {
      if (!below.startsWith(start)) continue;
      const [name = '', ...rest] = below.slice(start.length).split('/');
      found.set(name, rest.length === 0 ? type : vscode.FileType.Directory);
    }
    return Array.from(found);
  }

  createDirectory(): void {}

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.#files.get(uri.path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return file.data;
  }

  writeFile(uri: vscode.Uri, data: Uint8Array): void {
    this.#put(uri, vscode.FileType.File, data);
  }

  /** A file that is said to be a link: where that leads nobody can ask. */
  link(uri: vscode.Uri, data: Uint8Array): void {
    this.#put(uri, vscode.FileType.File | vscode.FileType.SymbolicLink, data);
  }

  delete(uri: vscode.Uri): void {
    for (const path of Array.from(this.#files.keys())) {
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.#files.delete(path);
    }
    this.#changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }

  #put(uri: vscode.Uri, type: vscode.FileType, data: Uint8Array): void {
    const { Changed, Created } = vscode.FileChangeType;
    const change = this.#files.has(uri.path) ? Changed : Created;
    this.#files.set(uri.path, { type, data, changed: (this.#time += 1) });
    this.#changes.fire([{ type: change, uri }]);
  }
}

/** One that is full, or that nobody may write to: writing has come half the way by then. */
export class FailingFiles extends MemoryFiles {
  failing: 'createDirectory' | 'rename' | 'writeFile' | undefined;

  override createDirectory(): void {
    if (this.failing === 'createDirectory') throw vscode.FileSystemError.NoPermissions('a folder');
  }

  override writeFile(uri: vscode.Uri, data: Uint8Array): void {
    super.writeFile(uri, this.failing === 'writeFile' ? data.slice(0, 3) : data);
    if (this.failing === 'writeFile') throw new Error('ENOSPC: no space left on device, write');
  }

  override rename(from: vscode.Uri, to: vscode.Uri): void {
    if (this.failing === 'rename') throw vscode.FileSystemError.Unavailable('the network is gone');
    super.rename(from, to);
  }
}

interface File {
  readonly type: vscode.FileType;
  readonly data: Uint8Array;
  readonly changed: number;
}
