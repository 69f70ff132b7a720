import { expect, test } from 'vitest';
import { analyze } from '../../src/language/analyze.ts';
import { lexicon, meaningOf } from '../../src/language/lexicon.ts';
import { calledIn } from '../../src/language/lexicon/called.ts';
import { businessContext } from '../../src/language/lexicon/context.ts';
import { type LexiconEntry, lexiconLanguages } from '../../src/language/lexicon/entry.ts';
import { compileForms, grammarFrom } from '../../src/language/lexicon/grammar.ts';
import {
  readForms,
  readHints,
  readOtherSenses,
  readWords,
  type Step,
} from '../../src/language/lexicon/pattern.ts';
import { atomKey } from '../../src/language/lexicon/word.ts';
import { findMentions } from '../../src/language/mentions.ts';
import { canonicalForm } from '../../src/match/canonical.ts';
import { meantBy } from '../../src/match/meant-by.ts';
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
    for (const [language, forms] of Object.entries(entry.hints ?? {}))
      expect(readHints(entry, forms, language).length).toBeGreaterThan(0);
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

test('every entry that another one names exists', () => {
  const ids = new Set(lexicon.map((entry) => entry.id));
  for (const { metBy = [], shares = [] } of lexicon)
    expect(ids).toEqual(ids.union(new Set([...metBy, ...shares])));
});

test('there are 75 concepts and 1,300 companies, products and people, 350 of them in four scripts', () => {
  const names = lexicon.filter((entry) => entry.kind === 'name');
  expect(concepts.length).toBeGreaterThanOrEqual(75);
  expect(names.length).toBeGreaterThanOrEqual(1_300);
  const inFour = names.filter(
    ({ forms }) => scripts.filter((script) => script.test(forms['any'] ?? '')).length >= 4,
  );
  expect(inFour.length).toBeGreaterThanOrEqual(350);
});

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Han}/u,
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u,
];

test('no two entries have a form in common unless one of them says so', () => {
  const owners = new Map<string, Set<LexiconEntry>>();
  for (const entry of lexicon)
    for (const [language, forms] of Object.entries(entry.forms))
      for (const pattern of readForms(entry, forms, language))
        if (pattern.role !== 'mask')
          for (const key of keysOf(pattern.steps, language))
            owners.set(key, (owners.get(key) ?? new Set()).add(entry));
  const unsaid = [...owners].flatMap(([form, those]) =>
    [...those].flatMap((one) =>
      [...those]
        .filter((other) => one.id < other.id && !saysSo(one, other))
        .map((other) => `${form}: ${one.id}, ${other.id}`),
    ),
  );
  expect(unsaid).toEqual([]);
});

function saysSo(one: LexiconEntry, other: LexiconEntry): boolean {
  const named = ({ metBy = [], shares = [] }: LexiconEntry): readonly string[] => [...metBy, ...shares];
  return named(one).includes(other.id) || named(other).includes(one.id);
}

/** Every way to meet a form, as text. */
function keysOf(steps: readonly Step[], language: string): readonly string[] {
  return steps.reduce<readonly string[]>(
    (keys, step) =>
      step.kind === 'gap'
        ? keys.map((key) => `${key} …`)
        : keys.flatMap((key) =>
            step.atoms.map((atom) => `${key} ${atom.kind} ${atomKey(atom.kind, atom.word, language)}`),
          ),
    [language],
  );
}

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
  ['battery', 'battery'],
  ['profit', 'profit'],
  ['увольнения', 'layoffs'],
  ['リストラ', 'layoffs'],
  ['штраф', 'fine'],
  ['rachat', 'acquisition'],
  ['アマゾン', 'amazon'],
  ['Нвидиа', 'nvidia'],
  ['orange', 'orange'],
  ['quantum', undefined],
  ['Übernahme', 'acquisition'],
  ['satın alma', 'acquisition'],
  ['поглощение', 'acquisition'],
  ['अधिग्रहण', 'acquisition'],
  ['收购', 'acquisition'],
  ['rodada de investimento', 'funding'],
  ['финансирование', 'funding'],
  ['資金調達', 'funding'],
  ['투자유치', 'funding'],
  ['halka arz', 'ipo'],
  ['اكتتاب', 'ipo'],
  ['上市', 'ipo'],
  ['résultats', 'earnings'],
  ['wyniki finansowe', 'earnings'],
  ['決算', 'earnings'],
  ['iş birliği', 'partnership'],
  ['合作', 'partnership'],
  ['hausse des prix', 'price-rise'],
  ['zam', 'price-rise'],
  ['महंगाई', 'price-rise'],
  ['faillissement', 'bankruptcy'],
  ['fallimento', 'bankruptcy'],
  ['GDPR', 'privacy'],
  ['vie privée', 'privacy'],
  ['个人信息', 'privacy'],
  ['telif hakları', 'copyright'],
  ['авторские права', 'copyright'],
  ['版權', 'copyright'],
  ['richiamo', 'recall'],
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

test('what each concept is commonly called means it, when somebody types that', () => {
  const wrong = lexicon
    .filter(({ kind }) => kind === 'concept')
    .flatMap(({ id }) => {
      const words = [...calledIn(id).values()];
      if (words.length === 0) return [`${id} has no other word`];
      return words.filter((word) => meantBy(word)?.id !== id).map((word) => `${word} is not ${id}`);
    });
  expect(wrong).toEqual([]);
});
