/** A folder into which people drop articles. Files stay where they are; each content is offered once. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { reasonOf } from '../errors.ts';
import type { World } from '../world.ts';
import type { Disk, FileState } from './disk.ts';
import { maxFileBytes, tooLarge } from './file.ts';

/** One whole file, as it is handed on. */
export interface OfferedFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of `bytes`, in hex. */
  readonly sha256: string;
  /** The file was offered before and has since gained text at its end: the hash of what it was. */
  readonly grownFrom?: string | undefined;
}

export interface InboxFault {
  /** The file, or the folder itself. */
  readonly path: string;
  /** One sentence: what is wrong, what happens now. */
  readonly reason: string;
}

export interface InboxParts {
  /** Absolute. Made if it is not there. */
  readonly folder: string;
  readonly disk: Disk;
  readonly world: World;
  /** Takes the file in for good; if it rejects, the file is offered again, later and later, until it resolves. */
  readonly offer: (file: OfferedFile) => Promise<void>;
  /** Told once for each state of a file. */
  readonly onFault: (fault: InboxFault) => void;
  /** Has this content been taken in by an earlier run? It is not offered then. */
  readonly isKnown?: ((sha256: string) => Promise<boolean>) | undefined;
}

export interface Inbox {
  /** Begins to watch; the first look follows at once. */
  readonly start: () => void;
  /** One full look; resolves when every file that is whole was offered, or its offer failed. */
  readonly scan: () => Promise<void>;
  /** Resolves when no file is left that might still be being written. */
  readonly idle: () => Promise<void>;
  /** Resolves when an offer under way has ended. */
  readonly stop: () => Promise<void>;
}

const lookEveryMs = 1000;
/** A file that has not changed for so long while we looked is whole. */
const settledMs = 300;
/** A file that was last changed so long ago was whole before we looked. */
const settledAgeMs = 2000;
const longestRetryMs = 60_000;

/** What we know of one file. */
interface Known {
  /** Size and time of last change: the file is another one when it is different. */
  readonly state: string;
  /** When we first saw it in this state. */
  readonly since: number;
  readonly step:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'done' }
    | { readonly kind: 'failed'; readonly retryAt: number; readonly retryMs: number };
  /** What was last offered under this name. */
  readonly offered?: { readonly sha256: string; readonly length: number } | undefined;
}

export function createInbox(parts: InboxParts): Inbox {
  const { folder, disk, world, onFault } = parts;
  const files = new Map<string, Known>();
  const taken = new Set<string>();
  const idleWaiters: Array<() => void> = [];
  let looking: Promise<void> = Promise.resolve();
  let queued: Promise<void> | undefined;
  let folderFault: string | undefined;
  let cannotWatch = false;
  let unwatch: (() => void) | undefined;
  let next: { readonly at: number; readonly cancel: () => void } | undefined;
  let lastedMs = 0;
  let state: 'new' | 'watching' | 'stopped' = 'new';

  /** A look that begins after this call: calls that come while one is under way share the next. */
  const scan = (): Promise<void> => {
    queued ??= looking.then(() => {
      queued = undefined;
      return (looking = look());
    });
    return queued;
  };

  const look = async (): Promise<void> => {
    if (state === 'stopped') return;
    const begun = world.now();
    let made = false;
    try {
      watchFolder();
      await lookAtFiles();
      folderFault = undefined;
    } catch (error) {
      made = await mendFolder(error);
    }
    lastedMs = world.now() - begun;
    const waiting = [...files.values()].some(({ step }) => step.kind === 'waiting');
    if (!waiting) for (const resolve of idleWaiters.splice(0)) resolve();
    // Somebody waiting for `idle` is worth looking for, although nobody started us.
    if (state === 'watching' || idleWaiters.length > 0) lookIn(made ? 0 : waiting ? settledMs : lookEveryMs);
  };

  /** Plans a look, unless an earlier one is planned. */
  const lookIn = (delayMs: number): void => {
    // A folder of many thousands of files takes a while to look at: at most a twentieth of our time is spent on that.
    const laterMs = Math.max(delayMs, lastedMs * 20);
    const at = world.now() + laterMs;
    if (state === 'stopped' || (next !== undefined && next.at <= at)) return;
    next?.cancel();
    const cancel = world.after(laterMs, () => {
      next = undefined;
      void scan();
    });
    next = { at, cancel };
  };

  const watchFolder = (): void => {
    if (unwatch !== undefined || state !== 'watching') return;
    const onEnd = (): void => {
      unwatch = undefined;
      lookIn(0);
    };
    try {
      unwatch = disk.watch(folder, () => lookIn(0), onEnd);
    } catch (error) {
      // That there is no folder is found by whoever lists it. Without being told of changes we still look for them.
      if (codeOf(error) === 'ENOENT' || cannotWatch) return;
      cannotWatch = true;
      const reason = `Changes in ${folder} are not announced here (${plainFault(error)}); it is looked at every second instead.`;
      onFault({ path: folder, reason });
    }
  };

  /** @returns true if the folder was missing and is there again. */
  const mendFolder = async (error: unknown): Promise<boolean> => {
    unwatch?.();
    unwatch = undefined;
    try {
      if (codeOf(error) !== 'ENOENT') throw error;
      await disk.makeFolder(folder);
      return true;
    } catch (fault) {
      const reason = `The inbox folder ${folder} cannot be used (${plainFault(fault)}); it is tried again every second.`;
      if (reason !== folderFault) onFault({ path: folder, reason });
      folderFault = reason;
      return false;
    }
  };

  const lookAtFiles = async (): Promise<void> => {
    const names = (await disk.list(folder)).filter((name) => !isPassing(name));
    const found = (await Promise.all(names.map(stateOf))).flatMap((file) => file ?? []);
    const present = new Set(names);
    for (const name of files.keys()) if (!present.has(name)) files.delete(name);
    // Older files first: articles are accepted in the order in which they were dropped.
    for (const { name, file } of found.toSorted(
      (a, b) => a.file.modifiedAt - b.file.modifiedAt || (a.name < b.name ? -1 : 1),
    )) {
      if (state !== 'stopped') await consider(name, file);
    }
  };

  /** Nothing for a file that has vanished since it was listed, a folder, or something that is neither. */
  const stateOf = async (
    name: string,
  ): Promise<{ readonly name: string; readonly file: FileState } | undefined> => {
    try {
      const file = await disk.stat(join(folder, name));
      return file.kind === 'file' ? { name, file } : undefined;
    } catch (error) {
      if (codeOf(error) !== 'ENOENT')
        failed(name, undefined, `it cannot be looked at (${plainFault(error)})`);
      return undefined;
    }
  };

  const consider = async (name: string, file: FileState): Promise<void> => {
    const now = world.now();
    const before = files.get(name);
    const current = `${file.size}:${file.modifiedAt}`;
    const known: Known =
      before?.state === current
        ? before
        : { state: current, since: now, step: { kind: 'waiting' }, offered: before?.offered };
    files.set(name, known);
    if (known.step.kind === 'done' || (known.step.kind === 'failed' && known.step.retryAt > now)) return;
    if (isWhole(known, file, now)) await takeIn(name, file, known);
  };

  const takeIn = async (name: string, file: FileState, known: Known): Promise<void> => {
    if (file.size > maxFileBytes) return refuse(name, known, `${name}: ${tooLarge(file.size)}.`);
    const path = join(folder, name);
    let bytes: Uint8Array;
    try {
      bytes = await disk.read(path, maxFileBytes);
      const after = await disk.stat(path);
      // Written to while we read it: the next look sees its new state.
      if (after.size !== file.size || after.modifiedAt !== file.modifiedAt) return;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return void files.delete(name);
      return failed(name, known, `it cannot be read (${plainFault(error)})`);
    }
    const sha256 = hashOf(bytes);
    const { offered } = known;
    try {
      if (!taken.has(sha256) && !(await parts.isKnown?.(sha256))) {
        await parts.offer({ path, name, bytes, sha256, grownFrom: formerHash(bytes, offered) });
      }
    } catch (error) {
      return failed(name, known, `it could not be taken in (${reasonOf(error)})`);
    }
    taken.add(sha256);
    files.set(name, { ...known, step: { kind: 'done' }, offered: { sha256, length: bytes.length } });
  };

  const refuse = (name: string, known: Known, reason: string): void => {
    files.set(name, { ...known, step: { kind: 'done' } });
    onFault({ path: join(folder, name), reason });
  };

  /** Told once, tried again and again: permissions are mended and full disks are emptied without touching the file. */
  const failed = (name: string, known: Known | undefined, what: string): void => {
    const before = known ?? files.get(name) ?? { state: '', since: world.now(), step: { kind: 'waiting' } };
    if (before.step.kind !== 'failed') {
      onFault({ path: join(folder, name), reason: `${name}: ${what}; it is tried again until that works.` });
    }
    const retryMs =
      before.step.kind === 'failed' ? Math.min(before.step.retryMs * 2, longestRetryMs) : lookEveryMs;
    files.set(name, { ...before, step: { kind: 'failed', retryAt: world.now() + retryMs, retryMs } });
  };

  return {
    start() {
      state = 'watching';
      void scan();
    },
    scan,
    idle() {
      if (state === 'stopped') return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      idleWaiters.push(resolve);
      void scan();
      return promise;
    },
    async stop() {
      state = 'stopped';
      next?.cancel();
      unwatch?.();
      await Promise.all([looking, queued]);
      for (const resolve of idleWaiters.splice(0)) resolve();
    },
  };
}

/** Names of files that are not there to stay, or not for us. */
function isPassing(name: string): boolean {
  const temporary =
    /^[.~#]|[~#]$|\.(?:part|partial|filepart|tmp|temp|crdownload|download|opdownload|swp|swx|swo)$/i;
  return temporary.test(name) || /^(?:thumbs\.db|desktop\.ini)$/i.test(name);
}

/** An empty file is one that is about to be written, until it has been empty for a while. */
function isWhole(known: Known, file: FileState, now: number): boolean {
  if (now - file.modifiedAt >= settledAgeMs) return true;
  return file.size > 0 && now - known.since >= settledMs;
}

function formerHash(bytes: Uint8Array, offered: Known['offered']): string | undefined {
  if (offered === undefined || bytes.length <= offered.length) return undefined;
  return hashOf(bytes.subarray(0, offered.length)) === offered.sha256 ? offered.sha256 : undefined;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

function plainFault(error: unknown): string {
  const code = codeOf(error);
  return plainFaults.get(code ?? '') ?? code ?? reasonOf(error);
}

const plainFaults: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EIO', 'the disk reports an error'],
  ['ENOTDIR', 'there is a file of that name'],
  ['EEXIST', 'there is a file of that name'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open'],
]);
