/** Which of the encodings that were common before UTF-8 a text is in. */

/**
 * Asked for bytes that are not UTF-8 and declare nothing. An encoding of two bytes a character is taken if the bytes are
 * valid in it and give enough of its language's commonest characters (about 4 in 10 characters of any real text are among
 * them, and next to none of the text that the wrong encoding gives); else Cyrillic, if high letters stand together in
 * words of their own; else Western European, where they stand among ASCII letters.
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
  return looksCyrillic(new TextDecoder('windows-1251').decode(sample)) ? 'windows-1251' : 'windows-1252';
}

/** Kana with its punctuation. */
const japanese = /[ぁ-んァ-ヴー。、「」・]/gu;

/** The 140 or so commonest characters, with their punctuation. */
const chinese =
  /[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社事公司市场新技万亿，。、：“”；]/gu;

/** The 100 or so commonest syllables. */
const korean =
  /[이다는을에의가고하지한도로은사기를자어서리시대인해보나그부정아수들전일과구장상스주제여원으공게만있라년성관국조개면경동업소한용계회무발안것했와신됐월밝니까데며위적분할중위진]/gu;

const eastAsian: ReadonlyArray<{ readonly encoding: string; readonly common: RegExp }> = [
  { encoding: 'shift_jis', common: japanese },
  { encoding: 'euc-jp', common: japanese },
  { encoding: 'gb18030', common: chinese },
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
  return high === 0 ? 0 : (text.match(common)?.length ?? 0) / high;
}

function looksCyrillic(text: string): boolean {
  const letters = text.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  const inWords = (text.match(/(?<![\p{L}])[\u0400-\u04ff]{2,}(?![\p{L}])/gu) ?? []).join('').length;
  return letters > 0 && inWords / letters > 0.6;
}
