/**
 * A chat platform that behaves like the real ones where it matters: it does not recognise a message it has seen before
 * (but for `sameMarkerMs`), it may lose its answer before or after the effect, and it keeps a ledger of what people see.
 */
import type { AlertContent, Channel } from '../../src/domain.ts';
import type { Platform, Post, PostOutcome, ReadBack } from '../../src/platform/platform.ts';

export interface Visible {
  readonly externalId: string;
  readonly channel: string;
  readonly marker: string;
  /** When it appeared. */
  readonly at: number;
  /** What is to be seen now. */
  revision: number;
  content: AlertContent;
}

/** What the next request meets. */
export type Fault =
  | 'lost before' // the request never arrived
  | 'lost after' // it took effect, the answer was lost
  | { readonly kind: 'busy'; readonly retryAfterMs?: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'closed' };

export interface FakePlatform extends Platform {
  /** Every message people see, in the order they appeared. */
  readonly ledger: readonly Visible[];
  /** The next requests meet these, in this order; after them all is well. */
  readonly misbehave: (...faults: ReadonlyArray<Fault | 'none'>) => void;
  readonly requests: () => number;
}

export function fakePlatform(
  now: () => number,
  {
    sameMarkerMs = 0,
    paceMs = 0,
    editDelayMs = 0,
    history = 'readable',
  }: Partial<{
    sameMarkerMs: number;
    paceMs: number;
    editDelayMs: number;
    history: 'readable' | 'forbidden';
  }> = {},
): FakePlatform {
  const ledger: Visible[] = [];
  const faults: Array<Fault | 'none'> = [];
  let requests = 0;

  return {
    name: 'local',
    sameMarkerMs,
    paceMs,
    editDelayMs,
    ledger,
    misbehave: (...more) => void faults.push(...more),
    requests: () => requests,
    post: (channel, post) => answer(() => show(channel, post)),
    edit: (_channel, externalId, post) => answer(() => change(externalId, post)),
    readBack: (channel, marker) => Promise.resolve(look(channel, marker)),
  };

  async function answer(effect: () => PostOutcome): Promise<PostOutcome> {
    requests += 1;
    const fault = faults.shift() ?? 'none';
    if (fault === 'none') return effect();
    if (fault === 'lost before') return { kind: 'unknown', reason: 'connection reset' };
    if (fault === 'lost after') {
      effect();
      return { kind: 'unknown', reason: 'no answer within 10 s' };
    }
    return { ...fault, reason: fault.kind };
  }

  function show(channel: Channel, { marker, revision, content }: Post): PostOutcome {
    const same = ledger.findLast((one) => one.marker === marker && one.channel === channel.externalId);
    if (same !== undefined && now() - same.at < sameMarkerMs)
      return { kind: 'posted', externalId: same.externalId };
    const externalId = `m${ledger.length + 1}`;
    ledger.push({ externalId, channel: channel.externalId, marker, at: now(), revision, content });
    return { kind: 'posted', externalId };
  }

  function change(externalId: string, { revision, content }: Post): PostOutcome {
    const visible = ledger.find((one) => one.externalId === externalId);
    if (visible === undefined) return { kind: 'refused', reason: 'no such message' };
    Object.assign(visible, { revision, content });
    return { kind: 'posted', externalId };
  }

  function look(channel: Channel, marker: string): ReadBack {
    if (history === 'forbidden')
      return { kind: 'unreadable', retry: false, reason: 'history may not be read' };
    const found = ledger.findLast((one) => one.marker === marker && one.channel === channel.externalId);
    return found === undefined
      ? { kind: 'absent' }
      : { kind: 'found', externalId: found.externalId, revision: found.revision };
  }
}
