import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ourselves from '../package.json' with { type: 'json' };
import type { Corpus, Text } from './corpus.ts';
import { makeCrowd } from './crowd.ts';
import type { Figure } from './figure.ts';
import { queriesFrom } from './queries.ts';
import type { SteadyOrder, SteadyOutcome } from './steady-bot.ts';

const subscriptions = 100_000;
const channels = 1000;
const perSecond = 50;

/** A busy day's hour in minutes: what comes steadily must neither wait nor pile up. */
export const steadying: Figure = {
  name: 'steady',
  async *measure(corpus, minutes) {
    const folder = await mkdtemp(join(tmpdir(), 'bellwire-bench-'));
    try {
      const seconds = minutes * 60;
      const typed = queriesFrom(corpus)(subscriptions, 7);
      await makeCrowd(join(folder, 'bellwire.db'), { channels, subscriptions: typed });
      await writeFile(join(folder, 'articles.jsonl'), articlesFrom(corpus, perSecond * seconds + 1));
      const outcome = await run({ folder, perSecond, seconds });
      yield { what: `${perSecond} articles a second, ${minutes} min`, said: flowOf(outcome) };
      yield { what: 'meanwhile', said: costOf(outcome) };
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

function flowOf({ accepted, late, waits }: SteadyOutcome): string {
  const behind = (late.at(-1) ?? 0) > 1000;
  return [
    `${accepted.toLocaleString('en')} accepted ${behind ? 'TOO SLOWLY' : 'in time'}:`,
    `at most ${at(late, 1)} ms after they came (99 %: ${at(late, 0.99)} ms);`,
    `their alerts due ${at(waits, 0.5)} ms later (half), ${at(waits, 0.99)} ms (99 %), ${at(waits, 1)} ms (all)`,
  ].join(' ');
}

function costOf({ mostBytes, cpuMs, mainCpuMs, tookMs, madeDue, toPlace, toSend }: SteadyOutcome): string {
  return [
    `at most ${(mostBytes / 1024 ** 2).toFixed(0)} MB resident;`,
    `${(cpuMs / 1000).toFixed(1)} s of processor time (main thread ${(mainCpuMs / 1000).toFixed(1)} s) in ${(tookMs / 1000).toFixed(1)} s;`,
    `of ${madeDue.toLocaleString('en')} alerts ${toPlace.toLocaleString('en')} not placed yet,`,
    `${toSend.toLocaleString('en')} messages not sent yet`,
  ].join(' ');
}

/** The same text comes with another number at its head the second time. */
function articlesFrom({ short }: Corpus, count: number): string {
  const line = (no: number): string => {
    const { title, text } = short[no % short.length] as Text;
    const round = Math.floor(no / short.length);
    return JSON.stringify({ title: round === 0 ? title : `${title} (${round})`, text });
  };
  return Array.from({ length: count }, (_, no) => `${line(no)}\n`).join('');
}

async function run(order: SteadyOrder): Promise<SteadyOutcome> {
  const script = join(import.meta.dirname, 'steady-bot.ts');
  // With what `npm start` gives.
  const flags = ourselves.scripts.start.match(/--\S+/g) ?? [];
  const args = [...flags, script, JSON.stringify(order)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 ** 2 });
  return JSON.parse(stdout) as SteadyOutcome;
}

/** @param share of those that waited at most so long */
function at(waits: readonly number[], share: number): string {
  return (waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? 0).toFixed(0);
}
