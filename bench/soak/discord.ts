/** Discord in virtual time: as many messages as wanted against its limits, and as many strange texts. */
import fc from 'fast-check';
import { harmOf, rendered } from '../../test/platform/discord/harm.ts';
import { filledWith } from '../../test/platform/strange-article.ts';
import { deliverMany } from '../../test/platform/discord/volume.ts';
import type { Outcome } from './outcome.ts';

/** To 1,000 channels, each with a limit that nobody told us; then one alert to 10,000 channels, as Discord allows it. */
export async function soakDiscord(sends: number): Promise<Outcome> {
  const limits = { routes: { 'POST /channels/{channel}/messages': { limit: 5, perMs: 5000 } } };
  const channels = Math.min(1000, sends);
  const many = await deliverMany({ channels, each: Math.ceil(sends / channels), limits });
  const wide = await deliverMany({ channels: Math.min(10_000, sends), each: 1 });
  const wrong = [many, wide].find(
    (run) =>
      run.visible !== run.sends || run.doubled > 0 || run.outOfOrder > 0 || run.limited > run.sends / 1000,
  );
  return {
    figures: { ...many, wide: wide.visible, wideOverAfterS: wide.overAfterS },
    ...(wrong && { firstFailure: { replay: `--discord ${sends}`, found: wrong } }),
  };
}

/** The least of three: what else the machine did in one of them is no fault of the text. */
function timeOf(text: string): number {
  const once = (): number => {
    const begin = performance.now();
    rendered(filledWith(text));
    return performance.now() - begin;
  };
  return Math.min(once(), once(), once());
}

/** Random strings as the whole of an article. */
export function soakTexts(count: number, seed: number): Promise<Outcome> {
  const slowest = { ms: 0, text: '' };
  let texts = 0;
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom(
        ...'@ < > [ ] ( ) \\ * _ ` | ~ : # - + . ! / a e 1 & t'.split(' '),
        ' ',
        '\n',
        'https://',
      ),
      maxLength: 80,
    }),
  );
  const run = fc.check(
    fc.property(text, (one) => {
      texts += 1;
      const harm = harmOf(filledWith(one));
      const ms = timeOf(one);
      if (ms > slowest.ms) Object.assign(slowest, { ms, text: one });
      return harm.length === 0;
    }),
    { numRuns: count, seed, endOnFailure: true },
  );
  const [found] = run.counterexample ?? [];
  return Promise.resolve({
    figures: { texts, slowestMs: slowest.ms },
    ...(found !== undefined && {
      firstFailure: {
        replay: `--texts ${count} --seed ${seed}`,
        found: { text: found, harm: harmOf(filledWith(found)) },
      },
    }),
  });
}
