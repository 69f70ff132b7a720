import type { Language } from '../domain.ts';
import { boundedCache } from './bounded-cache.ts';
import { fold } from './fold.ts';
import { companies } from './lexicon/companies.ts';
import { crime } from './lexicon/crime.ts';
import { type LexiconEntry, lexiconLanguages } from './lexicon/entry.ts';
import { compileGrammar, type Grammar } from './lexicon/grammar.ts';
import { law } from './lexicon/law.ts';
import { money } from './lexicon/money.ts';
import { products } from './lexicon/products.ts';
import { technology } from './lexicon/technology.ts';
import { work } from './lexicon/work.ts';
import { matchFrom, type Read } from './mentions.ts';
import { hasStemmer } from './stem.ts';
import { tokenize } from './tokens.ts';

/** Everything the lexicon knows. Concepts first: `meaningOf` prefers what comes first. */
export const lexicon: readonly LexiconEntry[] = [
  ...work,
  ...money,
  ...crime,
  ...law,
  ...technology,
  ...companies,
  ...products,
];

const byId = new Map(lexicon.map((entry) => [entry.id, entry]));

export function lexiconEntry(id: string): LexiconEntry | undefined {
  return byId.get(id);
}

/** The forms of one language, compiled when first asked for. A language we know nothing of shares one: "any". */
export function grammarOf(language: Language): Grammar {
  const known = hasStemmer(language) || lexiconLanguages.some((served) => served === language) ? language : 'any';
  const compiled = grammars.get(known) ?? compileGrammar(lexicon, known);
  grammars.set(known, compiled);
  return compiled;
}

const grammars = new Map<Language, Grammar>();

/** What typed words mean, in whatever language they were typed; undefined where they are just words. */
export function meaningOf(typed: string): LexiconEntry | undefined {
  return meanings(fold(typed).trim()) ?? undefined;
}

const byName = new Map(lexicon.map((entry) => [fold(entry.name), entry]));

/** Typed meanings remembered: subscriptions repeat, and 17 grammars are looked through for each. */
const meanings = boundedCache(20_000, (typed) => byName.get(typed) ?? meaningByForm(typed) ?? null);

/** A form without gaps that covers all of the words. English first: it is what most people type. */
function meaningByForm(typed: string): LexiconEntry | undefined {
  const tokens = tokenize(typed);
  if (tokens.length === 0) return undefined;
  for (const language of lexiconLanguages) {
    const grammar = grammarOf(language);
    // Nobody should have to type capitals, so nothing typed is held against an acronym.
    const reads: readonly Read[] = tokens.map((token) => ({
      ...token,
      breakBefore: 'none',
      word: grammar.word(token.surface),
      casing: false,
      functionWord: false,
    }));
    for (const atom of reads[0]?.word.atoms ?? []) {
      const found = grammar
        .startingWith(atom)
        .find((pattern) => typeable(pattern.role, pattern.steps) && matchFrom(pattern, reads, 0) === reads.length - 1);
      if (found) return found.entry;
    }
  }
  return undefined;
}

function typeable(role: string, steps: ReadonlyArray<readonly number[] | number>): boolean {
  return role !== 'mask' && steps.every((step) => typeof step === 'object');
}
