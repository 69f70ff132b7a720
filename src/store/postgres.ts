/**
 * The store on PostgreSQL: many processes, the same queries. Nothing here keeps a second process away as `lock.ts` does
 * for a folder, so no process owns the data, and `takeOver` is not for it until processes have roles.
 */
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { postgresFault } from './faults.ts';
import { openStore } from './open-store.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';
import { postgresTerms } from './terms-postgres.ts';
import type { Database, DialectTraits } from './traits.ts';

/** Each step holds a connection for a few milliseconds; more of them would only queue inside the server. */
const connections = 10;
/** int8, which pg gives as text, because it may be more than a number holds; ids and milliseconds never are. */
const int8 = 20;

/**
 * Opens the database and brings it up to date; several processes may do so at once.
 * @param url "postgres://user:password@host:port/database"; it is never shown.
 * @param options.schema in which Bellwire's tables are; made if it is not there.
 */
export async function postgresStore(
  url: string,
  { schema = 'public' }: { schema?: string } = {},
): Promise<Store> {
  try {
    return await openStore(postgresDatabase(url, schema));
  } catch (error) {
    throw postgresFault(error);
  }
}

/** Connected to when it is first asked. */
export function postgresDatabase(url: string, schema: string): Database {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: openPool(url, schema) }) });
  return { db, traits: { ...postgresTraits, migrationSchema: schema } };
}

function openPool(url: string, schema: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    options: `-c search_path="${schema}"`,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === int8 ? Number : pg.types.getTypeParser(oid, format ?? 'text'),
    },
  });
  // A connection that breaks while nobody uses it: the pool opens another one, and who needs that and cannot have it
  // is told then. Without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

const postgresTraits: DialectTraits = {
  integer: 'bigint',
  serial: (column) => column.primaryKey().generatedByDefaultAsIdentity(),
  strict: (table) => table,
  each: (texts) => sql`json_array_elements_text(${JSON.stringify(texts)}::json) as each(value)`,
  eachNumber: (numbers) =>
    sql`(select cast(value as bigint) as value from json_array_elements_text(${JSON.stringify(numbers)}::json) as t(value)) as each`,
  // A row of an index holds 2,704 bytes. The beginning is there so that two texts must share it to be taken for one by
  // 64 bits of hash; md5() is not there at all on a server that keeps to FIPS 140.
  indexed: (column) => sql`left(${sql.ref(column)}, 500), hashtextextended(${sql.ref(column)}, 0)`,
  terms: postgresTerms,
  // "No key": rows that refer to a held one can still be written.
  hold: (query) => query.forNoKeyUpdate(),
  keep: (query) => query.forShare(),
  holdFree: (query) => query.forNoKeyUpdate().skipLocked(),
};
