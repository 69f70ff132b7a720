import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { z } from 'zod';
import type { Speaker } from '../platform/local/room.ts';
import type { World } from '../world.ts';
import { type ChatVerbParts, talk } from './chat-verb.ts';
import { roomBot } from './room-bot.ts';
import type { RunningBot } from './running-bot.ts';
import { isTerminal, printLine, readArguments, type Terminal, type Verb } from './verb.ts';

const script = z.object({
  channels: z.record(z.string(), z.array(z.string())),
  order: z.array(z.string()),
});

interface DemoParts extends Pick<ChatVerbParts, 'speaker' | 'colours'> {
  /** A bot on a throw-away database. */
  readonly open: () => Promise<RunningBot>;
  readonly samples: string;
  readonly world: World;
  /** Resolves when the process is asked to end. */
  readonly asked: () => Promise<void>;
}

const pauseMs = 700;

/** `demo`: the samples come in one by one, as if newsrooms were publishing them now. */
export function demoVerb(parts: DemoParts): Verb {
  return {
    name: 'demo',
    usage: '[--json]',
    about: 'Shows alerts ringing for sample articles, on a throw-away database (`npm run demo`).',
    async run(args, terminal) {
      const { values } = readArguments(args, { json: { type: 'boolean', default: false } });
      const { channels, order } = script.parse(
        JSON.parse(await readFile(join(parts.samples, 'demo.json'), 'utf8')),
      );
      const bot = await parts.open();
      const speaker = parts.speaker();
      try {
        await subscribe(channels, bot, speaker);
        if (!values.json)
          for (const line of speaker.texts.run.demo(bot.url)) printLine(terminal.output, line);
        bot.watch();
        const ending = new AbortController();
        const replaying = replay(order, bot, parts, ending.signal);
        const talking = talk(roomBot({ ...bot, speaker }), '', values.json, parts, lasting(terminal));
        const exit = await Promise.race([talking, parts.asked().then(() => 0 as const)]);
        ending.abort();
        await replaying;
        return exit;
      } finally {
        await bot.stop();
      }
    },
  };
}

/** Where nobody types, the demo goes on until it is asked to end: a closed input is no order. */
function lasting(terminal: Terminal): Terminal {
  if (isTerminal(terminal.input)) return terminal;
  return { ...terminal, input: terminal.input.pipe(new PassThrough(), { end: false }) };
}

async function subscribe(
  channels: Readonly<Record<string, readonly string[]>>,
  { room }: RunningBot,
  speaker: Speaker,
): Promise<void> {
  for (const [name, keywords] of Object.entries(channels)) {
    const channel = await room.open(name, speaker.texts);
    await room.say(channel, `/subscribe ${keywords.join(', ')}`, speaker);
  }
}

async function replay(
  order: readonly string[],
  bot: RunningBot,
  { samples, world }: DemoParts,
  ending: AbortSignal,
): Promise<void> {
  for (const name of order) {
    if (ending.aborted) return;
    const path = join(samples, 'articles', name);
    const bytes = await readFile(path);
    await bot.accept({ path, name: basename(path), bytes, sha256: hash('sha256', bytes, 'hex') });
    await pause(world, ending);
  }
}

function pause(world: World, ending: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = world.after(pauseMs, resolve);
    ending.addEventListener('abort', () => {
      cancel();
      resolve();
    });
  });
}
