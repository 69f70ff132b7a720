import { PassThrough, Readable } from 'node:stream';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Bot } from '../../src/cli/bot.ts';
import { chat, type ChatParts } from '../../src/cli/chat.ts';
import { joinedBot } from '../../src/cli/joined-bot.ts';
import { roomBot } from '../../src/cli/room-bot.ts';
import { listen } from '../../src/http/listen.ts';
import { textsFor } from '../../src/messages/choose.ts';
import type { Answer } from '../../src/platform/local/room.ts';
import { realWorld } from '../../src/world.ts';
import { mondayMorning } from '../fakes/world.ts';
import { served } from '../http/served.ts';
import { french } from '../http/samples.ts';
import { alert } from '../platform/sample-post.ts';
import { echo, type LocalWorkspace, localWorkspace, replyOf, you } from '../platform/local-workspace.ts';

interface Given {
  readonly answer?: Answer;
  /** What the bot still does after the last line. */
  readonly settle?: (workspace: LocalWorkspace) => Promise<void>;
}

/** Both ways to reach a bot keep the same promises. */
const ways: ReadonlyArray<
  [name: string, open: (given: Given) => Promise<{ bot: Bot; workspace: LocalWorkspace }>]
> = [
  [
    'in process',
    async ({ answer, settle }) => {
      const workspace = await localWorkspace(answer);
      const finish = async (): Promise<void> => settle?.(workspace);
      return {
        workspace,
        bot: roomBot({ ...workspace, speaker: you, complete: async () => [], settle: finish }),
      };
    },
  ],
  [
    'joined over the port',
    async ({ answer, settle }) => {
      const workspace = await localWorkspace(answer);
      const finish = async (): Promise<void> => settle?.(workspace);
      const { open } = await served({ workspace, settle: finish, door: { password: 'open sesame' } });
      const running = { url: await open(), token: 'terminal-token' };
      return { workspace, bot: joinedBot(running, { language: 'en', zone: 'Europe/Paris' }, realWorld) };
    },
  ],
];

function run(bot: Bot, input: string | Readable, more: Partial<ChatParts> = {}) {
  const output = new PassThrough({ encoding: 'utf8' });
  const errors = new PassThrough({ encoding: 'utf8' });
  const exit = chat({
    input: typeof input === 'string' ? Readable.from([input]) : input,
    output,
    errors,
    bot,
    texts: textsFor('en'),
    zone: 'UTC',
    now: () => mondayMorning,
    json: false,
    interactive: false,
    ansi: false,
    greeting: '',
    ...more,
  });
  const ended = exit.finally(() => (output.end(), errors.end()));
  ended.catch(() => {});
  return {
    exit,
    output,
    printed: async () => (await Promise.all([output.toArray(), ended]))[0].join(''),
    complained: async () => (await Promise.all([errors.toArray(), ended]))[0].join(''),
  };
}

async function objects(chatting: { readonly printed: () => Promise<string> }): Promise<readonly object[]> {
  const lines = (await chatting.printed()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as object);
}

describe.each(ways)('a terminal %s', (_name, open) => {
  test('carries out lines in their order, each answered before the next', async () => {
    const log: string[] = [];
    const { bot } = await open({
      answer: async ({ line }) => {
        log.push(`${line} begins`);
        await new Promise((resolve) => void setImmediate(resolve));
        log.push(`${line} ends`);
        return replyOf(`did ${line}`);
      },
    });
    const chatting = run(bot, 'one\ntwo\nthree\n');
    expect(await chatting.printed()).toBe('did one\n\ndid two\n\ndid three\n\n');
    expect(log).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
    expect(await chatting.exit).toBe(0);
  });

  test('skips empty lines, and takes a last one without its end', async () => {
    const { bot } = await open({});
    expect(await run(bot, '\n   \r\none\r\n\ntwo').printed()).toBe('one\n\ntwo\n\n');
  });

  test('moves to another channel by its name alone, and makes it', async () => {
    const { bot, workspace } = await open({
      answer: async ({ channel }) => replyOf(`in ${channel.externalId}`),
    });
    expect(await run(bot, 'x\n#Cloud\nx\n').printed()).toBe('in general\n\n#cloud\n\nin cloud\n\n');
    expect(await workspace.room.channel('cloud')).toBeDefined();
  });

  test('a name that cannot be one is told; the lines after it are carried out; the exit code says so', async () => {
    const { bot } = await open({});
    const chatting = run(bot, '#a/b\none\n');
    const [printed, complained] = await Promise.all([chatting.printed(), chatting.complained()]);
    expect(printed).toBe('one\n\n');
    expect(complained).toMatch(/“#a\/b” cannot be the name of a channel/);
    expect(await chatting.exit).toBe(1);
  });

  test('prints alerts as they arrive, and those that were still due at the end of input', async () => {
    const { bot } = await open({
      settle: async ({ platform, room }) => {
        const { channel } = (await room.channels())[0]!;
        await platform.post(channel, { marker: 'm1', revision: 1, content: french });
        await platform.edit(channel, '3', { marker: 'm1', revision: 2, content: french });
      },
    });
    const chatting = run(bot, '/subscribe AWS\n');
    const printed = await chatting.printed();
    expect(printed).toMatch(/^\/subscribe AWS\n\n#general\n/);
    expect(printed).toContain('Amazon Web Services supprime des centaines de postes');
    expect(printed).toContain('https://example.com/fr/aws');
    expect(printed).toContain('“Amazon Web Services”, “AWS”');
    expect(printed).toContain('#general · Updated');
    expect(await chatting.exit).toBe(0);
  });

  test('as JSON, each reply, alert and edit is one object a line', async () => {
    const { bot } = await open({
      settle: async ({ platform, room }) => {
        const { channel } = (await room.channels())[0]!;
        await platform.post(channel, { marker: 'm1', revision: 1, content: french });
        await platform.edit(channel, '3', {
          marker: 'm1',
          revision: 2,
          content: { ...french, summary: 'Corrigé.' },
        });
      },
    });
    expect(await objects(run(bot, '/help\n', { json: true }))).toEqual([
      {
        type: 'reply',
        channel: 'general',
        line: '/help',
        text: '/help',
        audience: 'channel',
        mistake: false,
        parts: [{ kind: 'text', text: '/help' }],
      },
      {
        type: 'alert',
        channel: 'general',
        title: french.title,
        url: 'https://example.com/fr/aws',
        published: '2026-01-05T08:12:00.000Z',
        source: 'Le Monde',
        language: 'fr',
        summary: french.summary,
        reasons: french.reasons.map(({ subscription, term, words }) => ({ subscription, term, words })),
        outlets: french.outlets,
        article: 12,
      },
      expect.objectContaining({ type: 'edit', channel: 'general', summary: 'Corrigé.' }),
    ]);
  });

  test('with no input at all, finishes what is due and leaves', async () => {
    let settled = 0;
    const { bot } = await open({ settle: async () => void (settled += 1) });
    const chatting = run(bot, '');
    expect(await chatting.printed()).toBe('');
    expect(await chatting.exit).toBe(0);
    expect(settled).toBe(1);
  });

  test('hears nothing any more once it has left', async () => {
    const { bot, workspace } = await open({});
    const chatting = run(bot, 'one\n', { json: true });
    await chatting.printed();
    const { channel } = (await workspace.room.channels())[0]!;
    await workspace.platform.post(channel, alert('late', 'late'));
    await workspace.room.caughtUp();
    expect(chatting.output.writableEnded).toBe(true);
  });
});

describe('typing at a terminal', () => {
  async function typing(more: Partial<ChatParts> = {}, answer: Answer = echo) {
    const workspace = await localWorkspace(answer);
    const bot = roomBot({
      ...workspace,
      speaker: you,
      settle: async () => {},
      complete: async (_channel, line) =>
        ['/subscribe ', '/subscriptions', '/help']
          .filter((name) => name.startsWith(line))
          .map((name) => ({ line: name, label: name, hint: '' })),
    });
    const keys = new PassThrough();
    const chatting = run(bot, keys, { interactive: true, greeting: 'Hello.', ...more });
    const seen = screenOf(chatting.output);
    onTestFinished(() => void keys.end());
    return { workspace, keys, seen, chatting };
  }

  test('begins with a greeting and asks in the first channel', async () => {
    const { seen } = await typing();
    await seen('#general › ');
    expect(await seen('Hello.')).toContain('You are in #general');
  });

  test('a line is answered, and the next one asked for', async () => {
    const { seen, keys } = await typing();
    await seen('#general › ');
    keys.write('#cloud\r');
    await seen('#cloud › ');
    keys.write('hi there\r');
    expect(await seen('\nhi there\n')).toContain('hi there');
  });

  test('an alert does not break the line that is being typed', async () => {
    const { seen, keys, workspace, chatting } = await typing();
    await seen('#general › ');
    keys.write('/subscribe AW');
    await seen('/subscribe AW');
    const { channel } = (await workspace.room.channels())[0]!;
    await workspace.platform.post(channel, alert('m1', 'AWS cuts jobs'));
    // The alert stands above, and the line is there again as far as it was typed.
    expect(await seen(/AWS cuts jobs[\s\S]*#general › \/subscribe AW/)).toContain('Rang for AWS');
    keys.write('S\r');
    await seen('\n/subscribe AWS\n');
    keys.end();
    expect(await chatting.exit).toBe(0);
  });

  test('Tab completes a command, and a channel', async () => {
    const { seen, keys, workspace } = await typing();
    await workspace.room.open('cloud-news', you.texts);
    await seen('#general › ');
    keys.write('/h\t');
    await seen('#general › /help');
    keys.write('\u0015#cl\t');
    expect(await seen('#cloud-news')).toContain('#cloud-news');
  });

  test('two commands that begin alike are offered both', async () => {
    const { seen, keys } = await typing();
    await seen('#general › ');
    keys.write('/subs\t');
    await seen('#general › /subscri');
    keys.write('\t');
    expect(await seen(/\n\/subscribe\s+\/subscriptions/)).toContain('#general › /subscri');
  });

  test('however many lines are typed, the editor is listened to once', async () => {
    const warnings: string[] = [];
    const note = ({ message }: Error): void => void warnings.push(message);
    process.on('warning', note);
    onTestFinished(() => void process.off('warning', note));
    const { seen, keys } = await typing();
    await seen('#general › ');
    for (let n = 1; n <= 15; n += 1) {
      keys.write(`line ${n}\r`);
      await seen(`\nline ${n}\n\n#general › `);
    }
    // Warnings are told in a turn of their own.
    await new Promise((resolve) => void setImmediate(resolve));
    expect(warnings).toEqual([]);
  });

  test('a mistake of a name leaves the chat open', async () => {
    const { seen, keys, chatting } = await typing();
    await seen('#general › ');
    keys.write('#a/b\r');
    keys.write('still here\r');
    await seen('\nstill here\n');
    keys.end();
    expect(await chatting.exit).toBe(1);
  });

  test('the end of input says that what is due is being finished', async () => {
    const { seen, keys, chatting } = await typing();
    await seen('#general › ');
    keys.write('\u0004');
    await seen('Finishing what is due');
    expect(await chatting.exit).toBe(0);
  });
});

test('that a joined bot has gone is said once; the chat goes on when it is started anew', async () => {
  const workspace = await localWorkspace();
  const first = await served({ workspace });
  const listening = await listen(first.app, { host: '127.0.0.1', port: 0 });
  let running = { url: listening.url, token: 'terminal-token' };
  const world = { after: (_ms: number, task: () => void) => (setImmediate(task), () => {}) };
  const bot = joinedBot(running, { language: 'en', zone: 'UTC' }, world, async () => running);
  const keys = new PassThrough();
  const chatting = run(bot, keys, { interactive: true, greeting: 'Hello.' });
  const seen = screenOf(chatting.output);
  await seen('#general › ');
  await listening.close();
  await seen('The bot has stopped');

  const second = await served({ workspace, door: { token: 'another-token' } });
  const again = await listen(second.app, { host: '127.0.0.1', port: 0 });
  running = { url: again.url, token: 'another-token' };
  const { channel } = (await workspace.room.channels())[0]!;
  await workspace.platform.post(channel, alert('m1', 'AWS cuts jobs'));
  await seen('AWS cuts jobs');
  keys.write('hi there\r');
  await seen('\nhi there\n');

  await again.close();
  const shown = await seen(/The bot has stopped[\s\S]*The bot has stopped/);
  expect(shown.match(/The bot has stopped/g)).toHaveLength(2);
  keys.end('\u0004');
  expect(await chatting.complained()).toBe('');
  expect(await chatting.exit).toBe(1);
});

/** What a terminal has shown so far; waits until it shows something. */
function screenOf(output: PassThrough) {
  let shown = '';
  let changed = Promise.withResolvers<void>();
  output.on('data', (text: string) => {
    // Cursor movements are the terminal's business.
    // oxlint-disable-next-line no-control-regex
    shown += text.replaceAll(/\u001B\[[\d;]*[A-Za-z]/g, '').replaceAll('\r', '');
    changed.resolve();
    changed = Promise.withResolvers();
  });
  return async (wanted: string | RegExp): Promise<string> => {
    while (typeof wanted === 'string' ? !shown.includes(wanted) : !wanted.test(shown)) await changed.promise;
    return shown;
  };
}
