/** The process as a person starts it, asked to end under load. */
import { stopOften } from '../../test/proof/stops.ts';
import type { Outcome } from './outcome.ts';

const breaches = ['failed', 'lost', 'doubled', 'outOfOrder'] as const;

export async function soakStops(stops: number, seed: number): Promise<Outcome> {
  const run = await stopOften(seed, stops, (done, slowest, failed) => {
    if (done % 10 === 0)
      console.error(`${done} of ${stops} stops: ${failed} failed, slowest ${Math.round(slowest)} ms`);
  });
  const { articles, owed, slowestMs } = run;
  const broken = Object.fromEntries(breaches.map((name) => [name, run[name].length]));
  return {
    figures: { stops, slowestMs, articles, owed, ...broken },
    firstFailure: breaches.some((name) => run[name].length > 0)
      ? { replay: `--stops ${stops} --seed ${seed}`, found: run }
      : undefined,
  };
}
