import type { Language } from '../domain.ts';

export interface Sentence {
  /** Without white space at its ends. */
  readonly text: string;
  /** UTF-16 offsets into the text as it was given. */
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a text into sentences. Intl.Segmenter finds the places; what it cuts behind an abbreviation, an initial or an
 * ordinal, or in the middle of a quotation, is joined again, up to 1,000 characters. A line break always ends a sentence.
 * The work grows with the length of the text, whatever it says.
 */
export function sentencesOf(text: string, language: Language): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n\r]+/g)) {
    let start = index;
    let end = start;
    let quotes = noQuotes;
    for (const { segment } of segmenterOf(language).segment(withCloseQuotes(line))) {
      const piece = text.slice(end, end + segment.length);
      end += segment.length;
      quotes = withQuotesOf(piece, quotes);
      const goesOn =
        end - start <= longestJoined &&
        end < index + line.length &&
        joins(
          {
            before: text.slice(Math.max(start, end - lookBack), end).trimEnd(),
            after: text.slice(end, end + lookAhead),
            inQuotation: end - start < longestQuotation && areOpen(quotes),
          },
          language,
        );
      if (goesOn) continue;
      push(sentences, text, start, end);
      start = end;
      quotes = noQuotes;
    }
    push(sentences, text, start, end);
  }
  return sentences;
}

/** In UTF-16 units. A longer run of pieces is a list or noise: nobody reads it as one sentence. */
const longestJoined = 1_000;
/** A quotation longer than this was not closed by mistake. */
const longestQuotation = 600;
/** No abbreviation is longer, with the white space behind it. */
const lookBack = 60;
const lookAhead = 40;

/**
 * French puts a space before "»", and the segmenter would begin the next sentence with it. Before a word it opens, as in
 * Danish, and "”" in Swedish. Keeps every offset.
 */
function withCloseQuotes(line: string): string {
  return line.replace(/([.!?…])\s([»”])(?![\p{L}\p{N}])/gu, '$1$2$2');
}

function push(sentences: Sentence[], text: string, start: number, end: number): void {
  const cut = text.slice(start, end);
  const trimmed = cut.trim();
  if (trimmed === '') return;
  const from = start + cut.indexOf(trimmed);
  sentences.push({ text: trimmed, start: from, end: from + trimmed.length });
}

const segmenters = new Map<Language, Intl.Segmenter>();

function segmenterOf(language: Language): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, known);
  return known;
}

/** A place where the segmenter would end a sentence: what stands there, without white space at its left. */
interface Place {
  readonly before: string;
  readonly after: string;
  /** A quotation has begun before it and not ended. */
  readonly inQuotation: boolean;
}

/** Whether the sentence goes on behind what the segmenter took for its end. */
function joins({ before, after, inQuotation }: Place, language: Language): boolean {
  if (/^\s*[»”’")\]」』]/u.test(after) && !/^\s*["”]\s*\p{Lu}/u.test(after)) return true;
  if (inQuotation) return true;
  // "…", said he: a quotation that ends is followed by who said it, in small letters.
  if (/[.!?…]["”»’]$/u.test(before)) return /^\s*[\p{Ll}–—-]/u.test(after);
  if (!before.endsWith('.')) return /[!?]$/u.test(before) ? /^\s*\p{Ll}/u.test(after) : false;
  const word = /([\p{L}\p{M}.]*[\p{L}\p{M}])\.$/u.exec(before)?.[1] ?? '';
  if (/^\s*\p{Ll}/u.test(after)) return true;
  if (neverLast.has(word.toLowerCase()) || localAbbreviations.get(language)?.has(word.toLowerCase()) === true)
    return true;
  if (/^\p{Lu}$/u.test(word)) return !/^(?:I)$/.test(word) || language !== 'en';
  if (ordinals.has(language) && /(?:^|\s)\d{1,2}\.$/.test(before)) return /^\s*\p{L}/u.test(after);
  // "U.S. Congress", "the U.S. It": an acronym ends a sentence only before a word that begins sentences.
  return /^(?:\p{L}\.)+\p{L}$/u.test(word) && !startsSentence.test(after);
}

/** Quotation marks of the sentence so far, counted piece by piece. */
interface Quotes {
  readonly straight: number;
  /** Opening marks less closing ones. */
  readonly pairs: number;
  /** „German quotes“ close with what opens English ones: their pairs tell nothing. */
  readonly low: boolean;
}

const noQuotes: Quotes = { straight: 0, pairs: 0, low: false };

function withQuotesOf(piece: string, { straight, pairs, low }: Quotes): Quotes {
  return {
    straight: straight + count(piece, /"/g),
    pairs: pairs + count(piece, /[«“「『]/gu) - count(piece, /[»”」』]/gu),
    low: low || piece.includes('„'),
  };
}

function areOpen({ straight, pairs, low }: Quotes): boolean {
  return straight % 2 === 1 || (!low && pairs > 0);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const ordinals = new Set(['de', 'da', 'no', 'fi', 'hu', 'cs', 'pl', 'tr']);
const startsSentence =
  /^\s*(?:The|It|He|She|They|We|But|In|This|That|And|However|Its|A|An|Le|La|Les|Il|Elle|Der|Die|Das|El|Los|O|As)\s/;

/** Abbreviations that a name or number follows, in any language; a sentence hardly ever ends with them. */
const neverLast = new Set(
  (
    'dr mr mrs ms prof st sr jr vs no nos fig vol gen col lt sgt capt rev hon gov sen rep pres ' +
    'mme mlle mm me pr art z u d bzw ca nr str abs sog usw.a dgl evtl ggf inkl mind max hr fr dipl ing ' +
    'sra srta dña ud uds núm pág av avda ee.uu exmo exma sig sigg dott avv geom dhr mevr mw drs bijv ' +
    'ul im prof.dr mgr inż tzn np tj z.b d.h u.a o.ä i.d z.t e.g i.e p.ej t.ex bl.a osv d.v.s г гг им ул т.е т.д акад проф'
  ).split(' '),
);

/** Abbreviations that are words elsewhere. */
const localAbbreviations: ReadonlyMap<Language, ReadonlySet<string>> = new Map([
  ['fr', new Set(['m', 'cf', 'env', 'éd', 'av', 'janv', 'févr', 'avr', 'juil', 'sept', 'oct', 'nov', 'déc'])],
  ['en', new Set(['jan', 'feb', 'mar', 'apr', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'approx', 'est'])],
  ['de', new Set(['jan', 'feb', 'aug', 'sept', 'okt', 'nov', 'dez', 'mio', 'mrd', 'tsd'])],
]);
