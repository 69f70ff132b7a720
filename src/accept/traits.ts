/** What tells one event from another: the names, figures, concepts and words of a report, most telling first. */
import type { KeyFigure } from '../domain.ts';
import type { Analysis } from '../language/analyze.ts';
import { isFunctionWord } from '../language/function-words.ts';
import { lexiconEntry, ringsToo } from '../language/lexicon.ts';
import { pairsOf } from '../language/analyze.ts';
import { distinctiveness, figuresIn } from './figures.ts';
import { type Happened, happeningsIn } from './happenings.ts';
import { genreOf } from './genres.ts';
import { hashOf } from './hash.ts';
import { namesIn, type Name, placeKey } from './names.ts';
import { around } from './places.ts';
import { subjects } from './subjects.ts';
import {
  aroundWeight,
  countedWeight,
  genreWeight,
  identifierWeight,
  type Place,
  placeWeight,
  type Trait,
} from './trait.ts';

/** At most this many of each are kept: a sketch stays below 2 kB. */
const most = { names: 22, places: 8, figures: 16, counted: 4, concepts: 8, happenings: 8, words: 34 };
/** What an agency would send first, in tokens; a feed's summary is not much longer. */
const leadTokens = 60;
/** In characters, of the text. */
const leadCharacters = 360;
/** In characters: figures behind these are background. */
const readCharacters = 2_500;

/** @param figures those that the report turns on */
export function traitsOf(analysis: Analysis, figures: readonly KeyFigure[]): readonly Trait[] {
  return [
    ...nameTraits(analysis),
    ...figureTraits(analysis),
    ...countedTraits(figures),
    ...conceptTraits(analysis),
    ...happeningTraits(analysis),
    ...genreTraits(analysis),
    ...wordTraits(analysis),
  ];
}

function nameTraits(analysis: Analysis): readonly Trait[] {
  const names = namesIn(analysis);
  const trait = ({ key, written, sort, at, joined, place }: Name): Trait => ({
    hash: hashOf(key),
    kind: sort,
    place: placeOf(at, analysis),
    weight: place === undefined ? 0 : placeWeight,
    written,
    joined,
  });
  const wider = names.flatMap((name) =>
    around(name.place?.code ?? '').map((code) => ({
      ...trait({ ...name, key: placeKey(code), sort: 'common' }),
      weight: aroundWeight,
    })),
  );
  const all = unique([...names.map(trait), ...wider]).toSorted((a, b) => worth(b) - worth(a));
  const kept = new Set([
    ...all.filter(({ weight }) => weight === 0).slice(0, most.names),
    ...all.filter(({ weight }) => weight > 0).slice(0, most.places),
  ]);
  return all.filter((one) => kept.has(one));
}

function worth({ kind, place }: Trait): number {
  return 2 * (worths[kind] ?? 0) + placeWorths[place];
}

const worths: Readonly<Partial<Record<Trait['kind'], number>>> = {
  rare: 3,
  known: 3,
  doubtful: 1,
  common: 0,
};
const placeWorths: Readonly<Record<Place, number>> = { title: 4, lead: 2, below: 2, body: 0 };

function figureTraits({ title, text }: Analysis): readonly Trait[] {
  const figures = [
    ...figuresIn(title).map((figure) => ({ ...figure, place: 'title' as const })),
    ...figuresIn(text.slice(0, readCharacters)).map((figure) => ({
      ...figure,
      place: placeInText(figure.at, text),
    })),
  ].flatMap((figure) => {
    const { place, written, unit } = figure;
    const trait = (value: number, weight: number): Trait => ({
      hash: hashOf(`${value} ${unit}`),
      kind: 'figure',
      place,
      weight,
      written,
    });
    const weight = distinctiveness(figure);
    const round = Number(figure.value.toPrecision(2));
    // One outlet writes 418,227, the other "some 420,000".
    return round === figure.value || weight < 3 || place === 'body'
      ? [trait(figure.value, weight)]
      : [trait(figure.value, weight), trait(round, roundWeight)];
  });
  return unique([
    ...identifierTraits(title, 'title'),
    ...identifierTraits(text.slice(0, readCharacters)),
    ...figures,
  ])
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most.figures);
}

function countedTraits(figures: readonly KeyFigure[]): readonly Trait[] {
  const traits = figures.map(({ of, written }): Trait => {
    return { hash: hashOf(`#${of}`), kind: 'figure', place: 'lead', weight: countedWeight, written };
  });
  return unique(traits).slice(0, most.counted);
}

/** "CVE-2026-1234" names one flaw in all languages. */
function identifierTraits(field: string, place?: Place): readonly Trait[] {
  return Array.from(field.matchAll(identifier), ({ 0: written, index }) => ({
    hash: hashOf(written.toUpperCase()),
    kind: 'figure',
    place: place ?? placeInText(index, field),
    weight: identifierWeight,
    written,
  }));
}

const identifier = /\bCVE-\d{4}-\d{4,7}\b/giu;

/** Of a value that was rounded before it was compared. */
const roundWeight = 1;

function placeInText(at: number, text: string): Place {
  if (at >= leadCharacters) return 'body';
  return at < firstParagraphOf(text) ? 'lead' : 'below';
}

/** Where it ends; a line that says but where and when it was written is none. */
function firstParagraphOf(text: string): number {
  const end = text.slice(0, longestFirst).indexOf('\n', leastParagraph);
  return end < 0 ? longestFirst : end;
}

/** In characters; the lead ends sooner where the first paragraph is longer than this. */
const longestFirst = 600;
const leastParagraph = 60;

function conceptTraits(analysis: Analysis): readonly Trait[] {
  const implied = new Set([...analysis.meanings.keys()].flatMap(ringsToo));
  return [...analysis.meanings.values()]
    .filter(({ entry }) => lexiconEntry(entry)?.kind === 'concept' && !subjects.has(entry))
    .map(({ entry, mentions, aside }) => ({
      ...hashesOf(entry, aside === 'denied'),
      kind: 'concept' as const,
      place: placeOf(mentions[0]?.first ?? 0, analysis),
      weight: implied.has(entry) ? 1 : 0,
      written: `${aside === 'denied' ? 'no ' : ''}${lexiconEntry(entry)?.name ?? entry}`,
    }))
    .slice(0, most.concepts);
}

/** Whoever denies it does not tell what others told. */
function hashesOf(entry: string, denied: boolean): Required<Pick<Trait, 'hash' | 'opposite'>> {
  const [told, denial] = [hashOf(`@${entry}`), hashOf(`@!${entry}`)];
  return denied ? { hash: denial, opposite: told } : { hash: told, opposite: denial };
}

function happeningTraits({ title, text, language }: Analysis): readonly Trait[] {
  const trait =
    (place: Place) =>
    ({ id, later, subject }: Happened): Trait => ({
      hash: hashOf(`%${id}`),
      kind: later ? 'later' : 'concept',
      place,
      weight: subject || id === 'days-after' ? 1 : 0,
      written: id.replaceAll('-', ' '),
    });
  const inTitle = happeningsIn(title, language).map(trait('title'));
  const inLead = happeningsIn(text.slice(0, leadCharacters), language).map((one) =>
    trait(placeInText(one.at, text))(one),
  );
  return unique([...inTitle, ...inLead]).slice(0, most.happenings);
}

/** Not news, but something about it. */
function genreTraits({ title }: Analysis): readonly Trait[] {
  const genre = genreOf(title);
  return genre === undefined
    ? []
    : [{ hash: hashOf(`%${genre}`), kind: 'later', place: 'title', weight: genreWeight, written: genre }];
}

function wordTraits(analysis: Analysis): readonly Trait[] {
  const { reads, language, titleTokens } = analysis;
  const lead = reads.slice(0, titleTokens + leadTokens);
  const words = lead.flatMap((read, at) =>
    read.shape === 'number' ||
    read.shape === 'one' ||
    read.surface.length < 3 ||
    isFunctionWord(read.surface, language)
      ? []
      : [word(read.word.stem, read.surface, at < titleTokens)],
  );
  // Two characters of Hiragana are endings and particles.
  const titlePairs = new Set(pairsOf(reads.slice(0, titleTokens)));
  const pairs = [...pairsOf(lead)]
    .filter((pair) => !hiragana.test(pair))
    .map((pair) => word(pair, pair, titlePairs.has(pair)));
  return unique([...words, ...pairs]).slice(0, most.words);
}

const hiragana = /^\p{Script=Hiragana}/u;

function word(key: string, written: string, inTitle: boolean): Trait {
  return { hash: hashOf(`~${key}`), kind: 'word', place: inTitle ? 'title' : 'lead', weight: 0, written };
}

function placeOf(at: number, { titleTokens, reads, text }: Analysis): Place {
  if (at < titleTokens) return 'title';
  if (at >= titleTokens + leadTokens) return 'body';
  return (reads[at]?.start ?? 0) < firstParagraphOf(text) ? 'lead' : 'below';
}

function unique(traits: readonly Trait[]): readonly Trait[] {
  return [...new Map(traits.toReversed().map((trait) => [trait.hash, trait])).values()].toReversed();
}
