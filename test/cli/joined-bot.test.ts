import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findRunning, joinedBot, runningFile } from '../../src/cli/joined-bot.ts';
import { UserError } from '../../src/errors.ts';
import { listen } from '../../src/http/listen.ts';
import { alert } from '../platform/sample-post.ts';
import { served } from '../http/served.ts';

const reader = { language: 'fr', zone: 'Asia/Tokyo' };
/** Does at once what is asked for later. */
const hasty = { after: (_ms: number, task: () => void) => (setImmediate(task), () => {}) };

async function dataFolder(running?: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bellwire-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  if (running !== undefined) await writeFile(runningFile(folder), running);
  return folder;
}

describe('a running bot is found', () => {
  test('by what it left in its data folder', async () => {
    const { open } = await served();
    const running = { url: await open(), pid: 1, token: 'terminal-token' };
    expect(await findRunning(await dataFolder(JSON.stringify(running)))).toEqual(running);
  });

  test.each([
    ['no file', undefined],
    ['an empty file', ''],
    ['half a file', '{"url":"http://127'],
    ['a file of another shape', '{"port":3000}'],
    ['a bot that is gone', JSON.stringify({ url: 'http://127.0.0.1:9', pid: 1, token: 'x' })],
  ])('not where there is %s', async (_about, running) => {
    expect(await findRunning(await dataFolder(running))).toBeUndefined();
  });

  test('not where another program answers on its port', async () => {
    const { open } = await served({ door: { token: 'another', password: 'open sesame' } });
    const running = { url: await open(), pid: 1, token: 'terminal-token' };
    expect(await findRunning(await dataFolder(JSON.stringify(running)))).toBeUndefined();
  });
});

test('a joined terminal speaks for its person: language and zone go with each line', async () => {
  const people: object[] = [];
  const { localWorkspace, replyOf } = await import('../platform/local-workspace.ts');
  const workspace = await localWorkspace(async ({ person }) => {
    people.push(person);
    return replyOf('ok');
  });
  const { open } = await served({ workspace });
  const bot = joinedBot({ url: await open(), token: 'terminal-token' }, reader, hasty);
  await bot.say('general', '/help');
  expect(people).toEqual([
    expect.objectContaining({ language: 'fr', zone: 'Asia/Tokyo', externalId: 'terminal' }),
  ]);
});

test('suggestions come from the running bot', async () => {
  const { open } = await served();
  const bot = joinedBot({ url: await open(), token: 'terminal-token' }, reader, hasty);
  expect((await bot.complete('general', '/h')).map(({ line }) => line)).toEqual(['/help']);
});

test('a bot that has gone is told in a sentence', async () => {
  const { app } = await served();
  const listening = await listen(app, { host: '127.0.0.1', port: 0 });
  const bot = joinedBot({ url: listening.url, token: 'terminal-token' }, reader, hasty);
  await listening.close();
  await expect(bot.say('general', '/help')).rejects.toThrow(UserError);
  await expect(bot.say('general', '/help')).rejects.toThrow(/does not answer any more/);
});

test('what was missed while the connection was lost is heard afterwards, once', async () => {
  const { app, platform, room } = await served();
  const [general] = await room.channels();
  const first = await listen(app, { host: '127.0.0.1', port: 0 });
  const bot = joinedBot({ url: first.url, token: 'terminal-token' }, reader, hasty);
  const heard: string[] = [];
  const stop = await bot.listen((news) => void heard.push(news.type === 'notice' ? '' : news.content.title));
  onTestFinished(stop);
  await platform.post(general!.channel, alert('m1', 'before'));
  await bot.settle();

  await first.close();
  await platform.post(general!.channel, alert('m2', 'meanwhile'));
  const again = await listen(app, { host: '127.0.0.1', port: Number(new URL(first.url).port) });
  onTestFinished(again.close);
  await platform.post(general!.channel, alert('m3', 'after'));
  await bot.settle();
  expect(heard).toEqual(['before', 'meanwhile', 'after']);
});
