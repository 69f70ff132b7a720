import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { ledgerVerb, resendVerb } from '../../src/cli/ledger.ts';
import { runVerb } from '../../src/cli/run-verb.ts';
import { readLedger } from '../../src/store/ledger.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Recorded } from '../../src/store/port/deliveries.ts';
import { lease, pendingMessage, smallTown, type Town } from '../store/given.ts';
import { temporaryFolder } from '../store/temporary.ts';

const sent: Recorded = { kind: 'sent', externalId: '1', revision: 1 };
const dead: Recorded = { kind: 'dead', reason: 'too long for this platform' };
const doubtful: Recorded = { kind: 'unknown', nextTryAt: 9e12, reason: 'no answer' };

test('every message is told with what became of it and the way there, while the bot has the data', async () => {
  const { run, ids } = await bot();
  const { exit, lines } = await run('ledger', '--json');
  expect(exit).toBe(0);
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { message: ids[0], state: 'sent', revision: 1, sent: '1970-01-01T00:00:00.030Z' },
    { message: ids[1], state: 'dead', reason: 'too long for this platform' },
    {
      message: ids[2],
      state: 'unknown',
      way: [
        { from: 'due', to: 'pending' },
        { from: 'pending', to: 'sending' },
        { from: 'sending', to: 'unknown', reason: 'no answer', at: '1970-01-01T00:00:00.030Z' },
      ],
    },
  ]);
});

test('for people: a line for what and a line for how', async () => {
  const { run, channel, ids } = await bot();
  const { lines } = await run('ledger', '--channel', `#${channel}`, '--limit', '2');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toMatch(/^dead {4}\S+\/\S+\/\S+ {2}.+ \(too long for this platform\)$/);
  expect(lines[1]).toMatch(/^ +\S+: pending .+ → sending .+ → dead 1970-01-01/);
  expect(lines[1]).toContain(ids[1]);
});

test('a channel that is not there has an empty ledger', async () => {
  const { run } = await bot();
  expect(await run('ledger', '--channel', 'nowhere')).toMatchObject({ exit: 0, lines: [] });
});

test('where no bot ever ran, and after an update, it says what to do', async () => {
  const { run, path } = await bot();
  const nowhere = await readLedger(join(temporaryFolder(), 'b.db'), { limit: 1 }).catch(String);
  expect(nowhere).toContain('start Bellwire once');
  const database = new Sqlite(path);
  database.exec('delete from kysely_migration');
  database.close();
  expect(await run('ledger')).toMatchObject({
    exit: 1,
    errors: expect.stringContaining('Start this one once') as string,
  });
});

test('a dead message is looked for, then sent again; no other can be', async () => {
  const { run, store, ids } = await bot();
  const [sentOne = '', deadOne = ''] = ids;
  expect(await run('resend', deadOne)).toMatchObject({ exit: 0 });
  expect(await store.deliveries.message(deadOne)).toMatchObject({ state: 'unknown', attempt: 0 });
  expect(await store.deliveries.nextDueAt(['local'])).toBeLessThanOrEqual(50);
  expect(await run('resend', deadOne)).toMatchObject({ exit: 1 });
  expect(await run('resend', sentOne)).toMatchObject({ exit: 1 });
  expect(await run('resend')).toMatchObject({ exit: 2 });
  expect((await run('ledger')).lines.join('\n')).toContain('to be sent again, by hand');
});

/** A store in a file, held open as a bot holds it, in which three messages have come to different ends. */
async function bot() {
  const path = join(temporaryFolder(), 'bellwire.db');
  const store = await sqliteStore(path);
  onTestFinished(store.close);
  const town = await smallTown(() => Promise.resolve(store));
  const ids: string[] = [];
  for (const outcome of [sent, dead, doubtful]) ids.push(await deliver(town, outcome));
  const verbs = [
    ledgerVerb({ read: (asked) => readLedger(path, asked), zone: () => 'UTC' }),
    resendVerb({ resend: (id) => store.deliveries.resend(id, 50) }),
  ];
  return { store, path, ids, channel: town.channel.externalId, run };

  async function run(...args: readonly string[]) {
    const [output, errors] = [new PassThrough(), new PassThrough()];
    const exit = await runVerb(verbs, args, { input: new PassThrough(), output, errors, folder: '/' });
    output.end();
    errors.end();
    return {
      exit,
      lines: (await text(output)).split('\n').filter(Boolean),
      errors: await text(errors),
    };
  }
}

async function deliver(town: Town, outcome: Recorded): Promise<string> {
  const { store, channel } = town;
  const id = await pendingMessage(town, channel, 10);
  const { fence } = await lease(store, 20);
  await store.deliveries.startSending(id, fence, 20);
  await store.deliveries.record(id, fence, outcome, 30);
  await store.deliveries.releaseChannel(channel.id, fence, 0);
  return id;
}
