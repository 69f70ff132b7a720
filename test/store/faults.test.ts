import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { postgresFault, sqliteFault, StorageFault } from '../../src/store/faults.ts';
import { openStore } from '../../src/store/open-store.ts';
import { postgresStore } from '../../src/store/postgres.ts';
import type { Tables } from '../../src/store/schema.ts';
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { sqliteTraits } from '../../src/store/sqlite-traits.ts';
import type { Store } from '../../src/store/store.ts';
import { startChild } from './child.ts';
import { acceptance, draft, openSource, openWorkspace } from './given.ts';
import { temporaryFolder } from './temporary.ts';

test('a full disk: the write is refused, what was committed stays, and there is room again when there is', async () => {
  const { store, limitPages } = await limitedStore();
  const source = await openSource(store, 'https://a.example/');
  await limitPages(120);
  const accept = () =>
    store.articles.accept(acceptance(source, { draft: draft({ text: 'x'.repeat(5000) }) }));

  let accepted = 0;
  const fault = await (async () => {
    for (;;) {
      await accept();
      accepted += 1;
    }
  })().catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(StorageFault);
  expect(fault).toMatchObject({
    code: 'SQLITE_FULL',
    message: expect.stringContaining('The disk is full') as string,
  });
  expect(accepted).toBeGreaterThan(0);
  await expect(accept(), 'it is still full').rejects.toThrow('The disk is full');
  expect(await store.articles.due(1000)).toHaveLength(accepted);

  await limitPages(100_000);
  const { article } = await accept();
  expect(article.id, 'no number was lost').toBe(accepted + 1);
  expect(await store.articles.due(1000)).toHaveLength(accepted + 1);
});

test('an event whose note fails half-way is there for the first time again', async () => {
  const { db, store } = await openDatabase();
  const day = 24 * 60 * 60_000;
  await store.received.take('slack', 'Ev1', 0);
  await sql`create trigger refuse before delete on received begin select raise(abort, 'no'); end`.execute(db);
  await expect(store.received.take('slack', 'Ev2', 4 * day)).rejects.toThrow('no');
  await sql`drop trigger refuse`.execute(db);
  expect(await store.received.take('slack', 'Ev2', 4 * day)).toBe(true);
});

test('a disk that is full when the database is made leaves no half of it', async () => {
  const path = join(temporaryFolder(), 'b.db');
  const db = new Kysely<Tables>({ dialect: sqliteDialect(path) });
  await sql`pragma max_page_count = 12`.execute(db);
  await expect(openStore({ db, traits: sqliteTraits })).rejects.toThrow('The disk is full');
  const store = await sqliteStore(path);
  expect((await openWorkspace(store, 'T1')).externalId).toBe('T1');
  await store.close();
});

test('being killed while the database is made leaves no half of it', async () => {
  const path = join(temporaryFolder(), 'b.db');
  const child = startChild(`
    import { Kysely } from ${JSON.stringify(import.meta.resolve('kysely'))};
    import { openStore } from 'src/store/open-store.ts';
    import { sqliteDialect } from 'src/store/sqlite-dialect.ts';
    import { sqliteTraits } from 'src/store/sqlite-traits.ts';
    const db = new Kysely({
      dialect: sqliteDialect(${JSON.stringify(path)}),
      log: ({ query }) => { if (query.sql.includes('"message_alert"')) process.kill(process.pid, 'SIGKILL'); },
    });
    await openStore({ db, traits: sqliteTraits });
  `);
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  const store = await sqliteStore(path);
  expect((await openWorkspace(store, 'T1')).externalId).toBe('T1');
  await store.close();
});

const unusable: ReadonlyArray<
  [name: string, make: (path: string) => Promise<void> | void, code: string, told: string]
> = [
  [
    'a file that is something else',
    (path) => writeFileSync(path, 'Dear diary, '.repeat(500)),
    'SQLITE_NOTADB',
    'is not a database',
  ],
  ['a folder', (path) => mkdirSync(path), 'SQLITE_CANTOPEN', 'cannot be opened'],
  ['a damaged database', damaged, 'SQLITE_CORRUPT', 'is damaged'],
];

test.each(unusable)('%s in the database’s place is told, with what to do', async (_, make, code, told) => {
  const path = join(temporaryFolder(), 'b.db');
  await make(path);
  const refused = await sqliteStore(path).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(UserError);
  expect(refused).toMatchObject({ code, message: expect.stringContaining(told) as string });
  expect(refused).toMatchObject({ message: expect.stringContaining(path) as string });
});

test('a database of a newer Bellwire is left alone, and both versions are told', async () => {
  const path = join(temporaryFolder(), 'b.db');
  await (await sqliteStore(path)).close();
  const newer = new Sqlite(path);
  newer
    .prepare("insert into kysely_migration values ('0042-bellwire-9.8.7', '2030-01-01T00:00:00.000Z')")
    .run();
  newer.close();
  const before = readFileSync(path);

  const refused = sqliteStore(path);
  await expect(refused).rejects.toThrow(UserError);
  await expect(refused).rejects.toThrow('Bellwire 9.8.7');
  await expect(refused).rejects.toThrow('this is Bellwire 0.');
  await expect(refused).rejects.toThrow('DATA_DIR');
  expect(readFileSync(path).equals(before), 'not a byte has changed').toBe(true);
});

const sqliteCodes: ReadonlyArray<[code: string, told: string]> = [
  ['SQLITE_FULL', 'Make room'],
  ['SQLITE_READONLY', 'may not be written'],
  ['SQLITE_CORRUPT_VTAB', 'damaged'],
  ['SQLITE_BUSY', 'Another program'],
  ['SQLITE_IOERR_WRITE', 'The disk does not answer'],
];

test.each(sqliteCodes)('%s is told in words that help', (code, told) => {
  const fault = sqliteFault({ code, message: 'as SQLite says it' }, '/data/b.db');
  expect(fault).toBeInstanceOf(StorageFault);
  expect(fault).toMatchObject({ code, cause: { message: 'as SQLite says it', code } });
  expect(fault.message).toContain(told);
  expect(fault.message).toContain('/data/b.db');
});

const postgresCodes: ReadonlyArray<[code: string, told: string]> = [
  ['ECONNREFUSED', 'does not answer'],
  ['28P01', 'the password'],
  ['3D000', 'no such database'],
  ['42501', 'CREATE'],
  ['53300', 'max_connections'],
  ['57P01', 'does not answer'],
  ['57P03', 'does not answer'],
  ['08006', 'does not answer'],
  ['EPIPE', 'does not answer'],
  ['53100', 'disk is full'],
  ['53200', 'memory'],
  ['58030', 'its files'],
  ['XX001', 'damaged'],
  ['25006', 'standby'],
];

test.each(postgresCodes)('PostgreSQL’s %s is told in words that help', (code, told) => {
  const cause = Object.assign(new Error('as PostgreSQL says it'), { code });
  expect(postgresFault(cause)).toMatchObject({
    code,
    cause,
    message: expect.stringContaining(told) as string,
  });
});

const codeless: readonly string[] = [
  'Connection terminated unexpectedly',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
];

test.each(codeless)('“%s”, which has no code, is told in the same words', (message) => {
  expect(postgresFault(new Error(message))).toMatchObject({
    code: '08006',
    message: expect.stringContaining('does not answer') as string,
  });
});

test('what nobody can mend stays as it came', () => {
  for (const code of ['42601', '22021', '54000', '40P01', undefined]) {
    const odd = Object.assign(new Error('syntax error'), { code });
    expect(postgresFault(odd)).toBe(odd);
  }
  expect(sqliteFault({ code: undefined, message: 'odd' }, 'x')).not.toBeInstanceOf(UserError);
});

test('a PostgreSQL that does not answer is told without its password', async () => {
  const refused = await postgresStore('postgres://me:secret@127.0.0.1:1/none').catch(
    (error: unknown) => error,
  );
  expect(refused).toBeInstanceOf(StorageFault);
  expect(String(refused)).toContain('does not answer');
  expect(String(refused)).not.toContain('secret');
});

/** A store whose file may be given a largest size, in pages of 4 KiB: what a full disk looks like to SQLite. */
async function limitedStore(): Promise<{ store: Store; limitPages: (pages: number) => Promise<void> }> {
  const { db, store } = await openDatabase();
  return {
    store,
    async limitPages(pages) {
      await sql`pragma max_page_count = ${sql.lit(pages)}`.execute(db);
    },
  };
}

/** A store, and the database that it is on. */
async function openDatabase(): Promise<{ db: Kysely<Tables>; store: Store }> {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(join(temporaryFolder(), 'b.db')) });
  const store = await openStore({ db, traits: sqliteTraits });
  onTestFinished(() => store.close());
  return { db, store };
}

async function damaged(path: string): Promise<void> {
  await (await sqliteStore(path)).close();
  const bytes = readFileSync(path);
  bytes.fill(0xff, 100);
  writeFileSync(path, bytes);
}
