/** The process as a person starts it. */
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { startProcess } from './process.ts';

const root = mkdtempSync(join(tmpdir(), 'bellwire-start-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder = '';
let round = 0;
beforeEach(() => {
  folder = join(root, String((round += 1)));
  mkdirSync(folder);
});

const cuts =
  'Halden Systems lays off 300\n\n4 November 2025, 09:30\n\nHalden Systems will lay off 300 people in Hamburg, it said on Tuesday.\n';

test('it says where its page is and what to try, answers there, and ends when asked', async () => {
  const bot = start(['run']);
  const url = await bot.says(/http:\/\/127\.0\.0\.1:\d+/);
  await bot.says(/\/subscribe AWS, layoffs/);
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  expect(await (await fetch(url)).text()).toContain('Bellwire');
  bot.child.kill('SIGTERM');
  expect(await bot.exit()).toBe(0);
  expect(existsSync(join(folder, 'data/running.json'))).toBe(false);
});

test('a terminal joins the bot that runs; an article that is dropped rings there', async () => {
  const bot = start(['run']);
  await bot.says(/http:/);
  const chat = start(['chat', '--json']);
  chat.child.stdin?.write('/subscribe layoffs\n');
  await chat.says(/"type":"reply"/);
  writeFileSync(join(folder, 'inbox/halden.txt'), cuts);
  await chat.says(/"type":"alert".*"title":"Halden Systems lays off 300"/);
  chat.child.stdin?.end();
  expect(await chat.exit()).toBe(0);
  bot.child.kill('SIGTERM');
  expect(await bot.exit()).toBe(0);
});

test('without a running bot the terminal runs one: what is piped is carried out before the inbox is read', async () => {
  mkdirSync(join(folder, 'inbox'));
  writeFileSync(join(folder, 'inbox/halden.txt'), cuts);
  const chat = start(['chat']);
  chat.child.stdin?.end('/subscribe layoffs\n');
  expect(await chat.exit()).toBe(0);
  expect(chat.output()).toMatch(/Halden Systems lays off 300/);
});

test('a misspelt name in the settings file is told with the one that was meant, without its value', async () => {
  writeFileSync(join(folder, '.env'), 'FETCH_ALOW=hush.corp\nPOLL_MINUTES=5\n');
  const bot = start(['run'], { LOG_LEVEL: 'warn', ELSEWHERE_ALOW: 'x' });
  await bot.says(/http:/);
  bot.child.kill('SIGTERM');
  expect(await bot.exit()).toBe(0);
  expect(bot.output()).toMatch(/"level":40.*FETCH_ALOW in \.env is no setting .*did you mean FETCH_ALLOW\?/);
  expect(bot.output()).not.toMatch(/hush|POLL_MINUTES|ELSEWHERE/);
});

describe('what keeps it from starting is one clear sentence, and exit code 1', () => {
  test('wrong settings, all at once', async () => {
    const bot = start(['run'], { PORT: 'http', LOG_LEVEL: 'loud' });
    expect(await bot.exit()).toBe(1);
    expect(bot.output()).toMatch(/PORT: expected [^]*LOG_LEVEL: expected /);
  });

  test('a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const address = server.address();
    const bot = start(['run'], { PORT: String(typeof address === 'object' ? address?.port : '') });
    expect(await bot.exit()).toBe(1);
    expect(bot.output()).toMatch(/^.*PORT.*$/m);
    expect(bot.output()).not.toContain('    at ');
  });

  test('a second process on the same data', async () => {
    const bot = start(['run']);
    await bot.says(/http:/);
    const second = start(['run']);
    expect(await second.exit()).toBe(1);
    expect(second.output()).toMatch(/already runs on the data .*npm run chat.*DATA_DIR/);
  });

  test('data that is no database', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(
      join(folder, 'data/bellwire.db'),
      'this is no database, but somebody’s shopping list '.repeat(40),
    );
    const bot = start(['run']);
    expect(await bot.exit()).toBe(1);
    expect(bot.output()).toMatch(/bellwire\.db/);
    expect(bot.output()).not.toContain('    at ');
  });
});

function start(args: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  return startProcess(folder, args, settings);
}
