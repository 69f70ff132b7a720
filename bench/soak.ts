/**
 * `npm run soak -- --minutes 5 [--seed 1]`: virtual days of a whole bot, seed after seed, until the time is over.
 * Exit code 1 if anything was lost, doubled, out of order, not owed or stale; the first seed that did so replays it:
 * `npm run soak -- --seed 17 --trace`.
 */
import { parseArgs } from 'node:util';
import { type Run, simulate } from '../test/simulate/simulate.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string' },
    seed: { type: 'string', default: '1' },
    trace: { type: 'boolean', default: false },
  },
});
const minutes = Number(values.minutes ?? (values.trace ? 0 : 1));
const first = Number(values.seed);
if (!Number.isFinite(minutes) || !Number.isSafeInteger(first)) {
  console.error('Usage: npm run soak -- [--minutes N] [--seed S] [--trace]');
  process.exit(2);
}

const breaches = ['lost', 'doubled', 'outOfOrder', 'notOwed', 'stale'] as const;
const counted = ['crashes', 'requests', 'owed'] as const;
const total = {
  runs: 0,
  crashes: 0,
  requests: 0,
  owed: 0,
  lost: 0,
  doubled: 0,
  outOfOrder: 0,
  notOwed: 0,
  stale: 0,
};
let firstFailure: Run | undefined;

const until = performance.now() + minutes * 60_000;
for (let seed = first; seed === first || performance.now() < until; seed += 1) {
  const run = await simulate(seed);
  total.runs += 1;
  for (const name of counted) total[name] += run[name];
  for (const name of breaches) total[name] += run[name].length;
  if (breaches.some((name) => run[name].length > 0)) firstFailure ??= run;
  if (values.trace) for (const line of run.trace) console.log(line);
}

console.log(JSON.stringify(total));
if (firstFailure !== undefined) {
  const { seed, trace: _, ...found } = firstFailure;
  console.error(`first failure: --seed ${seed} --trace\n${JSON.stringify(found, undefined, 2)}`);
  process.exitCode = 1;
}
