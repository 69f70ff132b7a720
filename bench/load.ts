import { createQueryIndex } from '../src/match/query-index.ts';
import { parseQuery } from '../src/match/query.ts';
import type { Figure } from './figure.ts';
import { queriesFrom } from './queries.ts';
import { inTurns, timed } from './turns.ts';

const count = 10_000;

export const loading: Figure = {
  name: 'load',
  async *measure(corpus) {
    const make = queriesFrom(corpus);
    // Words are remembered for a while: each turn has queries of its own, as a bot that starts has.
    const compared = await inTurns(
      (turn) => {
        const typed = make(count, 100 + 2 * turn);
        const index = createQueryIndex();
        return timed(() => typed.forEach((one, id) => index.add(id, parseQuery(one))));
      },
      (turn) => {
        const typed = make(count, 101 + 2 * turn);
        return timed(() => typed.map(parseQuery));
      },
      4_000,
    );
    yield {
      what: '10,000 subscriptions',
      per: 'subscription',
      count,
      compared,
      against: 'parsing them only',
    };
  },
};
