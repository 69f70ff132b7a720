import { isFunctionWordSomewhere } from '../src/language/function-words.ts';
import { parseQuery } from '../src/match/query.ts';
import { lexicon } from '../src/language/lexicon.ts';
import type { Corpus } from './corpus.ts';
import { type Chance, chanceFrom } from './random.ts';

/** Makes subscriptions as people type them: any number, the same ones from the same seed. */
export function queriesFrom({ short, full }: Corpus): (count: number, seed: number) => readonly string[] {
  const texts = [...short, ...full].map(({ title, text }) => `${title} ${text}`.match(word) ?? []);
  const vocabulary = byFrequency(texts);
  return (count, seed) => {
    const chance = chanceFrom(seed);
    return Array.from({ length: count }, () => readable(() => query(texts, vocabulary, chance)));
  };
}

/** What would be refused (a phrase of small words alone) is drawn again. */
function readable(draw: () => string): string {
  for (;;) {
    const typed = draw();
    try {
      parseQuery(typed);
      return typed;
    } catch {
      // Nobody would have been subscribed to it.
    }
  }
}

const word = /[\p{L}\p{M}\p{N}]+/gu;

function byFrequency(texts: ReadonlyArray<readonly string[]>): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of texts.flat()) {
    const lower = one.toLowerCase();
    counts.set(lower, (counts.get(lower) ?? 0) + 1);
  }
  return [...counts]
    .filter(([one]) => one.length > 2 && !isFunctionWordSomewhere(one))
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([one]) => one);
}

/** Six in ten are one word, the others phrases, two words, either of two, or one without another. */
function query(
  texts: ReadonlyArray<readonly string[]>,
  vocabulary: readonly string[],
  chance: Chance,
): string {
  const term = (): string => termFrom(vocabulary, chance);
  const shape = chance.next();
  if (shape < 0.6) return term();
  if (shape < 0.75) return `"${phraseFrom(chance.pick(texts), chance)}"`;
  if (shape < 0.9) return `${term()} ${term()}`;
  if (shape < 0.95) return `${term()} OR ${term()}`;
  return `${term()} -${chance.pickByRank(vocabulary)}`;
}

/** Half of the words stand in some article, three in ten in none, two in ten are things the lexicon knows. */
function termFrom(vocabulary: readonly string[], chance: Chance): string {
  const kind = chance.next();
  if (kind < 0.5) return chance.pickByRank(vocabulary);
  return kind < 0.8 ? inventedName(chance) : chance.pick(lexicon).name;
}

function phraseFrom(words: readonly string[], chance: Chance): string {
  const at = Math.floor(chance.next() * Math.max(1, words.length - 1));
  return words.slice(at, at + 2).join(' ') || inventedName(chance);
}

const syllables = 'bra cor dex fin gle hal jor kip lum mer nox pra qui rov sel tam vex wen yor zan'.split(
  ' ',
);

function inventedName(chance: Chance): string {
  return Array.from({ length: 4 }, () => chance.pick(syllables)).join('');
}
