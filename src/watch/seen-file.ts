/** What the inbox remembers of one file, and the rules by which a file is whole and due. */
import { createHash } from 'node:crypto';
import type { World } from '../world.ts';
import type { FileState } from './disk.ts';

export interface SeenFile {
  /** Size and time of last change: with another of either it is looked at afresh. */
  readonly state: string;
  /** When it was first seen in this state, by `World.elapsedMs` as every time here: no clock that is set delays a file. */
  readonly since: number;
  readonly step:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'done' }
    | { readonly kind: 'failed'; readonly retryAt: number; readonly retryMs: number };
  /** What was last taken in under this name. */
  readonly taken?: { readonly sha256: string; readonly length: number } | undefined;
}

/** A file that has not changed for so long while we looked is whole. */
export const settledMs = 300;
/** A file that was last changed so long ago was whole before we looked. */
const settledAgeMs = 2000;
const [firstRetryMs, longestRetryMs] = [1000, 60_000];

/** Names of files that are not there to stay, or not for us. */
export function isPassing(name: string): boolean {
  const temporary =
    /^[.~#]|[~#]$|\.(?:part|partial|filepart|tmp|temp|crdownload|download|opdownload|swp|swx|swo)$/i;
  return temporary.test(name) || /^(?:thumbs\.db|desktop\.ini)$/i.test(name);
}

/** The file as it is seen now, after what was known of it. */
export function seenAgain(before: SeenFile | undefined, file: FileState, since: number): SeenFile {
  const state = `${file.size}:${file.modifiedAt}`;
  if (before?.state === state) return before;
  return { state, since, step: { kind: 'waiting' }, taken: before?.taken };
}

/** Is it to be taken in now? An empty file is one that is about to be written, until it has been empty for a while. */
export function isDue(
  seen: SeenFile,
  file: FileState,
  { now, elapsedMs }: Pick<World, 'now' | 'elapsedMs'>,
): boolean {
  const { step, since } = seen;
  if (step.kind === 'done' || (step.kind === 'failed' && step.retryAt > elapsedMs())) return false;
  const isSettled = file.size > 0 && elapsedMs() - since >= settledMs;
  return isSettled || now() - file.modifiedAt >= settledAgeMs;
}

export function done(seen: SeenFile, taken?: SeenFile['taken']): SeenFile {
  return { ...seen, step: { kind: 'done' }, taken: taken ?? seen.taken };
}

/** To be tried again, later each time: permissions are mended and full disks emptied without touching the file. */
export function failed(seen: SeenFile, now: number): SeenFile {
  const retryMs =
    seen.step.kind === 'failed' ? Math.min(seen.step.retryMs * 2, longestRetryMs) : firstRetryMs;
  return { ...seen, step: { kind: 'failed', retryAt: now + retryMs, retryMs } };
}

/** The hash of what was taken in under this name before, if `bytes` begin with it and go on. */
export function grownFrom(bytes: Uint8Array, { taken }: SeenFile): string | undefined {
  if (taken === undefined || bytes.length <= taken.length) return undefined;
  return hashOf(bytes.subarray(0, taken.length)) === taken.sha256 ? taken.sha256 : undefined;
}

/** SHA-256 in hex. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
