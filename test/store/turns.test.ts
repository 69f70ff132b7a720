import { expect, test } from 'vitest';
import { createTurns, type Urgency } from '../../src/store/turns.ts';

const cases: ReadonlyArray<[name: string, asked: readonly Urgency[], eachMs: number, order: string]> = [
  ['equals: who came first', ['prompt', 'prompt', 'prompt'], 10, '0 1 2'],
  ['what is prompt goes before what is patient', ['patient', 'patient', 'prompt'], 10, '0 2 1'],
  [
    'what is patient goes on all the same',
    ['prompt', 'patient', 'prompt', 'prompt', 'prompt', 'prompt'],
    100,
    '0 2 1 3 4 5',
  ],
  [
    'what is patient does not all go first because all of it has waited long',
    ['patient', 'patient', 'patient', 'patient', 'prompt', 'prompt'],
    100,
    '0 4 1 5 2 3',
  ],
];

test.each(cases)('%s', async (_name, asked, eachMs, order) => {
  let now = 0;
  const turns = createTurns(() => now);
  const had: number[] = [];
  const all = asked.map(async (urgency, at) => {
    await turns.take(urgency);
    had.push(at);
    now += eachMs;
    turns.pass();
  });
  await Promise.all(all);
  expect(had.join(' ')).toBe(order);
});
