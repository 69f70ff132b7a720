import type { Language } from '../../domain.ts';
import { boundedCache } from '../bounded-cache.ts';
import { fold } from '../fold.ts';
import { stem } from '../stem.ts';
import type { LexiconEntry } from './entry.ts';
import { type Atom, type Pattern, readForms, readOtherSenses, readWords, type Role } from './pattern.ts';
import { atomKey, keysOfWord } from './word.ts';

/** A word of a form by its number; negative if it is met in capitals only. */
export type AtomId = number;

export interface CompiledPattern {
  readonly entry: LexiconEntry;
  readonly role: Role;
  /** A gap is a number: the most words it may hold. Otherwise the atoms of which one must be met. */
  readonly steps: ReadonlyArray<readonly AtomId[] | number>;
  readonly notBefore: readonly AtomId[];
  readonly notAfter: readonly AtomId[];
  /** What undoes it in a gap. */
  readonly undoneBy: readonly AtomId[];
}

/** What is known of a spelling in one language. */
export interface Word {
  readonly folded: string;
  readonly stem: string;
  /** Its atoms, without sign. */
  readonly atoms: readonly AtomId[];
}

/** All forms that can be met in an article of one language. */
export interface Grammar {
  readonly word: (surface: string) => Word;
  readonly startingWith: (atom: AtomId) => readonly CompiledPattern[];
}

/** Words a grammar remembers: a year of news has about 200,000 spellings, a day 20,000. */
const halfOfCache = 15_000;

export function compileGrammar(entries: readonly LexiconEntry[], language: Language): Grammar {
  const numbers = new Map<string, AtomId>();
  const prefixLengths = new Set<number>();
  const numberOf = (atom: Atom): AtomId => {
    const key = atomKey(atom.kind, atom.word, language);
    if (atom.kind === 'prefix') prefixLengths.add(fold(atom.word).length);
    const number = numbers.get(key) ?? numbers.size + 1;
    numbers.set(key, number);
    return atom.capitals ? -number : number;
  };

  const byFirst = new Map<AtomId, CompiledPattern[]>();
  for (const entry of entries) {
    const undoneBy = readWords(entry.undoneBy?.[language] ?? '').map(numberOf);
    for (const pattern of formsIn(entry, language)) {
      const compiled = compile(pattern, undoneBy, numberOf);
      for (const atom of firstAtoms(compiled)) push(byFirst, atom, compiled);
    }
  }

  const lengths = [...prefixLengths];
  const word = boundedCache(halfOfCache, (surface: string): Word => {
    const folded = fold(surface);
    const keys = [...keysOfWord(surface, language), ...lengths.map((length) => `p:${folded.slice(0, length)}`)];
    const atoms = new Set(keys.map((key) => numbers.get(key)).filter((number) => number !== undefined));
    return { folded, stem: stem(surface, language), atoms: [...atoms] };
  });
  return {
    word,
    startingWith: (atom) => byFirst.get(atom) ?? none,
  };
}

const none: readonly never[] = [];

function formsIn(entry: LexiconEntry, language: Language): readonly Pattern[] {
  const own = entry.forms[language];
  const any = language === 'any' ? undefined : entry.forms['any'];
  return [
    ...readForms(entry, any ?? '', 'any'),
    ...readForms(entry, own ?? '', language),
    ...readOtherSenses(entry, entry.other?.[language] ?? ''),
  ];
}

function compile(pattern: Pattern, undoneBy: readonly AtomId[], numberOf: (atom: Atom) => AtomId): CompiledPattern {
  return {
    entry: pattern.entry,
    role: pattern.role,
    steps: pattern.steps.map((step) => (step.kind === 'gap' ? step.most : step.atoms.map(numberOf))),
    notBefore: pattern.notBefore.map(numberOf),
    notAfter: pattern.notAfter.map(numberOf),
    undoneBy,
  };
}

function firstAtoms(pattern: CompiledPattern): ReadonlySet<AtomId> {
  const first = pattern.steps[0];
  return new Set(typeof first === 'object' ? first.map(Math.abs) : []);
}

function push<V>(map: Map<AtomId, V[]>, key: AtomId, value: V): void {
  const there = map.get(key);
  if (there) there.push(value);
  else map.set(key, [value]);
}
