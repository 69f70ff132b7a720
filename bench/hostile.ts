import { hostileQueries, type HostileText, hostileTexts } from '../test/match/hostile-queries.ts';
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
    const [first, ...more] = hostileTexts(length);
    const text = (first as HostileText).text;
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
    for (const one of [first as HostileText, ...more]) {
      const analyzed = leastOfThree(() => analyze({ title: 'a b', text: one.text, language: one.language }));
      const known = analyze({ title: 'a b', text: one.text, language: one.language });
      const slowest = Math.max(...typed.map((query) => leastOfThree(() => asked(query, known))));
      const said = `${slowest.toFixed(1)} ms of CPU with its reading; the text itself ${analyzed.toFixed(0)} ms`;
      yield { what: `the slowest, ${one.name}`, said };
    }
  },
};

/** A query that is quick once is not tried again. */
const quickMs = 5;

function leastOfThree(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3 && least > quickMs; turn++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function asked(typed: string, analysis: ReturnType<typeof analyze>): unknown {
  return read(typed).map((query) => meet(query, analysis)?.length);
}

/** None where it is refused. */
function read(typed: string): readonly Query[] {
  try {
    return [parseQuery(typed)];
  } catch (error) {
    if (error instanceof QueryError) return [];
    throw error;
  }
}
