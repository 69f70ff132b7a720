/**
 * The store on PostgreSQL: many processes, the same queries. Nothing here keeps a second process away as `lock.ts` does
 * for a folder, so no process owns the data, and `takeOver` is not for it until processes have roles.
 */
import { Kysely, PostgresDialect, sql, type Dialect, type PostgresPool } from 'kysely';
import { openStore } from './open-store.ts';
import { openPool } from './postgres-pool.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';
import { postgresTerms } from './terms-postgres.ts';
import type { Database, DialectTraits } from './traits.ts';

/**
 * Opens the database and brings it up to date; several processes may do so at once.
 * @param url "postgres://user:password@host:port/database"; it is never shown.
 * @param options.schema in which Bellwire's tables are; made if it is not there.
 */
export function postgresStore(url: string, { schema = 'public' }: { schema?: string } = {}): Promise<Store> {
  return openStore(postgresDatabase(url, schema));
}

/** Connected to when it is first asked. */
export function postgresDatabase(url: string, schema: string): Database {
  const db = new Kysely<Tables>({ dialect: oneSchema(schema, openPool(url, schema)) });
  return { db, traits: { ...postgresTraits, migrationSchema: schema } };
}

/**
 * Kysely's introspector asks about every schema of the database, one by one, and fails when somebody else drops theirs
 * meanwhile. This one tells of the tables in its own only; migrations ask for no more, and never for columns.
 */
function oneSchema(schema: string, pool: PostgresPool): Dialect {
  const dialect = new PostgresDialect({ pool });
  return {
    createDriver: () => dialect.createDriver(),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => ({
      getSchemas: () => dialect.createIntrospector(db).getSchemas(),
      getTables: async () => {
        const { rows } = await sql<{
          name: string;
        }>`select tablename as name from pg_catalog.pg_tables where schemaname = ${schema}`.execute(db);
        return rows.map(({ name }) => ({ name, schema, isView: false, isForeign: false, columns: [] }));
      },
    }),
  };
}

const postgresTraits: DialectTraits = {
  integer: 'bigint',
  serial: (column) => column.primaryKey().generatedByDefaultAsIdentity(),
  strict: (table) => table,
  keyOnly: (table) => table,
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
