/** How a report gives a number: as about right, or as what was said before. */
import type { KeyFigure } from '../domain.ts';
import { figuresIn } from './figures.ts';

/** "About 5,000": whatever rounds to it is no other number. */
export function asRough(field: string, at: number): Pick<KeyFigure, 'about'> {
  return roughly.test(field.slice(Math.max(0, at - 24), at)) ? { about: true } : {};
}

const roughly =
  /(?:(?<![\p{L}\p{M}])(?:about|around|some|roughly|approximately|nearly|almost|close to|rund|etwa|gut|knapp|fast|ungefähr|ca\.?|circa|environ|quelque|près de|presque|autour de|unos|unas|cerca de|alrededor de|aproximadamente|casi|quase|quasi|ongeveer|bijna|zo'n|omkring|cirka|nästan|około|prawie|blisko|yaklaşık|около|примерно|почти|نحو|حوالي|लगभग|करीब|sekitar|hampir)\s+|約|およそ|ほぼ|약\s*|거의\s*|约|大约|近)[$€£¥₹]?$/iu;

/** Values that a text holds to be so, small numbers aside; not those that it takes back or says were given before. */
export function valuesGiven(text: string): readonly number[] {
  const values = figuresIn(text).flatMap(({ value, at, written }) =>
    value < leastGiven || isOfBefore(text, at, at + written.length) ? [] : [value],
  );
  return [...new Set(values)].slice(0, mostGiven);
}

const leastGiven = 5;
const mostGiven = 16;

function isOfBefore(text: string, at: number, end: number): boolean {
  const before =
    text
      .slice(Math.max(0, at - 120), at)
      .split(sentenceEnd)
      .at(-1) ?? '';
  const behind = text.slice(end, end + 60).split(sentenceEnd)[0] ?? '';
  return takesBack.test(before) || saidBefore.test(`${before} ${behind}`);
}

const sentenceEnd = /[.!?](?=\s)|[。！？\n]/u;
/** Right before the number. Words that may also lead to the whole ("Abbau von 7.300 Stellen") are left out. */
const takesBack =
  /(?<!\p{L})(?:not|from|rather than|instead of|nicht|statt|anstatt|et non|non pas|au lieu de|contre|y no|en lugar de|frente a|e não|em vez de|e non|anziché|invece di|niet|in plaats van|inte|i stället för|a nie|zamiast|а не|вместо|بدلا من|bukan)\s*$|而不是$/iu;
/** Anywhere in its sentence. */
const saidBefore =
  /(?<!\p{L})(?:earlier|previous|initial|original|first (?:said|reported|thought|announced|estimated|put)|so far|zunächst|zuvor|bisher|bislang|ursprünglich|früher|anfangs|jusqu|auparavant|initial|d'abord|précédemment|antes|inicial|anterior|prima|inizial|preced|eerder|aanvankelijk|eerst|tidigare|först|wcześniej|początkowo|daha önce|önceki|ранее|раньше|сначала|прежде|سابق|पहले|sebelumnya|semula)|当初|これまで|前回|당초|앞서|기존|此前|原先|之前|原来/iu;
