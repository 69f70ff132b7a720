/** Answers to people: where they have asked, to them alone or to all. */
import type { World } from '../../world.ts';
import { httpOutcome, type HttpOutcome } from '../http-outcome.ts';
import type { Log } from '../../log.ts';
import type { Arguments } from './api.ts';
import type { Rendered } from './render-alert.ts';
import type { ApiAnswer } from '../ask-once.ts';
import type { Tokens } from './tokens.ts';

/** Where an answer goes. */
export type Way =
  /** A `response_url`: for half an hour, five times, also where the bot is no member. If it takes nothing: in `channel`. */
  | {
      readonly kind: 'url';
      readonly url: string;
      readonly channel: string;
      readonly replaces?: boolean | undefined;
    }
  /** In a channel; `thread`: below the message that asked. */
  | { readonly kind: 'channel'; readonly channel: string; readonly thread?: string | undefined };

export interface Answering extends Rendered {
  readonly audience: 'caller' | 'channel';
}

export interface Say {
  readonly answer: (who: { team: string; user: string }, way: Way, answer: Answering) => Promise<void>;
}

/** Posts JSON to an address of Slack's. Rejects if no status came. */
export type PostJson = (url: string, body: object, signal: AbortSignal) => Promise<Pick<ApiAnswer, 'status'>>;

const patienceMs = 10_000;

export function createSay({
  tokens,
  postJson,
  direct,
  world,
  log,
}: {
  readonly tokens: Pick<Tokens, 'ask'>;
  readonly postJson: PostJson;
  readonly direct: (who: { team: string; user: string }) => Promise<string | undefined>;
  readonly world: Pick<World, 'now' | 'after'>;
  readonly log: Log;
}): Say {
  return {
    async answer(who, way, { audience, text, blocks }) {
      const said = { text, blocks, unfurl_links: false, unfurl_media: false };
      if (way.kind === 'url') {
        const type = audience === 'caller' ? 'ephemeral' : 'in_channel';
        const body = { ...said, response_type: type, replace_original: way.replaces === true };
        if (await isTaken(way.url, body, audience === 'caller')) return;
      }
      const { channel } = way;
      const thread = way.kind === 'url' ? undefined : way.thread;
      const own = channel.startsWith('D');
      const { outcome, error } =
        audience === 'caller' && !own && thread === undefined
          ? await tokens.ask(who.team, 'chat.postEphemeral', {
              channel,
              user: who.user,
              text,
              blocks,
            })
          : await tokens.ask(who.team, 'chat.postMessage', { ...said, channel, thread_ts: thread });
      if (outcome.kind === 'done') return;
      log.info({ channel, error }, 'Slack: an answer is given in direct messages instead');
      const instead = await direct(who);
      const elsewhere = instead === channel ? undefined : instead;
      const isSaid = elsewhere !== undefined && (await isPosted(who.team, { ...said, channel: elsewhere }));
      if (!isSaid) log.warn({ channel, error }, 'Slack: somebody got no answer');
    },
  };

  async function isPosted(team: string, message: Arguments): Promise<boolean> {
    return (await tokens.ask(team, 'chat.postMessage', message)).outcome.kind === 'done';
  }

  /** @returns false if it has to be said elsewhere */
  async function isTaken(url: string, body: object, mayRepeat: boolean): Promise<boolean> {
    let outcome = await posted(url, body);
    // Twice is no harm to whoever asked; to everybody it is said again only if it was surely not said.
    const again = outcome.kind === 'busy' || (outcome.kind === 'unknown' && mayRepeat);
    if (again) outcome = await posted(url, body);
    if (outcome.kind === 'done') return true;
    log.info({ reason: outcome.reason }, 'Slack: an answer was not taken where it was asked for');
    return outcome.kind === 'unknown' && !mayRepeat;
  }

  /** Its address must not be told: whoever has it may answer. */
  async function posted(url: string, body: object): Promise<HttpOutcome> {
    const patience = new AbortController();
    const cancel = world.after(patienceMs, () => patience.abort(new DOMException('', 'TimeoutError')));
    try {
      const { status } = await postJson(url, body, patience.signal);
      // Slack says "ok", which is no JSON, or why not.
      return httpOutcome({ kind: 'answered', status, readable: true }, world.now());
    } catch (error) {
      return httpOutcome({ kind: 'failed', error }, world.now());
    } finally {
      cancel();
    }
  }
}
