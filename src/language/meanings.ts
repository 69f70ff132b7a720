import { type Aside, backgroundOf } from './background.ts';
import { denialsIn } from './denial.ts';
import { lexiconEntry, ringsToo } from './lexicon.ts';
import type { Mention, Read } from './mentions.ts';
import { settleSenses } from './sense.ts';
import { type Page, type Standing, standingOf } from './strength.ts';

/** A lexicon entry that an article names in its right sense, and how much the article is about it. */
export interface Meant extends Standing {
  readonly entry: string;
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
}

/** @param readings the article's words, as each language it is read with knows them */
export function meaningsOf(
  reads: readonly Read[],
  titleTokens: number,
  met: readonly Mention[],
  readings: ReadonlyArray<readonly Read[]>,
): ReadonlyMap<string, Meant> {
  const settled = settleSenses(met, reads, readings);
  const mentions = new Map(settled);
  for (const [entry, own] of settled) {
    for (const other of ringsToo(entry))
      mentions.set(other, [...(mentions.get(other) ?? []), ...own].toSorted(byPlace));
  }
  const sentences = sentenceNumbers(reads);
  const asideOf = asidesIn(met, { reads, sentences, settled });
  const told = [...mentions].map(([entry, own]) => ({ entry, own, asides: asideOf(own) }));
  const inTitle = told.flatMap(({ entry, own, asides }) =>
    own.some(({ first }, at) => first < titleTokens && asides[at] === undefined)
      ? (lexiconEntry(entry) ?? [])
      : [],
  );
  const page = { reads, titleTokens, sentences, inTitle };
  return new Map(told.map(({ entry, own, asides }) => [entry, meantBy(entry, own, page, asides)]));
}

/** The number of the sentence that each token stands in; a title is one of its own. */
function sentenceNumbers(reads: readonly Read[]): readonly number[] {
  let number = 0;
  return reads.map((read, at) =>
    read.breakBefore === 'sentence' || (at > 0 && read.field !== reads[at - 1]?.field) ? ++number : number,
  );
}

/** Why each mention of an entry is an aside, if it is one. */
function asidesIn(
  met: readonly Mention[],
  {
    reads,
    sentences,
    settled,
  }: {
    readonly reads: readonly Read[];
    readonly sentences: readonly number[];
    readonly settled: ReadonlyMap<string, readonly Mention[]>;
  },
): (mentions: readonly Mention[]) => ReadonlyArray<Aside | undefined> {
  const tellsAnything = [...settled.keys()].some((entry) => lexiconEntry(entry)?.kind === 'concept');
  const background = backgroundOf(met, reads, sentences, tellsAnything);
  const denials = denialsIn(met, reads);
  return (mentions) => {
    const [first] = mentions;
    const happens = first !== undefined && lexiconEntry(first.entry)?.happens === true;
    const denied = happens ? denials(mentions) : undefined;
    const asides = mentions.map((mention) =>
      denied?.has(mention) === true ? 'denied' : background(mention, happens),
    );
    // Whom the title introduces by it ("Former Google engineer opens a bakery") the text is on, and not on it.
    const introduces =
      asides[0] === 'passing' && first !== undefined && reads[first.first]?.field === 'title';
    return introduces ? asides.map(() => 'passing') : asides;
  };
}

function meantBy(
  entry: string,
  mentions: readonly Mention[],
  page: Page,
  asides: ReadonlyArray<Aside | undefined>,
): Meant {
  const news = mentions.filter((_, at) => asides[at] === undefined);
  const known = lexiconEntry(entry);
  if (news.length === 0 || known === undefined)
    return { entry, mentions, strength: 'aside', aside: asides[0] };
  const isHintedAt = news.every(({ hinted }) => hinted);
  return { entry, mentions, ...standingOf(known, placesApart(news), page, isHintedAt) };
}

/** Where it stands, once for forms that overlap. */
function placesApart(mentions: readonly Mention[]): readonly number[] {
  const places: number[] = [];
  let end = -1;
  for (const { first, last } of mentions) {
    if (first > end) places.push(first);
    end = Math.max(end, last);
  }
  return places;
}

function byPlace(a: Mention, b: Mention): number {
  return a.first - b.first;
}
