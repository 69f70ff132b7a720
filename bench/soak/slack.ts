/** Slack in virtual time: very many commands at once. */
import { busyWorld } from '../../test/fakes/busy-world.ts';
import { crowd } from '../../test/platform/slack/crowd.ts';
import { loadCorpus } from '../corpus.ts';
import type { Outcome } from './outcome.ts';

/** As many workspaces as one bot may well have. */
const teams = 50;
/** What `/latest` looks through. */
const articles = 1000;
const stall = { everyMs: 10_000, forMs: 2000 };

/**
 * So many commands a second, for virtual minutes in which all that this thread computes takes its time; the database
 * answers nothing for 2 of every 10 seconds.
 */
export async function soakCommands(perSecond: number, minutes: number): Promise<Outcome> {
  const { short } = await loadCorpus();
  const world = busyWorld(1);
  const texts = short.slice(0, articles);
  const heard = await crowd({ perSecond, seconds: minutes * 60, teams, stall, texts }, world);
  const { commands, inTime, unanswered } = heard;
  const cpuMsPerCommand = Math.round((heard.workedMs / commands) * 100) / 100;
  return {
    figures: { ...heard, cpuMsPerCommand },
    ...((inTime < commands || unanswered > 0) && {
      firstFailure: { replay: `--commands ${perSecond} --minutes ${minutes}`, found: heard },
    }),
  };
}
