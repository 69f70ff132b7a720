/**
 * The numbers of a text as values, however its language writes them: "1.200", "1,200" and "1 200" are 1200; "2,3
 * Millionen", "2.3m" and "230万" are 2300000. Years, clock times and the days of dates are no figures.
 */
import { fold } from '../language/fold.ts';
import { monthNumber } from './date-words.ts';

export interface Figure {
  readonly value: number;
  readonly unit: 'percent' | 'number';
  /** As written, with its unit or scale. */
  readonly written: string;
  /** UTF-16 offset in the text. */
  readonly at: number;
}

/** At most this many; a longer list of numbers is a table. */
const most = 60;

export function figuresIn(text: string): readonly Figure[] {
  const plain = withPlainDigits(text);
  const figures: Figure[] = [];
  let readTo = 0;
  for (const found of plain.matchAll(numeral)) {
    if (figures.length >= most) break;
    // A second part of a number that was read already: "3만1천".
    if (found.index < readTo) continue;
    const at = found.index;
    const end = at + found[0].length;
    if (isDayOfMonth(found[0], plain.slice(Math.max(0, at - 24), at), plain.slice(end, end + 24))) continue;
    if (isClockTime(found[0], plain.slice(Math.max(0, at - 12), at), plain.slice(end, end + 12))) continue;
    const read = scaled(valueOf(found[0]), plain.slice(end, end + 32));
    readTo = end + read.length;
    const percent = read.percent || percentBefore.test(plain.slice(Math.max(0, at - 8), at));
    if (!percent && (read.calendar || isYear(found[0], read.length))) continue;
    const written = text.slice(at, readTo).trim().replace(/\.$/, '');
    figures.push({ value: rounded(read.value), unit: percent ? 'percent' : 'number', written, at });
  }
  return [...figures, ...spelledOut(plain)];
}

/** "two million", "zehn Milliarden", "dwóch milionów": a small number in letters before a scale. */
function spelledOut(text: string): readonly Figure[] {
  const figures: Figure[] = [];
  for (const found of text.matchAll(lettersBeforeScale)) {
    const value = smallNumbers.get(fold(found[1] ?? ''));
    const factor = scales.get(fold(found[2] ?? ''));
    if (value === undefined || factor === undefined || factor < 1e3) continue;
    figures.push({ value: value * factor, unit: 'number', written: found[0], at: found.index });
  }
  return figures;
}

const lettersBeforeScale = /(?<![\p{L}\p{N}])(\p{L}{2,9})[ \u00a0-](\p{L}{2,12})(?![\p{L}\p{M}])/gu;
const smallNumbers = new Map(
  Object.entries({
    1: 'one eine einer einem un une uno una um uma een ett',
    2: 'two zwei deux dos dois duas due twee två dwa dwóch dwie iki два две двух dua',
    3: 'three drei trois tres três tre drie trzy trzech üç три трех tiga',
    4: 'four vier quatre cuatro quatro quattro fyra cztery czterech dört четыре четырех empat',
    5: 'five fünf cinq cinco cinque vijf fem pięć pięciu beş пять пяти lima',
    6: 'six sechs seis sei zes sex sześć altı шесть шести enam',
    7: 'seven sieben sept siete sete sette zeven sju siedem yedi семь tujuh',
    8: 'eight acht huit ocho oito otto åtta osiem sekiz восемь delapan',
    9: 'nine neun neuf nueve nove negen nio dziewięć dokuz девять sembilan',
    10: 'ten zehn dix diez dez dieci tien tio dziesięć on десять sepuluh',
    12: 'twelve zwölf douze doce doze dodici twaalf tolv dwanaście двенадцать',
    20: 'twenty zwanzig vingt veinte vinte venti twintig tjugo dwadzieścia yirmi двадцать',
  }).flatMap(([value, names]) => names.split(' ').map((name) => [fold(name), Number(value)] as const)),
);

/**
 * How much it says that two texts share this figure, 0 to 4: three digits and more are hardly chance, "10" and
 * "1 million" are in every third article.
 */
export function distinctiveness({ value, unit }: Pick<Figure, 'value' | 'unit'>): number {
  const digits = String(value)
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
  // No newsroom writes so many: a telephone number, an account, a piece of a link.
  if (digits > 7) return 0;
  if (digits >= 4) return 4;
  if (digits === 3) return value >= 100 || unit === 'percent' ? 4 : 3;
  if (digits === 2) return value >= 100 || !Number.isInteger(value) ? 3 : 2;
  return value >= 100 || unit === 'percent' ? 1 : 0;
}

const foreignDigit = /[٠-٩۰-۹०-९০-৯０-９]/g;

/** One for one: offsets stay. */
function withPlainDigits(text: string): string {
  return text.replace(foreignDigit, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = digitZeros.find((start) => code >= start && code <= start + 9) ?? code;
    return String(code - zero);
  });
}

const digitZeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

/** Not within a word or behind its hyphen (H100, GPT-4), nor part of a clock time. */
const numeral =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\d.,:-])(?:\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)*)(?![\d:])/gu;

/** A mark with exactly three digits behind it parts thousands; the last of two kinds of marks parts decimals. */
function valueOf(numeralText: string): number {
  const compact = numeralText.replace(/[ \u00a0\u202f\u2009'’]/g, '');
  const marks = compact.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return Number(compact);
  const at = compact.lastIndexOf(last);
  const before = compact.slice(0, at);
  const behind = compact.slice(at + 1);
  const onlyKind = marks.every((mark) => mark === last);
  const parts = onlyKind && behind.length === 3 && !/^0+$/.test(before);
  const whole = before.replace(/[.,]/g, '');
  if (parts || (onlyKind && marks.length > 1)) return Number(whole + behind);
  return Number(`${whole}.${behind}`);
}

interface Scaled {
  readonly value: number;
  readonly percent: boolean;
  /** The number counts days, months, hours: a date or a time in a script without spaces. */
  readonly calendar: boolean;
  /** Characters behind the numeral that belong to it. */
  readonly length: number;
}

function scaled(value: number, behind: string): Scaled {
  const joined = joinedScale.exec(behind)?.[0];
  if (joined !== undefined) return inMyriads(value, behind);
  const percent = percentBehind.exec(behind)?.[0];
  if (percent !== undefined) return { value, percent: true, calendar: false, length: percent.length };
  if (calendarBehind.test(behind)) return { value, percent: false, calendar: true, length: 0 };

  let scaledValue = value;
  let length = 0;
  // Twice: "14.100 mil millones", "2 लाख करोड़".
  for (let word = 0; word < 2; word += 1) {
    const next = scaleWord.exec(behind.slice(length));
    if (next === null) break;
    const name = fold(next[2] ?? '');
    const factor = scales.get(name) ?? (next[1] === '' ? attached.get(name) : undefined);
    if (factor === undefined) break;
    scaledValue *= factor;
    length += next[0].length;
  }
  return { value: scaledValue, percent: false, calendar: false, length };
}

/** "3억5천만", "1億2000万", "3万1千": each part has its own scale, and they add up. */
function inMyriads(value: number, behind: string): Scaled {
  let total = 0;
  let part = value;
  let length = 0;
  for (;;) {
    const scale = joinedScale.exec(behind.slice(length))?.[0] ?? '';
    for (const sign of scale.trim()) part *= myriads[sign] ?? 1;
    total += part;
    length += scale.length;
    const next = scale === '' ? undefined : /^ ?\d+/.exec(behind.slice(length))?.[0];
    if (next === undefined) break;
    const scaledToo = joinedScale.test(behind.slice(length + next.length));
    // "1万4000": what stands right behind the myriads are its ones.
    if (!scaledToo && !(/[万萬만]$/u.test(scale) && /^\d{1,4}$/.test(next))) break;
    part = Number(next);
    length += next.length;
  }
  return { value: total, percent: false, calendar: false, length };
}

const myriads: Readonly<Record<string, number>> = {
  百: 1e2, 千: 1e3, 万: 1e4, 萬: 1e4, 億: 1e8, 亿: 1e8, 兆: 1e12, 백: 1e2, 천: 1e3, 만: 1e4, 억: 1e8, 조: 1e12,
}; // prettier-ignore
const joinedScale = /^ ?[百千万萬億亿兆백천만억조]+/u;

const percentBehind =
  /^[\s\u00a0]*(?:[%٪％]|(?:per|pour|por|pro)[\s\u00a0]?(?:cent|ciento|cento)|p[eo]r[cs]ent\p{L}*|pro[cz]ent\p{L}*|proc\.|процент\p{L}*|persen|في المئة|في المائة|بالمئة|بالمائة|प्रतिशत|फीसदी|फ़ीसदी|パーセント|퍼센트)/iu;
const percentBefore = /(?:%|yüzde|百分之)\s?$/iu;
const calendarBehind = /^ ?(?:月|日(?!本)|年|时|時|点|點|월|일|년|시(?!장)|th\b|st\b|nd\b|rd\b)/u;

const scaleWord = /^([\s\u00a0\u202f]*)(\p{L}[\p{L}\p{M}]*)\.?/u;
const scales = new Map(
  Object.entries({
    1e3: 'thousand thousands mille tausend tsd mil mila duizend tusen tys tysiac tysiace tysiecy bin ribu тыс тысяч тысячи тысяча الف الاف ألف آلاف हजार हज़ार',
    1e5: 'lakh lakhs लाख',
    1e6: 'million millions mln mn mio millionen millon millones milhao milhoes milione milioni miljoen miljoner miljon milion miliony milionow milyon juta jt млн миллион миллиона миллионов مليون ملايين मिलियन',
    1e7: 'crore crores करोड़',
    1e9: 'billion billions bn milliard milliards mrd milliarde milliarden md mds bilhao bilhoes bi miliardo miliardi mld miljard miljarden miljarder mdr mrd miliard miliardy miliardow milyar miliar млрд миллиард миллиарда миллиардов مليار مليارات ملياري अरब बिलियन',
    1e12: 'trillion trillions tn billon billones bilion biliun triliun trilyon трлн триллион триллиона триллионов تريليون',
  }).flatMap(([factor, names]) => names.split(' ').map((name) => [fold(name), Number(factor)] as const)),
);
/** Letters that are a scale only when they touch the number. */
const attached = new Map([['k', 1e3], ['m', 1e6], ['b', 1e9], ['t', 1e12]]); // prettier-ignore

function isYear(numeralText: string, scaleLength: number): boolean {
  return scaleLength === 0 && /^(?:19|20)\d\d$/.test(numeralText);
}

/** "at 7.45am", "um 14.30 Uhr", "a las 9.40", "12.20 GMT": with a full stop it may be any number, but for what is beside it. */
function isClockTime(numeralText: string, before: string, behind: string): boolean {
  if (!/^(?:[01]?\d|2[0-4])\.[0-5]\d$/.test(numeralText)) return false;
  return clockBehind.test(behind) || clockBefore.test(before);
}

const clockBehind =
  /^\s?(?:[ap]\.?m\b|(?:Uhr|h|hrs|hora|horas|ore|uur|WIB|GMT|UTC|BST|CE?S?T|E[SD]T|P[SD]T|IST)(?!\p{L}))/u;
const clockBefore = /(?<!\p{L})(?:gegen|um|pukul|kl\.?|klo|godz\.?|a las|alle|às|saat)\s$/iu;

/** "17 November", "17 de noviembre", "November 17". */
function isDayOfMonth(numeralText: string, before: string, behind: string): boolean {
  if (!/^\d{1,2}$/.test(numeralText) || Number(numeralText) > 31) return false;
  const after = /^(?:\.|º|er|st|nd|rd|th)?[\s\u00a0]+(?:de |of )?(\p{L}[\p{L}\p{M}]{2,})/u.exec(behind)?.[1];
  const ahead = /(\p{L}[\p{L}\p{M}]{2,})\.?[\s\u00a0]$/u.exec(before)?.[1];
  return [after, ahead].some((name) => name !== undefined && monthNumber(name) !== undefined);
}

/** 1.15 × 1000 is not quite 1150 in binary. */
function rounded(value: number): number {
  return Number(value.toPrecision(10));
}
