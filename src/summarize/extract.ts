import type { Language } from '../domain.ts';
import { cutToLength, lengthOf } from './length.ts';
import { scoreSentences, type Scored } from './score.ts';
import { isNegated, isTurn } from './turn.ts';

/**
 * Whole sentences of the article in their order, at most `maxLength` Unicode code points, joined by a space (none in
 * scripts without). The first sentence that says something, then the best that fit. What is denied, settled or corrected
 * in the article is told with that or not at all. If not even the shortest useful sentence fits, the best one is cut at
 * the end of a clause or word and ends in "…": the last resort.
 * Of a long article only the beginning is read: its first 60 sentences, within its first 20,000 characters.
 * @returns '' for a text without a sentence worth telling
 */
export function summarize(
  article: { readonly title: string; readonly text: string; readonly language: Language },
  maxLength = 320,
): string {
  const all = scoreSentences(article);
  const between = unspacedLanguages.has(article.language) ? '' : ' ';
  const page = { all, room: maxLength + between.length, between: between.length };
  const chosen = choose(page);
  if (chosen.length > 0) return chosen.map((sentence) => sentence.text).join(between);
  return beginningOfBest(all, article.language, maxLength);
}

const unspacedLanguages = new Set(['ja', 'zh', 'th', 'lo', 'km', 'my']);

interface Page {
  readonly all: readonly Scored[];
  /** In code points, with what stands between sentences behind each of them. */
  readonly room: number;
  readonly between: number;
}

/** In the order of the article. */
function choose(page: Page): readonly Scored[] {
  const useful = leadFirst(page.all.filter((sentence) => sentence.score > 0).toSorted(bestFirst));
  const chosen = withTurns(useful, page);
  const told = chosen.length > 0 ? chosen : withItsContext(useful, page);
  return told.toSorted((a, b) => a.place - b.place);
}

/** What a report begins with is written to be read alone; that another sentence has one number more is no reason. */
function leadFirst(useful: readonly Scored[]): readonly Scored[] {
  const lead = useful.toSorted((a, b) => a.place - b.place)[0];
  const isWorth = lead !== undefined && !lead.leans && lead.score >= (useful[0]?.score ?? 0) * leadWorth;
  return isWorth ? [lead, ...useful.filter((sentence) => sentence !== lead)] : useful;
}

/** The best that fit, and with them what turns them into their opposite: else the one that is turned is left out. */
function withTurns(useful: readonly Scored[], page: Page): readonly Scored[] {
  const best = pick([], useful, page);
  const turns = useful.filter((turn) => !best.includes(turn) && best.some((other) => mayTurn(turn, other)));
  const lead = best.slice(0, 1);
  const both = withAll(turns, lead, page);
  if (both.length > lead.length) return pick(both, useful, page);
  // There is no room for both: only what surely speaks of the same is worth more than the best.
  const sure = turns.filter((turn) => best.some((other) => turnsAround(turn, other)));
  if (sure.length === 0) return best;
  const alone = withAll(sure, [], page);
  return alone.length > 0 ? pick(alone, useful, page) : pick([], useful.filter(isUndisputed(page)), page);
}

function withAll(turns: readonly Scored[], before: readonly Scored[], page: Page): readonly Scored[] {
  return turns.reduce((told, turn) => add(told, turn, page), before);
}

function isUndisputed({ all }: Page): (sentence: Scored) => boolean {
  return (sentence) => !all.some((turn) => turn.score > 0 && turnsAround(turn, sentence));
}

/** Surely: it says so in few words ("The court dismissed the case."), or in those of the other. */
function turnsAround(turn: Scored, other: Scored): boolean {
  if (turn.negated && !other.negated && shared(turn, other) > sameShare) return true;
  return turn.turns && !other.turns && (turn.stems.size <= shortTurn || shared(turn, other) > turnShare);
}

function mayTurn(turn: Scored, other: Scored): boolean {
  return turnsAround(turn, other) || (turn.turns && !other.turns && !turn.stems.isDisjointFrom(other.stems));
}

const shortTurn = 5;
const turnShare = 0.3;

/** Best first as long as they fit and say something new. */
function pick(first: readonly Scored[], sentences: readonly Scored[], { room, between }: Page): Scored[] {
  const chosen = [...first];
  let left = room - sizeOf(chosen, between);
  for (const sentence of sentences) {
    const length = lengthOf(sentence.text) + between;
    if (length > left || chosen.includes(sentence) || chosen.some((other) => saysTheSame(sentence, other)))
      continue;
    // What leans on the sentence before it ("He said …") may only stand behind that sentence.
    if (sentence.leans && !chosen.some((other) => other.place === sentence.place - 1)) continue;
    // The article's last line instead of its first misleads, even where the first is too long and must be cut.
    if (sentence.score < (sentences[0]?.score ?? 0) * leastWorth) continue;
    chosen.push(sentence);
    left -= length;
  }
  return chosen;
}

/** Where all that says more than the title leans on what says no more ("It gave no reason."): both. */
function withItsContext(useful: readonly Scored[], page: Page): readonly Scored[] {
  const least = (useful[0]?.score ?? 0) * leastWorth;
  for (const sentence of useful) {
    if (sentence.score < least) continue;
    const told = isUndisputed(page)(sentence) ? add([], sentence, page) : [];
    if (told.length > 0) return told;
  }
  return [];
}

/** With the sentences it leans on, if there is room for them; else nothing is added. */
function add(before: readonly Scored[], sentence: Scored, { all, room, between }: Page): readonly Scored[] {
  const context = contextOf(sentence, all);
  if (context === undefined) return before;
  const more = [...context, sentence].filter((one) => !before.includes(one));
  const told = [...before, ...more];
  return sizeOf(told, between) <= room ? told : before;
}

/** The sentences before it that it cannot be understood without; undefined if they are not there. */
function contextOf(sentence: Scored, all: readonly Scored[]): readonly Scored[] | undefined {
  const context: Scored[] = [];
  let first: Scored | undefined = sentence;
  while (first?.leans) {
    first = all[first.place - 1];
    if (first === undefined || first.furniture) return undefined;
    context.unshift(first);
  }
  return context;
}

/** Nothing of it if what is cut off, or another sentence, says the opposite. */
function beginningOfBest(all: readonly Scored[], language: Language, maxLength: number): string {
  const best = all.filter((sentence) => sentence.score > 0 && !sentence.leans).toSorted(bestFirst)[0];
  if (best === undefined || all.some((turn) => turn.score > 0 && turnsAround(turn, best))) return '';
  const beginning = cutToLength(best.text, maxLength);
  const rest = best.text.slice(beginning.length - 1);
  return isTurn(rest, language) || isNegated(rest) ? '' : beginning;
}

function sizeOf(sentences: readonly Scored[], between: number): number {
  return sentences.reduce((sum, sentence) => sum + lengthOf(sentence.text) + between, 0);
}

const leastWorth = 0.3;
const leadWorth = 0.6;
const sameShare = 0.6;

function bestFirst(a: Scored, b: Scored): number {
  return b.score - a.score || a.place - b.place;
}

function saysTheSame(a: Scored, b: Scored): boolean {
  return a.turns === b.turns && a.negated === b.negated && shared(a, b) > sameShare;
}

/** Of the words of the shorter one, how many are in the other: 0 to 1. */
function shared(a: Scored, b: Scored): number {
  const smaller = Math.min(a.stems.size, b.stems.size);
  return smaller === 0 ? 0 : a.stems.intersection(b.stems).size / smaller;
}
