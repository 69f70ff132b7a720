import { expect, test } from 'vitest';
import { analyze } from '../../src/language/analyze.ts';
import { explain } from '../../src/match/explain.ts';
import type { HeldBack } from '../../src/match/held-back.ts';
import { meets } from '../../src/match/matcher.ts';
import { parseQuery } from '../../src/match/query.ts';

test('what is met is told with its words, sentence, lexicon entry, sense and strength', () => {
  const article = analyze({
    title: 'Le groupe Valmora supprime 300 postes',
    text: "L'annonce est tombée lundi. Meta regarde, dit la directrice de Meta en Europe.",
    language: 'fr',
  });
  expect(explain(parseQuery('layoffs Meta Nintendo -strike -Valmora'), article)).toEqual([
    {
      term: 'layoffs',
      met: true,
      words: ['supprime 300 postes'],
      sentence: 'Le groupe Valmora supprime 300 postes',
      entry: 'layoffs',
      meaning: 'layoffs',
      strength: 'title',
      sense: expect.stringMatching(/^(?:sure|told by the article)$/) as string,
    },
    {
      term: 'Meta',
      met: true,
      words: ['Meta'],
      sentence: 'Meta regarde, dit la directrice de Meta en Europe.',
      entry: 'meta',
      meaning: 'Meta',
      strength: 'lead',
      sense: 'told by the article',
    },
    {
      term: 'Nintendo',
      met: false,
      words: [],
      entry: 'nintendo',
      meaning: 'Nintendo',
      held: { kind: 'absent' },
    },
    { term: '-strike', met: true, words: [], entry: 'strike', meaning: 'strike' },
    {
      term: '-Valmora',
      met: false,
      words: ['Valmora'],
      sentence: 'Le groupe Valmora supprime 300 postes',
      held: { kind: 'excluded' },
    },
  ]);
});

const filler = 'The council met again to talk about the new harbour and its long walls of stone. '.repeat(14);
const misses: ReadonlyArray<
  readonly [query: string, text: string, kind: HeldBack['kind'], words: readonly string[]]
> = [
  ['Nintendo', `${filler}Others such as Nintendo were there.`, 'in passing', ['Nintendo']],
  ['layoffs', 'The chipmaker denies it will cut jobs.', 'denied', ['cut jobs']],
  ['Amazon', 'Fires in the Amazon rainforest spread along the river.', 'other sense', ['Amazon']],
  ['apple', 'Farmers harvest the apple and bake a pie.', 'other sense', ['apple']],
  ['Meta', 'A meta question was asked in the hall.', 'small letters', ['meta']],
  ['IT', 'And it was so; they saw it.', 'small letters', ['it']],
  ['IT', 'He met Xi; IT WAS A LONG NIGHT.', 'other sense', ['IT']],
  ['layoffs', 'The food maker lays off 211 at its chocolate factory.', 'other trade', ['lays off 211']],
  ['layoffs', 'Nobody was laid off.', 'denied', ['laid off']],
  ['layoffs', 'No employees were laid off at the chipmaker.', 'denied', ['laid off']],
  ['layoffs', 'The army cuts 40 border posts.', 'other sense', ['cuts 40 border posts']],
  ['AWS', 'The new laws are old.', 'inside a word', ['laws']],
  ['AI', 'She said it rained.', 'absent', []],
  ['title:Nvidia', 'Nvidia sells chips.', 'not in title', ['Nvidia']],
  ['title:harbour', 'The harbour is new.', 'not in title', ['harbour']],
  ['"sells chip"', 'She sells chips.', 'other words', ['sells chips']],
  ['"job cuts"', 'The firm announces layoffs.', 'other words', ['layoffs']],
  ['"chips sells"', 'She sells chips.', 'apart', ['chips', 'sells']],
  ['nvdia', 'Nvidia sells chips.', 'similar', ['Nvidia']],
  ['kubernets', 'A talk on Kubernetes.', 'similar', ['Kubernetes']],
  ['삼상전자', '삼성전자 발표', 'similar', ['삼성전자']],
  ['crypto*', 'Nothing of it.', 'absent', []],
  ['cat', 'Nothing of it, but a bat.', 'absent', []],
  ['lang:de', 'Nothing.', 'field', []],
];

test.each(misses)('%s in "%s" is held back: %s', (query, text, kind, words) => {
  const article = analyze({ title: 'News', text, language: /\p{Script=Hangul}/u.test(text) ? 'ko' : 'en' });
  expect(meets(parseQuery(query), article)).toBe(false);
  expect(explain(parseQuery(query), article)).toMatchObject([{ met: false, words, held: { kind } }]);
});

test('the words of another sense are named', () => {
  const text = 'Farmers harvest the apple and bake a pie.';
  const [apple] = explain(parseQuery('apple'), analyze({ title: 'Kent', text, language: 'en' }));
  expect(apple?.held).toEqual({ kind: 'other sense', by: ['Farmers', 'harvest', 'bake'] });
});

test('the words of another trade are named, and those of what it is part of', () => {
  const text = 'The food maker lays off 211 workers at its chocolate factory.';
  const [trade] = explain(parseQuery('layoffs'), analyze({ title: 'News', text, language: 'en' }));
  expect(trade?.held).toEqual({ kind: 'other trade', by: ['chocolate'] });
  const title = 'La ville supprime 500 postes de stationnement';
  const [part] = explain(parseQuery('layoffs'), analyze({ title, text: '', language: 'fr' }));
  expect(part).toMatchObject({
    words: ['supprime 500 postes'],
    held: { kind: 'other sense', by: ['postes de stationnement'] },
  });
});
