/** What stands before the first words of a report: where, when and from whom. Links, date and outlet are told beside it. */

const longest = 70;
const dash = /\s*(?:--|[—–-])\s+/u;
/** "BERLIN (dpa)", "NEW YORK, Nov. 27 (Reuters)". Only those that are known: a name may end in a bracket too. */
const wire =
  /^[\p{Lu}\d][^()]{1,50}\((?:Reuters|AP|AFP|dpa[^()]{0,12}|ots|APA|ANSA|EFE|Europa Press|Lusa|PAP|TT|ANP|PTI|ANI|TASS|Xinhua|Kyodo|Yonhap|Bloomberg|PRNewswire|PR Newswire|BUSINESS WIRE|Business Wire|GLOBE NEWSWIRE|ACCESSWIRE|NEWSfile|CNW)\)$/iu;
const bracketed = /^【[^】]{1,40}】/u;

/** The sentence without its dateline ("PARIS, Nov. 27, 2026 -- "); as it is if nothing would be left. */
export function withoutDateline(sentence: string): string {
  const rest = sentence.replace(bracketed, '');
  const mark = dash.exec(rest.slice(0, longest));
  if (mark === null || mark.index === 0) return rest || sentence;
  const before = rest.slice(0, mark.index);
  const behind = rest.slice(mark.index + mark[0].length);
  return /^["“„«\p{Lu}\p{Lo}\d]/u.test(behind) && (wire.test(before) || isPlaceAndDay(before))
    ? behind
    : rest;
}

/** "SANTA CLARA, Calif., Nov. 27, 2026", "Paris, le 27 novembre 2026": a place, then nothing but names and a day. */
function isPlaceAndDay(text: string): boolean {
  const comma = text.indexOf(',');
  if (comma < 0 || !/^\p{Lu}[\p{L}\p{M}.'’ -]{1,40}$/u.test(text.slice(0, comma))) return false;
  const words = text.slice(comma + 1).match(/[^\s,]+/g) ?? [];
  const isDay = (word: string | undefined) =>
    word !== undefined && /^\d{1,2}(?:\.|er|st|nd|rd|th)?$/u.test(word);
  return (
    words.some(isDay) &&
    words.every(
      (word, at) =>
        isDay(word) ||
        /^(?:\p{Lu}[\p{L}\p{M}.’'-]*|\d{4}|le|de|den|del)$/u.test(word) ||
        (/^\p{Ll}{3,10}$/u.test(word) && (isDay(words[at - 1]) || words[at - 1] === 'de')),
    )
  );
}
