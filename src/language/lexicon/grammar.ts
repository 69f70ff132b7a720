import type { Language } from '../../domain.ts';
import { boundedCache } from '../bounded-cache.ts';
import { fold } from '../fold.ts';
import { type KnownWords, knownWords, shortestKnown } from '../misspelt.ts';
import { stemOnce } from '../stem.ts';
import { plainSurface } from '../tokens.ts';
import type { LexiconEntry } from './entry.ts';
import { type Atom, formsOf, type Pattern, readWords, type Role } from './pattern.ts';
import { type AtomKind, atomKey, type Spelling, spellingOf } from './word.ts';

/** A word of a form by its number; negative if it is met in capitals only. */
export type AtomId = number;

export interface CompiledPattern {
  readonly entry: LexiconEntry;
  readonly role: Role;
  readonly hint?: number | undefined;
  /** A gap is a number: the most words it may hold. Otherwise the atoms of which one must be met. */
  readonly steps: ReadonlyArray<readonly AtomId[] | number>;
  readonly notBefore: readonly AtomId[];
  readonly notAfter: readonly AtomId[];
  /** What undoes it in a gap. */
  readonly undoneBy: readonly AtomId[];
  /** The atoms of its last word, without sign; absent if that is its first. An article without any need not be tried. */
  readonly last?: readonly AtomId[] | undefined;
}

/** What is known of a spelling in one language. */
export interface Word {
  readonly folded: string;
  readonly stem: string;
  /** Folding took more than capitals away. */
  readonly accented: boolean;
  /** The subjects it is a sign of, as bits (`LexiconEntry.sign`). */
  readonly signs: number;
  /** Its atoms, without sign. */
  readonly atoms: readonly AtomId[];
}

/** All forms that can be met in an article of one language. */
export interface Grammar {
  readonly forms: readonly Forms[];
  readonly word: (surface: string) => Word;
  readonly startingWith: (atom: AtomId) => readonly CompiledPattern[];
  /** Room for one number each atom: what is read at the moment (`mentions.ts`). The first counts the readings. */
  readonly marks: Uint32Array;
}

/** Forms of one language (or of all), and the numbers of their words. */
export interface Forms {
  readonly atoms: Readonly<Record<AtomKind, ReadonlyMap<string, AtomId>>>;
  readonly prefixLengths: readonly number[];
  readonly startingWith: ReadonlyMap<AtomId, readonly CompiledPattern[]>;
  /** What single words are a sign of: told with the word, not looked for in every article. */
  readonly signs: ReadonlyMap<AtomId, number>;
  /** The first number that is free. */
  readonly next: AtomId;
  /** The words of its forms as they are written, folded: what a misspelt one may have been. */
  readonly written: () => ReadonlyMap<string, ReadonlySet<AtomId>>;
}

/** @param firstNumber the number of the first word; more than those of any other forms used together with these */
export function compileForms(
  entries: readonly LexiconEntry[],
  language: Language,
  firstNumber: AtomId,
): Forms {
  const atoms = { stem: new Map(), exact: new Map(), prefix: new Map(), name: new Map() } as Record<
    AtomKind,
    Map<string, AtomId>
  >;
  let next = firstNumber;
  const prefixLengths = new Set<number>();
  const startingWith = new Map<AtomId, CompiledPattern[]>();
  const signs = new Map<AtomId, number>();
  const numberOf = (atom: Atom): AtomId => {
    const { kind, key } = metBy(atom, language);
    if (kind === 'prefix') prefixLengths.add(key.length);
    const number = atoms[kind].get(key) ?? next++;
    atoms[kind].set(key, number);
    return atom.capitals ? -number : number;
  };

  for (const entry of entries) {
    const undoneBy = readWords(entry.undoneBy?.[language] ?? '').map(numberOf);
    for (const pattern of formsOf(entry, language)) {
      const compiled = compile(pattern, undoneBy, numberOf);
      for (const atom of firstAtoms(compiled)) {
        if (isSign(compiled)) signs.set(atom, (signs.get(atom) ?? 0) | (entry.sign ?? 0));
        else push(startingWith, atom, compiled);
      }
    }
  }
  return {
    atoms,
    prefixLengths: [...prefixLengths],
    startingWith,
    signs,
    next,
    written: () => writtenIn(entries, language, atoms),
  };
}

/** Languages that write a compound as one word; its head, which says what it is, stands at the end. */
const compounding = new Set<Language>(['de', 'nl', 'sv', 'da', 'no']);
const shortestHead = 6;
const shortestFront = 3;
/** Nobody writes a longer one; what is, is no word, and trying all its endings would take the square of its length. */
const longestCompound = 80;

/** "Milliardenübernahme" is an Übernahme: endings that are a word of a form, or begin as one. */
function addHeadAtoms(to: Set<AtomId>, folded: string, language: Language, all: readonly Forms[]): void {
  if (!compounding.has(language) || folded.length > longestCompound) return;
  for (let cut = shortestFront; cut <= folded.length - shortestHead; cut++) {
    const head = folded.slice(cut);
    const stemmed = stemOnce(head, language, head);
    for (const { atoms, prefixLengths } of all) {
      const found = [atoms.stem.get(stemmed), atoms.exact.get(head)];
      for (const length of prefixLengths)
        if (length >= shortestHead) found.push(atoms.prefix.get(head.slice(0, length)));
      for (const atom of found) if (atom !== undefined) to.add(atom);
    }
  }
}

interface Known {
  readonly names: KnownWords<ReadonlySet<AtomId>>;
  readonly words: KnownWords<ReadonlySet<AtomId>>;
  /** Of a longer word. */
  readonly beginnings: (word: string) => ReadonlySet<AtomId> | undefined;
}

const noAtoms: ReadonlySet<AtomId> = new Set();
/** In scripts of syllables and of words, a slip makes another word. */
const alphabetic = /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u;
const startsUpper = /^\p{Lu}/u;
/** Words of concepts are common ones: more of them are near to another. */
const shortestConceptWord = 8;

function knownIn(all: readonly Forms[]): Known {
  const names = knownWords<ReadonlySet<AtomId>>(true);
  const words = knownWords<ReadonlySet<AtomId>>(false);
  for (const { atoms, written } of all) {
    const ofNames = new Set(atoms.name.values());
    for (const [word, ids] of written()) {
      const [some] = ids;
      if (some !== undefined && ofNames.has(some)) names.add(word, ids);
      else if (word.length >= shortestConceptWord) words.add(word, ids);
    }
  }
  return { names, words, beginnings: knownBeginnings(all) };
}

function knownBeginnings(all: readonly Forms[]): Known['beginnings'] {
  const beginnings = knownWords<ReadonlySet<AtomId>>(false);
  const lengths = new Set<number>();
  for (const { atoms } of all) {
    for (const [word, id] of atoms.prefix) {
      if (word.length < shortestConceptWord || !alphabetic.test(word)) continue;
      beginnings.add(word, new Set([id]));
      for (const slip of [-1, 0, 1]) lengths.add(word.length + slip);
    }
  }
  return (word) => {
    for (const length of lengths) {
      const found = length <= word.length ? beginnings.meantBy(word.slice(0, length)) : undefined;
      if (found) return found;
    }
    return undefined;
  };
}

/** Acronyms and beginnings of words are left out: nothing tells a slip in them from another word. */
function writtenIn(
  entries: readonly LexiconEntry[],
  language: Language,
  atoms: Forms['atoms'],
): ReadonlyMap<string, ReadonlySet<AtomId>> {
  const written = new Map<string, Set<AtomId>>();
  for (const atom of entries.flatMap((entry) => formsOf(entry, language)).flatMap(atomsOf)) {
    const { kind, key } = metBy(atom, language);
    const [folded, number] = [fold(atom.word), atoms[kind].get(key)];
    if (atom.capitals || kind === 'prefix' || number === undefined) continue;
    if (folded.length < shortestKnown || !alphabetic.test(folded)) continue;
    written.set(folded, (written.get(folded) ?? new Set()).add(number));
  }
  return written;
}

function atomsOf({ steps }: Pattern): readonly Atom[] {
  return steps.flatMap((step) => (step.kind === 'word' ? step.atoms : []));
}

/** Stemmers cut some short words to what half the language begins with (Russian "наём" to "на"): those are met as they stand. */
export function metBy(
  { kind, word }: Atom,
  language: Language,
): { readonly kind: AtomKind; readonly key: string } {
  const key = atomKey(kind, word, language);
  if (kind !== 'stem' || key.length >= shortestStem) return { kind, key };
  const folded = fold(word);
  const short = latinOrCyrillic.test(folded) ? shortestStem : shortestStem - 1;
  return key.length < short && key.length < folded.length ? { kind: 'exact', key: folded } : { kind, key };
}

const shortestStem = 4;
const latinOrCyrillic = /[\p{Script=Latin}\p{Script=Cyrillic}]/u;

/** Words a grammar remembers: a year of news has about 200,000 spellings, a day 20,000. */
const halfOfCache = 15_000;

/** Puts the forms of a language together with those that hold in all. */
export function grammarFrom(shared: Forms, own: Forms, language: Language): Grammar {
  let known: Known | undefined;
  const meantAtoms = (surface: string, folded: string): ReadonlySet<AtomId> => {
    if (folded.length < shortestKnown - 1 || !alphabetic.test(folded)) return noAtoms;
    known ??= knownIn([shared, own]);
    const names = startsUpper.test(surface) ? known.names.meantBy(folded) : undefined;
    return names ?? known.words.meantBy(folded) ?? known.beginnings(folded) ?? noAtoms;
  };
  const read = (written: string): Word => {
    const surface = plainSurface(written);
    const spelling = spellingOf(surface, language);
    const { folded, stem } = spelling;
    const atoms = new Set<AtomId>();
    addAtoms(atoms, shared, spelling);
    addAtoms(atoms, own, spelling);
    if (atoms.size === 0) addHeadAtoms(atoms, folded, language, [shared, own]);
    if (atoms.size === 0) for (const atom of meantAtoms(surface, folded)) atoms.add(atom);
    let signs = 0;
    for (const atom of atoms) signs |= (shared.signs.get(atom) ?? 0) | (own.signs.get(atom) ?? 0);
    return { folded, stem, accented: folded !== surface.toLowerCase(), signs, atoms: [...atoms] };
  };
  const patterns: Array<readonly CompiledPattern[]> = Array.from({ length: own.next }, () => none);
  for (const { startingWith } of [shared, own])
    for (const [atom, those] of startingWith) patterns[atom] = those;
  return {
    forms: [shared, own],
    word: boundedCache(halfOfCache, read),
    startingWith: (atom) => patterns[atom] ?? none,
    marks: new Uint32Array(own.next),
  };
}

const none: readonly CompiledPattern[] = [];

function addAtoms(to: Set<AtomId>, { atoms, prefixLengths }: Forms, { folded, stem, names }: Spelling): void {
  const add = (atom: AtomId | undefined): unknown => atom !== undefined && to.add(atom);
  add(atoms.stem.get(stem));
  add(atoms.exact.get(folded));
  for (const name of names) add(atoms.name.get(name));
  for (const length of prefixLengths)
    if (length <= folded.length) add(atoms.prefix.get(folded.slice(0, length)));
}

function compile(
  pattern: Pattern,
  undoneBy: readonly AtomId[],
  numberOf: (atom: Atom) => AtomId,
): CompiledPattern {
  const steps = pattern.steps.map((step) => (step.kind === 'gap' ? step.most : step.atoms.map(numberOf)));
  const last = steps.length > 1 ? steps.at(-1) : undefined;
  return {
    entry: pattern.entry,
    role: pattern.role,
    hint: pattern.hint,
    last: typeof last === 'object' ? last.map(Math.abs) : undefined,
    steps,
    notBefore: pattern.notBefore.map(numberOf),
    notAfter: pattern.notAfter.map(numberOf),
    undoneBy,
  };
}

/** One word in whatever case, and nothing else. */
function isSign({ entry, steps, notBefore, notAfter }: CompiledPattern): boolean {
  const [only, ...more] = steps;
  const plain = notBefore.length === 0 && notAfter.length === 0 && more.length === 0;
  return entry.sign !== undefined && plain && typeof only === 'object' && only.every((atom) => atom > 0);
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
