/** Answers to people: where they have asked, to them alone or to all. */
import type { World } from '../../world.ts';
import type { Log } from '../../log.ts';
import type { Arguments } from './api.ts';
import type { Rendered } from './render-alert.ts';
import type { ApiAnswer } from './transport.ts';
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
  readonly world: Pick<World, 'after'>;
  readonly log: Log;
}): Say {
  return {
    async answer(who, way, { audience, text, blocks }) {
      const said = { text, blocks, unfurl_links: false, unfurl_media: false };
      if (way.kind === 'url') {
        const type = audience === 'caller' ? 'ephemeral' : 'in_channel';
        const body = { ...said, response_type: type, replace_original: way.replaces === true };
        if (await isTaken(way.url, body)) return;
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

  async function isTaken(url: string, body: object): Promise<boolean> {
    // The second try may say it twice to whoever asked, which is better than not at all.
    for (const last of [false, true]) {
      const patience = new AbortController();
      const cancel = world.after(patienceMs, () => patience.abort(new DOMException('', 'TimeoutError')));
      try {
        const { status } = await postJson(url, body, patience.signal);
        if (status < 400) return true;
        log.info({ status }, 'Slack: an answer was not taken where it was asked for');
        if (status < 500) return false;
      } catch (error) {
        // Its message may hold the address, by which anybody may answer.
        const { code = 'no code' } = error as { readonly code?: string };
        if (last) log.info({ code }, 'Slack: an answer did not arrive where it was asked for');
      } finally {
        cancel();
      }
    }
    return false;
  }
}
