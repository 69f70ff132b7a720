/**
 * A chat platform that behaves like the real ones where it matters: it does not recognise a message it has seen before
 * (but for `sameMarkerMs`), it may lose its answer before or after the effect, an effect may come long after everybody
 * has given up on it, and it keeps a ledger of what people see.
 */
import type { MessageContent, Channel, PlatformName } from '../../src/domain.ts';
import type { Platform, Post, PostOutcome, ReadBack } from '../../src/platform/platform.ts';
import type { World } from '../../src/world.ts';
import { type Fault, meet, never } from './fault.ts';

export interface Visible {
  readonly externalId: string;
  readonly channel: string;
  readonly marker: string;
  /** When it appeared. */
  readonly at: number;
  /** What is to be seen now. */
  revision: number;
  content: MessageContent;
  readonly replyTo?: string | undefined;
}

export type ReadFault = 'none' | 'busy' | 'hang';

export interface FakePlatform extends Platform {
  /** Every message people see, in the order they appeared. */
  readonly ledger: readonly Visible[];
  /** The next requests meet these, in this order; after them all is well. */
  /** What `misbehave` said and has not come about yet never does. */
  readonly mend: () => void;
  readonly misbehave: (...faults: ReadonlyArray<Fault | 'none'>) => void;
  /** Until it is opened again the channel takes no messages, nor can it be read. */
  readonly shut: (channel: string) => void;
  readonly open: (channel: string) => void;
  readonly requests: () => number;
}

export interface FakeOptions {
  readonly name: PlatformName;
  readonly sameMarkerMs: number;
  readonly effectWithinMs: number;
  readonly paceMs: number;
  readonly editDelayMs: number;
  readonly editsAtMost: number;
  readonly token: Platform['token'];
  /** What it says of the channel's pace. */
  readonly nextInMs: number;
  /** `shut`: cannot be read now, says the platform, every time. */
  readonly history: 'readable' | 'forbidden' | 'shut';
  /** What a request meets that `misbehave` says nothing about. */
  readonly someFault: () => Fault | 'none';
  readonly someReadFault: () => ReadFault;
  /** Whether requests for this channel are never answered. */
  readonly hangs: (channel: string) => boolean;
  /** For what it is, this content is never shown. */
  readonly refuses: (content: MessageContent) => boolean;
}

export function fakePlatform(
  { now, after }: Pick<World, 'now' | 'after'>,
  {
    name = 'local',
    sameMarkerMs = 0,
    effectWithinMs = 0,
    paceMs = 0,
    editDelayMs = 0,
    editsAtMost = Infinity,
    token,
    nextInMs,
    history = 'readable',
    someFault = () => 'none',
    someReadFault = () => 'none',
    refuses = () => false,
    hangs = () => false,
  }: Partial<FakeOptions> = {},
): FakePlatform {
  const ledger: Visible[] = [];
  const faults: Array<Fault | 'none'> = [];
  const closed = new Set<string>();
  let requests = 0;

  return {
    name,
    sameMarkerMs,
    effectWithinMs,
    paceMs,
    editDelayMs,
    editsAtMost,
    token,
    ledger,
    mend: () => void faults.splice(0),
    misbehave: (...more) => void faults.push(...more),
    shut: (channel) => void closed.add(channel),
    open: (channel) => void closed.delete(channel),
    requests: () => requests,
    post: (channel, post) =>
      hangs(channel.externalId)
        ? never()
        : answer(() => (closed.has(channel.externalId) ? shut : show(channel, post))),
    edit: (channel, externalId, post) =>
      answer(() => (closed.has(channel.externalId) ? shut : change(externalId, post))),
    async readBack(channel, marker) {
      const fault = someReadFault();
      if (fault === 'hang') return never();
      if (fault === 'busy') return { kind: 'busy', reason: 'asked too often' };
      return look(channel, marker);
    },
  };

  function answer(effect: () => PostOutcome): Promise<PostOutcome> {
    requests += 1;
    return meet(faults.shift() ?? someFault(), async () => effect(), after);
  }

  function show(channel: Channel, { marker, revision, content, replyTo }: Post): PostOutcome {
    if (refuses(content)) return { kind: 'refused', reason: 'refused' };
    const same = ledger.findLast((one) => one.marker === marker && one.channel === channel.externalId);
    if (same !== undefined && now() - same.at < sameMarkerMs)
      return { kind: 'posted', externalId: same.externalId };
    const externalId = `m${ledger.length + 1}`;
    const at = now();
    ledger.push({ externalId, channel: channel.externalId, marker, at, revision, content, replyTo });
    return { kind: 'posted', externalId, nextInMs };
  }

  function change(externalId: string, { revision, content }: Post): PostOutcome {
    const visible = ledger.find((one) => one.externalId === externalId);
    if (visible === undefined) return { kind: 'refused', reason: 'no such message' };
    Object.assign(visible, { revision, content });
    return { kind: 'posted', externalId };
  }

  function look(channel: Channel, marker: string): ReadBack {
    if (closed.has(channel.externalId)) return shut;
    if (history === 'shut') return { kind: 'busy', reason: 'history cannot be read now' };
    if (history === 'forbidden') return { kind: 'unreadable', reason: 'history may not be read' };
    const found = ledger.findLast((one) => one.marker === marker && one.channel === channel.externalId);
    return found === undefined
      ? { kind: 'absent' }
      : { kind: 'found', externalId: found.externalId, revision: found.revision };
  }
}

const shut = { kind: 'closed', reason: 'not in the channel' } as const;
