import Sqlite from 'better-sqlite3';
import { analyze, searchTerms } from '../src/language/analyze.ts';

/**
 * Inserts all rows of a database into an empty one of the same schema and settings, as fast as one can: prepared, in
 * this thread, with one commit for each article and foreign keys unchecked.
 * @returns milliseconds, without making the database
 */
export function insertAgain(database: string, articles: number): number {
  const from = new Sqlite(database, { readonly: true });
  const to = new Sqlite(`${database}-again`);
  try {
    to.pragma('journal_mode = wal');
    to.pragma('synchronous = full');
    to.pragma('foreign_keys = off');
    const tables = tablesOf(from);
    for (const { sql } of tables) to.exec(sql);
    const inserts = tables.flatMap(({ name }) => insertsInto(to, name, rowsOf(from, name)));
    // Rows of one table stand behind each other: dealt out, each commit has about those of one article.
    const insertShare = to.transaction((share: number) => {
      for (let at = share; at < inserts.length; at += articles) inserts[at]?.();
    });
    const start = performance.now();
    for (let share = 0; share < articles; share++) insertShare(share);
    return performance.now() - start;
  } finally {
    from.close();
    to.close();
  }
}

interface Table {
  readonly name: string;
  readonly sql: string;
}

/** Tables and indexes, without those that SQLite makes by itself; those of a full-text index belong to it. */
function tablesOf(db: Sqlite.Database): readonly Table[] {
  return db
    .prepare<[], Table>(
      `select name, sql from sqlite_master
       where sql is not null and name not like 'sqlite_%' and name not like 'article_term_%' order by rowid`,
    )
    .all();
}

type SqlRow = Readonly<Record<string, unknown>>;

function rowsOf(db: Sqlite.Database, name: string): readonly SqlRow[] {
  if (name === 'article_term') return termRowsOf(db);
  const isTable = db.prepare(`select 1 from sqlite_master where type = 'table' and name = ?`).get(name);
  return isTable === undefined ? [] : db.prepare<[], SqlRow>(`select * from ${name}`).all();
}

/** The index of search terms gives none of them back: they are made again. */
function termRowsOf(db: Sqlite.Database): readonly SqlRow[] {
  const articles = db.prepare<[], { id: number; title: string; text: string; language: string }>(
    'select id, title, text, language from article',
  );
  return articles.all().map((article) => ({
    rowid: article.id,
    terms: searchTerms(analyze(article))
      .map((term) => `x${Buffer.from(term).toString('hex')}`)
      .join(' '),
  }));
}

function insertsInto(
  db: Sqlite.Database,
  name: string,
  rows: readonly SqlRow[],
): ReadonlyArray<() => unknown> {
  if (rows.length === 0) return [];
  const columns = columnsOf(db, name);
  const places = columns.map(() => '?').join(', ');
  const insert = db.prepare(`insert into ${name} (${columns.join(', ')}) values (${places})`);
  return rows.map((row) => () => insert.run(columns.map((column) => row[column])));
}

/** Those that are written; others are generated from them. */
function columnsOf(db: Sqlite.Database, name: string): readonly string[] {
  if (name === 'article_term') return ['rowid', 'terms'];
  const listed = db.prepare<[string], { name: string }>('select name from pragma_table_info(?)');
  return listed.all(name).map((column) => column.name);
}
