/** How far somebody has read the local channels: enough to tell, after a lost connection or a restart, what was missed. */
import type { LocalPost } from '../../store/store.ts';

export interface Cursor {
  /** The newest post that was told. */
  readonly seq: number;
  /** When the last change was told, for edits of older posts; milliseconds since the epoch. */
  readonly at: number;
}

export const nothingRead: Cursor = { seq: 0, at: 0 };

export function readOn(cursor: Cursor, post: LocalPost): Cursor {
  return { seq: Math.max(cursor.seq, post.seq), at: Math.max(cursor.at, changedAt(post)) };
}

/** An edit in the very millisecond of the cursor counts as missed: telling it twice is harmless, never is not. */
export function missedBy(cursor: Cursor, post: LocalPost): boolean {
  return post.seq > cursor.seq || (post.editedAt !== undefined && post.editedAt >= cursor.at);
}

function changedAt(post: LocalPost): number {
  return post.editedAt ?? post.at;
}

/** "12@1767603600000": what travels as the id of a server-sent event. */
export function writeCursor({ seq, at }: Cursor): string {
  return `${seq}@${at}`;
}

/** @returns undefined for what no cursor of ours looks like. */
export function parseCursor(text: string): Cursor | undefined {
  const [, seq, at] = /^(\d{1,15})@(\d{1,15})$/.exec(text) ?? [];
  return seq === undefined || at === undefined ? undefined : { seq: Number(seq), at: Number(at) };
}
