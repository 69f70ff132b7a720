/** Queries that nobody types but who wants to do harm: each as long, deep or repeated as its bounds allow; and texts for them. */
import { type Chance, chanceFrom } from '../../bench/random.ts';

export interface HostileText {
  readonly name: string;
  readonly language: string;
  readonly text: string;
}

/** Texts in which the words of the queries stand again and again, or never where they would have to. */
export function hostileTexts(characters: number): readonly HostileText[] {
  const chance = chanceFrom(11);
  const repeat = (piece: string): string =>
    piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters);
  const grow = (piece: (n: number) => string): string => {
    let text = '';
    for (let n = 0; text.length < characters; n++) text += piece(n);
    return text.slice(0, characters);
  };
  return [
    { name: 'English', language: 'en', text: hostileText(characters) },
    { name: 'two words', language: 'en', text: repeat('a b ') },
    {
      name: 'four words at random',
      language: 'en',
      text: grow(() => `${chance.pick(['a', 'b', 'c', 'drone'])} `),
    },
    { name: 'the same word', language: 'en', text: repeat('drone ') },
    { name: 'forms of a word', language: 'en', text: repeat('law laws drone drones meeting meetings ') },
    {
      name: 'words that begin alike',
      language: 'en',
      text: grow((n) => `x z abcdefghijklmnop${n % 30_000} `),
    },
    {
      name: 'no word twice',
      language: 'en',
      text: grow((n) => `${n % 2 === 0 ? 'x' : 'y'} abc${n.toString(36)} `),
    },
    { name: 'capitals of all kinds', language: 'en', text: grow((n) => `${casedAs(n)} b it US `) },
    {
      name: 'lexicon',
      language: 'en',
      text: repeat('Amazon cut jobs, rivals such as Apple had layoffs last year. '),
    },
    { name: 'lines', language: 'en', text: repeat('a b\nc d\n') },
    { name: 'Chinese', language: 'zh', text: grow(() => chance.pick(['昇', '腾', '处', '理'])) },
    { name: 'one character', language: 'zh', text: repeat('昇') },
    { name: 'Korean', language: 'ko', text: repeat('삼성 전자 ') },
    { name: 'one giant word', language: 'en', text: repeat('abc') },
    { name: 'one giant German word', language: 'de', text: repeat('übernahme') },
    { name: 'marks and emoji', language: 'en', text: repeat('a\u0301 🙂 e\u0301\u0302 drone 👩‍👩‍👧‍👦 ') },
    { name: 'signs', language: 'en', text: repeat('.,;!?"\'()[]- ') },
  ];
}

export function hostileText(characters: number): string {
  const piece =
    'a b a b a c the drone layoffs AWS Amazon apple crypto cryptography ab abc abcd 昇腾昇腾处理器 the, b. Go go IT it us US aaa aaaa ';
  return piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters);
}

/** "aaaaaaaa", "Aaaaaaaa", "aAaaaaaa", … */
function casedAs(n: number): string {
  return Array.from({ length: 8 }, (_, at) => (((n >> at) & 1) === 1 ? 'A' : 'a')).join('');
}

const words = [
  'a',
  'b',
  'c',
  'drone',
  'layoffs',
  'AWS',
  'apple',
  'crypto',
  'it',
  'aaaa',
  'the',
  '昇',
  '腾',
  'zzz',
];
const repeatedWords = ['a', 'b', 'c', 'd', 'x', 'y', 'law', 'laws', 'drone', 'drones'];
const characters = ['昇', '腾', '处', '理'];
const begun = 'abcdefghijklmnop';

/** More than 500, always the same. */
export function hostileQueries(): readonly string[] {
  const chance = chanceFrom(7);
  const shapes = [...shapesOf(chance), ...repeatedShapesOf(chance)];
  return Array.from({ length: 10 * shapes.length }, (_, at) => {
    const shape = shapes[at % shapes.length] as Shape;
    return shape(1 + Math.floor(at / shapes.length));
  });
}

/** @param n from 1 to 10: how much of it */
type Shape = (n: number) => string;

function shapesOf(chance: Chance): readonly Shape[] {
  const some = (count: number, between: string, of: readonly string[] = words): string =>
    Array.from({ length: count }, () => chance.pick(of)).join(between);
  const letters = (count: number): string => some(count, '', ['a', 'b', 'ab', 'c']);
  return [
    (n) => `"${'a '.repeat(n * 10)}c"`,
    (n) => `"${'a b '.repeat(n * 6)}zzz"`,
    (n) => `"${some(n * 9, ' ')}"`,
    (n) => 'a-b-'.repeat(n * 10) + 'c',
    (n) => '昇腾'.repeat(n * 15),
    (n) => `"${'昇腾'.repeat(n * 15)}器"`,
    () => fifty(() => `"${some(4, ' ')}"`, ' OR '),
    () => fifty(() => `${letters(3).slice(0, 8)}*`, ' OR '),
    () => fifty(() => `${letters(3)}*`, ' '),
    () => `drone ${fifty(() => `-"${some(3, ' ')}"`, ' ', 980)}`,
    () => `title:(${fifty(() => chance.pick(words), ' OR ', 980)})`,
    () => `mentions:(${fifty(() => chance.pick(words), ' ', 980)})`,
    (n) => `${'('.repeat(n)}a${')'.repeat(n)}`,
    (n) => `${'-('.repeat(n)}a b${')'.repeat(n)} drone`,
    (n) => `${'NOT '.repeat(n * 20)}drone`,
    (n) => `${'(a OR '.repeat(n)}b${')'.repeat(n)}`,
    () => fifty(() => `title:"${some(3, ' ')}"`, ' OR '),
    () => fifty(() => `source:${letters(4)}.com`, ' OR '),
    () => fifty(() => `tag:"${some(3, ' ')}"`, ' OR '),
    (n) => letters(n * 40),
    (n) => `${letters(n * 40)}*`,
    (n) => `"${'\u0301'.repeat(n * 60)}a"`,
    (n) => '🙂'.repeat(n * 30),
    (n) => `"${'ａ '.repeat(n * 20)}"`,
    () => some(60, ''),
    () => some(120, ' '),
    () => some(40, ' OR '),
    () => some(30, ', '),
    (n) => `"${'('.repeat(n * 30)}"`,
    (n) => `${'title:'.repeat(n * 10)}a`,
  ];
}

/** Of words that the texts repeat: met late, or nowhere. */
function repeatedShapesOf(chance: Chance): readonly Shape[] {
  const some = (count: number, between: string, of = repeatedWords): string =>
    Array.from({ length: count }, () => chance.pick(of)).join(between);
  return [
    (n) => fifty(() => `"${some(1 + n, ' ')}"`, ' OR '),
    (n) => fifty(() => some(1 + n, '-'), ' OR '),
    (n) => fifty(() => `"${some(1 + n, '', characters)}"`, ' OR '),
    (n) => fifty(() => some(1 + n, '', characters), ' OR '),
    (n) => fifty(() => `"${some(1 + n, ' ', ['삼성', '전자'])}"`, ' OR '),
    (n) => `drone ${fifty(() => `-"${some(1 + n, ' ')}"`, ' ', 980)}`,
    (n) => fifty(() => `"${some(1 + n, ' ')} zzz"`, ' OR '),
    (n) => fifty((at) => `(zz${at} "${some(1 + n, ' ')}")`, ' OR '),
    (n) => fifty((at) => `("${some(1 + n, ' ')}" zz${at})`, ' OR '),
    () => fifty((at) => `${begun.slice(0, 3 + at)}*`, ' OR '),
    () => fifty((at) => `x-${begun.slice(0, 3 + (at % 14))}*`, ' OR '),
    (n) => fifty((at) => `${chance.pick(['x', 'y'])}-abc${(at * n).toString(36)}*`, ' OR '),
    (n) => fifty((at) => `abc${(at * n).toString(36)}*`, ' OR '),
    () => fifty((at) => `(${chance.pick(['it', 'us', 'go', 'ai', 'no'])} zz${at})`, ' OR '),
    () => fifty((at) => `("${chance.pick(repeatedWords)}" zz${at})`, ' OR '),
    (n) => `"${'a '.repeat(40 * n)}b" OR "b ${'a '.repeat(9 * n)}"`,
    (n) => `"${'a b '.repeat(20 * n)}"`,
    (n) => `"${'昇'.repeat(90 * n)}" OR "${'昇'.repeat(9 * n)}腾"`,
    () =>
      fifty(
        (at) => `(-("${some(2, ' ')}" -(${chance.pick(repeatedWords)} "${some(3, ' ')}")) zz${at})`,
        ' OR ',
      ),
    () => fifty(() => `mentions:${chance.pick(['Amazon', 'Apple', 'layoffs'])} -"${some(2, ' ')}"`, ' '),
    (n) => `${'^(a+)+$|'.repeat(n * 8)}.*`,
  ];
}

/** As many as a query may have, up to so many characters. */
function fifty(part: (at: number) => string, between: string, most = 1_000): string {
  let query = part(0);
  for (let at = 1; at < 50; at++) {
    const next = `${query}${between}${part(at)}`;
    if (next.length > most) break;
    query = next;
  }
  return query;
}
