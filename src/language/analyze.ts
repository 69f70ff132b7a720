import type { Language } from '../domain.ts';
import { abbreviatedOtherwise } from './abbreviated.ts';
import { isFunctionWord, isFunctionWordSomewhere } from './function-words.ts';
import { namesOfPeople } from './given-names.ts';
import { agreeing } from './hints.ts';
import { languagesToRead } from './languages-to-read.ts';
import { grammarOf } from './lexicon.ts';
import type { Grammar } from './lexicon/grammar.ts';
import { type Meant, meaningsOf } from './meanings.ts';
import { findMentions, type Mention, type Read } from './mentions.ts';
import { type Token, tokenize } from './tokens.ts';

/** What an article says, read once: by the matcher, by search and by whoever explains. Immutable. */
export interface Analysis {
  readonly language: Language;
  readonly title: string;
  readonly text: string;
  /** Title first, then text; offsets count from the start of their own field. */
  readonly reads: readonly Read[];
  readonly titleTokens: number;
  /** Where a word stands, by its folded form and by its stem. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Lexicon entries the article names in their right sense. */
  readonly meanings: ReadonlyMap<string, Meant>;
}

export function analyze(article: {
  readonly title: string;
  readonly text: string;
  readonly language: Language;
}): Analysis {
  const grammar = grammarOf(article.language);
  const title = readField(article.title, 'title', article.language, grammar);
  const reads = [...title, ...readField(article.text, 'text', article.language, grammar)];
  const { met: found, readings } = mentionsIn(article, reads);
  const isOther = abbreviatedOtherwise(article, reads, found);
  const isPerson = namesOfPeople(reads, found, article.language);
  const met = agreeing(
    found.filter((mention) => !isOther(mention) && !isPerson(mention)),
    reads,
  );
  return {
    language: article.language,
    title: article.title,
    text: article.text,
    reads,
    titleTokens: title.length,
    places: placesOf(reads),
    meanings: meaningsOf(reads, title.length, met, readings),
  };
}

/**
 * What the article can be found by: stems, folded words where accents differ, pairs of characters in scripts without
 * spaces, and "@" + lexicon id. Title first; at most 1,000 (the end of a very long text can no longer be found).
 */
export function searchTerms(analysis: Analysis): readonly string[] {
  const terms = new Set([...analysis.meanings.keys()].map((entry) => `@${entry}`));
  for (const term of wordTerms(analysis.reads)) {
    if (terms.size >= mostSearchTerms) break;
    if (term.length <= longestSearchTerm) terms.add(term);
  }
  return [...terms];
}

const mostSearchTerms = 1_000;
/** Longer "words" are hashes and broken markup. */
export const longestSearchTerm = 64;

/** All terms by which a word or pair of characters is known, in the order of the article. */
function* wordTerms(reads: readonly Read[]): Generator<string> {
  for (const [at, read] of reads.entries()) {
    yield read.word.stem;
    if (read.word.accented) yield read.word.folded;
    const pair = pairAt(reads, at);
    if (pair !== undefined) yield pair;
  }
}

/** Each two characters of scripts without spaces that follow each other. */
export function* pairsOf(reads: readonly Read[]): Generator<string> {
  for (let at = 0; at + 1 < reads.length; at++) {
    const pair = pairAt(reads, at);
    if (pair !== undefined) yield pair;
  }
}

function pairAt(reads: readonly Read[], at: number): string | undefined {
  const [read, next] = [reads[at], reads[at + 1]];
  return read?.shape === 'one' && next?.shape === 'one' ? read.word.folded + next.word.folded : undefined;
}

function readField(
  text: string,
  field: Read['field'],
  language: Language,
  grammar: Grammar,
): readonly Read[] {
  const tokens = tokenize(text);
  const hasCase = hasCasing(tokens);
  const shouted = hasCase ? shoutedIn(tokens) : nothing;
  return tokens.map((token, at) => {
    const casing = hasCase && !shouted.has(at);
    return {
      ...token,
      field,
      word: grammar.word(token.surface),
      casing,
      functionWord: !casing && isFunctionWord(token.surface, language),
    };
  });
}

/** A field all in capitals or all in small letters says nothing with its capitals. */
function hasCasing(tokens: readonly Token[]): boolean {
  const small = tokens.some(
    ({ shape, surface }) => shape === 'lower' || (shape === 'Capital' && surface.length > 1),
  );
  return small && tokens.some((token) => token.shape === 'UPPER' || token.shape === 'Capital');
}

/**
 * Tokens of what somebody shouts in the middle of other words: "IT WAS A LONG NIGHT". It has a small word and a longer
 * one; a row of acronyms has not ("AWS EC2 GPU").
 */
function shoutedIn(tokens: readonly Token[]): ReadonlySet<number> {
  const shouted = new Set<number>();
  let run: number[] = [];
  const end = (): void => {
    const words = run.map((at) => tokens[at]?.surface ?? '');
    const isSentence =
      words.length >= fewestShouted &&
      words.some((word) => isFunctionWordSomewhere(word)) &&
      words.some((word) => word.length >= shortestShouted && !isFunctionWordSomewhere(word));
    if (isSentence) for (const at of run) shouted.add(at);
    run = [];
  };
  for (const [at, { shape, surface, breakBefore }] of tokens.entries()) {
    if (breakBefore !== 'none') end();
    if (shape === 'UPPER' || shape === 'number' || (shape === 'Capital' && surface.length === 1))
      run.push(at);
    else end();
  }
  end();
  return shouted;
}

const nothing: ReadonlySet<number> = new Set();
const fewestShouted = 3;
/** Letters of a word that is no acronym. */
const shortestShouted = 4;

function placesOf(reads: readonly Read[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  const note = (key: string, at: number): void => {
    const there = places.get(key);
    if (there) there.push(at);
    else places.set(key, [at]);
  };
  for (const [at, read] of reads.entries()) {
    note(read.word.stem, at);
    if (read.word.folded !== read.word.stem) note(read.word.folded, at);
  }
  return places;
}

/** What is met in any language it is read with; the same words once for each entry and role. */
function mentionsIn(
  article: { readonly title: string; readonly text: string; readonly language: Language },
  reads: readonly Read[],
): { readonly met: readonly Mention[]; readonly readings: ReadonlyArray<readonly Read[]> } {
  const [own, ...others] = languagesToRead(article.title, article.text, article.language);
  const met = findMentions(reads, grammarOf(own ?? article.language), own);
  if (others.length === 0) return { met, readings: [reads] };
  const distinct = new Map(met.map((mention) => [keyOf(mention), mention]));
  const readings = [reads];
  for (const language of others) {
    const reading = readAs(language, reads);
    readings.push(reading);
    for (const mention of findMentions(reading, grammarOf(language), language)) {
      // Endings of names in twelve languages would make many words a name ("Apples").
      if (mention.kind === 'name' && mention.role === 'ambiguous') continue;
      if (language !== 'en' && (isBorrowed(mention, reads) || isShortWord(mention, reads))) continue;
      const key = keyOf(mention);
      if (!distinct.has(key)) distinct.set(key, mention);
    }
  }
  return { met: [...distinct.values()].toSorted(byPlace), readings };
}

/** Other languages took these from English for one thing; in a text that may be English they are plain words. */
const borrowed = new Set([
  'down',
  'round',
  'offline',
  'chip',
  'chips',
  'launch',
  'cloud',
  'clouds',
  'fusion',
]);

function isBorrowed({ first, last }: Mention, reads: readonly Read[]): boolean {
  return first === last && borrowed.has(reads[first]?.word.folded ?? '');
}

/** Two or three letters are a word of some language everywhere: what means something in another's has capitals to tell it. */
function isShortWord({ first, last }: Mention, reads: readonly Read[]): boolean {
  const read = reads[first];
  if (!read || first !== last || !shortWord.test(read.surface)) return false;
  return read.shape !== 'UPPER' || (!read.casing && isFunctionWordSomewhere(read.surface));
}

const shortWord = /^\p{Script=Latin}{1,3}$/u;

function keyOf({ entry, first, last, role }: Mention): string {
  return `${entry} ${first} ${last} ${role}`;
}

function readAs(language: Language, reads: readonly Read[]): readonly Read[] {
  const grammar = grammarOf(language);
  return reads.map((read) => ({
    ...read,
    word: grammar.word(read.surface),
    functionWord: !read.casing && isFunctionWordSomewhere(read.surface),
  }));
}

function byPlace(a: Mention, b: Mention): number {
  return a.first - b.first;
}
