/**
 * The numbers a report is about, so that a later one can be seen to give others: "10 % of staff", then "14 % of staff".
 * A wrong change would be a lie in an alert: whatever is not sure is left out.
 */
import type { Draft, KeyFigure } from '../domain.ts';
import type { Analysis } from '../language/analyze.ts';
import { isFunctionWord } from '../language/function-words.ts';
import { stem } from '../language/stem.ts';
import { currencyAt } from './currencies.ts';
import { countsWholeStaff, type FigureKind, figureKindsIn } from './figure-kinds.ts';
import { type Figure, figuresIn } from './figures.ts';
import { asRough, valuesGiven } from './given-figures.ts';

const most = 6;
/** In characters. */
const leadLength = 360;
/** In characters: what an article gives besides stands near its beginning. */
const readLength = 2_000;
/** How far from a figure the word may stand that says what it counts. In characters. */
const reach = 38;
/** A word that counts something stands closer, and half as far before the number. */
const countReach = 22;

/** Of title and lead, in their order. What the title counts is not counted once more from the lead. */
export function keyFiguresOf(
  { title, text }: Pick<Draft, 'title' | 'text'>,
  analysis: Pick<Analysis, 'language' | 'meanings'>,
): readonly KeyFigure[] {
  const inTitle = keyFiguresIn(title, analysis);
  const counted = new Set(inTitle.map(({ of }) => of));
  const inLead = keyFiguresIn(leadOf(text), analysis).filter(({ of }) => !counted.has(of));
  const figures = [...inTitle, ...inLead].slice(0, most);
  if (figures.length === 0) return [];
  const given = valuesGiven(`${title}\n${text.slice(0, readLength)}`);
  return figures.map((figure) => {
    const besides = given.filter((value) => value !== figure.value);
    return besides.length === 0 ? figure : { ...figure, besides };
  });
}

/** Not within a word, which would be shown so: "2.3 million clie". */
function leadOf(text: string): string {
  return text
    .slice(0, leadLength)
    .replace(wordThatGoesOn.test(text.slice(leadLength - 1)) ? lastWord : '', '');
}

const wordThatGoesOn = /^\S\S/u;
/** Scripts without spaces have longer ones, and may be cut anywhere. */
const lastWord = /\s\S{1,30}$/u;

function keyFiguresIn(
  field: string,
  analysis: Pick<Analysis, 'language' | 'meanings'>,
): readonly KeyFigure[] {
  const figures = figuresIn(field);
  // Most fields have none, and to look for what they would count takes longer.
  const kinds = figures.length === 0 ? [] : figureKindsIn(field);
  return figures.flatMap((figure) => {
    const key = keyFigure(field, figure, kinds, analysis);
    return key === undefined ? [] : [key];
  });
}

function keyFigure(
  field: string,
  figure: Figure,
  kinds: readonly FigureKind[],
  { language, meanings }: Pick<Analysis, 'language' | 'meanings'>,
): KeyFigure | undefined {
  const end = figure.at + figure.written.length;
  const money = currencyAt(field, figure.at, end);
  const kind = kindNear(field, money?.start ?? figure.at, money?.end ?? end, kinds);
  if (money !== undefined) {
    const use = kind !== undefined && moneyKinds.has(kind.kind) ? kind.kind : moneyConcept(meanings);
    if (use === undefined) return undefined;
    return {
      of: `${money.code} ${use}`,
      value: figure.value,
      ...asRough(field, money.start),
      written: short(field, money.start, money.end),
    };
  }
  if (kind === undefined)
    return figure.unit === 'percent' ? undefined : nounBehind(field, figure, end, language);
  if (kind.kind === 'shares' || isVague(field, figure.at, kind.kind)) return undefined;
  const counted = figure.unit === 'percent' ? isShare(kind, end) : isCount(field, figure, kind, end);
  if (!counted) return undefined;
  const last = kind.start >= end && kind.end - end <= nounReach ? kind.end : end;
  const of = figure.unit === 'percent' ? `percent ${kind.kind}` : `count ${peopleOf(kind.kind, meanings)}`;
  return { of, value: figure.value, ...asRough(field, figure.at), written: short(field, figure.at, last) };
}

function short(field: string, start: number, end: number): string {
  return field.slice(start, end).replace(/\s+/g, ' ').trim();
}

/** A word that is printed with its figure stands this close, in characters. */
const nounReach = 26;

/** "14 % of staff"; but "a staff of 430, up 14 %" says nothing about the share of staff. */
function isShare({ kind, start }: FigureKind, end: number): boolean {
  return !counts.has(kind) || start >= end;
}

function isCount(
  field: string,
  { at, value }: Figure,
  { kind, start, end: last }: FigureKind,
  end: number,
): boolean {
  if (!counts.has(kind) || !Number.isInteger(value)) return false;
  if (start >= end ? start - end > countReach : at - last > countReach / 2) return false;
  return !(isPeople(kind) && countsWholeStaff(field.slice(Math.max(0, at - 40), at)));
}

function isPeople(kind: string): boolean {
  return kind === 'staff' || kind === 'people';
}

const moneyKinds = new Set(['revenue', 'profit', 'valuation']);
const counts = new Set(['staff', 'people', 'dead', 'injured', 'customers', 'vehicles']);

/** Whom a report on layoffs means by "430 people", and one on stolen data by "6.4 million people". */
function peopleOf(kind: string, meanings: Analysis['meanings']): string {
  if (kind !== 'people') return kind;
  if (meanings.has('layoffs') || meanings.has('strike') || meanings.has('hiring')) return 'staff';
  return meanings.has('data-breach') ? 'customers' : kind;
}

/** The nearest word of a kind in the same clause; behind the figure rather than before it. */
function kindNear(
  field: string,
  start: number,
  end: number,
  kinds: readonly FigureKind[],
): FigureKind | undefined {
  const near = kinds
    .map((kind) => ({ kind, away: kind.start >= end ? kind.start - end : 12 + start - kind.end }))
    .filter(({ kind, away }) => {
      if (away < 0 || away > reach) return false;
      const between = kind.start >= end ? field.slice(end, kind.start) : field.slice(kind.end, start);
      return !clauseEnd.test(between);
    });
  return near.toSorted((a, b) => a.away - b.away)[0]?.kind;
}

const clauseEnd = /[.!?;:。！？；、，،।—–]|,\s|\d/u;

/** What the money is for, if the report is about one thing that has a price. */
function moneyConcept(meanings: Analysis['meanings']): string | undefined {
  const priced = pricedConcepts.filter((id) => (meanings.get(id)?.mentions[0]?.first ?? Infinity) < 60);
  return priced.length === 1 ? priced[0] : undefined;
}

const pricedConcepts = ['acquisition', 'fine', 'funding', 'ipo'];

/** "More than 10,000" and 14,000 do not differ. Of the dead a count is always one so far. */
function isVague(field: string, at: number, kind: string): boolean {
  if (kind === 'dead' || kind === 'injured') return false;
  return vague.test(field.slice(Math.max(0, at - 24), at));
}

const vague =
  /(?:more than|over|at least|up to|nearly every|mehr als|über|mindestens|bis zu|plus de|au moins|jusqu'à|jusqu’à|más de|al menos|hasta|mais de|pelo menos|até|oltre|più di|almeno|fino a|meer dan|ruim|minstens|tot|mer än|över|minst|upp till|ponad|co najmniej|do|en az|более|свыше|не менее|до|أكثر من|अधिक|lebih dari|最多|超过|至少|最大|최대)\s*$/iu;

/** "70,000 HomeBell speakers": the first word behind that is neither name nor small word. Within one language only. */
function nounBehind(field: string, figure: Figure, end: number, language: string): KeyFigure | undefined {
  const pattern = language === 'de' ? germanNoun : plainNoun;
  const behind = pattern.exec(field.slice(end, end + 50));
  const noun = behind?.[1];
  if (behind === null || noun === undefined || isFunctionWord(noun, language)) return undefined;
  if (figure.value < leastOfAnything || isVague(field, figure.at, 'noun')) return undefined;
  const written = field.slice(figure.at, end + behind[0].length);
  return { of: `count ~${stem(noun, language)}`, value: figure.value, ...asRough(field, figure.at), written };
}

const plainNoun =
  /^[ \u00a0](?:\p{Lu}[\p{L}\p{N}-]*[ \u00a0]){0,2}(\p{Ll}[\p{L}\p{M}]{2,}|\p{Lo}[\p{Lo}\p{M}]+)/u;
const germanNoun = /^[ \u00a0](\p{Lu}[\p{L}\p{M}]{2,})/u;

/** "3 ways", "2 men": the small numbers of any text. */
const leastOfAnything = 20;
