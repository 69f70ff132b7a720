import { expect, test } from 'vitest';
import { createTurns, type Urgency } from '../../src/store/turns.ts';

const cases: ReadonlyArray<[name: string, asked: readonly Urgency[], eachMs: number, order: string]> = [
  ['equals: who came first', ['prompt', 'news', 'prompt'], 10, '0 1 2'],
  ['what is prompt goes before what is patient', ['patient', 'patient', 'prompt'], 10, '2 0 1'],
  ['so does news, and its next step is waited for', ['patient', 'news'], 10, '1 wait 0'],
  [
    'what was accepted is matched first',
    ['news', 'prompt', 'last step', 'news', 'last step'],
    10,
    '2 4 0 1 3',
  ],
  ['what is prompt has no next step', ['patient', 'prompt'], 10, '1 0'],
  [
    'what is patient goes on all the same',
    ['patient', 'prompt', 'prompt', 'prompt', 'prompt', 'patient'],
    130,
    '1 2 0 3 4 5',
  ],
  [
    'what is patient does not all go first because all of it has waited long',
    ['patient', 'patient', 'patient', 'prompt', 'prompt', 'prompt', 'prompt'],
    130,
    '3 4 0 5 6 1 2',
  ],
];

test.each(cases)('%s', (_name, asked, eachMs, order) => {
  let now = 0;
  const turns = createTurns<number>(() => now);
  for (const [at, urgency] of asked.entries()) turns.add(urgency, at);
  const had: Array<number | 'wait'> = [];
  for (let turn = turns.next(); turn !== undefined; turn = turns.next()) {
    had.push(turn.kind === 'wait' ? 'wait' : turn.one);
    now += turn.kind === 'wait' ? turn.ms : eachMs;
  }
  expect(had.join(' ')).toBe(order);
});

test('some are served together: of equal urgency, in their order', () => {
  const turns = createTurns<string>(() => 0);
  turns.add('patient', 'first of the patient');
  turns.add('prompt', 'first');
  turns.add('news', 'second');
  const turn = turns.next();
  if (turn?.kind !== 'turn') throw new Error('there is one to serve');
  expect(turn.one).toBe('first');
  expect(turns.more(turn)?.one).toBe('second');
  expect(turns.more(turn)).toBeUndefined();
  expect(turns.next(), 'one of them was news').toMatchObject({ kind: 'wait' });
});
