import type { Texts } from '../messages/texts.ts';
import type { RunningBot } from './running-bot.ts';
import { printLine, readArguments, type Verb } from './verb.ts';

interface RunParts {
  readonly open: () => Promise<RunningBot>;
  readonly texts: () => Texts;
  /** The inbox as the settings name it. */
  readonly inbox: () => string;
  /** Resolves when the process is asked to end. */
  readonly asked: () => Promise<void>;
  /** Stops, or ends the process when that takes too long. */
  readonly stopInTime: (stop: () => Promise<void>) => Promise<void>;
}

/** `run`: the bot, until it is asked to end. Reads no standard input: a server's is often closed. */
export function runBotVerb({ open, texts, inbox, asked, stopInTime }: RunParts): Verb {
  return {
    name: 'run',
    usage: '',
    about: 'Runs the bot (`npm start`).',
    async run(args, { output }) {
      readArguments(args, {});
      const bot = await open();
      bot.watch();
      const { run } = texts();
      for (const line of run.ready(bot.url, inbox())) printLine(output, line);
      await asked();
      printLine(output, run.stopping);
      await stopInTime(bot.stop);
      return 0;
    },
  };
}
