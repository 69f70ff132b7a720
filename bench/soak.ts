/**
 * `npm run soak`: is anything lost, doubled or out of order, however it is treated? One mode at a time, one line of JSON
 * at its end; exit code 1, and the way to see it again, if anything was.
 *
 *     -- --minutes 5 [--seed 1]      virtual days full of crashes and faults; without a mode one minute of it
 *     -- --seed 17 [--die-at 4,60] --trace     one of them again, with all that happened
 *     -- --years 3 [--seed 1]        200 virtual days each, in which what is old is deleted
 *     -- --kills 500 [--seed 1]      real processes, killed at crash points and at any moment
 *     -- --stops 200 [--seed 1]      `npm start` under load, asked to end
 *     -- --cuts 1000 [--seed 1]      power cuts (Linux, with a C compiler)
 *     -- --faults 1000               messages through every fault of a network, on every platform that has one
 *     -- --discord 100000            messages to Discord in virtual time, against its limits
 *     -- --commands 200 --minutes 10 commands a second on Slack, in virtual minutes with a database that stalls
 *     -- --texts 1000000 [--seed 1]  strange texts as alerts on Discord and Slack
 */
import { parseArgs } from 'node:util';
import { reasonOf } from '../src/errors.ts';
import { soakCuts } from './soak/cut.ts';
import { soakKills } from './soak/killed.ts';
import { soakFaults } from './soak/faults.ts';
import { soakDiscord } from './soak/discord.ts';
import type { Outcome } from './soak/outcome.ts';
import { replaySimulation, soakSimulation } from './soak/simulated.ts';
import { soakCommands } from './soak/slack.ts';
import { soakStops } from './soak/stopped.ts';
import { soakTexts } from './soak/texts.ts';
import { soakYears } from './soak/years.ts';

const options = {
  minutes: { type: 'string' },
  years: { type: 'string' },
  kills: { type: 'string' },
  stops: { type: 'string' },
  cuts: { type: 'string' },
  faults: { type: 'string' },
  discord: { type: 'string' },
  commands: { type: 'string' },
  texts: { type: 'string' },
  seed: { type: 'string', default: '1' },
  'die-at': { type: 'string', default: '' },
  trace: { type: 'boolean', default: false },
} as const;

const values = asked();

const { figures, firstFailure } = await soak();
console.log(JSON.stringify(figures));
if (firstFailure !== undefined) {
  const { replay, found } = firstFailure;
  console.error(`first failure: npm run soak -- ${replay}\n${JSON.stringify(found, undefined, 2)}`);
  process.exitCode = 1;
}

function soak(): Promise<Outcome> {
  const seed = numberOf('seed');
  const dieAt = values['die-at'].split(',').filter(Boolean).map(Number);
  if (values.trace) return replaySimulation(seed, dieAt);
  if (values.years !== undefined) return soakYears(numberOf('years'), seed);
  if (values.kills !== undefined) return soakKills(numberOf('kills'), seed);
  if (values.stops !== undefined) return soakStops(numberOf('stops'), seed);
  if (values.cuts !== undefined) return soakCuts(numberOf('cuts'), seed);
  if (values.faults !== undefined) return soakFaults(numberOf('faults'));
  if (values.discord !== undefined) return soakDiscord(numberOf('discord'));
  if (values.texts !== undefined) return soakTexts(numberOf('texts'), seed);
  const minutes = values.minutes === undefined ? 1 : numberOf('minutes');
  if (values.commands !== undefined) return soakCommands(numberOf('commands'), minutes);
  return soakSimulation(minutes, seed);
}

function asked() {
  try {
    return parseArgs({ options }).values;
  } catch (fault) {
    return misused(reasonOf(fault));
  }
}

function numberOf(name: Exclude<keyof typeof options, 'trace' | 'die-at'>): number {
  const number = Number(values[name]);
  return Number.isFinite(number) && number > 0
    ? number
    : misused(`--${name} ${values[name]}: expected a number above 0.`);
}

function misused(how: string): never {
  console.error(
    `${how}\nUsage: npm run soak -- [--minutes N | --years N | --kills N | --stops N | --cuts N | --faults N | --discord N | --commands N | --texts N] [--seed S] [--die-at N,N] [--trace]`,
  );
  process.exit(2);
}
