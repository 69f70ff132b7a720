/** Questions in so many words: "@bellwire what's new on AWS layoffs?", and whatever is written to the bot alone. */
import type { InvokeParts } from '../../invoke/open-context.ts';
import { readQuestion } from '../../invoke/question.ts';
import type { World } from '../../world.ts';
import type { Answered } from './answered.ts';
import { readMentions } from './delivery.ts';
import { channelIn, type RawEvent, type RawInner, typedText } from './payloads.ts';
import type { Who } from './people.ts';
import type { RunCommand } from './run-command.ts';
import type { Tokens } from './tokens.ts';

export interface Questions {
  /** Answers it once, however often Slack tells of it. */
  readonly take: (who: Who, raw: RawEvent) => Promise<void>;
}

/** Somebody wrote to the bot, or of it: a mention, a direct message. */
export function isSaid({ type, channel_type: place }: RawInner): boolean {
  return type === 'app_mention' || (type === 'message' && place === 'im');
}

/** But for what bots say, we among them, and what Slack says of joining, editing, deleting. */
export function isQuestion(event: RawInner): boolean {
  return isSaid(event) && event.bot_id === undefined && event.subtype === undefined;
}

export interface QuestionsParts {
  readonly tokens: Tokens;
  readonly invoke: InvokeParts;
  readonly world: Pick<World, 'now'>;
  readonly run: RunCommand['here'];
  readonly answered: Answered;
}

/** So many are remembered without asking the database. */
const mostHeard = 2000;

export function createQuestions({ tokens, invoke, world, run, answered }: QuestionsParts): Questions {
  const heard = new Set<string>();
  return {
    async take(who, raw) {
      if (await isFirst(raw)) await question(who, raw.event);
    },
  };

  /** Slack sends an event again if it has not heard that it came; across restarts too. */
  async function isFirst({ event_id: id, event }: RawEvent): Promise<boolean> {
    const key = id ?? `${channelIn(event)} ${event.ts}`;
    if (heard.has(key)) return false;
    heard.add(key);
    const [oldest] = heard;
    if (heard.size > mostHeard && oldest !== undefined) heard.delete(oldest);
    try {
      return await invoke.store.received.take('slack', key, world.now());
    } catch (error) {
      // Slack will say it again.
      heard.delete(key);
      throw error;
    }
  }

  /** Answered below itself; in direct messages, where nobody else reads, beside it. */
  async function question(who: Who, event: RawEvent['event']): Promise<void> {
    const channel = channelIn(event);
    const botId = (await tokens.ofTeam(who.team))?.botId;
    const { rest, mentions } = readMentions(withoutName(event.text ?? '', botId));
    const given = { ...readQuestion(typedText(rest), invoke.commands), mentions };
    const own = event.channel_type === 'im';
    const thread = event.thread_ts ?? (own ? undefined : event.ts);
    await answered(who, { kind: 'channel', channel, thread }, channel, () => run(who, { channel }, given));
  }
}

/** Without the mention of the bot, wherever it stands; whoever is named first is meant to be the one who answers. */
function withoutName(said: string, botId: string | undefined): string {
  const ours =
    botId === undefined ? said : said.replaceAll(new RegExp(`<@${botId}(?:\\|[^<>]*)?>`, 'g'), ' ');
  return ours.replace(/^\s*<@[UW]\w+(?:\|[^<>]*)?>/, ' ');
}
