/**
 * A disk as the rules allow it (POSIX, and what SQLite asks of a disk): what was synced is there; of everything else
 * any part may be, in any order, whole sectors of 512 bytes at a time. Names become durable when their folder is synced,
 * and not before.
 */
import type { DiskEvent } from './recording.ts';

const sectorSize = 512;

export interface Disk {
  readonly happen: (event: DiskEvent) => void;
  /** The files, by name, if the power goes now. The disk itself goes on: the power can be cut at many places of one run. */
  readonly cut: (luck: Luck) => ReadonlyMap<string, Buffer>;
}

/** Was this unsynced piece written all the same? */
export type Luck = () => boolean;

interface File {
  durable: Buffer;
  /** Since the last sync, oldest first. */
  unsynced: Change[];
}

type Change = { readonly offset: number; readonly bytes: Buffer } | { readonly size: number };
type Naming = (names: Map<string, File>) => void;

/** @param keepsItsWord false: a disk that says "synced" and does nothing */
export function emptyDisk(keepsItsWord = true): Disk {
  const byInode = new Map<number, File>();
  const names = new Map<string, File>();
  let unsyncedNames: Naming[] = [];

  return {
    happen(event) {
      switch (event.kind) {
        case 'made': {
          const file: File = { durable: Buffer.alloc(0), unsynced: [] };
          byInode.set(event.inode, file);
          unsyncedNames.push((all) => all.set(event.path, file));
          return;
        }
        case 'written':
          return void fileOf(event.inode).unsynced.push(event);
        case 'cut to':
          return void fileOf(event.inode).unsynced.push(event);
        case 'synced': {
          if (!keepsItsWord) return;
          const file = fileOf(event.inode);
          file.durable = file.unsynced.reduce(changed, file.durable);
          file.unsynced = [];
          return;
        }
        case 'folder synced':
          if (!keepsItsWord) return;
          for (const name of unsyncedNames) name(names);
          unsyncedNames = [];
          return;
        case 'removed':
          return void unsyncedNames.push((all) => all.delete(event.path));
        case 'renamed':
          return void unsyncedNames.push((all) => {
            const file = all.get(event.from);
            if (file === undefined) return;
            all.delete(event.from);
            all.set(event.to, file);
          });
        case 'mark':
          return;
      }
    },
    cut(luck) {
      const kept = new Map(names);
      for (const name of unsyncedNames) if (luck()) name(kept);
      return new Map([...kept].map(([path, file]) => [path, afterCut(file, luck)]));
    },
  };

  function fileOf(inode: number): File {
    const file = byInode.get(inode);
    if (file === undefined) throw new Error(`inode ${inode} was never made`);
    return file;
  }
}

function afterCut({ durable, unsynced }: File, luck: Luck): Buffer {
  return unsynced
    .flatMap(sectorsOf)
    .filter(() => luck())
    .reduce(changed, copyOf(durable));
}

/** In memory of its own: small buffers of Node's share theirs. */
function copyOf(content: Buffer): Buffer {
  const copy = Buffer.from(new ArrayBuffer(content.length));
  content.copy(copy);
  return copy;
}

function sectorsOf(change: Change): readonly Change[] {
  if ('size' in change) return [change];
  const { offset, bytes } = change;
  const sectors: Change[] = [];
  for (let from = 0; from < bytes.length;) {
    const to = Math.min(bytes.length, from + sectorSize - ((offset + from) % sectorSize));
    sectors.push({ offset: offset + from, bytes: bytes.subarray(from, to) });
    from = to;
  }
  return sectors;
}

/** Writes into `content` where there is room. */
function changed(content: Buffer, change: Change): Buffer {
  const size = 'size' in change ? change.size : Math.max(content.length, change.offset + change.bytes.length);
  const sized = resized(content, size);
  if ('bytes' in change) change.bytes.copy(sized, change.offset);
  return sized;
}

/** A hole reads as zeros. */
function resized(content: Buffer, size: number): Buffer {
  if (size <= content.length) return content.subarray(0, size);
  const room = content.buffer.byteLength - content.byteOffset;
  if (size <= room) {
    const larger = Buffer.from(content.buffer, content.byteOffset, size);
    larger.fill(0, content.length);
    return larger;
  }
  const larger = Buffer.from(new ArrayBuffer(size * 2), 0, size);
  content.copy(larger);
  return larger;
}
