/** A PostgreSQL that fails while it is used: told apart from a row that cannot be written. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { StorageFault } from '../../src/store/faults.ts';
import { postgresStore } from '../../src/store/postgres.ts';
import type { Store } from '../../src/store/store.ts';
import { until } from '../platform/until.ts';
import { acceptance, draft, smallTown } from './given.ts';

const url = process.env['TEST_DATABASE_URL'] ?? '';
if (url === '')
  console.log('Skipped: a PostgreSQL that fails. Set TEST_DATABASE_URL=postgres://… to run it too.');

const inTheMiddleOf: ReadonlyArray<
  [what: string, table: string, ask: (store: Store, accept: () => Promise<unknown>) => Promise<unknown>]
> = [
  ['a transaction', 'counter', (_, accept) => accept()],
  ['a question', 'article', (store) => store.articles.due(10)],
];

describe.runIf(url !== '')('a connection that breaks', () => {
  test.each(inTheMiddleOf)(
    'in the middle of %s is the storage’s fault, and the next one serves',
    async (_, table, ask) => {
      const { store, source, admin, schema } = await town();
      const accept = () => store.articles.accept(acceptance(source));
      await admin.query(`begin; lock table ${schema}.${table} in access exclusive mode`);
      const broken = ask(store, accept).catch((fault: unknown) => fault);
      const waiting = `select pid from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))`;
      await until(async () => (await admin.query(waiting)).rows.length === 1);
      await admin.query(`select pg_terminate_backend(pid) from (${waiting}) as those_waiting`);
      await admin.query('commit');

      expect(await broken).toBeInstanceOf(StorageFault);
      expect(await accept()).toMatchObject({ kind: 'new' });
      expect(await store.articles.due(10)).toHaveLength(1);
    },
  );

  test('a row that cannot be written is the row’s fault', async () => {
    const { store, source } = await town();
    const refused = store.articles.accept(acceptance(source, { draft: draft({ title: 'a\u0000b' }) }));
    await expect(refused).rejects.toMatchObject({ code: '22021' });
    await expect(refused).rejects.not.toBeInstanceOf(StorageFault);
  });
});

/** In a schema of its own, with a connection of ours that sees it. */
async function town() {
  const schema = `bellwire_test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  onTestFinished(async () => {
    await admin.query(`drop schema if exists ${schema} cascade`);
    await admin.end();
  });
  return { ...(await smallTown(() => postgresStore(url, { schema }))), admin, schema };
}
