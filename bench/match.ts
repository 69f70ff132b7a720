import { analyze } from '../src/language/analyze.ts';
import { meets } from '../src/match/matcher.ts';
import { createQueryIndex } from '../src/match/query-index.ts';
import { parseQuery } from '../src/match/query.ts';
import type { Figure } from './figure.ts';
import { queriesFrom } from './queries.ts';
import { inTurns, timed } from './turns.ts';

/** Queries tried one after the other. Trying all 100,000 would take a minute; they are all of one kind. */
const tried = 1_000;

export const matching: Figure = {
  name: 'match',
  async *measure(corpus) {
    const queries = queriesFrom(corpus)(100_000, 2).map(parseQuery);
    const sample = queries.slice(0, tried);
    const articles = corpus.full.slice(0, 20).map(analyze);
    const index = createQueryIndex();
    for (const count of [1_000, 10_000, 100_000]) {
      for (let id = index.size; id < count; id++) index.add(id, queries[id] as (typeof queries)[number]);
      const scale = count / tried;
      const compared = await inTurns(
        () => timed(() => articles.map((article) => index.match(article))),
        () =>
          scale *
          timed(() => articles.map((article) => sample.filter((query) => meets(query, article)).length)),
        1_500,
      );
      const scaled = scale === 1 ? '' : ` (${tried.toLocaleString('en')} of them, × ${scale})`;
      const rung = articles.reduce((sum, article) => sum + index.match(article).length, 0) / articles.length;
      const what = `${count.toLocaleString('en')} subscriptions, ${rung.toFixed(0)} of them met`;
      yield {
        what,
        per: 'article',
        count: articles.length,
        compared,
        against: `trying one after the other${scaled}`,
      };
    }
  },
};
