/** The matcher finds what reading word by word would find, however often a text repeats its words. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze, type Analysis } from '../../src/language/analyze.ts';
import type { Read } from '../../src/language/mentions.ts';
import { stem } from '../../src/language/stem.ts';
import { knownPlan, leavesOf, meets } from '../../src/match/matcher.ts';
import type { Plan } from '../../src/match/plan.ts';
import type { Span } from '../../src/match/phrase.ts';
import type { PlainWord } from '../../src/match/plain-words.ts';
import { parseQuery } from '../../src/match/query.ts';
import { QueryError } from '../../src/match/query-error.ts';
import { spansOf, type Term } from '../../src/match/term.ts';

const vocabulary = [
  'x',
  'y',
  'law',
  'laws',
  'Law',
  'drone',
  'drones',
  'bought',
  'buy',
  'élève',
  'eleve',
  'it',
  'IT',
];
const written = [...vocabulary, 'x.', 'y,', 'kite-surf', 'abcd', 'abce', 'abcdef', '昇腾', '昇', '部'];
const typed = [...vocabulary, 'kite-surf', '昇腾', '腾昇', '昇昇', 'meeting'];

const words = (of: readonly string[], most: number, between: string): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...of), { minLength: 1, maxLength: most }).map((some) => some.join(between));

/** Beyond 4,096 places the matcher goes another way. */
const repeated = fc
  .tuple(fc.oneof(words(written, 6, ' '), words(['x', 'y'], 12, ' ')), fc.constantFrom(1, 1, 3, 700, 1_500))
  .map(([piece, times]) => `${piece} `.repeat(times));
const article = fc.record({
  title: words(written, 4, ' '),
  text: fc.array(repeated, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('')),
  language: fc.constantFrom('en', 'fr', 'zh'),
});

const term = fc.oneof(
  fc.constantFrom(...typed),
  words(typed, 5, ' ').map((phrase) => `"${phrase}"`),
  words(vocabulary, 4, '-'),
  words(['x', 'y'], 9, ' ').map((phrase) => `"${phrase}"`),
  fc.integer({ min: 33, max: 70 }).map((count) => `"${'x y '.repeat(count)}"`),
  fc.constantFrom('abc*', 'abcde*', 'law*', 'buy*', 'x-abc*', 'x-law*', 'y-x-abcd*', 'dro*'),
);
const placed = fc.tuple(fc.constantFrom('', '', '', 'title:'), term).map((parts) => parts.join(''));
const query = fc
  .array(fc.tuple(fc.constantFrom(' OR ', ' ', ' -'), placed), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.map(([sign, one], at) => (at === 0 ? one : sign + one)).join(''));

test('what is met is what stands there', () => {
  let read = 0;
  fc.assert(
    fc.property(article, fc.array(query, { minLength: 4, maxLength: 8 }), (one, queries) => {
      const analysis = analyze(one);
      for (const text of queries) {
        const asked = parsed(text);
        if (!asked) continue;
        read += 1;
        const plan = knownPlan(asked);
        for (const { leaf } of leavesOf(plan, false)) {
          if (leaf.term.kind !== 'words') continue;
          expect([...spansOf(leaf.term, analysis)], leaf.text).toEqual(spansIn(analysis, leaf.term));
        }
        expect(meets(asked, analysis), text).toBe(holds(plan, analysis));
      }
    }),
    { numRuns: 50 },
  );
  expect(read).toBeGreaterThan(100);
}, 60_000);

function parsed(text: string) {
  try {
    return parseQuery(text);
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}

function holds(plan: Plan, analysis: Analysis): boolean {
  switch (plan.kind) {
    case 'leaf':
      return plan.term.kind === 'words'
        ? spansIn(analysis, plan.term).length > 0
        : [...spansOf(plan.term, analysis)].length > 0;
    case 'all':
      return plan.parts.every((part) => holds(part, analysis));
    case 'any':
      return plan.parts.some((part) => holds(part, analysis));
    case 'not':
      return !holds(plan.part, analysis);
  }
}

/** Tries the words at every token. */
function spansIn(analysis: Analysis, wanted: Extract<Term, { kind: 'words' }>): readonly Span[] {
  const { reads, titleTokens } = analysis;
  const spans: Span[] = [];
  for (let first = 0; first < (wanted.place === 'title' ? titleTokens : reads.length); first++) {
    const stands = wanted.words.every((word, n) => {
      const read = reads[first + n];
      if (!read || (n > 0 && read.breakBefore === 'sentence')) return false;
      return fits(word, read, wanted, n === wanted.words.length - 1, analysis.language);
    });
    if (stands) spans.push({ first, last: first + wanted.words.length - 1 });
  }
  return spans;
}

function fits(
  { surface, folded }: PlainWord,
  read: Read,
  { exact, prefix, capitals }: Extract<Term, { kind: 'words' }>,
  isLast: boolean,
  language: string,
): boolean {
  if (prefix && isLast) return read.word.folded.startsWith(folded);
  if (capitals && !(read.casing ? ['UPPER', 'uncased', 'number'].includes(read.shape) : !read.functionWord))
    return false;
  if (exact) return read.word.folded === folded;
  const known = [folded, stem(surface, language, folded)];
  return known.includes(read.word.folded) || known.includes(read.word.stem);
}
