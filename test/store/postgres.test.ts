import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { postgresStore } from '../../src/store/postgres.ts';
import { keepsTheContract } from './contract.ts';

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

  let placeThere: string | undefined;
  keepsTheContract('PostgreSQL', async (place) => {
    const store = await postgresStore(url, { schema });
    // A schema for each test would take longer than the tests; one at a time, they share an emptied one.
    if (place !== placeThere) await empty(admin, schema);
    placeThere = place;
    return store;
  });
});

async function empty(admin: pg.Client, schema: string): Promise<void> {
  const { rows } = await admin.query<{ tables: string }>(
    `select string_agg(format('%I.%I', schemaname, tablename), ', ') as tables from pg_tables
     where schemaname = $1 and tablename not like 'kysely%' and tablename <> 'counter'`,
    [schema],
  );
  await admin.query(`truncate ${rows[0]?.tables} restart identity cascade`);
  await admin.query(`update ${schema}.counter set value = 0`);
}
