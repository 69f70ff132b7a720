import { hostileQueries, hostileText } from '../test/match/hostile-queries.ts';
import type { Query } from '../src/domain.ts';
import { analyze } from '../src/language/analyze.ts';
import { meet } from '../src/match/matcher.ts';
import { parseQuery } from '../src/match/query.ts';
import { QueryError } from '../src/match/query-error.ts';
import type { Figure } from './figure.ts';
import { inTurns, timed } from './turns.ts';

/** Characters. Accepted articles have at most 200,000. */
const length = 1_000_000;

/** What somebody who wants to do harm can make the matcher do: `test/match/hostile-queries.ts`. */
export const harming: Figure = {
  name: 'hostile',
  async *measure() {
    const text = hostileText(length);
    const analysis = analyze({ title: 'a b', text, language: 'en' });
    const typed = hostileQueries();
    const queries = typed.flatMap(read);
    const compared = await inTurns(
      () => timed(() => queries.map((query) => meet(query, analysis)?.length)),
      () => timed(() => queries.map(() => text.toLowerCase().split(' ').length)),
      3_000,
    );
    yield {
      what: `${queries.length} hostile queries, 1 MB of text`,
      per: 'query',
      count: queries.length,
      compared,
      against: 'cutting the text at its spaces',
    };
    const slowest = Math.max(
      ...typed.map((query) => timed(() => read(query).map((one) => meet(one, analysis)?.length))),
    );
    yield { what: 'the slowest of them, with its reading', said: `${slowest.toFixed(1)} ms` };
  },
};

/** None where it is refused. */
function read(typed: string): readonly Query[] {
  try {
    return [parseQuery(typed)];
  } catch (error) {
    if (error instanceof QueryError) return [];
    throw error;
  }
}
