/** A stream of reports without end, each known by its number: the same on every machine and in every process. */
import { seededRandom } from '../fakes/world.ts';
import { topics } from '../simulate/news.ts';

export interface Report {
  /** Of the file in which it comes. */
  readonly name: string;
  /** No two reports share it. */
  readonly title: string;
  readonly text: string;
  /** Of the file: title and text. */
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
  const random = randomOf(no);
  const { first, title } = headOf(no, random);
  const second = pick(topics, random);
  // Long enough for a copy to be known by its text, and English to the eye: whoever has to guess a language loads a lot.
  const sentences = [first, 'They', 'After that they', second, 'Since then they'].map(
    (start) =>
      `${start} had the ${words(6, random)} of ${name(random)} and was in a ${words(6, random)} to ${name(random)}.`,
  );
  const text = sentences.join(' ');
  return { name: `report-${no}.txt`, title, text, content: `${title}\n\n${text}\n` };
}

/** Of the reports from the first to this one. */
export function titlesUpTo(no: number): readonly string[] {
  return Array.from({ length: no }, (_, before) => titleOf(before + 1));
}

export function titleOf(no: number): string {
  return headOf(no, randomOf(no)).title;
}

function randomOf(no: number): () => number {
  const retold = no > retoldAfter && no % retoldEvery === 0;
  return seededRandom((retold ? no - retoldAfter : no) * 7919);
}

function headOf(no: number, random: () => number): { readonly first: string; readonly title: string } {
  const first = pick(topics, random);
  return { first, title: `${first} ${words(5, random)} ${no}` };
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
