/** Which of the encodings that were common before UTF-8 a text is in. */
import { latinAlphabets, otherAlphabets } from './alphabets.ts';

/**
 * Asked for bytes that are not UTF-8 and declare nothing. An encoding of two bytes a character is taken if the bytes are
 * valid in it and give enough of its language's commonest characters (about 4 in 10 characters of any real text are among
 * them, and next to none of the text that the wrong encoding gives); else that of another script, if high letters stand
 * together in words of their own; else one of Latin letters, where they stand among ASCII letters.
 */
export function guessEncoding(bytes: Uint8Array): string {
  // Guessing from the beginning: enough to know, and bounded.
  const sample = bytes.subarray(0, 50_000);
  const scored = eastAsian.map(({ encoding, common }) => ({
    encoding,
    share: shareOf(common, decodeStart(encoding, sample)),
  }));
  const [best] = scored.toSorted((a, b) => b.share - a.share);
  if (best !== undefined && best.share >= 0.2) return best.encoding;
  return guessOtherScript(sample) ?? guessLatin(sample);
}

/** Kana with its punctuation. */
const japanese = /[ぁ-んァ-ヴー。、「」・]/gu;

/** The 140 or so commonest characters, with their punctuation. */
const chinese =
  /[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社事公司市场新技万亿，。、：“”；]/gu;

/** As above, as they are written in Taiwan and Hong Kong. */
const traditional =
  /[的一是不在了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社事公司市場新技萬億與並將宣布，。、「」；：]/gu;

/** The 100 or so commonest syllables. */
const korean =
  /[이다는을에의가고하지한도로은사기를자어서리시대인해보나그부정아수들전일과구장상스주제여원으공게만있라년성관국조개면경동업소한용계회무발안것했와신됐월밝니까데며위적분할중위진]/gu;

const eastAsian: ReadonlyArray<{ readonly encoding: string; readonly common: RegExp }> = [
  { encoding: 'shift_jis', common: japanese },
  { encoding: 'euc-jp', common: japanese },
  { encoding: 'gb18030', common: chinese },
  { encoding: 'gb18030', common: traditional },
  { encoding: 'big5', common: traditional },
  { encoding: 'euc-kr', common: korean },
  // A line or two without space, digit or line end has no zero byte to tell UTF-16 by.
  ...[japanese, chinese, korean].flatMap((common) => [
    { encoding: 'utf-16le', common },
    { encoding: 'utf-16be', common },
  ]),
];

/** Text of the bytes up to where they are no longer valid, if that is not soon. */
function decodeStart(encoding: string, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding).decode(bytes);
  // A sample may end in the middle of a character; anything before that must be valid.
  return text.slice(0, -2).includes('\uFFFD') ? '' : text;
}

function shareOf(common: RegExp, text: string): number {
  const high = text.match(/[^\0-\x7f]/gu)?.length ?? 0;
  // A second byte may be ASCII: single high letters of a Latin text are single characters here.
  return !/[^\0-\x7f]{3}/u.test(text) ? 0 : (text.match(common)?.length ?? 0) / high;
}

/** @returns undefined if the high letters do not stand in words of their own */
function guessOtherScript(sample: Uint8Array): string | undefined {
  const scored = otherAlphabets.map(({ encoding, script, common }) => {
    const text = new TextDecoder(encoding).decode(sample);
    const letters = text.match(script) ?? [];
    const inWords = (text.match(/\p{L}+/gu) ?? [])
      .filter((word) => word.length > 1 && word.match(script)?.length === word.length)
      .join('').length;
    const isScript = letters.length > 0 && inWords / letters.length > 0.6;
    return { encoding, share: isScript ? (text.match(common)?.length ?? 0) / letters.length : -1 };
  });
  const [best] = scored.toSorted((a, b) => b.share - a.share);
  return best === undefined || best.share < 0 ? undefined : best.encoding;
}

/** Another than the Western European one has to fit one language nearly without fault, and so much better. */
const fits = 0.95;
const muchBetter = 0.04;

function guessLatin(sample: Uint8Array): string {
  const encodings = [...new Set(latinAlphabets.map(({ encoding }) => encoding))];
  const [western = 0, ...others] = encodings.map((encoding) => fitOf(encoding, sample));
  const best = Math.max(...others);
  return best >= fits && best >= western + muchBetter ? encodings[others.indexOf(best) + 1]! : 'windows-1252';
}

/** Where one encoding has them, another has letters. */
const quotes = '“”„‘’‚«»‹›–—…';

/** How much of what is no ASCII, in words, is of the alphabet of that language in this encoding that fits best. */
function fitOf(encoding: string, sample: Uint8Array): number {
  const text = new TextDecoder(encoding).decode(sample).toLowerCase();
  const inWords = text.match(/(?<=\p{L})[^\0-\x7f\p{M}]|[^\0-\x7f\p{M}](?=\p{L})/gu) ?? [];
  if (inWords.length === 0) return 0;
  const alphabets = latinAlphabets.filter((alphabet) => alphabet.encoding === encoding);
  const known = alphabets.map(
    ({ letters }) => inWords.filter((each) => letters.includes(each) || quotes.includes(each)).length,
  );
  return Math.max(...known) / inWords.length;
}
