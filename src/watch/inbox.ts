/** A folder into which people drop articles. Files stay where they are; each content is offered once. */
import { join } from 'node:path';
import { reasonOf } from '../errors.ts';
import type { World } from '../world.ts';
import type { Disk, FileState } from './disk.ts';
import { codeOf, plainFault } from './disk-fault.ts';
import { maxFileBytes, tooLarge } from './file.ts';
import {
  done,
  failed,
  grownFrom,
  hashOf,
  isDue,
  isPassing,
  seenAgain,
  settledMs,
  type SeenFile,
} from './seen-file.ts';

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
  /** Told once a day, and soon after the start, when every file was seen: what was taken in and lies there still. */
  readonly stillThere?: ((sha256s: readonly string[]) => Promise<void>) | undefined;
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
const dayMs = 24 * 60 * 60_000;

const leadsOut = 'it is a link that leads out of the inbox, and is not read; put the file itself there';

export function createInbox(parts: InboxParts): Inbox {
  const { folder, disk, world, onFault } = parts;
  const files = new Map<string, SeenFile>();
  /** Hashes of what was taken in by this process. */
  const taken = new Set<string>();
  const idleWaiters: Array<() => void> = [];
  let looking: Promise<void> = Promise.resolve();
  let queued: Promise<void> | undefined;
  let folderFault: string | undefined;
  let cannotWatch = false;
  let unwatch: (() => void) | undefined;
  let next: { readonly at: number; readonly cancel: () => void } | undefined;
  let listingMs = 0;
  let tellAt = -Infinity;
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
    let made = false;
    try {
      watchFolder();
      await lookAtFiles();
      await tellStillThere();
      folderFault = undefined;
    } catch (error) {
      made = await mendFolder(error);
    }
    const waiting = [...files.values()].some(({ step }) => step.kind === 'waiting');
    if (!waiting) for (const resolve of idleWaiters.splice(0)) resolve();
    // Somebody waiting for `idle` is worth looking for, although nobody started us.
    if (state === 'watching' || idleWaiters.length > 0) lookIn(made ? 0 : waiting ? settledMs : lookEveryMs);
  };

  /** Their articles are recognised for as long as that (`store/prune-keys.ts`). A file that cannot be read may be one. */
  const tellStillThere = async (): Promise<void> => {
    if (world.elapsedMs() < tellAt) return;
    const seen = [...files.values()];
    if (seen.some(({ step }) => step.kind !== 'done')) return;
    tellAt = world.elapsedMs() + dayMs;
    try {
      await parts.stillThere?.(seen.flatMap((file) => file.taken?.sha256 ?? []));
    } catch (error) {
      tellAt = world.elapsedMs() + dayMs / 24;
      onFault({ path: folder, reason: `What lies in ${folder} could not be noted (${reasonOf(error)}).` });
    }
  };

  /** Plans a look, unless an earlier one is planned. */
  const lookIn = (delayMs: number): void => {
    // Listing many thousands of files takes a while: at most a twentieth of our time is spent on that. What was read and
    // accepted in between does not count: after a big batch the next file must not wait.
    const laterMs = Math.max(delayMs, listingMs * 20);
    const at = world.elapsedMs() + laterMs;
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
    const begun = world.elapsedMs();
    const names = (await disk.list(folder)).filter((name) => !isPassing(name));
    const found = (await Promise.all(names.map(stateOf))).flatMap((file) => file ?? []);
    listingMs = world.elapsedMs() - begun;
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
      return file.kind === 'file' || file.kind === 'outside' ? { name, file } : undefined;
    } catch (error) {
      const unseen: SeenFile = { state: '', since: world.elapsedMs(), step: { kind: 'waiting' } };
      // A name in another encoding comes to us mended, and under the mended name there is no file.
      const misnamed = name.includes('\uFFFD');
      if (misnamed || codeOf(error) !== 'ENOENT') {
        const why = misnamed ? 'its name is not UTF-8, rename it' : plainFault(error);
        tryAgain(name, files.get(name) ?? unseen, `it cannot be looked at (${why})`);
      }
      return undefined;
    }
  };

  const consider = async (name: string, file: FileState): Promise<void> => {
    const seen = seenAgain(files.get(name), file, world.elapsedMs());
    files.set(name, seen);
    if (!isDue(seen, file, world)) return;
    if (file.kind === 'outside') return leave(name, seen, leadsOut);
    if (file.size > maxFileBytes) return leave(name, seen, tooLarge(file.size));
    return takeIn(name, file, seen);
  };

  /** It is as it is until it changes. */
  const leave = (name: string, seen: SeenFile, why: string): void => {
    files.set(name, done(seen));
    onFault({ path: join(folder, name), reason: `${name}: ${why}.` });
  };

  const takeIn = async (name: string, file: FileState, seen: SeenFile): Promise<void> => {
    const path = join(folder, name);
    let bytes: Uint8Array;
    try {
      bytes = await disk.read(path, maxFileBytes);
      const after = await disk.stat(path);
      // Written to while we read it: the next look sees its new state.
      if (after.size !== file.size || after.modifiedAt !== file.modifiedAt) return;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return void files.delete(name);
      return tryAgain(name, seen, `it cannot be read (${plainFault(error)})`);
    }
    const sha256 = hashOf(bytes);
    try {
      if (!taken.has(sha256) && !(await parts.isKnown?.(sha256))) {
        await parts.offer({ path, name, bytes, sha256, grownFrom: grownFrom(bytes, seen) });
      }
    } catch (error) {
      return tryAgain(name, seen, `it could not be taken in (${reasonOf(error)})`);
    }
    taken.add(sha256);
    files.set(name, done(seen, { sha256, length: bytes.length }));
  };

  /** Told once for each state of the file. */
  const tryAgain = (name: string, seen: SeenFile, what: string): void => {
    files.set(name, failed(seen, world.elapsedMs()));
    // Who stops us breaks off what reads the file.
    if (seen.step.kind === 'failed' || state === 'stopped') return;
    onFault({ path: join(folder, name), reason: `${name}: ${what}; it is tried again until that works.` });
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
