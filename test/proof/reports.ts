/** A stream of reports without end, each known by its number: the same on every machine and in every process. */
import { seededRandom } from '../fakes/world.ts';
import { topics } from '../simulate/news.ts';

export interface Report {
  /** Of the file in which it comes. */
  readonly name: string;
  /** No two reports share it. */
  readonly title: string;
  /** Of the file: title and article. */
  readonly content: string;
}

/** Who asked for what: some topics ring in two channels, most reports ring in more than one. */
export const asked: ReadonlyArray<readonly [channel: string, topics: readonly string[]]> = [
  ['news', topics.slice(0, 5)],
  ['cloud', topics.slice(2, 4)],
  ['chips', topics.slice(4, 7)],
  ['deals', topics.slice(6)],
];

/** Every so manieth report tells again what another one has told, in nearly the same words: its alert is edited. */
const retoldEvery = 6;
/** How many reports lie between the two. */
const retoldAfter = 4;

export function reportNumbered(no: number): Report {
  const retold = no > retoldAfter && no % retoldEvery === 0;
  const random = seededRandom((retold ? no - retoldAfter : no) * 7919);
  const first = pick(topics, random);
  const title = `${first} ${words(5, random)} ${no}`;
  const second = pick(topics, random);
  // Long enough for a copy to be known by its text.
  const sentences = [first, 'Then', 'After', second, 'Since'].map(
    (start) => `${start} ${words(6, random)} ${name(random)} ${words(8, random)} ${name(random)}.`,
  );
  const body = sentences.join(' ');
  return { name: `report-${no}.txt`, title, content: `${title}\n\n${body}\n` };
}

/** What makes a copy's names the same as its original's. */
function name(random: () => number): string {
  return words(1, random).replace(/^./, (letter) => letter.toUpperCase());
}

function words(many: number, random: () => number): string {
  return Array.from({ length: many }, () =>
    Array.from({ length: 3 }, () => pick(syllables, random)).join(''),
  ).join(' ');
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)]!;
}

const syllables = 'ba ko ti mu ren sol vek dra pli gno zan qui thor wex lum jas fyr hob'.split(' ');
