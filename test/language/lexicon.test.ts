import { expect, test } from 'vitest';
import { analyze } from '../../src/language/analyze.ts';
import { lexicon, meaningOf } from '../../src/language/lexicon.ts';
import { businessContext } from '../../src/language/lexicon/context.ts';
import { lexiconLanguages } from '../../src/language/lexicon/entry.ts';
import { compileForms, grammarFrom } from '../../src/language/lexicon/grammar.ts';
import { readForms, readOtherSenses, readWords } from '../../src/language/lexicon/pattern.ts';
import { findMentions } from '../../src/language/mentions.ts';
import { canonicalForm } from '../../src/match/canonical.ts';
import { parseQuery } from '../../src/match/query.ts';

const concepts = lexicon.filter((entry) => entry.kind === 'concept');

test('every entry has an id of its own that can be stored for ever', () => {
  expect(new Set(lexicon.map((entry) => entry.id)).size).toBe(lexicon.length);
  for (const { id } of lexicon) expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
});

test.each(concepts.map((entry) => [entry.id, entry] as const))(
  '%s is written in all languages',
  (_, entry) => {
    for (const language of lexiconLanguages)
      expect(entry.forms[language] ?? '', language).not.toHaveLength(0);
  },
);

test.each([...lexicon, businessContext].map((entry) => [entry.id, entry] as const))(
  'the forms of %s can be read',
  (_, entry) => {
    for (const [language, forms] of Object.entries(entry.forms)) {
      expect(['any', ...lexiconLanguages]).toContain(language);
      expect(readForms(entry, forms, language).length).toBeGreaterThan(0);
    }
    for (const forms of Object.values(entry.other ?? {}))
      expect(readOtherSenses(entry, forms).length).toBeGreaterThan(0);
    for (const words of Object.values(entry.undoneBy ?? {}))
      expect(readWords(words).length).toBeGreaterThan(0);
  },
);

test.each(lexicon.map((entry) => [entry.name, entry] as const))(
  'typing "%s" means that entry, and prints back',
  (name, entry) => {
    expect(meaningOf(name)?.id).toBe(entry.id);
    expect(canonicalForm(parseQuery(name).node)).toBe(name);
  },
);

test('every entry another one is met by exists', () => {
  const ids = new Set(lexicon.map((entry) => entry.id));
  for (const entry of lexicon) for (const by of entry.metBy ?? []) expect(ids).toContain(by);
});

const typedWords: ReadonlyArray<readonly [typed: string, means: string | undefined]> = [
  ['amazon web services', 'aws'],
  ['job cuts', 'layoffs'],
  ['fuite de données', 'data-breach'],
  ['data  breach', 'data-breach'],
  ['Opensource', 'open-source'],
  ['IA', 'ai'],
  ['KI', 'ai'],
  ['人工智能', 'ai'],
  ['ИИ', 'ai'],
  ['亞馬遜', 'amazon'],
  ['facebook', 'facebook'],
  ['fine', 'fine'],
  ['zero-day', 'zero-day'],
  // Words that only look like something the lexicon has.
  ['amazonia', undefined],
  ['plan', undefined],
  ['car', undefined],
  ['market', undefined],
  ['company', undefined],
  ['the', undefined],
  ['security', undefined],
  ['toothpaste', undefined],
  ['quantum', undefined],
];

test.each(typedWords)('typed "%s" means %s', (typed, means) => {
  expect(meaningOf(typed)?.id).toBe(means);
});

const notation: ReadonlyArray<readonly [forms: string, headline: string, met: boolean]> = [
  ['cut … job', 'Firm cuts 300 jobs', true],
  ['cut …1 job', 'Firm cuts many hundred jobs', false],
  ['cut … job', 'Prices were cut, and jobs came back', false],
  ['=fines', 'A fine day', false],
  ['stellen*', 'Der Stellenabbau', true],
  ['^ERE', 'El ERE sigue', true],
  ['^ERE', 'Antes de ere', false],
  ['lay off !the', 'They lay off the sauce', false],
  ['!air strike', 'An air strike', false],
  ['a_b/c d', 'A b d', true],
  ['将 … 裁员', '公司将在下月裁员', true],
];

test.each(notation)('the form "%s" in "%s": %s', (forms, headline, met) => {
  const entry = { id: 'tried', name: 'tried', kind: 'concept', forms: { en: forms } } as const;
  const grammar = grammarFrom(compileForms([], 'any', 1), compileForms([entry], 'en', 1), 'en');
  const reads = analyze({ title: headline, text: '', language: 'en' }).reads.map((read) => ({
    ...read,
    word: grammar.word(read.surface),
  }));
  expect(findMentions(reads, grammar).length > 0).toBe(met);
});

test.each(['…', 'cut …', '… jobs', '-', 'a !b/c-d'])('"%s" is not a form', (forms) => {
  const entry = { id: 'tried', name: 'tried', kind: 'concept', forms: { en: forms } } as const;
  expect(() => readForms(entry, forms, 'en')).toThrow(/must|word/);
});
