import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { type QueryFault, QueryError } from '../../src/match/query-error.ts';
import { printQuery } from '../../src/match/print-query.ts';
import { parseEither, parseQuery, parseSubscriptions } from '../../src/match/query.ts';

const canonicalForms: ReadonlyArray<readonly [typed: string, canonical: string]> = [
  ['AWS', 'AWS'],
  ['aws', 'AWS'],
  ['Amazon Web Services', 'AWS'],
  ['アマゾン・ウェブ・サービス', 'AWS'],
  ['job cuts', 'layoffs'],
  ['裁员', 'layoffs'],
  ['"昂.h."', '"昂 h"'],
  ['aws NOT --prime', '-(prime) AND AWS'],
  ['source:"Node.js Weekly"', 'source:"node.js weekly"'],
  ['source:".NET ₨"', 'source:.net'],
  ['lang:sh', 'lang:sr'],
  ['source:"OR"', 'source:or'],
  ['title:amazon -', 'title:Amazon'],
  ['layoffs OR licenciements', 'layoffs'],
  ['Kubernetes Docker', 'Docker AND Kubernetes'],
  ['Docker AND Kubernetes', 'Docker AND Kubernetes'],
  ['data breach Amazon', 'Amazon AND data breach'],
  ['open source', 'open source'],
  ['open AND source', 'open AND source'],
  ['b OR a OR b', 'a OR b'],
  ['a, b', 'a OR b'],
  ['(a, b) c', '(a OR b) AND c'],
  ['a OR b c', '(b AND c) OR a'],
  ['((b))', 'b'],
  ['Amazon -prime', '-(prime) AND Amazon'],
  ['Amazon NOT prime', '-(prime) AND Amazon'],
  ['NOT NOT b', 'b'],
  ['d -(b c)', '-(b AND c) AND d'],
  ['“Series  B”', '"series b"'],
  ['„Series B“', '"series b"'],
  ['« Series B »', '"series b"'],
  ['（ＡＷＳ）', 'AWS'],
  ['10,000 drones', '10,000 AND drones'],
  ['Zürich', 'zurich'],
  ['kite-surf', 'kite-surf'],
  ['C++', 'c++'],
  ['鲲鹏', '鲲鹏'],
  ['"or" b', '"or" AND b'],
  ['aws OU azure', 'AWS OR Azure'],
  ['aws ET azure', 'AWS AND Azure'],
  ['Amazon SAUF prime', '-(prime) AND Amazon'],
  ['Amazon SANS prime', '-(prime) AND Amazon'],
  ['aws ODER azure', 'AWS OR Azure'],
  ['aws UND azure', 'AWS AND Azure'],
  ['Amazon NICHT prime', '-(prime) AND Amazon'],
  ['b O c', 'b AND c AND o'],
  ['"LA"', '"la"'],
  ['it', 'it'],
  ['AWS ,', 'AWS'],
  ['title:AWS', 'title:AWS'],
  ['Title：aws', 'title:AWS'],
  ['title: Amazon Web Services', 'title:AWS'],
  ['titre:"série B"', 'title:"serie b"'],
  ['title:data breach', 'title:(data breach)'],
  ['title:(data breach AWS)', 'title:(data breach) AND title:AWS'],
  ['title:(aws OR azure)', 'title:AWS OR title:Azure'],
  ['-title:b aws', '-(title:b) AND AWS'],
  ['about:AWS', 'AWS'],
  ['about:amazon AND amazon', 'Amazon'],
  ['mentions:Amazon', 'mentions:Amazon'],
  ['mentions:(Amazon layoffs)', 'mentions:Amazon AND mentions:layoffs'],
  ['mentions:(Amazon about:layoffs)', 'layoffs AND mentions:Amazon'],
  ['title:(mentions:Amazon)', 'title:Amazon'],
  ['mentions:(title:Amazon)', 'title:Amazon'],
  ['mentions:drone', 'drone'],
  ['mentions:"drone"', '"drone"'],
  ['crypto*', 'crypto*'],
  ['Krypto＊ title:kite-surf*', 'krypto* AND title:kite-surf*'],
  ['鲲鹏*', '"鲲鹏"'],
  ['삼성*', '삼성*'],
  ['AWS *', 'AWS'],
  ['source:theverge.com', 'source:theverge.com'],
  ['site:https://www.theverge.com/tech?a=b', 'source:theverge.com'],
  ['site:.FR', 'source:.fr'],
  ['source:bücher.example', 'source:xn--bcher-kva.example'],
  ['source:"The Verge"', 'source:the-verge'],
  ['source:(theverge.com OR wired.com)', 'source:theverge.com OR source:wired.com'],
  ['lang:fr', 'lang:fr'],
  ['lang:FR-ca', 'lang:fr'],
  ['langue:français', 'lang:fr'],
  ['lang:Deutsch', 'lang:de'],
  ['lang:allemand', 'lang:de'],
  ['lang:jp', 'lang:ja'],
  ['lang:日本語', 'lang:ja'],
  ['lang:nb', 'lang:no'],
  ['lang:(en OR German)', 'lang:de OR lang:en'],
  ['author:"Jane  Doe"', 'author:jane-doe'],
  ['auteur:Doe', 'author:doe'],
  ['tag:"Artificial Intelligence"', 'tag:AI'],
  ['tag:data breach', 'tag:"data breach"'],
  ['category:Security -tag:deals', '-(tag:deals) AND tag:security'],
  ['source:reuters lang:fr layoffs', 'lang:fr AND layoffs AND source:reuters'],
];

test.each(canonicalForms)('%s is the same as %s', (typed, canonical) => {
  expect(parseEither(typed).canonical).toBe(canonical);
  expect(parseQuery(canonical).canonical).toBe(canonical);
  expect(parseQuery(printQuery(parseEither(typed))).canonical).toBe(canonical);
});

const mistakes: ReadonlyArray<readonly [typed: string, code: QueryFault, at: number]> = [
  ['', 'empty', 0],
  ['   ', 'empty', 0],
  [' , ', 'empty', 1],
  ['?!', 'empty', 0],
  ['()', 'empty', 0],
  ['"abc', 'quote', 0],
  ['a "b" "c', 'quote', 6],
  ['""', 'empty-quote', 0],
  ['(a b', 'open-parenthesis', 0],
  ['a (b (c)', 'open-parenthesis', 2],
  ['a)', 'close-parenthesis', 1],
  ['-a', 'only-negative', 0],
  ['NOT a NOT b', 'only-negative', 0],
  ['a OR -b', 'only-negative', 5],
  ['AWS NOT AWS', 'contradiction', 0],
  ['AWS -"aws" -"Amazon Web Services" -aws', 'contradiction', 0],
  ['AWS -(Amazon Web Services)', 'contradiction', 0],
  ['layoffs -licenciements', 'contradiction', 0],
  ['AWS -(AWS OR Azure)', 'contradiction', 0],
  ['(AWS OR Azure) -AWS -Azure', 'contradiction', 0],
  ['AWS -mentions:AWS', 'contradiction', 0],
  ['title:AWS -AWS', 'contradiction', 0],
  ['AWS layoffs (b -layoffs)', 'contradiction', 0],
  ['b "c d" -"C D"', 'contradiction', 0],
  ['b lang:fr -lang:French', 'contradiction', 0],
  ['OR a', 'operand', 0],
  ['a OR', 'operand', 2],
  ['a AND', 'operand', 2],
  ['a AND AND b', 'operand', 6],
  ['a NOT', 'operand', 2],
  [`${'('.repeat(9)}a${')'.repeat(9)}`, 'too-deep', 8],
  ['x'.repeat(1001), 'too-long', 1000],
  ['y '.repeat(51), 'too-many', 100],
  ['b fo*', 'short-prefix', 2],
  ['b *foo', 'star', 2],
  ['b f*o', 'star', 2],
  ['b foo**', 'star', 2],
  ['aws title:', 'operand', 4],
  ['title: OR b', 'operand', 0],
  ['title:-b', 'operand', 0],
  ['title:lang:fr', 'operand', 0],
  ['title:!!', 'operand', 0],
  ['b (title:c', 'open-parenthesis', 2],
  ['b lang:klingonish', 'language', 7],
  ['b lang:xx', 'language', 7],
  ['source:(lang:fr)', 'field-value', 0],
  ['b tag:(title:c)', 'field-value', 2],
  ['author:sec*', 'star', 7],
  ['-lang:fr', 'only-negative', 0],
  ['aws or azure', 'small-operator', 4],
  ['aws And azure', 'small-operator', 4],
  ['aws not azure', 'small-operator', 4],
  ['"b c" or (d e)', 'small-operator', 6],
  ['or and not', 'small-operator', 3],
  ['the', 'small-words', 0],
  ['le', 'small-words', 0],
  ['a', 'small-words', 0],
  ['A', 'small-words', 0],
  ['the OR le', 'small-words', 0],
  ['the -aws', 'small-words', 0],
];

test.each(mistakes)('"%s" is a mistake (%s at %i), told in a whole sentence', (typed, code, at) => {
  const error = thrownBy(() => parseQuery(typed));
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({ code, at });
  expect(error.message).toMatch(/^[^\n]{20,200}[.]$/);
});

test('a line makes one subscription for each part between commas, as typed', () => {
  const typed = 'AWS, job cuts；"a, b" (q, y)\nCOBOL、裁员; aws,';
  expect(parseSubscriptions(typed).map((one) => [one.typed, one.query.canonical])).toEqual([
    ['AWS', 'AWS'],
    ['job cuts', 'layoffs'],
    ['"a, b" (q, y)', '"a b" AND (q OR y)'],
    ['COBOL', 'cobol'],
  ]);
});

test('10,000 characters make one clear sentence', () => {
  expect(() => parseSubscriptions('z'.repeat(10_000))).toThrow(/at most 1000 characters/);
  expect(() => parseSubscriptions('AWS, '.repeat(5_000))).toThrow(/at most 1000 characters/);
});

test('a mistake in the second part is told at its place in the line', () => {
  expect(thrownBy(() => parseSubscriptions('AWS, (b'))).toMatchObject({ code: 'open-parenthesis', at: 5 });
});

test('whatever is typed is either read or a mistake, and what is read has one lasting form', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ' ',
      '(',
      ')',
      '"',
      ' OR ',
      ' AND ',
      ' NOT ',
      '-',
      ',',
      '、',
      '“',
      'AWS',
      'data breach',
      'open',
      'source',
      'title:',
      'mentions:',
      'source:',
      'lang:',
      'tag:',
      'fr',
      'theverge.com',
      'crypto*',
      '*',
      'U.S.',
      '.NET',
      'Node.js',
      '昇.',
      '－',
      '--',
      '"OR"',
      '\u00ad',
      'site:',
      'tag:AI',
      'ʼ½',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const query = read(pieces.join(''));
      if (!query) return;
      expect(parseQuery(query.canonical).canonical).toBe(query.canonical);
      expect(parseQuery(printQuery(query)).canonical).toBe(query.canonical);
    }),
    { numRuns: 800 },
  );
});

test('the order of parts does not change the meaning', () => {
  const parts = fc.shuffledSubarray(['aws', '(x OR y)', '"b c"', '-z', 'cobol'], { minLength: 5 });
  fc.assert(
    fc.property(parts, (shuffled) => {
      expect(parseQuery(shuffled.join(' ')).canonical).toBe(
        parseQuery('aws (y OR x) "b c" cobol -z').canonical,
      );
    }),
  );
});

function read(typed: string) {
  try {
    return parseQuery(typed);
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}

function thrownBy(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
}

test.each([
  'AWS -(AWS Azure)',
  '(AWS OR Azure) -AWS',
  'mentions:AWS -AWS',
  'AWS -title:AWS',
  '"apple" -mentions:Apple',
  'AWS (b OR -AWS c)',
  'b -(c -b)',
])('%s can ring', (typed) => {
  expect(() => parseQuery(typed)).not.toThrow();
});
