import type { Store } from '../store/store.ts';
import { directTextsFor, textsFor } from '../messages/choose.ts';
import { formatWhen } from '../messages/when.ts';
import type { Command, Context } from './context.ts';
import { explain } from './explain.ts';
import { firstLook } from './first-look.ts';
import type { Looked } from './looked.ts';
import { subscribe, unsubscribe } from './follow.ts';
import type { Invocation } from './invocation.ts';
import { mute, pause, resume, unmute } from './quiet.ts';
import type { Scope } from './scope.ts';
import { typingHint } from './typing-help.ts';
import { latest } from './search.ts';
import { parseEither } from '../match/query.ts';
import { addSource, removeSource } from './sources.ts';

/** What every invocation needs of the running bot. */
export interface InvokeParts {
  readonly store: Store;
  readonly commands: readonly Command[];
  readonly now: () => number;
  /** How often a feed that is added here is looked at; 10 minutes if absent. */
  readonly pollIntervalMs?: number | undefined;
  /**
   * Has a new source looked at, and tells what was found if that does not take long; losing it costs time, nothing else.
   */
  readonly look?: ((sourceId: number) => Promise<Looked | undefined>) | undefined;
  /** Tells the one who sends that a channel takes messages again; losing it costs seconds. */
  readonly deliver?: (() => void) | undefined;
}

/** All a command gets to see of Bellwire, for this invocation: its channel, its person, its workspace. */
export function openContext(invocation: Invocation, parts: InvokeParts): Context {
  const { store, commands } = parts;
  const texts = (invocation.direct === true ? directTextsFor : textsFor)(invocation.person.language);
  const scope: Scope = {
    ...parts,
    pollIntervalMs: parts.pollIntervalMs ?? 10 * 60_000,
    look: parts.look ?? (async () => undefined),
    deliver: parts.deliver ?? (() => {}),
    channel: invocation.channel,
    person: invocation.person,
    texts,
    mistakes: texts.mistakes,
  };
  return {
    invocation,
    texts,
    commands,
    when: (at) => formatWhen(at, parts.now(), { language: texts.language, zone: invocation.person.zone }),
    subscribe: (typed) => subscribe(typed, invocation.delivery, scope),
    unsubscribe: (typed) => unsubscribe(typed, scope),
    subscriptions: () => store.subscriptions.ofChannel(invocation.channel.id),
    search: (query, count) => latest(query, count, scope),
    hint: (query) => typingHint(query, parseEither(query), scope),
    explain: (what) => explain(what, scope),
    mute: (what) => mute(what, scope),
    unmute: (what) => unmute(what, scope),
    pause: () => pause(scope),
    resume: () => resume(scope),
    sources: () => store.sources.list(invocation.channel.workspaceId),
    addSource: (url) => addSource(url, scope),
    firstLook: (source) => firstLook(source, scope),
    removeSource: (what) => removeSource(what, scope),
  };
}
