import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll } from 'vitest';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { keepsTheContract } from './contract.ts';
import { sharedDatabase } from './shared.ts';

const folder = mkdtempSync(join(tmpdir(), 'bellwire-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'b.db');

keepsTheContract(
  'SQLite',
  sharedDatabase(() => sqliteStore(path), empty),
);

function empty(): Promise<void> {
  const db = new Sqlite(path);
  db.pragma('foreign_keys = off');
  const tables = db
    .prepare<[], string>(
      `select name from pragma_table_list
       where schema = 'main' and type in ('table', 'virtual') and name not like 'kysely%'
         and name not in ('counter', 'sqlite_schema')`,
    )
    .pluck()
    .all();
  db.transaction(() => {
    for (const table of tables) db.exec(`delete from "${table}"`);
    db.exec('update counter set value = 0');
  })();
  db.close();
  return Promise.resolve();
}
