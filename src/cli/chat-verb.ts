import type { UserError } from '../errors.ts';
import type { Speaker } from '../platform/local/room.ts';
import type { World } from '../world.ts';
import type { Bot } from './bot.ts';
import { chat } from './chat.ts';
import { roomBot } from './room-bot.ts';
import type { RunningBot } from './running-bot.ts';
import { type ExitCode, isTerminal, readArguments, type Terminal, type Verb } from './verb.ts';

export interface ChatVerbParts {
  /** The bot that runs on this data already, if there is one. */
  readonly join: () => Promise<Bot | undefined>;
  /** Runs one in this process. */
  readonly open: () => Promise<RunningBot>;
  readonly speaker: () => Speaker;
  readonly world: Pick<World, 'now' | 'after'>;
  /** NO_COLOR is not set (https://no-color.org). */
  readonly colours: boolean;
}

/** `chat`: the local workspace in the terminal. */
export function chatVerb(parts: ChatVerbParts): Verb {
  return {
    name: 'chat',
    usage: '[--json]',
    about: 'Talks to the bot in the terminal (`npm run chat`); lines typed or piped are commands.',
    async run(args, terminal) {
      const { values } = readArguments(args, { json: { type: 'boolean', default: false } });
      const joined = await parts.join();
      const { texts } = parts.speaker();
      if (joined !== undefined) return talk(joined, texts.chat.joinedRunning, values.json, parts, terminal);
      const running = await parts.open();
      try {
        const bot = hosted(running, parts, terminal);
        const talking = talk(bot, texts.chat.runsWithTerminal, values.json, parts, terminal);
        return await Promise.race([talking, running.lost.then(fail)]);
      } finally {
        await running.stop();
      }

      /** Who waits for a line would keep the process from ending. */
      function fail(lost: UserError): never {
        terminal.input.pause();
        throw lost;
      }
    },
  };
}

export function talk(
  bot: Bot,
  greeting: string,
  json: boolean,
  { speaker, world, colours }: Pick<ChatVerbParts, 'speaker' | 'world' | 'colours'>,
  { input, output, errors }: Terminal,
): Promise<ExitCode> {
  const interactive = isTerminal(input) && isTerminal(output) && !json;
  const { texts, zone } = speaker();
  const ansi = interactive && colours;
  return chat({ input, output, errors, bot, texts, zone, now: world.now, json, interactive, ansi, greeting });
}

/** How long piped input must be silent before the inbox is looked at, in milliseconds. */
const quietMs = 250;

/**
 * The bot of this process as the chat sees it. The first lines of a pipe are carried out before anything is watched:
 * whoever pipes "/subscribe AWS" means the article that already lies in the inbox too.
 */
function hosted(running: RunningBot, { speaker, world }: ChatVerbParts, { input }: Terminal): Bot {
  const bot = roomBot({ ...running, speaker: speaker() });
  let watching = false;
  const watch = (): void => {
    if (!watching) running.watch();
    watching = true;
  };
  let cancel = world.after(isTerminal(input) ? 0 : quietMs, watch);
  return {
    ...bot,
    async say(channel, line) {
      cancel();
      const reply = await bot.say(channel, line);
      if (!watching) cancel = world.after(quietMs, watch);
      return reply;
    },
    async settle() {
      cancel();
      watch();
      await bot.settle();
    },
  };
}
