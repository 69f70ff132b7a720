import { expect, test } from 'vitest';
import { analyze } from '../../src/language/analyze.ts';
import { factsOf, type FactSource } from '../../src/match/facts.ts';
import { candidateTerms, meet, meets } from '../../src/match/matcher.ts';
import { createQueryIndex } from '../../src/match/query-index.ts';
import { parseQuery } from '../../src/match/query.ts';

const article = {
  title: 'Une banque coupée du cloud',
  text: 'La panne a duré dix heures. Les cryptomonnaies de la banque étaient hors ligne.',
  language: 'fr',
  url: 'https://www.news.lequai.example.fr/2026/panne',
  outlet: 'Le Quai du Numérique',
  author: 'Jeanne-Marie Roy',
  tags: ['Sécurité informatique', 'Künstliche Intelligenz', 'Startups'],
};
const analysis = analyze(article);

const fields: ReadonlyArray<readonly [query: string, met: boolean]> = [
  ['source:lequai.example.fr', true],
  ['site:news.lequai.example.fr', true],
  ['source:https://news.lequai.example.fr/2026/panne', true],
  ['source:example.fr', true],
  ['source:.fr', true],
  ['source:.com', false],
  ['source:quai.example.fr', false],
  ['source:ws.lequai.example.fr', false],
  ['source:lequai', true],
  ['source:"Le Quai"', true],
  ['source:"quai du numerique"', true],
  ['source:Quai', true],
  ['source:"Quai numérique"', false],
  ['source:fr', false],
  ['lang:fr', true],
  ['lang:French', true],
  ['lang:en', false],
  ['lang:(de OR fr)', true],
  ['author:Roy', true],
  ['author:"jeanne marie"', true],
  ['author:"Marie Jeanne"', false],
  ['author:Jean', false],
  ['tag:sécurité', true],
  ['tag:"securite informatique"', true],
  ['tag:AI', true],
  ['tag:人工智能', true],
  ['tag:startup', true],
  ['tag:cloud', false],
  ['title:banque', true],
  ['title:cloud', true],
  ['title:panne', false],
  ['title:"coupée du"', true],
  ['title:crypto*', false],
  ['crypto*', true],
  ['"la banque étaient"', true],
  ['panne lang:fr source:lequai -tag:deals', true],
  ['panne -source:lequai', false],
  ['panne -lang:fr', false],
  ['crypto* -title:panne', true],
  ['lang:de OR tag:startups', true],
];

test.each(fields)('%s: %s', (query, met) => {
  expect(meets(parseQuery(query), analysis, factsOf(article))).toBe(met);
});

test('the index finds exactly what one look at each query would', () => {
  const index = createQueryIndex();
  for (const [id, [query]] of fields.entries()) index.add(id, parseQuery(query));
  const expected = fields.flatMap(([, met], id) => (met ? [id] : []));
  expect(index.match(analysis, factsOf(article)).map(({ id }) => id)).toEqual(expected);
  for (const id of fields.keys()) index.remove(id);
  expect(index.size).toBe(0);
  expect(index.match(analysis, factsOf(article))).toEqual([]);
});

test('search can find what rings', () => {
  const { terms } = factsOf(article);
  for (const query of fields.filter(([one, met]) => met && /^(?:source|site|lang|author|tag):/.test(one))) {
    const candidates = candidateTerms(parseQuery(query[0])) ?? [];
    expect(
      candidates.some((term) => terms.has(term)),
      query[0],
    ).toBe(true);
  }
  expect(candidateTerms(parseQuery('crypto*'))).toBeUndefined();
  expect(candidateTerms(parseQuery('crypto* banque'))).toContain('banque');
});

test('what rings for a field alone says which fact it was', () => {
  const evidence = meet(parseQuery('source:lequai lang:fr'), analysis, factsOf(article));
  expect(evidence).toEqual([
    {
      term: 'source:lequai',
      words: ['news.lequai.example.fr'],
      sentence: article.title,
    },
    { term: 'lang:fr', words: ['fr'], sentence: article.title },
  ]);
});

test('a page without an address is from what its outlet says', () => {
  const pasted: FactSource = { outlet: 'theverge.com', language: 'en' };
  const words = analyze({ title: 'A', text: '', language: 'en' });
  expect(meets(parseQuery('source:theverge.com'), words, factsOf(pasted))).toBe(true);
  expect(meets(parseQuery('source:theverge'), words, factsOf(pasted))).toBe(true);
  expect(meets(parseQuery('source:"The Verge"'), words, factsOf(pasted))).toBe(true);
  expect(meets(parseQuery('source:"The Verge"'), words, factsOf({ ...pasted, outlet: 'The Verge' }))).toBe(
    true,
  );
  expect(meets(parseQuery('source:theverge'), words, factsOf({ ...pasted, outlet: 'The Verge' }))).toBe(true);
});

test('mentions: rings for what is named in passing, where the name alone does not', () => {
  const filler = 'The council met again to talk about the new harbour and its long walls. '.repeat(16);
  const text = `${filler}Others such as Nintendo were there.`;
  const aside = analyze({ title: 'Harbour', text, language: 'en' });
  const asked = [
    'Nintendo',
    'about:Nintendo',
    'mentions:Nintendo',
    'title:Nintendo',
    'harbour -mentions:Nintendo',
  ];
  expect(asked.map((query) => meets(parseQuery(query), aside))).toEqual([false, false, true, false, false]);
});
