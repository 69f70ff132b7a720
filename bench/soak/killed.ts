/** Real processes, killed: rounds of some kills on data of their own. */
import { killOften } from '../../test/proof/kills.ts';
import type { Failure, Outcome } from './outcome.ts';

const killsInRound = 25;

export async function soakKills(kills: number, firstSeed: number): Promise<Outcome> {
  const figures = {
    rounds: 0,
    kills: 0,
    articles: 0,
    owed: 0,
    edits: 0,
    failed: 0,
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
  };
  let firstFailure: Failure | undefined;
  for (let seed = firstSeed; figures.kills < kills; seed += 1) {
    const most = Math.min(killsInRound, kills - figures.kills);
    const { seed: _, ...round } = await killOften(seed, most);
    figures.rounds += 1;
    for (const name of ['kills', 'articles', 'owed', 'edits'] as const) figures[name] += round[name];
    const breaches = ['failed', 'lost', 'doubled', 'outOfOrder'] as const;
    for (const name of breaches) figures[name] += round[name].length;
    if (breaches.some((name) => round[name].length > 0))
      firstFailure ??= { replay: `--kills ${most} --seed ${seed}`, found: round };
    console.error(
      `${figures.kills} kills: ${figures.failed + figures.lost + figures.doubled + figures.outOfOrder} breaches`,
    );
  }
  return { figures, firstFailure };
}
