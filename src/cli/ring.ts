import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AlertContent, Channel } from '../domain.ts';
import { reasonOf, UserError } from '../errors.ts';
import type { Reply } from '../invoke/invocation.ts';
import { renderAlert, renderReply, type TextReader } from '../invoke/render-text.ts';
import type { Acceptance } from '../pipeline/accepting.ts';
import type { Room, Speaker } from '../platform/local/room.ts';
import type { OfferedFile } from '../watch/inbox.ts';
import { alertLine } from './alert-line.ts';
import {
  type ExitCode,
  filesOf,
  printLine,
  readArguments,
  required,
  type Terminal,
  type Verb,
} from './verb.ts';

/** A bot on a throw-away database. */
export interface RingingBot {
  readonly room: Room;
  readonly accept: (file: OfferedFile) => Promise<Acceptance>;
  readonly start: () => Promise<void>;
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface RingParts {
  readonly open: () => Promise<RingingBot>;
  readonly speaker: () => Speaker;
  readonly now: () => number;
}

/** `ring`: the whole way of an article, for these files and one subscription line, and nothing kept. */
export function ringVerb(parts: RingParts): Verb {
  return {
    name: 'ring',
    usage: '--subscribe "AWS, layoffs" [--json] FILE…',
    about: 'Shows the alerts that these files would ring in a channel with these subscriptions.',
    async run(args, terminal) {
      const { values, positionals } = readArguments(args, {
        subscribe: { type: 'string' },
        json: { type: 'boolean', default: false },
      });
      const subscribe = required(values.subscribe, '--subscribe');
      const files = filesOf(positionals, terminal);
      const bot = await parts.open();
      try {
        const channel = await bot.room.open('news', parts.speaker().texts);
        await subscribeAs(subscribe, channel, bot, parts);
        const exit = await acceptAll(files, bot, terminal);
        await bot.start();
        await bot.settle();
        await printAlerts(channel, bot, parts, values.json, terminal);
        return exit;
      } finally {
        await bot.stop();
      }
    },
  };
}

async function subscribeAs(
  typed: string,
  channel: Channel,
  bot: RingingBot,
  parts: RingParts,
): Promise<void> {
  const { reply } = await bot.room.say(channel, `/subscribe ${typed}`, parts.speaker());
  const body = reply.body as Reply;
  if (body.mistake) throw new UserError(renderReply(body, readerFor(parts)).join('\n'));
}

async function acceptAll(
  files: ReturnType<typeof filesOf>,
  bot: RingingBot,
  terminal: Terminal,
): Promise<ExitCode> {
  let exit: ExitCode = 0;
  for (const { typed, path } of files) {
    const outcome = await read(path).then(bot.accept, unreadable);
    if (outcome.kind !== 'rejected') continue;
    printLine(terminal.errors, `${typed}: ${outcome.reason}`);
    exit = 1;
  }
  return exit;
}

async function read(path: string): Promise<OfferedFile> {
  const bytes = await readFile(path);
  return { path, name: basename(path), bytes, sha256: hash('sha256', bytes, 'hex') };
}

function unreadable(fault: unknown): Acceptance {
  return { kind: 'rejected', reason: `cannot be read: ${reasonOf(fault)}` };
}

async function printAlerts(
  channel: Channel,
  bot: RingingBot,
  parts: RingParts,
  json: boolean,
  { output }: Terminal,
): Promise<void> {
  const alerts = await alertsIn(channel, bot.room);
  for (const content of alerts) {
    if (json) printLine(output, alertLine(channel.externalId, content));
    else printLine(output, `${renderAlert(content, readerFor(parts)).join('\n')}\n`);
  }
  if (alerts.length === 0 && !json) printLine(output, parts.speaker().texts.run.nothingRang);
}

/** Oldest first. */
async function alertsIn(channel: Channel, room: Room): Promise<readonly AlertContent[]> {
  const page = 200;
  const alerts: AlertContent[] = [];
  let before: number | undefined;
  for (;;) {
    const posts = await room.recent(channel, page, before);
    const found = posts.filter(({ kind }) => kind === 'alert').map(({ body }) => body as AlertContent);
    alerts.unshift(...found);
    if (posts.length < page) return alerts;
    before = posts[0]?.seq;
  }
}

function readerFor({ speaker, now }: RingParts): TextReader {
  const { texts, zone } = speaker();
  return { texts, zone, now: now() };
}
