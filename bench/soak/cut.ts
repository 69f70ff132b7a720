/** Power cuts: one life is recorded, the power is cut at many places of it, and bots go on from some of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cut, cutPower } from '../../test/proof/power/cuts.ts';
import { recordLife, whyNoRecording } from '../../test/proof/power/recording.ts';
import type { Failure, Outcome } from './outcome.ts';

/** Long enough for some ten checkpoints. */
const reports = 120;
const goOnEvery = 5;

export async function soakCuts(cuts: number, seed: number): Promise<Outcome> {
  const why = whyNoRecording();
  if (why !== undefined) throw new Error(`No power is cut here: ${why}.`);
  const { events } = recordLife(reports);
  const folder = mkdtempSync(join(tmpdir(), 'bellwire-cuts-'));
  const figures = {
    cuts: 0,
    acknowledged: 0,
    broken: 0,
    wentOn: 0,
    owed: 0,
    lost: 0,
    doubled: 0,
    outOfOrder: 0,
  };
  let firstFailure: Failure | undefined;
  for await (const cut of cutPower(events, { seed, cuts, goOnEvery, folder: join(folder, 'data') })) {
    figures.cuts += 1;
    figures.acknowledged += cut.acknowledged;
    figures.broken += cut.broken.length;
    if (cut.later !== undefined) {
      figures.wentOn += 1;
      figures.owed += cut.later.owed;
      for (const name of ['lost', 'doubled', 'outOfOrder'] as const) figures[name] += cut.later[name].length;
    }
    if (hasFailed(cut)) firstFailure ??= { replay: keptIn(cut), found: summaryOf(cut) };
    if (figures.cuts % 100 === 0) console.error(`${figures.cuts} of ${cuts} cuts`);
  }
  rmSync(folder, { recursive: true });
  return { figures, firstFailure };

  /** What is recorded has its own timing each time, so the disk itself is kept. */
  function keptIn(cut: Cut): string {
    const kept = mkdtempSync(join(tmpdir(), 'bellwire-after-cut-'));
    cut.layOut(kept);
    return `--cuts ${cuts} --seed ${seed} (about the same; the disk after the cut is kept in ${kept})`;
  }
}

function hasFailed({ broken, later }: Cut): boolean {
  return (
    broken.length > 0 ||
    (later !== undefined && later.lost.length + later.doubled.length + later.outOfOrder.length > 0)
  );
}

function summaryOf({ after, acknowledged, broken, later }: Cut): object {
  return { after, acknowledged, broken, later };
}
