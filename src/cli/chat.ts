/** The terminal twin of the page: lines are commands; replies and alerts are printed. */
import { type CompleterResult, createInterface, type Interface } from 'node:readline';
import { callbackify } from 'node:util';
import { UserError } from '../errors.ts';
import type { Reply } from '../invoke/invocation.ts';
import type { Texts } from '../messages/texts.ts';
import type { Bot } from './bot.ts';
import { lastWords } from './last-words.ts';
import { jsonPrinter, textPrinter } from './printer.ts';
import { screenFor } from './screen.ts';
import type { ExitCode } from './verb.ts';

export interface ChatParts {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly errors: NodeJS.WritableStream;
  readonly bot: Bot;
  readonly texts: Texts;
  /** IANA zone of the person at the terminal. */
  readonly zone: string;
  readonly now: () => number;
  /** One JSON object a line instead of text. */
  readonly json: boolean;
  /** Both ends are a terminal: there is a prompt and completion, and news do not break the line being typed. */
  readonly interactive: boolean;
  /** Emphasis by ANSI codes: the terminal has them and NO_COLOR is not set. */
  readonly ansi: boolean;
  /** What an interactive chat begins with: that it joined a bot, or that it runs one. */
  readonly greeting: string;
}

/**
 * Carries out line by line, each reply printed before the next line is read, until the input ends and nothing is due.
 * "#name" alone moves to that channel and makes it if need be.
 * @returns 1 if a line did not reach the bot
 */
export async function chat(parts: ChatParts): Promise<ExitCode> {
  const { output, bot, texts, interactive } = parts;
  const reader = () => ({ texts, zone: parts.zone, now: parts.now(), ansi: parts.ansi });
  const printer = parts.json ? jsonPrinter(reader) : textPrinter(reader);
  let [channel = ''] = await bot.channels();
  const screen = screenFor(output);
  // Listening begins before the first line is read: its alerts may come faster than its reply.
  let reachable = true;
  const stopListening = await bot.listen(
    (news) => screen.print(printer.news(news)),
    (state) => {
      reachable = state === 'back';
      if (reachable) return;
      if (interactive) screen.print([texts.chat.botStopped, '']);
      else parts.errors.write(`${texts.chat.botStopped}\n`);
    },
  );
  const lines = openLines(parts, () => channel);
  screen.follow(lines);
  let open = interactive;
  // The input may end while a line is being carried out; a closed editor refuses to ask.
  lines.once('close', () => void (open = false));
  const ask = (): void => {
    if (open) screen.ask(lines, `#${channel} › `);
  };
  let exit: ExitCode = 0;

  async function carryOut(line: string): Promise<void> {
    if (/^#\S+$/.test(line)) {
      channel = await bot.open(line);
      screen.print(printer.reply(channel, line, said(`#${channel}`)));
    } else {
      screen.print(printer.reply(channel, line, await bot.say(channel, line)));
    }
  }

  async function attempt(task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      parts.errors.write(`${error.message}\n`);
      exit = 1;
    }
  }

  try {
    if (interactive) screen.print([parts.greeting, texts.chat.welcome(channel), '']);
    ask();
    for await (const line of lines) {
      if (line.trim() !== '') await attempt(() => carryOut(line.trim()));
      ask();
    }
    // That the bot has gone was said when it went.
    if (!reachable) return 1;
    if (interactive) screen.print(['', texts.chat.finishing]);
    await attempt(bot.settle);
    return exit;
  } finally {
    lines.close();
    stopListening();
  }
}

function openLines({ input, output, interactive, bot }: ChatParts, here: () => string): Interface {
  return createInterface({
    input,
    ...(interactive ? { output } : {}),
    terminal: interactive,
    crlfDelay: Infinity,
    completer: callbackify(async (line: string): Promise<CompleterResult> => {
      // Nothing to offer if the bot has gone; the line itself will say so.
      const lines = await completions(bot, here(), line).catch(() => []);
      return lastWords(line, lines);
    }),
  });
}

async function completions(bot: Bot, channel: string, line: string): Promise<readonly string[]> {
  if (!line.startsWith('#')) return (await bot.complete(channel, line)).map((completion) => completion.line);
  const names = (await bot.channels()).map((name) => `#${name}`);
  return names.filter((name) => name.startsWith(line.toLowerCase()));
}

function said(text: string): Reply {
  return { audience: 'caller', mistake: false, parts: [{ kind: 'text', text }] };
}
