/** Words by which people mean one thing or another, with a query for each: what is typed first is what it means to us. */
import type { Query } from '../domain.ts';
import { fold } from '../language/fold.ts';
import type { SenseName } from '../messages/query-texts.ts';

export interface Sense {
  readonly sense: SenseName;
  /** As it would be typed. */
  readonly query: string;
}

/** What a query of one word may mean; undefined if it is no such word, or says more already. */
export function sensesOf({ node }: Query): readonly Sense[] | undefined {
  return node.kind === 'term' && node.place === undefined ? senses.get(fold(node.text)) : undefined;
}

type Row = readonly [word: string, ...senses: ReadonlyArray<readonly [sense: SenseName, query: string]>];

const rows: readonly Row[] = [
  ['apple', ['company', 'Apple'], ['fruit', '"apple" -mentions:Apple']],
  ['amazon', ['company', 'Amazon'], ['forest', '"Amazon rainforest" OR "Amazon river" OR Amazonia']],
  ['meta', ['company', 'Meta'], ['word', '"meta" -mentions:Meta']],
  ['oracle', ['company', 'Oracle'], ['prophecy', '"oracle" -mentions:Oracle']],
  ['alphabet', ['company', 'Alphabet'], ['letters', '"alphabet" -mentions:Alphabet']],
  ['intel', ['company', 'Intel'], ['spying', '"intel" -mentions:Intel']],
  ['arm', ['company', 'Arm'], ['body', '"arm" -mentions:Arm']],
  ['target', ['company', 'Target'], ['word', '"target" -mentions:Target']],
  ['orange', ['company', 'Orange'], ['fruit', '"orange" (fruit OR juice OR harvest)']],
  ['visa', ['company', 'Visa'], ['permit', '"visa" (travel OR passport OR embassy OR immigration)']],
  ['shell', ['company', 'Shell'], ['terminal', '"shell" (Linux OR bash OR terminal)']],
  ['mistral', ['company', 'Mistral'], ['wind', '"mistral" (wind OR vent OR storm)']],
  ['android', ['system', 'Android'], ['robot', '"android" -mentions:Android']],
  ['windows', ['system', 'Windows'], ['panes', '"windows" -mentions:Windows']],
  ['gemini', ['model', 'Gemini'], ['zodiac', '"Gemini" -mentions:Gemini']],
  ['claude', ['model', 'Claude'], ['person', '"Claude" -mentions:Claude']],
  ['llama', ['model', 'Llama'], ['animal', '"llama" -mentions:Llama']],
  ['rust', ['programming', 'Rust'], ['corrosion', '"rust" -mentions:Rust']],
  ['python', ['programming', 'Python'], ['animal', '"python" -mentions:Python']],
  ['java', ['programming', 'Java'], ['island', '"Java" (Indonesia OR island OR Jakarta)']],
  ['ruby', ['programming', 'Ruby'], ['gem', '"ruby" (gem OR jewel OR mine)']],
  [
    'swift',
    ['programming', '"Swift" (programming OR developers OR Xcode OR iOS)'],
    ['network', '"SWIFT" (bank OR banks OR payments)'],
    ['singer', '"Taylor Swift"'],
  ],
  [
    'go',
    ['programming', 'Golang OR "Go programming" OR "Go language"'],
    ['game', '"game of Go" OR AlphaGo OR "Go player"'],
  ],
  ['cloud', ['computing', 'cloud'], ['sky', '"cloud" (weather OR sky OR rain)']],
];

export const ambiguousWords: readonly string[] = rows.map(([word]) => word);

const senses: ReadonlyMap<string, readonly Sense[]> = new Map(
  rows.map(([word, ...own]) => [word, own.map(([sense, query]) => ({ sense, query }))]),
);
