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

let folder = '';
/** Somebody has subscribed, nothing has come in yet. */
let subscribed = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bellwire-crash-'));
  subscribed = join(folder, 'subscribed');
  mkdirSync(join(subscribed, 'inbox'), { recursive: true });
  const { visible } = await finished({
    folder: subscribed,
    say: '/subscribe AWS, layoffs',
    platform: 'local',
  });
  expect(visible).toEqual([]);
  writeFileSync(join(subscribed, 'inbox', 'nimbuscale.txt'), article);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['local', 'forgetful'] as const)('on a %s platform', (platform) => {
  test.each(crashPoints)('killed at "%s" and started again: the alert is there once', async (point) => {
    const data = join(folder, `${platform} ${point}`);
    cpSync(subscribed, data, { recursive: true });
    expect(await ended({ folder: data, platform, killAt: point })).toBe('SIGKILL');
    const { visible } = await finished({ folder: data, platform });
    expect(visible).toEqual([title]);
  });

  test('killed at every point in turn, each time a little further: still once', async () => {
    const data = join(folder, `${platform} every point`);
    cpSync(subscribed, data, { recursive: true });
    for (const point of crashPoints) await ended({ folder: data, platform, killAt: point });
    const { visible } = await finished({ folder: data, platform });
    expect(visible).toEqual([title]);
  });
});

test('the way of one article passes every crash point there is', async () => {
  const data = join(folder, 'unharmed');
  cpSync(subscribed, data, { recursive: true });
  const { reached, visible } = await finished({ folder: data, platform: 'forgetful' });
  expect(visible).toEqual([title]);
  expect(new Set(reached)).toEqual(new Set<CrashPoint>(crashPoints));
});

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
    const child = execFile(process.execPath, [script, JSON.stringify(order)], (error, output, errors) => {
      resolve({ signal: error?.signal ?? null, code: child.exitCode ?? -1, output, errors });
    });
  });
}
