/** 300 queries that nobody types but who wants to do harm: each as long, deep or repeated as its bounds allow. */
import { chanceFrom } from '../../bench/random.ts';

/** A text in which the words of the queries stand again and again. */
export function hostileText(characters: number): string {
  const piece =
    'a b a b a c the drone layoffs AWS Amazon apple crypto cryptography ab abc abcd 昇腾昇腾处理器 the, b. Go go IT it us US aaa aaaa ';
  return piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters);
}

export function hostileQueries(): readonly string[] {
  const chance = chanceFrom(7);
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
  const some = (count: number, between: string, of: readonly string[] = words): string =>
    Array.from({ length: count }, () => chance.pick(of)).join(between);
  const letters = (count: number): string => some(count, '', ['a', 'b', 'ab', 'c']);
  const shapes: ReadonlyArray<(n: number) => string> = [
    (n) => `"${'a '.repeat(n * 10)}c"`,
    (n) => `"${'a b '.repeat(n * 6)}zzz"`,
    (n) => `"${some(n * 9, ' ')}"`,
    (n) => 'a-b-'.repeat(n * 10) + 'c',
    (n) => '昇腾'.repeat(n * 15),
    (n) => `"${'昇腾'.repeat(n * 15)}器"`,
    () => Array.from({ length: 50 }, () => `"${some(4, ' ')}"`).join(' OR '),
    () => Array.from({ length: 50 }, () => `${letters(3).slice(0, 8)}*`).join(' OR '),
    () => Array.from({ length: 50 }, () => `${letters(3)}*`).join(' '),
    () => `drone ${Array.from({ length: 49 }, () => `-"${some(3, ' ')}"`).join(' ')}`,
    () => `title:(${Array.from({ length: 50 }, () => chance.pick(words)).join(' OR ')})`,
    () => `mentions:(${Array.from({ length: 50 }, () => chance.pick(words)).join(' ')})`,
    (n) => `${'('.repeat(n)}a${')'.repeat(n)}`,
    (n) => `${'-('.repeat(n)}a b${')'.repeat(n)} drone`,
    (n) => `${'NOT '.repeat(n * 20)}drone`,
    (n) => `${'(a OR '.repeat(n)}b${')'.repeat(n)}`,
    () => Array.from({ length: 50 }, () => `title:"${some(3, ' ')}"`).join(' OR '),
    () => Array.from({ length: 50 }, () => `source:${letters(4)}.com`).join(' OR '),
    () => Array.from({ length: 50 }, () => `tag:"${some(3, ' ')}" author:${letters(4)}`).join(' OR '),
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
  return Array.from({ length: 300 }, (_, at) => {
    const shape = shapes[at % shapes.length] as (n: number) => string;
    return shape(1 + Math.floor(at / shapes.length));
  });
}
