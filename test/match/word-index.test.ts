import { expect, test } from 'vitest';
import { analyze } from '../../src/language/analyze.ts';
import { plainWords } from '../../src/match/plain-words.ts';
import { createWordIndex } from '../../src/match/word-index.ts';

function indexOf(words: readonly string[]) {
  const index = createWordIndex<string>();
  for (const word of words) add(word);
  return { add, remove, find };

  function add(word: string): void {
    for (const plain of plainWords(word)) index.add(plain, word);
  }
  function remove(word: string): void {
    for (const plain of plainWords(word)) index.remove(plain, word);
  }
  function find(text: string, language: string): readonly string[] {
    return [...new Set(index.find(analyze({ title: '', text, language })))].toSorted();
  }
}

test.each<[words: readonly string[], text: string, language: string, found: readonly string[]]>([
  [['drones', 'drone', 'Drone'], 'A drone flew.', 'en', ['Drone', 'drone', 'drones']],
  [['meetings'], 'One meeting was held.', 'en', ['meetings']],
  [['meeting'], 'Two meetings were held.', 'en', ['meeting']],
  [['licenciement'], 'Des licenciements', 'fr', ['licenciement']],
  [['licenciement'], 'Des licenciements', 'en', ['licenciement']],
  [['licenciements'], 'Des licenciement', 'xx', []],
  [['Élève'], 'un eleve', 'fr', ['Élève']],
  [['дроны'], 'Над городом летал дрон', 'ru', ['дроны']],
  [['昇'], '昇腾', 'zh', ['昇']],
])('%j in "%s" (%s): %j', (words, text, language, found) => {
  expect(indexOf(words).find(text, language)).toEqual(found);
});

test('a word that comes after the first article of a language is found in the next one', () => {
  const index = indexOf(['rocket']);
  expect(index.find('Drones and rockets', 'en')).toEqual(['rocket']);
  index.add('drone');
  expect(index.find('Drones and rockets', 'en')).toEqual(['drone', 'rocket']);
});

test('a word that was taken out is found in no language', () => {
  const index = indexOf(['drone', 'rocket']);
  index.find('Drones and rockets', 'en');
  index.remove('drone');
  index.remove('satellite');
  expect(index.find('Drones and rockets', 'en')).toEqual(['rocket']);
  expect(index.find('drone', 'fr')).toEqual([]);
});
