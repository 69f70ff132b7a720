import type { Aside } from './background.ts';
import type { LexiconEntry } from './lexicon/entry.ts';
import { goTogether } from './lexicon/together.ts';
import type { Read } from './mentions.ts';

/** How much an article is about something, from where it stands: strongest first. */
export type Strength = 'title' | 'lead' | 'body' | 'aside';

export interface Standing {
  readonly strength: Strength;
  /** Why it is no more than an aside. */
  readonly aside?: Aside | undefined;
}

/** What a standing is read from. */
export interface Page {
  readonly reads: readonly Read[];
  readonly titleTokens: number;
  /** The number of the sentence that each token stands in. */
  readonly sentences: readonly number[];
  /** What the title tells of, and not as an aside. */
  readonly inTitle: readonly LexiconEntry[];
}

/** The lead: what an agency would send first. */
const leadTokens = 60;
/** In shorter texts what is named twice behind the lead counts. Characters of scripts without spaces count half. */
const longText = 150;
/** As long as a page: what it is about it names more than twice. */
const veryLongText = 450;
/** The part of a text, counted from its end, where background and other companies are listed. */
const tail = 1 / 3;

/**
 * @param places numbers of the tokens where it stands, in order
 * @param isHintedAt no form of it was met, only hints that agree
 */
export function standingOf(
  entry: LexiconEntry,
  places: readonly number[],
  page: Page,
  isHintedAt: boolean,
): Standing {
  const { reads, titleTokens, sentences } = page;
  const first = places[0] ?? 0;
  if (first < titleTokens) return { strength: 'title' };
  // Of what an article is about, its title gives a hint as well.
  if (isHintedAt && titleTokens > 0) return { strength: 'aside', aside: 'sideline' };
  const inOneSentence = places.every((place) => sentences[place] === sentences[first]);
  if (inOneSentence && isSideline(entry, places, page)) return { strength: 'aside', aside: 'sideline' };
  if (first < titleTokens + leadTokens) return { strength: 'lead' };
  const { beside = false, happens = false } = entry;
  // One sentence on what happened has several of its words; a thing that is named twice in one is what it is about.
  const times = inOneSentence && (beside || happens) ? 1 : places.length;
  const length = reads.length - titleTokens;
  const words = reads[first]?.shape === 'one' ? length / 2 : length;
  const late = first >= titleTokens + length * (1 - tail);
  const enough = words >= longText && (late || words >= veryLongText) ? 3 : 2;
  return times < enough ? { strength: 'aside', aside: late ? 'late' : 'seldom' } : { strength: 'body' };
}

/**
 * What is said in one sentence of the text and no more:
 * - its words turn up beside many a matter ("regulators", "the union") and it is not the first sentence
 * - it happened, and the title says that something else has
 * - it happened, is told once behind the first sentence, and the title says what the article is about
 * - a name that is named once behind the first sentence, where the title names another, and does not open its sentence
 *   ("Apple would make it" is on Apple, "only Nvidia and Apple had done so" is not)
 */
function isSideline(
  { id, kind, beside = false, happens = false }: LexiconEntry,
  [place = 0, ...more]: readonly number[],
  { reads, sentences, titleTokens, inTitle }: Page,
): boolean {
  const isBehind = titleTokens > 0 && sentences[place] !== sentences[titleTokens];
  const isOnce = more.length === 0;
  const titleTellsOf = (one: LexiconEntry['kind']): boolean => inTitle.some((other) => other.kind === one);
  if (kind === 'name')
    return isBehind && isOnce && titleTellsOf('name') && reads[place]?.breakBefore !== 'sentence';
  const headline = inTitle.filter((other) => other.happens);
  if (headline.some((other) => goTogether(id, other.id))) return false;
  return (
    (isBehind && (beside || (happens && isOnce && titleTellsOf('concept')))) ||
    (happens && headline.length > 0)
  );
}
