/**
 * Takes away what does not change a word: case, width, accents, vowel marks of Arabic and Hebrew, the nukta of
 * Devanagari, invisible joiners. What tells words apart in a script stays: vowel signs of Hindi and Thai, dakuten.
 * Idempotent. "Échéance" → "echeance", "İŞTEN" → "isten", "ＡＷＳ" → "aws", "أمازون" → "امازون", "ёлка" → "елка".
 */
export function fold(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  const letters = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(marks, '')
    .replace(lookalikes, (found) => alike[found] ?? '');
  return letters.normalize('NFC');
}

/** Lower case with accents kept, as stemmers want it; Turkish and Azeri have a case rule of their own for i. */
export function lowerCase(text: string, language: string): string {
  const wide = plain.test(text) ? text : text.normalize('NFKC').replace(invisible, '');
  return language === 'tr' || language === 'az' ? wide.toLocaleLowerCase('tr') : wide.toLowerCase();
}

// oxlint-disable-next-line no-control-regex -- plain ASCII is the common case and needs none of the work below
const plain = /^[\x00-\x7f]*$/;
const marks = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u0640]/g;
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const lookalikes = /[\u00ad\u200b-\u200f\u2060\ufeffßøæœłđðþıىةکیۀہھگ’ʼ]/g;

/** Letters that do not decompose, and letters of Arabic script that writers exchange freely. */
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ى: 'ي',
  ة: 'ه',
  ک: 'ك',
  ی: 'ي',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  گ: 'ك',
  '’': "'",
  ʼ: "'",
};
