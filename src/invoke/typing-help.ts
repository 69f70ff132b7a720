/** What a person may have meant who typed a query. Nothing is refused for being unknown: these are questions. */
import type { Query, QueryNode } from '../domain.ts';
import { fold } from '../language/fold.ts';
import { tokenize } from '../language/tokens.ts';
import { sensesOf } from '../match/ambiguous.ts';
import { slipsBetween } from '../match/distance.ts';
import { inLatinLayout } from '../match/keyboard.ts';
import { candidateTerms } from '../match/matcher.ts';
import { meantBy } from '../match/meant-by.ts';
import { parseQuery } from '../match/query.ts';
import { QueryError } from '../match/query-error.ts';
import { createVocabulary, lexiconVocabulary } from '../match/vocabulary.ts';
import type { SenseName } from '../messages/query-texts.ts';
import { followedIn } from './followed.ts';
import type { Scope } from './scope.ts';

export type TypingHint =
  /** `part` is all that was typed, `query` the same with the word corrected. */
  | {
      readonly kind: 'misspelt';
      readonly typed: string;
      readonly meant: string;
      readonly part: string;
      readonly query: string;
    }
  | {
      readonly kind: 'ambiguous';
      readonly typed: string;
      readonly choices: ReadonlyArray<{ readonly sense: SenseName; readonly query: string }>;
    };

/** Shorter words have too many neighbours, and hold too many names of their own. */
const leastLetters = 4;
const mostUnknown = 3;

/** @param typed what `query` was read from */
export async function typingHint(typed: string, query: Query, scope: Scope): Promise<TypingHint | undefined> {
  const choices = sensesOf(query);
  if (choices !== undefined) return { kind: 'ambiguous', typed, choices };
  const whole = wholeName(typed, query, scope);
  if (whole !== undefined) return { kind: 'misspelt', typed, meant: whole, part: typed, query: whole };
  for (const word of unknownWords(query.node).slice(0, mostUnknown)) {
    const meant = await meantInstead(word, scope);
    const corrected = meant === undefined ? undefined : replaced(typed, word, meant);
    if (meant !== undefined && corrected !== undefined)
      return { kind: 'misspelt', typed: word, meant, part: typed, query: corrected };
  }
  return undefined;
}

/** "opne source": no word of it need be unknown. */
function wholeName(typed: string, { node }: Query, { texts }: Scope): string | undefined {
  const bare =
    node.kind === 'all' && node.parts.every((part) => part.kind === 'term' && part.place === undefined);
  if (!bare || !/\s/.test(typed)) return undefined;
  const nearest = lexiconVocabulary(texts.language).nearest(typed);
  if (nearest === undefined || !/\s/.test(nearest)) return undefined;
  // Two words of which each may be meant as it stands are told from a name by one slip at most: "Apple Store".
  const [letters, known] = [typed, nearest].map((one) => Array.from(fold(one)));
  return slipsBetween(letters ?? [], known ?? [], 1) === 1 ? nearest : undefined;
}

function unknownWords(node: QueryNode): readonly string[] {
  switch (node.kind) {
    case 'term':
      return isUnknown(node.text) ? [node.text] : [];
    case 'not':
      return unknownWords(node.part);
    case 'all':
    case 'any':
      return node.parts.flatMap(unknownWords);
    case 'exact':
    case 'prefix':
    case 'field':
      return [];
  }
}

function isUnknown(text: string): boolean {
  return /^(?=.*\p{L})[\p{L}\p{M}\p{N}'’-]+$/u.test(text) && meantBy(text) === undefined;
}

/** First the lexicon, then what others here follow, then the headlines of these days. */
async function meantInstead(word: string, scope: Scope): Promise<string | undefined> {
  const otherLayout = inLatinLayout(word);
  const meant = otherLayout === undefined ? undefined : meantBy(otherLayout)?.name;
  if (meant !== undefined) return meant;
  if (Array.from(word).length < leastLetters || (await isSeen(word, scope))) return undefined;
  return lexiconVocabulary(scope.texts.language).nearest(word) ?? (await nearestHere(word, scope));
}

/** An article has it: then it is a word. */
async function isSeen(word: string, { store, channel }: Scope): Promise<boolean> {
  const anyOf = candidateTerms(parseQuery(`"${word}"`));
  const found = await store.articles.search({ workspaceId: channel.workspaceId, anyOf, limit: 1 });
  return found.length > 0;
}

const headlinesRead = 200;

async function nearestHere(word: string, { store, channel }: Scope): Promise<string | undefined> {
  const { workspaceId } = channel;
  const followed = (await followedIn(workspaceId, store)).flatMap(wordsOf);
  // Somebody follows it already: it is no slip, or it is theirs as well.
  if (followed.filter((one) => fold(one) === fold(word)).length > 1) return undefined;
  const newest = await store.articles.search({ workspaceId, limit: headlinesRead });
  const words = [...followed, ...newest.flatMap(({ title }) => wordsOf(title))];
  const others = words.filter((one) => Array.from(one).length >= leastLetters && !isInflected(one, word));
  return createVocabulary(others).nearest(word);
}

/** The same word, in the singular and the plural, is no other. */
function isInflected(a: string, b: string): boolean {
  const [one, other] = [fold(a), fold(b)];
  return one.startsWith(other) || other.startsWith(one);
}

function wordsOf(text: string): readonly string[] {
  return tokenize(text).map(({ surface }) => surface);
}

/** @returns undefined if that could not be read */
function replaced(typed: string, word: string, meant: string): string | undefined {
  const query = typed.replace(word, () => meant);
  try {
    parseQuery(query);
    return query;
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}
