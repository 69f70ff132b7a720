/**
 * `npm run bench`: how fast the product is, each figure as a ratio to plainer work done beside it in turns, so that it
 * means the same on a busy machine and on an idle one, on a slow one and on a fast one. About a minute.
 */
import { parseArgs } from 'node:util';
import { reasonOf } from '../src/errors.ts';
import { analyzing } from './analyze.ts';
import { loadCorpus } from './corpus.ts';
import { beingInServers } from './discord.ts';
import { fanningOut } from './fanout.ts';
import type { Note, Row } from './figure.ts';
import { harming } from './hostile.ts';
import { loading } from './load.ts';
import { matching } from './match.ts';
import { ringing } from './ring.ts';
import { steadying } from './steady.ts';
import { summarizing } from './summarize.ts';

const figures = [
  analyzing,
  matching,
  harming,
  loading,
  summarizing,
  ringing,
  fanningOut,
  steadying,
  beingInServers,
];
const names = figures.map((figure) => figure.name);

const { only, minutes } = asked();
if (!(Number(minutes) > 0)) misused('--minutes: expected a number above 0.');
if (only !== undefined && !names.includes(only))
  misused(`--only ${only}: there is no such figure; there are ${names.join(', ')}.`);

const corpus = await loadCorpus();
process.stdout.write(`Measured with ${corpus.origin}. Medians of turns (A B A B …).\n`);
for (const figure of figures) {
  if (only !== undefined && figure.name !== only) continue;
  process.stdout.write(`\n${figure.name}\n`);
  for await (const row of figure.measure(corpus, Number(minutes))) process.stdout.write(`${lineOf(row)}\n`);
}

function asked() {
  try {
    return parseArgs({
      options: { only: { type: 'string' }, minutes: { type: 'string', default: '0.25' } },
    }).values;
  } catch (fault) {
    return misused(reasonOf(fault));
  }
}

function misused(how: string): never {
  process.stderr.write(`${how}\nUsage: npm run bench -- [--only FIGURE] [--minutes N]\n`);
  process.exit(2);
}

function lineOf(row: Row | Note): string {
  if ('said' in row) return `  ${row.what.padEnd(39)} ${row.said}`;
  const { what, per, count, compared, against } = row;
  const each = (ms: number): string => timeOf(ms / count);
  return [
    `  ${what.padEnd(39)}`,
    `${ratioOf(compared.ratio).padStart(8)} ×`,
    `${each(compared.oursMs).padStart(9)} to ${each(compared.baselineMs)} per ${per}, ${compared.turns} turns:`,
    against,
  ].join(' ');
}

function ratioOf(ratio: number): string {
  return ratio.toFixed(ratio < 1 ? 2 : ratio < 20 ? 1 : 0);
}

function timeOf(ms: number): string {
  return ms >= 1 ? `${ms.toFixed(1)} ms` : `${(ms * 1000).toFixed(1)} µs`;
}
