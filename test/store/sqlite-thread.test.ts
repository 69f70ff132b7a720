import { chmodSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import type { Tables } from '../../src/store/schema.ts';
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { ended, startChild } from './child.ts';
import { acceptance, draft, openSource, openWorkspace } from './given.ts';
import { temporaryFolder } from './temporary.ts';

test('nobody else can read a database that is made, nor what lies beside it; rights that were given stay', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'b.db');
  const rights = () => readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
  const store = await sqliteStore(path);
  await openWorkspace(store, 'T1');
  expect(rights()).toEqual([0o600, 0o600, 0o600]);
  await store.close();
  chmodSync(path, 0o640);
  await (await sqliteStore(path)).close();
  expect(rights()).toEqual([0o640]);
});

test('while the database stalls, the main loop goes on', async () => {
  const path = join(temporaryFolder(), 'b.db');
  const store = await sqliteStore(path);
  const other = new Sqlite(path);
  other.exec('begin immediate');

  let answered = false;
  const opened = openWorkspace(store, 'T1').finally(() => (answered = true));
  for (let turn = 0; turn < 5; turn += 1) await nextTurn();
  expect(answered, 'it waits for the other one').toBe(false);

  other.exec('rollback');
  other.close();
  expect((await opened).externalId).toBe('T1');
  await store.close();
});

test('the file is in WAL mode, synced at each commit, with foreign keys', async () => {
  const db = database(join(temporaryFolder(), 'b.db'));
  const pragma = async (name: string) =>
    Object.values((await sql`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0];
  expect(await pragma('journal_mode')).toBe('wal');
  expect(await pragma('synchronous'), 'full').toBe(2);
  expect(await pragma('foreign_keys')).toBe(1);
  expect(await pragma('busy_timeout')).toBe(5000);
});

test('an error that is ours keeps its code and is nobody else’s', async () => {
  const db = database(':memory:');
  await sql`create table thing (id integer primary key) strict`.execute(db);
  await sql`insert into thing values (1)`.execute(db);
  const twice = sql`insert into thing values (1)`.execute(db);
  await expect(twice).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_PRIMARYKEY' });
  await expect(twice).rejects.not.toBeInstanceOf(UserError);
  await expect(sql`select nonsense`.execute(db)).rejects.toThrow('no such column: nonsense');
});

test('a transaction that fails leaves nothing behind, and the next one works', async () => {
  const db = database(':memory:');
  await sql`create table thing (id integer primary key) strict`.execute(db);
  const failing = db.transaction().execute(async (trx) => {
    await sql`insert into thing values (1)`.execute(trx);
    throw new Error('changed our mind');
  });
  await expect(failing).rejects.toThrow('changed our mind');
  await db.transaction().execute((trx) => sql`insert into thing values (2)`.execute(trx));
  expect((await sql`select id from thing`.execute(db)).rows).toEqual([{ id: 2 }]);
});

test('transactions that are asked for at once run one after the other', async () => {
  const db = database(':memory:');
  await sql`create table tally (count integer) strict`.execute(db);
  await sql`insert into tally values (0)`.execute(db);
  const countUp = () =>
    db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ count: number }>`select count from tally`.execute(trx);
      await nextTurn();
      await sql`update tally set count = ${(rows[0]?.count ?? 0) + 1}`.execute(trx);
    });
  await Promise.all(Array.from({ length: 20 }, countUp));
  expect((await sql`select count from tally`.execute(db)).rows).toEqual([{ count: 20 }]);
});

test('more statements than are kept ready work as well', async () => {
  const db = database(':memory:');
  for (let at = 0; at < 700; at += 1) {
    const { rows } = await sql`select ${sql.lit(at)} as at`.execute(db);
    expect(rows).toEqual([{ at }]);
  }
});

test('closing answers what was asked, leaves one file and ends the thread', async () => {
  const path = join(temporaryFolder(), 'b.db');
  const store = await sqliteStore(path);
  const asked = openWorkspace(store, 'T1');
  await asked;
  expect(existsSync(`${path}-wal`)).toBe(true);
  await store.close();
  expect(existsSync(`${path}-wal`)).toBe(false);
  await expect(openWorkspace(store, 'T1')).rejects.toThrow();
});

test('a store whose thread has ended answers every question with why', async () => {
  const store = await sqliteStore(join(temporaryFolder(), 'b.db'));
  const asked = [store.sources.list(1), store.close(), store.sources.list(2)];
  const answers = await Promise.allSettled(asked);
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  await expect(store.sources.list(3)).rejects.toThrow('has ended');
});

test('a thread that ends unasked is told of at once, one that is closed is not', async () => {
  const threads: Worker[] = [];
  const note = (thread: Worker): void => void threads.push(thread);
  process.on('worker', note);
  onTestFinished(() => void process.off('worker', note));
  const reasons: string[] = [];
  const open = (name: string) =>
    sqliteStore(join(temporaryFolder(), name), ({ message }) => void reasons.push(message));

  await (await open('closed.db')).close();
  expect(reasons).toEqual([]);

  const store = await open('ended.db');
  await threads[1]?.terminate();
  await expect(store.sources.list(1)).rejects.toThrow('has ended');
  expect(reasons).toEqual(["the database's thread has ended (exit code 1)"]);
  await store.close();
});

test('what fails in the thread is told with its reason, and nothing of it is written', async () => {
  const store = await sqliteStore(join(temporaryFolder(), 'b.db'));
  onTestFinished(store.close);
  const source = await openSource(store, 'https://a.example/');
  const fromNowhere = acceptance({ ...source, id: 404 }, { draft: draft({ keys: ['guid:1'] }) });
  await expect(store.articles.accept(fromNowhere)).rejects.toThrow('there is no source 404');
  expect(await store.articles.due(10)).toEqual([]);
  expect((await store.articles.accept(acceptance(source))).article.id, 'no number was lost').toBe(1);
});

test('a mistake of a person is theirs on both sides of the thread, any other is ours', async () => {
  const store = await sqliteStore(join(temporaryFolder(), 'b.db'));
  onTestFinished(store.close);
  const fault = await store.workspaces.openChannel(7, 'news').catch((error: unknown) => error);
  expect(fault).toMatchObject({ message: 'there is no workspace 7' });
  expect(fault).not.toBeInstanceOf(UserError);
});

test('an open store keeps no process alive, and does nothing to stop it', async () => {
  const child = startChild(`
    import { sqliteStore } from 'src/store/sqlite.ts';
    const store = await sqliteStore(${JSON.stringify(join(temporaryFolder(), 'b.db'))});
    console.log((await store.sources.list(1)).length);
  `);
  expect(await ended(child)).toEqual({ said: '0\n', code: 0 });
});

test('a question that waits for its answer does keep it alive', async () => {
  const child = startChild(`
    import { sqliteStore } from 'src/store/sqlite.ts';
    sqliteStore(${JSON.stringify(join(temporaryFolder(), 'b.db'))}).then(async (store) => {
      console.log((await store.sources.list(1)).length);
      store.close().then(() => console.log('closed'));
    });
  `);
  expect(await ended(child)).toEqual({ said: '0\nclosed\n', code: 0 });
});

function database(path: string): Kysely<Tables> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(path) });
  onTestFinished(() => db.destroy());
  return db;
}
