import { expect, test } from 'vitest';
import { withoutDateline } from '../../src/summarize/dateline.ts';

const datelines: readonly string[] = [
  'SANTA CLARA, Calif., Nov. 27, 2026 -- ',
  'NEW YORK, 27 November 2026 – ',
  'Paris, le 27 novembre 2026 – ',
  'Madrid, 27 de noviembre de 2026 - ',
  'Saint-Étienne, le 1er mars 2026 — ',
  'BERLIN (dpa) - ',
  'Tokyo, Nov 27 (Reuters) - ',
  'LONDON, Jan. 5, 2026 (GLOBE NEWSWIRE) -- ',
  '【シリコンバレー=山田健一】',
];

test.each(datelines)('%s stands before a report, not in its summary', (dateline) => {
  expect(withoutDateline(`${dateline}Quorlex is to buy Tessalite.`)).toBe('Quorlex is to buy Tessalite.');
});

const sentences: readonly string[] = [
  'IBM – the oldest of them – is to cut 300 jobs.',
  'In 2024, Corvane – then a start-up – cut 300 jobs.',
  'GPT-4 – the model behind it – is to end.',
  'Tokyo, which hosted the Games of 2020 – without guests – is to pay.',
  'Corvane (Ultra) – the phone – is to end.',
  'Marlow, 43, is to lead Quorlex - and Tessalite.',
  'Quorlex -- ',
  '【独自】',
  '',
];

test.each(sentences)('%s is told as it is', (sentence) => {
  expect(withoutDateline(sentence)).toBe(sentence);
});
