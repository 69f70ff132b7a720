/** How a process ends that is asked to. */
import { connect } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { startFeedServer } from '../fakes/feed-server.ts';
import { temporaryFolder } from '../store/temporary.ts';
import { startProcess } from './process.ts';

test('a feed that never answers and a listener that never leaves hold nobody up', async () => {
  const feeds = await startFeedServer();
  onTestFinished(feeds.close);
  feeds.answer('/feed', { neverAnswers: true });
  const folder = temporaryFolder();
  const bot = startProcess(folder, ['run'], { FEEDS: `${feeds.origin}/feed`, FETCH_ALLOW: '127.0.0.1' });
  const url = await bot.says(/http:\/\/127\.0\.0\.1:\d+/);
  const stream = await fetch(`${url}/api/events`);
  while (feeds.asked.length === 0) await new Promise((turn) => setImmediate(turn));

  const from = performance.now();
  bot.child.kill('SIGTERM');
  expect(await bot.exit()).toBe(0);
  expect(performance.now() - from).toBeLessThan(8000);
  await stream.body?.cancel().catch(() => undefined);

  // What was broken off by us says nothing about the feed.
  const store = await sqliteStore(join(folder, 'data/bellwire.db'));
  onTestFinished(store.close);
  const sources = await store.sources.list(1);
  expect(sources.find(({ kind }) => kind === 'feed')).toMatchObject({ fails: 0, error: undefined });
});

test('who asks a second time does not wait', async () => {
  const bot = startProcess(temporaryFolder(), ['run']);
  const url = new URL(await bot.says(/http:\/\/127\.0\.0\.1:\d+/));
  // Half a request: closing the port waits for the rest of it.
  const half = connect(Number(url.port), url.hostname);
  await once(half, 'connect');
  half.on('error', () => {});
  half.write('POST /api/lines HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{');
  await fetch(`${url.origin}/livez`);
  bot.child.kill('SIGTERM');
  await bot.says(/Stopping|stopp/i);
  bot.child.kill('SIGTERM');
  expect(await bot.exit()).toBe(130);
  half.destroy();
});

test('without its database it says so, and ends with a code that tells of it', async () => {
  // Whoever sends this signal ends the threads, as a lack of memory would.
  const killer = "process.on('worker', (thread) => process.on('SIGUSR2', () => void thread.terminate()));";
  const preload = `--import=data:text/javascript,${encodeURIComponent(killer)}`;
  const bot = startProcess(temporaryFolder(), ['run'], { NODE_OPTIONS: preload });
  await bot.says(/http:\/\/127\.0\.0\.1:\d+/);
  bot.child.kill('SIGUSR2');
  await bot.says(/must be started again: the database's thread has ended/);
  expect(await bot.exit()).toBe(1);
});

test('the end of the shell in which npm runs it ends it too', async () => {
  const bot = startProcess(temporaryFolder(), ['run'], { npm_package_name: 'bellwire' }, 'in a shell');
  await bot.says(/http:\/\/127\.0\.0\.1:\d+/);
  bot.child.kill('SIGTERM');
  expect(await bot.says(/Stopping/)).toBe('Stopping');
  // Its output is closed by whoever holds it last: the bot.
  await bot.exit();
});
