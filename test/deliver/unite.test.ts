import { expect, test } from 'vitest';
import { uniteDelivery } from '../../src/deliver/unite.ts';
import type { DeliveryOptions } from '../../src/domain.ts';

const ada = { kind: 'member', id: '1' } as const;
const team = { kind: 'role', id: '2' } as const;

const cases: ReadonlyArray<
  [what: string, each: ReadonlyArray<DeliveryOptions | undefined>, united: DeliveryOptions | undefined]
> = [
  ['nothing said', [undefined], undefined],
  ['nobody rang', [], undefined],
  ['one silent', [{ silent: true }], { silent: true }],
  ['one silent, one not', [{ silent: true }, undefined], undefined],
  ['both silent', [{ silent: true }, { silent: true }], { silent: true }],
  ['a thread is wanted by one', [undefined, { thread: true }], { thread: true }],
  ['all are called, each once', [{ mentions: [ada, team] }, { mentions: [ada] }], { mentions: [ada, team] }],
  ['the first colour', [undefined, { colour: 1 }, { colour: 2 }], { colour: 1 }],
];

test.each(cases)('%s', (_, each, united) => {
  const reasons = each.map((delivery, at) => {
    return {
      subscription: 'AWS',
      subscriptionId: at,
      term: 'AWS',
      words: ['AWS'],
      ...(delivery && { delivery }),
    };
  });
  expect(uniteDelivery(reasons)).toEqual(united);
});

test('a subscription that rang with several terms counts once', () => {
  const reason = { subscription: 'AWS layoffs', subscriptionId: 1, term: 'AWS', words: ['AWS'] };
  const both = [
    { ...reason, delivery: { silent: true } },
    { ...reason, term: 'layoffs', delivery: { silent: true } },
  ];
  expect(uniteDelivery(both)).toEqual({ silent: true });
});
