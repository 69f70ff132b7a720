/** Search terms in PostgreSQL: arrays under a GIN index, which gathers its own writes. */
import { sql } from 'kysely';
import type { TermIndex } from './traits.ts';

export const postgresTerms: TermIndex = {
  async create(db) {
    await sql`create table article_term (article_id bigint primary key, terms text[] not null)`.execute(db);
    await sql`create index article_term_any on article_term using gin (terms)`.execute(db);
  },

  async write(trx, articleId, terms) {
    await sql`insert into article_term (article_id, terms) values (${articleId}, ${terms}::text[])
      on conflict (article_id) do update set terms = excluded.terms`.execute(trx);
  },

  async remove(trx, articleIds) {
    await sql`delete from article_term where article_id = any(${articleIds}::bigint[])`.execute(trx);
  },

  // The server does it by itself.
  tidyLater: () => Promise.resolve(),
  tidy: () => Promise.resolve(false),

  havingAnyOf(terms) {
    return sql`(select article_id from article_term where terms && ${terms}::text[])`;
  },
};
