import { type Door, isPageOff } from '../http/guard.ts';
import type { Texts } from '../messages/texts.ts';
import type { RunningBot } from './running-bot.ts';
import { type ExitCode, printLine, readArguments, type Verb } from './verb.ts';

interface RunParts {
  readonly open: () => Promise<RunningBot>;
  readonly texts: () => Texts;
  /** The inbox as the settings name it. */
  readonly inbox: () => string;
  readonly door: () => Pick<Door, 'host' | 'password'>;
  /** Resolves when the process is asked to end. */
  readonly asked: () => Promise<void>;
  /** Stops, or ends the process with this exit code when that takes too long. */
  readonly stopInTime: (stop: () => Promise<void>, exitCode: ExitCode) => Promise<void>;
}

/** `run`: the bot, until it is asked to end or can do nothing any more. Reads no standard input: a server's is often closed. */
export function runBotVerb({ open, texts, inbox, door, asked, stopInTime }: RunParts): Verb {
  return {
    name: 'run',
    usage: '',
    about: 'Runs the bot (`npm start`).',
    async run(args, { output, errors }) {
      readArguments(args, {});
      // Heard from the beginning: whoever reads that the bot runs may ask it to end in the same moment.
      const ended = asked();
      const bot = await open();
      bot.watch();
      const { run } = texts();
      const ready = isPageOff(door())
        ? run.readyWithoutPage(door().host, inbox())
        : run.ready(bot.url, inbox());
      for (const line of ready) printLine(output, line);
      const lost = await Promise.race([ended, bot.lost]);
      if (lost === undefined) printLine(output, run.stopping);
      else printLine(errors, lost.message);
      const exitCode = lost === undefined ? 0 : 1;
      await stopInTime(bot.stop, exitCode);
      return exitCode;
    },
  };
}
