/** The steps of a message through its states, as values: what a row becomes, without a database. */
import type { Updateable } from 'kysely';
import { turns, type MessageRow, type Tables } from './schema.ts';
import type { Recorded } from './port/deliveries.ts';

export type MessageChanges = Updateable<Tables['message']>;

/** May the platform be asked for it now? Not for what is being sent, nor where there is nothing (more) to do. */
export function canBeSent({ turn }: MessageRow): boolean {
  return turn !== null && turn !== turns.sending;
}

export function sendingNow(row: MessageRow, now: number): MessageChanges {
  return {
    state: 'sending',
    sending_rev: row.wanted_rev,
    attempt: row.attempt + 1,
    first_try_at: row.first_try_at ?? now,
    reason: null,
  };
}

/** Whoever was sending it is gone: it may be visible or not, which is found out at once. */
export function abandoned(now: number): MessageChanges {
  return { state: 'unknown', next_try_at: now, reason: 'whoever was sending it went away' };
}

/** Somebody wants it after all. It may have become visible before it was given up. */
export function revived(now: number): MessageChanges {
  const reason = 'to be sent again, by hand';
  return { state: 'unknown', next_try_at: now, attempt: 0, reason };
}

/** Nobody wants it any more, and nobody has seen it. */
export function cancelled(reason: string): MessageChanges {
  return { state: 'cancelled', reason };
}

/** What is visible stays as it is. */
export function settled(row: MessageRow): MessageChanges {
  return { settled_rev: row.wanted_rev };
}

/** Something else is to be said. */
export function wantingMore(
  row: MessageRow,
  content: string,
  now: number,
  editDelayMs: number,
): MessageChanges {
  const wanted = { content, wanted_rev: row.wanted_rev + 1, next_try_at: waitForEdit(row, now, editDelayMs) };
  return row.state === 'cancelled' || wasRefused(row) ? { ...wanted, ...wantedAgain(now) } : wanted;
}

/** For what it said then; not one that was given up. */
function wasRefused({ state, settled_rev }: MessageRow): boolean {
  return state === 'dead' && settled_rev > 0;
}

function wantedAgain(now: number): MessageChanges {
  return { state: 'pending', next_try_at: now, first_try_at: null, attempt: 0, reason: null };
}

/**
 * Changes of what is visible, or about to be, are gathered from the first of them on. What is not visible yet goes
 * out with them, when it would have gone out anyway.
 */
function waitForEdit(row: MessageRow, now: number, editDelayMs: number): number {
  const gathering = row.wanted_rev > Math.max(row.sending_rev, row.settled_rev) || row.turn === turns.edit;
  const visible = row.state === 'sent' || row.state === 'sending';
  return visible && !gathering ? now + editDelayMs : row.next_try_at;
}

export function changesBy(recorded: Recorded, row: MessageRow, now: number): MessageChanges {
  switch (recorded.kind) {
    case 'sent':
      return {
        state: 'sent',
        external_id: recorded.externalId,
        posted_rev: recorded.revision,
        edits: row.edits + (row.external_id !== null && recorded.revision > row.posted_rev ? 1 : 0),
        settled_rev: recorded.reason === undefined ? recorded.revision : leftAt(row),
        attempt: 0,
        // An edit has tries of its own: that of a message which has stood for a day is not a day late.
        first_try_at: null,
        reason: recorded.reason ?? null,
        sent_at: row.sent_at ?? now,
      };
    case 'later':
      return {
        state: row.posted_rev > 0 ? 'sent' : 'pending',
        next_try_at: recorded.nextTryAt,
        reason: recorded.reason,
        ...(recorded.afresh === true && { first_try_at: null, attempt: 0 }),
      };
    case 'unknown':
      return {
        state: 'unknown',
        next_try_at: recorded.nextTryAt,
        // Looking for it asks the platform too: who waits longer each time needs the count.
        attempt: recorded.afresh === true ? 0 : row.state === 'unknown' ? row.attempt + 1 : row.attempt,
        reason: recorded.reason,
      };
    case 'dead':
      if (recorded.refused !== true) return { state: 'dead', reason: recorded.reason, settled_rev: 0 };
      return {
        // What it is to say since then was not refused.
        ...(row.wanted_rev > row.sending_rev ? wantedAgain(now) : { state: 'dead' }),
        reason: recorded.reason,
        settled_rev: row.sending_rev,
      };
  }
}

/** The revision that is given up; what was asked for while it was on its way still is. */
function leftAt(row: MessageRow): number {
  return row.state === 'sending' ? row.sending_rev : row.wanted_rev;
}
