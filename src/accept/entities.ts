/** HTML entities that a feed escaped twice. Full decoding is the parser's; these are what is left over in titles. */

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  euro: '€',
  pound: '£',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  middot: '·',
  bull: '•',
  szlig: 'ß',
  oslash: 'ø',
  Oslash: 'Ø',
  aelig: 'æ',
  AElig: 'Æ',
  oelig: 'œ',
  OElig: 'Œ',
  iexcl: '¡',
  iquest: '¿',
};

/** Combining marks by the names HTML gives them: "eacute" is e + acute. */
const accents: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
};

/** Once only: "&amp;lt;" becomes "&lt;", because somebody may have meant just that. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z])(acute|grave|circ|uml|tilde|cedil|ring|caron)|([a-z]{2,6}));/gi,
    (whole: string, hex?: string, decimal?: string, letter?: string, accent?: string, name?: string) => {
      if (hex !== undefined) return character(Number.parseInt(hex, 16)) ?? whole;
      if (decimal !== undefined) return character(Number(decimal)) ?? whole;
      if (letter !== undefined) return (letter + (accents[accent ?? ''] ?? '')).normalize('NFC');
      return (Object.hasOwn(named, name ?? '') ? named[name ?? ''] : undefined) ?? whole;
    },
  );
}

function character(code: number): string | undefined {
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
