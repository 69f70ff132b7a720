import type { Language } from '../domain.ts';
import { boundedCache } from './bounded-cache.ts';
import { fold } from './fold.ts';
import { isFunctionWordSomewhere } from './function-words.ts';
import { aiLabs } from './lexicon/ai-labs.ts';
import { carriersAndAuthorities } from './lexicon/carriers-and-authorities.ts';
import { companies } from './lexicon/companies.ts';
import { passing, past } from './lexicon/background.ts';
import { businessContext } from './lexicon/context.ts';
import { computing } from './lexicon/computing.ts';
import { crime } from './lexicon/crime.ts';
import { deniesBefore, deniesNext, notBefore, notNext } from './lexicon/denial.ts';
import { type LexiconEntry, languagesInLatin, lexiconLanguages } from './lexicon/entry.ts';
import { financeCompanies } from './lexicon/finance-companies.ts';
import {
  compileForms,
  type CompiledPattern,
  type Forms,
  type Grammar,
  grammarFrom,
} from './lexicon/grammar.ts';
import { hardwareMakers } from './lexicon/hardware-makers.ts';
import { intelligence } from './lexicon/intelligence.ts';
import { internetCompanies } from './lexicon/internet-companies.ts';
import { law } from './lexicon/law.ts';
import { laws } from './lexicon/laws.ts';
import { machines } from './lexicon/machines.ts';
import { markets } from './lexicon/markets.ts';
import { money } from './lexicon/money.ts';
import { online } from './lexicon/online.ts';
import { openersOf } from './lexicon/openers.ts';
import { people } from './lexicon/people.ts';
import { products } from './lexicon/products.ts';
import { programs } from './lexicon/programs.ts';
import { rights } from './lexicon/rights.ts';
import { security } from './lexicon/security.ts';
import { softwareMakers } from './lexicon/software-makers.ts';
import {
  elsewhere,
  gamesTrade,
  otherTrades,
  sharedWithTechnology,
  technology as technologyContext,
} from './lexicon/subjects.ts';
import { technology } from './lexicon/technology.ts';
import { trade } from './lexicon/trade.ts';
import { vehicles } from './lexicon/vehicles.ts';
import { vehiclesAndSpace } from './lexicon/vehicles-and-space.ts';
import { work } from './lexicon/work.ts';
import { workplace } from './lexicon/workplace.ts';
import { matchFrom, type Read } from './mentions.ts';
import { hasStemmer } from './stem.ts';
import { type Token, tokenize } from './tokens.ts';

/** Everything the lexicon knows. Concepts first: `meaningOf` prefers what comes first. */
export const lexicon: readonly LexiconEntry[] = [
  ...work,
  ...workplace,
  ...money,
  ...markets,
  ...security,
  ...crime,
  ...rights,
  ...law,
  ...trade,
  ...technology,
  ...intelligence,
  ...computing,
  ...machines,
  ...vehicles,
  ...online,
  ...companies,
  ...softwareMakers,
  ...hardwareMakers,
  ...internetCompanies,
  ...financeCompanies,
  ...vehiclesAndSpace,
  ...carriersAndAuthorities,
  ...aiLabs,
  ...products,
  ...programs,
  ...people,
  ...laws,
];

const byId = new Map(lexicon.map((entry) => [entry.id, entry]));

export function lexiconEntry(id: string): LexiconEntry | undefined {
  return byId.get(id);
}

/** Other entries that an article rings for when it means this one. */
export function ringsToo(id: string): readonly string[] {
  return (parents.get(id) ?? []).map((link) => link.id);
}

const parents = Map.groupBy(
  lexicon.flatMap((entry) => (entry.metBy ?? []).map((by) => ({ by, id: entry.id }))),
  (link) => link.by,
);

/** Concepts that the mention of an entry is a hint of, and the group of hints that it belongs to. */
export function hintedAtBy(id: string): readonly HintedAt[] {
  return hinted.get(id) ?? [];
}

interface HintedAt {
  readonly entry: string;
  readonly hint: number;
}

const hinted: ReadonlyMap<string, readonly HintedAt[]> = Map.groupBy(
  lexicon.flatMap((entry) =>
    (entry.hintedBy ?? '').split('|').flatMap((ids, hint) =>
      ids
        .split(' ')
        .filter((by) => by !== '')
        .map((by) => ({ by, entry: entry.id, hint })),
    ),
  ),
  (link) => link.by,
);

/** The forms of one language, compiled when first asked for. Languages we know nothing of share one: "und". */
export function grammarOf(language: Language): Grammar {
  const served =
    hasStemmer(language) || lexiconLanguages.some((known) => known === language) ? language : 'und';
  const compiled = grammars.get(served) ?? grammarFrom(sharedForms, ownForms(served), served);
  grammars.set(served, compiled);
  return compiled;
}

const grammars = new Map<Language, Grammar>();
/** What is no meaning anybody asks for, but tells what the words around it mean. */
const signs = [
  businessContext,
  technologyContext,
  sharedWithTechnology,
  elsewhere,
  otherTrades,
  gamesTrade,
  past,
  passing,
  deniesNext,
  notNext,
  deniesBefore,
  notBefore,
];
const everything = [...lexicon, ...signs];
const sharedForms = compileForms(everything, 'any', 1);

function ownForms(language: Language): Forms {
  return compileForms(everything, language, sharedForms.next);
}

/** What typed words mean, in whatever language they were typed; undefined where they are just words. */
export function meaningOf(typed: string): LexiconEntry | undefined {
  return meanings(typed.trim()) ?? undefined;
}

const byName = new Map(lexicon.map((entry) => [fold(entry.name), entry]));

/** Typed meanings remembered: subscriptions repeat, and 17 grammars are looked through for each. */
const meanings = boundedCache(20_000, (typed) => byName.get(fold(typed)) ?? meaningByForm(typed) ?? null);

/** A form that covers all of the words. English first: it is what most people type. */
function meaningByForm(typed: string): LexiconEntry | undefined {
  const tokens = tokenize(typed);
  if (tokens.length === 0) return undefined;
  // A form's gap holds numbers and small words: "fuite de données" is typed for "fuite … données".
  const bare = tokens.filter((token) => tokens.length < 3 || !isFunctionWordSomewhere(token.surface));
  return coveredByAny(tokens) ?? (bare.length < tokens.length ? coveredByAny(bare) : undefined);
}

function coveredByAny(tokens: readonly Token[]): LexiconEntry | undefined {
  const surfaces = tokens.map(({ surface }) => surface);
  const languages = inLatin.test(surfaces[0] ?? '') ? languagesInLatin : lexiconLanguages;
  for (const language of openersIn(surfaces, languages)) {
    const found = coveredBy(tokens, language);
    if (found) return found;
  }
  return undefined;
}

const inLatin = /^[\p{Script=Latin}\p{N}]+$/u;
const openersIn = openersOf(lexicon, (key) => sharedForms.atoms.name.has(key));

/** Whoever types the first words would wait for some tenths of a second otherwise. */
export function prepareForTyping(): void {
  openersIn([''], languagesInLatin);
}

function coveredBy(tokens: readonly Token[], language: Language): LexiconEntry | undefined {
  const grammar = grammarOf(language);
  // Nobody should have to type capitals, so nothing typed is held against an acronym.
  const reads: readonly Read[] = tokens.map((token) => ({
    ...token,
    breakBefore: 'none',
    hyphenBefore: false,
    field: 'text',
    word: grammar.word(token.surface),
    casing: false,
    functionWord: false,
  }));
  for (const atom of reads[0]?.word.atoms ?? []) {
    const found = grammar
      .startingWith(atom)
      .find((pattern) => typeable(pattern) && matchFrom(withoutGaps(pattern), reads, 0) === reads.length - 1);
    if (found) return found.entry;
  }
  return undefined;
}

function typeable({ entry, role }: CompiledPattern): boolean {
  return !signs.includes(entry) && role !== 'mask' && role !== 'against' && role !== 'hint';
}

function withoutGaps(pattern: CompiledPattern): CompiledPattern {
  return { ...pattern, steps: pattern.steps.filter((step) => typeof step === 'object') };
}
