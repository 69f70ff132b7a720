/**
 * Search terms in SQLite: an FTS5 index. A plain table of (term, article) dirties some 150 pages of 4 KiB for each
 * article, wherever its terms happen to stand; FTS5 appends a page or two and merges later. Measured with 200 terms:
 * 0.5 against 3.9 ms for each article, a sixth of the size.
 */
import { sql, type Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import type { TermIndex } from './traits.ts';

export const sqliteTerms: TermIndex = {
  async create(db) {
    // Only ids come out of it: no text, no positions.
    await sql`create virtual table article_term
      using fts5(terms, content='', contentless_delete=1, detail=none, tokenize='ascii')`.execute(db);
  },

  async write(trx, articleId, terms) {
    const tokens = terms.map(tokenOf).join(' ');
    await sql`insert or replace into article_term (rowid, terms) values (${articleId}, ${tokens})`.execute(
      trx,
    );
  },

  async remove(trx, articleIds) {
    await sql`delete from article_term where rowid in (select value from json_each(${JSON.stringify(articleIds)}))`.execute(
      trx,
    );
  },

  // FTS5 only marks what is removed. When a tenth of a segment is, the next who writes merges it, which took a second of an
  // index of 200,000 articles; never merged for that, an index grew to three times its size before it was.
  async tidyLater(db) {
    await mergesRemoved(db, false);
  },

  async tidy(trx) {
    await mergesRemoved(trx, true);
    const before = await changesOf(trx);
    await sql`insert into article_term (article_term, rank) values ('merge', ${sql.lit(pagesAtOnce)})`.execute(
      trx,
    );
    const changes = (await changesOf(trx)) - before;
    await mergesRemoved(trx, false);
    // So says https://sqlite.org/fts5.html#the_merge_command of one that had nothing to do.
    return changes >= 2;
  },

  havingAnyOf(terms) {
    const query = terms.map(tokenOf).join(' OR ');
    return sql`(select rowid from article_term where article_term match ${query})`;
  },
};

/** Of an index; some milliseconds. */
const pagesAtOnce = 16;

async function mergesRemoved<T>(db: Kysely<T>, does: boolean): Promise<void> {
  const percent = sql.lit(does ? 10 : 0);
  await sql`insert into article_term (article_term, rank) values ('deletemerge', ${percent})`.execute(db);
}

async function changesOf(trx: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ changes: number }>`select total_changes() as changes`.execute(trx);
  return rows[0]?.changes ?? 0;
}

/** A term may hold spaces, signs and any script, which FTS5's tokenizers would take apart: it gets letters alone. */
function tokenOf(term: string): string {
  return `x${Buffer.from(term).toString('hex')}`;
}
