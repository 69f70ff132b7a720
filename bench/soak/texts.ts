/** Random strings as the whole of an article, on every platform that shows one. */
import fc from 'fast-check';
import * as discord from '../../test/platform/discord/harm.ts';
import * as slack from '../../test/platform/slack/harm.ts';
import { filledWith } from '../../test/platform/strange-article.ts';
import type { Outcome } from './outcome.ts';

const platforms = { discord, slack };

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(
      ...'@ < > [ ] ( ) \\ * _ ` | ~ : # - + . ! / a e 1 & ^ ; t'.split(' '),
      ' ',
      '\n',
      'https://',
      '<!date^',
      '&lt;',
    ),
    maxLength: 80,
  }),
);

export function soakTexts(count: number, seed: number): Promise<Outcome> {
  const slowest = { ms: 0 };
  let texts = 0;
  const run = fc.check(
    fc.property(text, (one) => {
      texts += 1;
      slowest.ms = Math.max(slowest.ms, timeOf(one));
      return harmsOf(one).length === 0;
    }),
    { numRuns: count, seed, endOnFailure: true },
  );
  const [found] = run.counterexample ?? [];
  return Promise.resolve({
    figures: { texts, slowestMs: slowest.ms },
    ...(found !== undefined && {
      firstFailure: {
        replay: `--texts ${count} --seed ${seed}`,
        found: { text: found, harm: harmsOf(found) },
      },
    }),
  });
}

function harmsOf(one: string): readonly string[] {
  return Object.entries(platforms).flatMap(([name, { harmOf }]) =>
    harmOf(filledWith(one)).map((harm) => `${name}: ${harm}`),
  );
}

/** The least of three: what else the machine did in one of them is no fault of the text. */
function timeOf(one: string): number {
  const once = (): number => {
    const begin = performance.now();
    for (const { rendered } of Object.values(platforms)) rendered(filledWith(one));
    return performance.now() - begin;
  };
  return Math.min(once(), once(), once());
}
