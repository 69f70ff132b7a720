import { expect, test } from 'vitest';
import { analyze } from '../../src/language/analyze.ts';
import { lexicon, lexiconEntry, meaningOf } from '../../src/language/lexicon.ts';

function isAbout(entry: string, language: string, title: string, text = ''): boolean {
  return analyze({ title, text, language }).meanings.has(entry);
}

const cases: ReadonlyArray<readonly [entry: string, language: string, title: string, is: boolean]> = [
  ['electric-vehicles', 'en', 'The crossover recharges in 18 minutes', true],
  ['electric-vehicles', 'en', 'The crossover needs a new exhaust', false],
  ['electric-vehicles', 'en', 'The phone recharges in 18 minutes', false],
  ['electric-vehicles', 'de', 'Der Kleinwagen lädt an jeder Steckdose', true],
  ['data-center', 'fr', 'Des serveurs sur un campus de 300 mégawatts', true],
  ['data-center', 'fr', 'Un campus de 300 mégawatts', false],
  ['phishing', 'it', 'Una truffa via sms: migliaia di clienti', true],
  ['streaming', 'nl', 'Abonnees krijgen tien nieuwe series', true],
  ['quantum-computing', 'zh', '超导量子机对外开放，纠缠时间翻倍', true],
  ['product-launch', 'en', 'Sonos handset debuts next week', true],
  ['product-launch', 'en', 'Ministry launches inquiry into handset', false],
  // Whatever is of one group counts as one.
  ['electric-vehicles', 'en', 'Petrol cars, trucks and pickups', false],
];

test.each(cases)('hints of %s (%s) in "%s": %s', (entry, language, title, is) => {
  expect(isAbout(entry, language, title)).toBe(is);
});

test('hints that stand far apart tell nothing', () => {
  const between = 'It says nothing of the matter at all. '.repeat(6);
  expect(isAbout('electric-vehicles', 'en', 'A crossover', `${between}It recharges.`)).toBe(false);
  expect(isAbout('electric-vehicles', 'en', 'A crossover', 'It recharges.')).toBe(true);
});

test('who makes nothing else is a hint, where the name is no other word', () => {
  expect(isAbout('semiconductors', 'en', 'TSMC adds a production line in Arizona')).toBe(true);
  expect(isAbout('semiconductors', 'en', 'Toyota adds a production line in Arizona')).toBe(false);
});

test('an article that is from elsewhere takes three hints', () => {
  const elsewhere = 'The senator and the governor spoke of the election, the border and the war.';
  expect(isAbout('electric-vehicles', 'en', 'Senator recharges in his pickup', elsewhere)).toBe(false);
});

test('a hint alone is nothing that anybody means by typing it', () => {
  for (const typed of ['crossover', 'megawatt', 'maintainers', 'flagship'])
    expect(meaningOf(typed)?.id).toBe(undefined);
});

test('every entry whose names hint exists', () => {
  for (const { hintedBy = '' } of lexicon)
    for (const id of hintedBy.split(/[ |]+/).filter((one) => one !== ''))
      expect(lexiconEntry(id)?.kind, id).toBe('name');
});
