import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '../../src/store/migrations.ts';
import type { Tables } from '../../src/store/schema.ts';
import { sqliteDialect } from '../../src/store/sqlite-dialect.ts';
import { sqliteTraits } from '../../src/store/sqlite-traits.ts';
import { temporaryFolder } from './temporary.ts';

/** A database of earlier days, with what `sql` puts into it. @returns its path */
export async function databaseAsOfStep(step: number, sql: string): Promise<string> {
  const path = join(temporaryFolder(), 'b.db');
  const db = new Kysely<Tables>({ dialect: sqliteDialect(path) });
  const steps = Object.entries(migrations(sqliteTraits)).slice(0, step);
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(steps)) };
  await new Migrator({ db, provider }).migrateToLatest();
  await db.destroy();
  const sqlite = new Sqlite(path);
  sqlite.exec(sql);
  sqlite.close();
  return path;
}
