/** How well articles ring for the companies, products and people they are about, and how seldom for a word that looks like one. */
import { describe, expect, test } from 'vitest';
import { lexiconLanguages } from '../../../src/language/lexicon/entry.ts';
import { type Answer, answers, ringingNearMisses, scoreOf } from './judge.ts';
import { type Item, items } from './items.ts';
import { everyName } from './keywords.ts';
import type { Variant } from './variants.ts';

const parts = { 'names-tuned': items('names-tuned'), 'names-kept': items('names-kept') };
const everything = [...parts['names-tuned'], ...parts['names-kept']];

test('540 articles in 17 languages, 200 of them with a word that looks like a name, each label a name', () => {
  expect(everything.length).toBeGreaterThanOrEqual(540);
  expect(new Set(everything.map(({ language }) => language))).toEqual(new Set(lexiconLanguages));
  expect(everything.filter(({ rings }) => rings.length === 0).length).toBeGreaterThanOrEqual(200);
  const known = new Set(everyName.map(({ meant }) => meant));
  const labels = everything.flatMap(({ rings, open }) => [...rings, ...open]);
  expect(labels.filter((label) => !known.has(label))).toEqual([]);
});

/** Only a machine that does much else comes near it. */
const mostMs = 120_000;

interface Floor {
  readonly part: keyof typeof parts;
  readonly variant: Variant;
  readonly precision: number;
  readonly recall: number;
}

const floors: readonly Floor[] = [
  { part: 'names-tuned', variant: 'as written', precision: 0.98, recall: 0.98 },
  { part: 'names-tuned', variant: 'in small letters', precision: 0.97, recall: 0.97 },
  { part: 'names-tuned', variant: 'misspelt', precision: 0.97, recall: 0.97 },
  { part: 'names-kept', variant: 'as written', precision: 0.95, recall: 0.94 },
  { part: 'names-kept', variant: 'in small letters', precision: 0.94, recall: 0.92 },
  { part: 'names-kept', variant: 'misspelt', precision: 0.95, recall: 0.93 },
];

describe.each(floors)('$part, $variant', ({ part, variant, precision, recall }) => {
  test(
    `of alerts at least ${100 * precision} % are right, of what should ring at least ${100 * recall} % does`,
    async () => {
      const judged = await answers(parts[part], everyName, variant);
      const score = scoreOf(judged);
      expect(score.precision, told(score.wrong)).toBeGreaterThanOrEqual(precision);
      expect(score.recall, told(score.missed)).toBeGreaterThanOrEqual(recall);
      const silent = parts[part].filter(({ rings }) => rings.length === 0);
      const ringing = ringingNearMisses(judged);
      expect(ringing.length, ringing.map(titleOf).join(' | ')).toBeLessThanOrEqual(silent.length / 20);
    },
    mostMs,
  );
});

function told(faults: readonly Answer[]): string {
  return faults.map(({ keyword, item }) => `${keyword.typed}: ${titleOf(item)}`).join(' | ');
}

function titleOf({ title }: Item): string {
  return title;
}
