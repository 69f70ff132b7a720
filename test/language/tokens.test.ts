import { expect, test } from 'vitest';
import { fold, lowerCase } from '../../src/language/fold.ts';
import { stem, stemsOf } from '../../src/language/stem.ts';
import { tokenize } from '../../src/language/tokens.ts';

const cuts: ReadonlyArray<readonly [text: string, words: string]> = [
  ["Amazon's C++ and C# on .NET", 'Amazon|C++|and|C#|on|.NET'],
  ['Node.js, AT&T ($TSLA) and 5G', 'Node.js|AT&T|$TSLA|and|5G'],
  ['Amazon.com GPT-4o zero-day', 'Amazon|com|GPT|4o|zero|day'],
  ['The U.S. cut 10,000 jobs, 3.5%', 'The|U.S.|cut|10,000|jobs|3.5'],
  ['raises $90m and €2.5bn, US$1B, 90m', 'raises|90|m|and|2.5|bn|US|1|B|90m'],
  ['Rp3,2 triliun, Rp450', 'Rp|3,2|triliun|Rp|450'],
  ["l'IA d’AWS j'ai", 'l|IA|d|AWS|j|ai'],
  ['AWS部門はアマゾン・ウェブの', 'AWS|部|門|は|アマゾン|ウェブ|の'],
  ['AWS는 감원을', 'AWS|는|감원을'],
  ['ข่าว', 'ข่|า|ว'],
  ['Stellen\u00adabbau', 'Stellen\u00adabbau'],
  ['अमेज़न ने', 'अमेज़न|ने'],
  ['5G时代', '5G|时|代'],
  ['🙂 — !', ''],
];

test.each(cuts)('"%s" has the words %s', (text, words) => {
  const tokens = tokenize(text);
  expect(tokens.map((token) => token.surface).join('|')).toBe(words);
  for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.surface);
});

test('a word knows how it is written and what parts it from the word before', () => {
  const tokens = tokenize('Big AWS news, 12 d’IA. 新 लाख (x)');
  expect(tokens.map((token) => `${token.surface} ${token.shape} ${token.breakBefore}`)).toEqual([
    'Big Capital sentence',
    'AWS UPPER none',
    'news lower none',
    '12 number clause',
    'd lower none',
    'IA UPPER none',
    '新 one sentence',
    'लाख uncased none',
    'x lower clause',
  ]);
});

const folded: ReadonlyArray<readonly [written: string, folded: string]> = [
  ['Échéance', 'echeance'],
  ['İŞTEN çıkar', 'isten cikar'],
  ['ＡＷＳ', 'aws'],
  ['أمازون', 'امازون'],
  ['مُوَظَّف', 'موظف'],
  ['ёлка', 'елка'],
  ['ｱﾏｿﾞﾝ', 'アマゾン'],
  ['감원', '감원'],
  ['अमेज़न', 'अमेजन'],
  ['Straße Łódź œuvre', 'strasse lodz oeuvre'],
  ['Stellen\u00adabbau', 'stellenabbau'],
];

test.each(folded)('%s is folded to %s, once and for all', (written, expected) => {
  expect(fold(written)).toBe(expected);
  expect(fold(expected)).toBe(expected);
});

test('Turkish has its own small letters for I and İ', () => {
  expect([lowerCase('IŞIK', 'tr'), lowerCase('İZMİR', 'tr'), lowerCase('IT', 'en')]).toEqual([
    'ışık',
    'izmir',
    'it',
  ]);
});

const sameStem: ReadonlyArray<readonly [language: string, words: string]> = [
  ['en', 'hire hires hired hiring'],
  ['en', 'cut cuts cutting'],
  ['en', 'company companies'],
  ['en', 'acquire acquires acquired acquiring'],
  ['en', 'announce announced announcing'],
  ['en', 'settle settled settling'],
  ['en', 'breach breaches breached'],
  ['en', 'lay lays laid'],
  ['en', 'sue sues sued suing'],
  ['en', 'create created creating'],
  ['fr', 'licenciement licenciements'],
  ['de', 'Entlassung Entlassungen'],
  ['ru', 'увольнения увольнений увольнениям'],
  ['pl', 'pracownik pracownika pracownikom'],
  ['ko', '감원 감원을 감원했다'],
  ['ar', 'موظف الموظفين موظفين'],
  ['hi', 'नौकरी नौकरियां'],
  ['tr', 'şirketler şirket'],
];

test.each(sameStem)('%s: %s are one word', (language, words) => {
  expect(new Set(words.split(' ').map((word) => stem(word, language))).size).toBe(1);
});

const differentStems: ReadonlyArray<readonly [language: string, a: string, b: string]> = [
  ['en', 'university', 'universe'],
  ['en', 'police', 'policy'],
  ['en', 'car', 'care'],
  ['en', 'apple', 'applied'],
  ['en', 'new', 'news'],
  ['en', 'string', 'str'],
  ['ar', 'وظائف', 'توظيف'],
  ['ko', '국가', '국'],
];

test.each(differentStems)('%s: %s and %s are two', (language, a, b) => {
  expect(stem(a, language)).not.toBe(stem(b, language));
});

test('a word is known by its stem in every language it could be', () => {
  expect(stemsOf('licenciements')).toEqual(expect.arrayContaining(['licenciements', 'licenci']));
  expect(stemsOf('裁')).toEqual(['裁']);
});
