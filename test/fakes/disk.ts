/** A disk in memory that does what a test says: files that grow, events that are lost, reads that fail. */
import type { Disk } from '../../src/watch/disk.ts';

export interface MemoryDisk extends Disk {
  /** Writes the whole file, as of now; its folder must be there. */
  readonly write: (path: string, content: string | Uint8Array) => void;
  readonly append: (path: string, content: string | Uint8Array) => void;
  /** Makes a link to a file somewhere else. */
  readonly linkOut: (path: string) => void;
  /** Changes the time of last modification only. */
  readonly touch: (path: string, modifiedAt: number) => void;
  /** A file, or a folder with all that is in it. */
  readonly remove: (path: string) => void;
  /** From now on reading this path fails with this code ("EACCES"); `undefined` mends it. */
  readonly fail: (path: string, code: string | undefined) => void;
  /** From now on nobody is told of changes, as on many network file systems. */
  readonly loseEvents: () => void;
  /** How often each path was read. */
  readonly reads: ReadonlyMap<string, number>;
}

interface Node {
  readonly kind: 'file' | 'folder' | 'outside';
  readonly bytes: Uint8Array;
  readonly modifiedAt: number;
}

export function memoryDisk(now: () => number): MemoryDisk {
  const nodes = new Map<string, Node>();
  const failing = new Map<string, string>();
  const reads = new Map<string, number>();
  const watchers = new Set<{ folder: string; onChange: () => void; onEnd: () => void }>();
  let telling = true;

  const nodeAt = (path: string): Node => {
    const node = nodes.get(path);
    if (node === undefined) throw diskError('ENOENT', path);
    return node;
  };
  const tell = (path: string): void => {
    for (const watcher of watchers)
      if (telling && parentOf(path) === watcher.folder) queueMicrotask(watcher.onChange);
  };
  const put = (path: string, bytes: Uint8Array, kind: 'file' | 'outside' = 'file'): void => {
    if (nodes.get(parentOf(path))?.kind !== 'folder') throw diskError('ENOENT', path);
    nodes.set(path, { kind, bytes, modifiedAt: now() });
    tell(path);
  };

  return {
    reads,
    async makeFolder(folder) {
      const parts = folder.split('/').filter(Boolean);
      for (const [index] of parts.entries()) {
        const path = `/${parts.slice(0, index + 1).join('/')}`;
        if (!nodes.has(path)) nodes.set(path, { kind: 'folder', bytes: new Uint8Array(), modifiedAt: now() });
      }
    },
    async list(folder) {
      if (nodeAt(folder).kind !== 'folder') throw diskError('ENOTDIR', folder);
      const code = failing.get(folder);
      if (code !== undefined) throw diskError(code, folder);
      return [...nodes.keys()].filter((path) => parentOf(path) === folder).map(nameOf);
    },
    async stat(path) {
      const { kind, bytes, modifiedAt } = nodeAt(path);
      return { kind, size: bytes.length, modifiedAt };
    },
    async read(path, maxBytes) {
      reads.set(path, (reads.get(path) ?? 0) + 1);
      const code = failing.get(path);
      if (code !== undefined) throw diskError(code, path);
      const node = nodeAt(path);
      if (node.kind === 'folder') throw diskError('EISDIR', path);
      if (node.kind === 'outside') throw diskError('OUTSIDE', path);
      return node.bytes.slice(0, maxBytes);
    },
    watch(folder, onChange, onEnd) {
      nodeAt(folder);
      const watcher = { folder, onChange, onEnd };
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    write: (path, content) => put(path, bytesOf(content)),
    append: (path, content) => put(path, Buffer.concat([nodeAt(path).bytes, bytesOf(content)])),
    linkOut: (path) => put(path, bytesOf('/etc/hostname'), 'outside'),
    touch(path, modifiedAt) {
      nodes.set(path, { ...nodeAt(path), modifiedAt });
      tell(path);
    },
    remove(path) {
      nodeAt(path);
      for (const each of nodes.keys()) if (each === path || each.startsWith(`${path}/`)) nodes.delete(each);
      tell(path);
      for (const watcher of watchers) {
        if (watcher.folder !== path) continue;
        watchers.delete(watcher);
        if (telling) queueMicrotask(watcher.onEnd);
      }
    },
    fail(path, code) {
      if (code === undefined) failing.delete(path);
      else failing.set(path, code);
    },
    loseEvents() {
      telling = false;
    },
  };
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

function diskError(code: string, path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: ${path}`), { code, path });
}
