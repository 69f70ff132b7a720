import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { postgresDatabase, postgresStore } from '../../src/store/postgres.ts';
import { findsCandidates } from './candidates.ts';
import { keepsTheContract } from './contract.ts';
import { openWorkspace } from './given.ts';
import { sharedDatabase } from './shared.ts';

const url = process.env['TEST_DATABASE_URL'] ?? '';
if (url === '')
  console.log('Skipped: the store on PostgreSQL. Set TEST_DATABASE_URL=postgres://… to run it too.');

describe.runIf(url !== '')('in a schema of its own', () => {
  const schema = `bellwire_test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: url });
  beforeAll(() => admin.connect());
  afterAll(async () => {
    await admin.query(`drop schema if exists ${schema} cascade`);
    await admin.end();
  });

  const openHere = () => postgresStore(url, { schema });
  keepsTheContract(
    'PostgreSQL',
    sharedDatabase(openHere, () => empty(admin, schema)),
  );

  describe('PostgreSQL finds the stories that an article may be of', () =>
    findsCandidates(() => postgresDatabase(url, schemaFor(admin))));

  test('several processes may make the database at once', async () => {
    const fresh = schemaFor(admin);
    const stores = await Promise.all([1, 2, 3, 4].map(() => postgresStore(url, { schema: fresh })));
    const workspaces = await Promise.all(stores.map((store) => openWorkspace(store, 'T1')));
    expect(new Set(workspaces.map(({ id }) => id)).size).toBe(1);
    for (const store of stores) await store.close();
  });

  test('what others keep in the same database is not looked at', async () => {
    const theirs = schemaFor(admin);
    await admin.query(`create schema ${theirs}; create table ${theirs}.invoice (id serial primary key)`);
    const { db } = postgresDatabase(url, schemaFor(admin));
    expect(await db.introspection.getTables({ withInternalKyselyTables: true })).toStrictEqual([]);
    await db.destroy();
  });

  test('a database of a newer Bellwire is left alone, and both versions are told', async () => {
    const newer = schemaFor(admin);
    await (await postgresStore(url, { schema: newer })).close();
    const step = "('0042-bellwire-9.8.7', '2030-01-01T00:00:00.000Z')";
    await admin.query(`insert into ${newer}.kysely_migration values ${step}`);
    const refused = postgresStore(url, { schema: newer });
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow('Bellwire 9.8.7');
  });
});

function schemaFor(admin: pg.Client): string {
  const schema = `bellwire_test_${randomBytes(6).toString('hex')}`;
  onTestFinished(async () => {
    await admin.query(`drop schema if exists ${schema} cascade`);
  });
  return schema;
}

/** In one statement, so that it does not matter who refers to whom. TRUNCATE takes twenty times as long. */
async function empty(admin: pg.Client, schema: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname = $1 and tablename not like 'kysely%' and tablename <> 'counter'`,
    [schema],
  );
  const deletions = rows.map(({ name }, at) => `d${at} as (delete from ${name})`);
  await admin.query(`with ${deletions.join(', ')} update ${schema}.counter set value = 0`);
  await admin.query(
    `select setval(format('%I.%I', schemaname, sequencename)::regclass, 1, false)
     from pg_sequences where schemaname = $1`,
    [schema],
  );
}
