import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CrashPoint, crashPoints } from '../../src/world.ts';
import type { Order, Outcome } from './bot-process.ts';

const title = 'Nimbuscale cuts 400 jobs at its AWS practice';
const article = `${title}

3 November 2026, 10:00

Nimbuscale is laying off 400 people who build on AWS, the consultancy said on Tuesday. It blamed two large customers who moved their contracts elsewhere.

Most of the layoffs will fall on offices in Leeds and Porto. The company said it would pay those affected until the end of March.
`;

/** One test starts up to ten processes, on a machine that may be busy. */
const patience = 120_000;

let folder = '';
/** Somebody has subscribed, nothing has come in yet. */
let subscribed = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bellwire-crash-'));
  subscribed = join(folder, 'subscribed');
  mkdirSync(join(subscribed, 'inbox'), { recursive: true });
  await finished({ folder: subscribed, say: '/subscribe AWS, layoffs', platform: 'local' });
  writeFileSync(join(subscribed, 'inbox', 'nimbuscale.txt'), article);
}, patience);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(crashPoints)(
  'killed at "%s" and started again: the alert is there once',
  async (point) => {
    expect(await killedOnceAt(point, 'local')).toEqual([title]);
  },
  patience,
);

/** Up to there it does not matter what the platform remembers. */
const delivering = crashPoints.slice(crashPoints.indexOf('message placed'));

describe('on a platform that does not recognise what it has already posted', () => {
  test.each(delivering)(
    'killed at "%s" and started again: the alert is there once',
    async (point) => {
      expect(await killedOnceAt(point, 'forgetful')).toEqual([title]);
    },
    patience,
  );

  test(
    'killed at every point in turn, each time a little further: still once',
    async () => {
      const data = dataFor('every point');
      for (const point of crashPoints) await ended({ folder: data, platform: 'forgetful', killAt: point });
      const { visible } = await finished({ folder: data, platform: 'forgetful' });
      expect(visible).toEqual([title]);
    },
    patience,
  );
});

test(
  'the way of one article passes every crash point there is',
  async () => {
    const data = dataFor('unharmed');
    const { reached, visible } = await finished({ folder: data, platform: 'forgetful' });
    expect(visible).toEqual([title]);
    expect(new Set(reached)).toEqual(new Set<CrashPoint>(crashPoints));
  },
  patience,
);

async function killedOnceAt(point: CrashPoint, platform: Order['platform']): Promise<readonly string[]> {
  const data = dataFor(`${platform}, ${point}`);
  expect(await ended({ folder: data, platform, killAt: point })).toBe('SIGKILL');
  return (await finished({ folder: data, platform })).visible;
}

/** Data of its own, in which somebody has subscribed and an article waits in the inbox. */
function dataFor(name: string): string {
  const data = join(folder, name);
  cpSync(subscribed, data, { recursive: true });
  return data;
}

/** Runs a bot to its end. */
async function finished(order: Order): Promise<Outcome> {
  const { signal, code, output, errors } = await run(order);
  expect({ signal, code, errors }).toEqual({ signal: null, code: 0, errors: '' });
  return JSON.parse(output) as Outcome;
}

/** Runs a bot that may be killed. @returns the signal that ended it, if one did */
async function ended(order: Order): Promise<string | null> {
  return (await run(order)).signal;
}

function run(order: Order): Promise<{ signal: string | null; code: number; output: string; errors: string }> {
  const script = join(import.meta.dirname, 'bot-process.ts');
  return new Promise((resolve) => {
    // Without a cache of compiled code half of each run would be spent on starting.
    const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'bellwire-compile-cache') };
    const child = execFile(
      process.execPath,
      [script, JSON.stringify(order)],
      { env },
      (error, output, errors) => {
        resolve({ signal: error?.signal ?? null, code: child.exitCode ?? -1, output, errors });
      },
    );
  });
}
