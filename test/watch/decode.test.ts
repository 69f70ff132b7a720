import { assert, constantFrom, property, string, uint8Array } from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText, looksBinary } from '../../src/watch/decode.ts';
import { encode } from './encode.ts';

const utf8 = new TextEncoder();

/** A few lines as they stand in news of the country. */
const french =
  'La société a annoncé mardi la suppression de 300 emplois à Orléans. « C’est une décision très difficile », a déclaré sa présidente.';
const german =
  'Der Hersteller will größere Werke schließen. Über 2.000 Beschäftigte müssen gehen, wie die Geschäftsführung ankündigte.';
const russian =
  'Компания объявила о сокращении трёхсот сотрудников. Решение вступит в силу в марте, сообщили в пресс-службе.';
const japanese =
  '港湾の自動化を進める企業が、来年までに三百人の従業員を減らすと発表した。会社は「難しい決断だった」と説明している。';
const chinese =
  '公司周二宣布，将在明年三月之前裁减三百个工作岗位。发言人说，这是一个困难的决定，但对公司的发展来说是必要的。';
const korean =
  '회사는 내년 3월까지 직원 300명을 줄이겠다고 화요일 발표했다. 대변인은 어려운 결정이었지만 필요한 일이라고 말했다.';

const polish =
  'Spółka ogłosiła we wtorek, że zwolni trzystu pracowników w Łodzi. „To była trudna decyzja” – mówi prezes.';
const czech =
  'Společnost oznámila, že propustí tři sta zaměstnanců. Rozhodnutí začne platit v březnu, řekl mluvčí.';
const hungarian =
  'A cég bejelentette, hogy háromszáz munkahelyet szüntet meg. A döntés nehéz volt, közölte a szóvivő.';
const turkish =
  'Şirket salı günü üç yüz çalışanını işten çıkaracağını açıkladı. Sözcü, “Zor bir karardı” dedi.';
const arabic = 'أعلنت الشركة يوم الثلاثاء عن تسريح ثلاثمئة موظف، وقالت إن القرار كان صعبا لكنه ضروري.';
const taiwanese =
  '公司週二宣布，將在明年三月之前裁減三百個工作崗位。發言人說，這是一個困難的決定，但對公司的發展來說是必要的。';
const catalan =
  'L’empresa anuncia que acomiadarà tres-centes persones. Això és difícil, però també és necessari.';
const icelandic =
  'Fyrirtækið sagði upp þrjú hundruð manns á þriðjudag. Þetta var erfið ákvörðun, sagði talsmaðurinn.';
const finnish =
  'Yhtiö ilmoitti tiistaina vähentävänsä kolmesataa työpaikkaa. Päätös oli vaikea, sanoi tiedottaja.';

const guessed: ReadonlyArray<[encoding: string, text: string]> = [
  ['windows-1252', french],
  ['windows-1252', german],
  ['windows-1252', 'Résumé'],
  ['windows-1252', 'Prices rose 5 % – to £12 “per unit”'],
  ['windows-1251', russian],
  ['windows-1251', `Amazon ${russian}`],
  ['shift_jis', japanese],
  ['euc-jp', japanese],
  ['gb18030', chinese],
  ['euc-kr', korean],
  ['gb18030', `OpenAI CEO 宣布，${chinese}`],
  ['gb18030', taiwanese],
  ['big5', taiwanese],
  ['koi8-r', russian],
  ['windows-1256', arabic],
  ['windows-1254', turkish],
  ['windows-1250', polish],
  ['windows-1250', czech],
  ['windows-1250', hungarian],
  ['iso-8859-2', 'Związek sądzi, że ciąg dalszy będzie trudny; śledztwo trwa.'],
  ['windows-1252', catalan],
  ['windows-1252', icelandic],
  ['windows-1252', finnish],
  ['windows-1252', 'Die „Firma“ entläßt »dreihundert« Leute – so der Chef'],
  // Too little to go by: it may be "Łód¼" as well.
  ['windows-1252', 'São'],
];

test.for(guessed)('%s is recognised: %s', ([encoding, text]) => {
  expect(decodeText(encode(text, encoding))).toEqual({
    text,
    encoding,
    note: expect.stringMatching(new RegExp(`^It is not UTF-8; it was read as ${encoding}\\.$`, 'i')),
  });
});

const utf16 = [french, russian, japanese, `${chinese}\n2026`, korean];

test.for(utf16)('UTF-16 is recognised without a mark, in both byte orders: %s', (text) => {
  for (const encoding of ['utf-16le', 'utf-16be']) {
    expect(decodeText(encode(text, encoding))).toMatchObject({ text, encoding });
  }
});

const marked: ReadonlyArray<[name: string, mark: readonly number[], encoding: string]> = [
  ['UTF-8', [0xef, 0xbb, 0xbf], 'utf-8'],
  ['UTF-16, little end first', [0xff, 0xfe], 'utf-16le'],
  ['UTF-16, big end first', [0xfe, 0xff], 'utf-16be'],
];

test.for(marked)('a byte order mark decides and is taken off: %s', ([, mark, encoding]) => {
  const bytes = encoding === 'utf-8' ? utf8.encode(japanese) : encode(japanese, encoding);
  const decoded = decodeText(Uint8Array.from([...mark, ...bytes]), ['windows-1252']);
  expect(decoded).toEqual({ text: japanese, encoding });
});

const declared: ReadonlyArray<
  [name: string, bytes: Uint8Array, labels: readonly (string | undefined)[], text: string]
> = [
  ['what is declared is believed', encode(german, 'windows-1252'), ['iso-8859-1'], german],
  ['… if it is wrong the next is asked', encode(japanese, 'shift_jis'), ['euc-kr', 'Shift_JIS'], japanese],
  ['… or a guess made', encode(japanese, 'shift_jis'), ['no-such-encoding', undefined, 'utf-8'], japanese],
  [
    '… where a few bytes are broken, too',
    Uint8Array.from([...encode(taiwanese, 'big5'), 0xa4, 0x20, 0x41]),
    ['big5'],
    `${taiwanese}\uFFFD A`,
  ],
  [
    '… where it was cut in the middle of a character',
    encode(japanese, 'shift_jis').subarray(0, -1),
    ['shift_jis'],
    japanese.replace(/.$/, '\uFFFD'),
  ],
  [
    'UTF-8 with a broken byte is UTF-8, whatever is declared',
    Uint8Array.from([...utf8.encode(russian), 0xff, ...utf8.encode(russian)]),
    ['iso-8859-1'],
    `${russian}\uFFFD${russian}`,
  ],
  ['valid UTF-8 is UTF-8, whatever is declared', utf8.encode(french), ['iso-8859-1'], french],
  ['plain ASCII is not UTF-16, whatever is declared', utf8.encode('plain'), ['utf-16'], 'plain'],
  [
    'ISO-2022-JP looks like ASCII until it is declared',
    utf8.encode('\u001B$B9A\u001B(B'),
    ['iso-2022-jp'],
    '港',
  ],
];

test.for(declared)('%s', ([, bytes, labels, text]) => {
  expect(decodeText(bytes, labels).text).toBe(text);
});

test('UTF-8 that was cut in the middle of a character loses that character alone', () => {
  const bytes = utf8.encode(japanese);
  expect(decodeText(bytes.subarray(0, -1))).toEqual({ text: japanese.slice(0, -1), encoding: 'utf-8' });
  expect(decodeText(bytes.subarray(0, -2))).toEqual({ text: japanese.slice(0, -1), encoding: 'utf-8' });
});

test('UTF-8 with a few broken bytes stays UTF-8, and that is noted', () => {
  const bytes = Uint8Array.from([...utf8.encode(russian), 0xff, ...utf8.encode(russian)]);
  expect(decodeText(bytes)).toEqual({
    text: `${russian}\uFFFD${russian}`,
    encoding: 'utf-8',
    note: 'Some of its bytes are not valid UTF-8.',
  });
});

test('every text survives UTF-8 as it is', () => {
  // A zero character belongs to no text, a mark at the beginning is taken off.
  const texts = string({ unit: 'binary' }).filter(
    (text) => !text.includes('\0') && !text.startsWith('\uFEFF'),
  );
  expect(() => assert(property(texts, (text) => decodeText(utf8.encode(text)).text === text))).not.toThrow();
});

test('no bytes and no declaration make it fail', () => {
  const labels = constantFrom(
    'utf-8',
    'shift_jis',
    'gb18030',
    'utf-16',
    'iso-2022-jp',
    'x-user-defined',
    'replacement',
    '',
  );
  const bytes = uint8Array({ maxLength: 200 });
  expect(() =>
    assert(property(bytes, labels, (each, label) => void decodeText(each, [label]))),
  ).not.toThrow();
});

const files: ReadonlyArray<[name: string, bytes: readonly number[], binary: boolean]> = [
  [
    'a PNG',
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0],
    true,
  ],
  ['a ZIP', [0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0, 0, 0x21, 0, 0xb5, 0x55, 0x30, 0x23], true],
  [
    'a PDF',
    [
      ...utf8.encode('%PDF-1.7\n'),
      0x25,
      0xe2,
      0xe3,
      0xcf,
      0xd3,
      0x0a,
      ...Array.from({ length: 80 }, (_, n) => (n * 37) % 256),
    ],
    true,
  ],
  ['a program', [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0], true],
  ['text', [...utf8.encode(japanese)], false],
  ['text with a form feed', [...utf8.encode('one\f\ttwo\r\n')], false],
  ['nothing', [], false],
];

test.for(files)('%s looks binary: %3$s', ([, bytes, binary]) => {
  expect(looksBinary(decodeText(Uint8Array.from(bytes)).text)).toBe(binary);
});
