/** Questions in so many words: "@bellwire what's new on AWS layoffs?", and whatever is written to the bot alone. */
import type { InvokeParts } from '../../invoke/open-context.ts';
import { readQuestion } from '../../invoke/question.ts';
import type { World } from '../../world.ts';
import type { Answered, Said } from './answered.ts';
import { channelIn, type RawEvent, typedText } from './payloads.ts';
import type { Where, Who } from './people.ts';
import type { Tokens } from './tokens.ts';

export interface Questions {
  /** Answers a mention or a direct message, once however often Slack tells of it. */
  readonly take: (team: string, raw: RawEvent) => Promise<void>;
}

export interface QuestionsParts {
  readonly tokens: Tokens;
  readonly invoke: InvokeParts;
  readonly world: Pick<World, 'now'>;
  readonly run: (who: Who, where: Where, name: string, input: string) => Promise<Said>;
  readonly answered: Answered;
}

/** So many are remembered without asking the database. */
const mostHeard = 2000;

export function createQuestions({ tokens, invoke, world, run, answered }: QuestionsParts): Questions {
  const heard = new Set<string>();
  return {
    async take(team, raw) {
      const { bot_id: bot, subtype, user } = raw.event;
      // What bots say, we among them, and what Slack says of joining, editing, deleting.
      if (bot !== undefined || subtype !== undefined || user === undefined) return;
      if (await isFirst(raw)) await question({ team, user }, raw.event);
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
    const said = typedText(withoutName(event.text ?? '', botId));
    const { name, input } = readQuestion(said, invoke.commands);
    const own = event.channel_type === 'im';
    const thread = event.thread_ts ?? (own ? undefined : event.ts);
    await answered(who, { kind: 'channel', channel, thread }, channel, () =>
      run(who, { channel }, name, input),
    );
  }
}

/** Without the mention of the bot, wherever it stands; whoever is named first is meant to be the one who answers. */
function withoutName(said: string, botId: string | undefined): string {
  const ours =
    botId === undefined ? said : said.replaceAll(new RegExp(`<@${botId}(?:\\|[^<>]*)?>`, 'g'), ' ');
  return ours.replace(/^\s*<@[UW]\w+(?:\|[^<>]*)?>/, ' ');
}
