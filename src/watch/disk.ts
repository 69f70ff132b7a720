/** The disk as the inbox sees it: a port, so that tests decide what a folder holds and what fails. */
import { watch } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { makeFolder } from '../folder.ts';
import { openWithin, placeWithin } from './open-within.ts';

export interface FileState {
  /** `outside`: a link to a file that is not in the folder of the link, nor below it. */
  readonly kind: 'file' | 'folder' | 'outside' | 'other';
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
}

/** Every method rejects with Node's own error (`code` is "ENOENT", "EACCES", …). */
export interface Disk {
  /** Makes the folder and those above it; nothing happens if it is there. */
  readonly makeFolder: (folder: string) => Promise<void>;
  /** Names, without path and in no order. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  readonly stat: (path: string) => Promise<FileState>;
  /** The first `maxBytes` bytes; what is `outside` is not read, whenever it became so (`code` "OUTSIDE"). */
  readonly read: (path: string, maxBytes: number) => Promise<Uint8Array>;
  /**
   * Calls `onChange` soon after something in the folder has changed: perhaps more than once, perhaps not at all, for
   * not every file system tells. `onEnd` is called once if watching ends by itself (the folder is gone).
   * @returns what ends the watching.
   */
  readonly watch: (folder: string, onChange: () => void, onEnd: () => void) => () => void;
}

export const realDisk: Disk = {
  async makeFolder(folder) {
    makeFolder(folder);
  },
  list: (folder) => readdir(folder),
  async stat(path) {
    const entry = await lstat(path);
    const found = entry.isSymbolicLink() ? await stat(path) : entry;
    if (found !== entry && found.isFile() && (await placeWithin(path)) === undefined)
      return { kind: 'outside', size: entry.size, modifiedAt: entry.mtimeMs };
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
    return { kind, size: found.size, modifiedAt: found.mtimeMs };
  },
  async read(path, maxBytes) {
    await using file = await openWithin(path);
    const { size } = await file.stat();
    const bytes = new Uint8Array(Math.min(size, maxBytes));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
      if (bytesRead === 0) break; // it shrank while we read
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  },
  watch(folder, onChange, onEnd) {
    // Not `persistent`: looking at a folder must not keep the process alive.
    const watcher = watch(folder, { persistent: false });
    const end = (): void => {
      watcher.close();
      onEnd();
    };
    // A watched folder that is removed reports its own name on Linux and an error on Windows; if a file in it has
    // that name, watching begins anew for nothing.
    watcher.on('change', (event, name) => {
      onChange();
      if (event === 'rename' && name === basename(folder)) end();
    });
    watcher.on('error', end);
    return () => watcher.close();
  },
};
