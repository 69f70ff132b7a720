/** Brings a database up to date, and leaves one alone that a newer Bellwire has written. */
import { sql, type Kysely } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration';
import ourselves from '../../package.json' with { type: 'json' };
import { UserError } from '../errors.ts';
import { migrations } from './migrations.ts';
import type { Tables } from './schema.ts';
import type { Database } from './traits.ts';

export async function migrate({ db, traits }: Database): Promise<void> {
  const steps = migrations(traits);
  await refuseNewer(db, traits.migrationSchema, Object.keys(steps));
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(steps) },
    ...(traits.migrationSchema !== undefined && { migrationTableSchema: traits.migrationSchema }),
  }).migrateToLatest();
  if (error !== undefined) throw error;
}

/** For those who only read: the database has the schema of this version, no older and no newer one. */
export async function requireUpToDate({ db, traits }: Database): Promise<void> {
  const known = Object.keys(migrations(traits));
  await refuseNewer(db, traits.migrationSchema, known);
  const there = await applied(db, traits.migrationSchema);
  if (there.length < known.length)
    throw new UserError(
      'This database was written by an older Bellwire. Start this one once: it brings it up to date.',
    );
}

/** Only reads: what a newer version keeps there is not ours to touch. */
async function refuseNewer(
  db: Kysely<Tables>,
  schema: string | undefined,
  known: readonly string[],
): Promise<void> {
  const newest = (await applied(db, schema)).findLast((name) => !known.includes(name));
  if (newest === undefined) return;
  throw new UserError(
    `This database was written by Bellwire ${versionOf(newest)} or newer; this is Bellwire ${ourselves.version}, ` +
      `which does not know its schema. Nothing was changed. Start Bellwire ${versionOf(newest)} or newer, ` +
      `restore a backup from before the update, or set DATA_DIR to another folder.`,
  );
}

async function applied(db: Kysely<Tables>, schema: string | undefined): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const there = tables.some(
    (table) => table.name === DEFAULT_MIGRATION_TABLE && (schema === undefined || table.schema === schema),
  );
  if (!there) return [];
  const table =
    schema === undefined ? sql.table(DEFAULT_MIGRATION_TABLE) : sql.id(schema, DEFAULT_MIGRATION_TABLE);
  const { rows } = await sql<{ name: string }>`select name from ${table} order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** "0002-bellwire-0.3.0" → "0.3.0". */
function versionOf(step: string): string {
  return step.split('-bellwire-')[1] ?? step;
}
