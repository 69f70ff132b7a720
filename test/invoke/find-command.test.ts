import { describe, expect, test } from 'vitest';
import { allCommands } from '../../commands/all.ts';
import { findCommand, namesOf, nearestName } from '../../src/invoke/find-command.ts';
import { fold } from '../../src/language/fold.ts';

const found: ReadonlyArray<[typed: string, name: string | undefined]> = [
  ['subscribe', 'subscribe'],
  ['/subscribe', 'subscribe'],
  ['／subscribe', 'subscribe'],
  ['SUBSCRIBE', 'subscribe'],
  ['ｓｕｂｓｃｒｉｂｅ', 'subscribe'],
  ['abonner', 'subscribe'],
  ['désabonner', 'unsubscribe'],
  ['desabonner', 'unsubscribe'],
  ['DÉSABONNER', 'unsubscribe'],
  ['de\u0301sabonner', 'unsubscribe'],
  ['abonnements', 'subscriptions'],
  ['dernières', 'latest'],
  ['actus', 'latest'],
  ['pourquoi', 'why'],
  ['aide', 'help'],
  ['flux', 'sources'],
  ['subscrib', undefined],
  ['constructor', undefined],
  ['', undefined],
];

test.each(found)('"%s" is the command %s', (typed, name) => {
  expect(findCommand(typed, allCommands)?.name).toBe(name);
});

const near: ReadonlyArray<[typed: string, name: string | undefined]> = [
  ['subcribe', 'subscribe'],
  ['subscibre', 'subscribe'],
  ['usbscribe', 'subscribe'],
  ['unsuscribe', 'unsubscribe'],
  ['lastest', 'latest'],
  ['hepl', 'help'],
  ['wyh', 'why'],
  ['aboner', 'abonner'],
  ['desaboner', 'désabonner'],
  ['porquoi', 'pourquoi'],
  // Too far, or too short to tell.
  ['hello', undefined],
  ['banana', undefined],
  ['hi', undefined],
  ['x'.repeat(10_000), undefined],
];

test.each(near)('"%s" nearly is %s', (typed, name) => {
  expect(nearestName(typed, allCommands)).toBe(name);
});

describe('the commands', () => {
  test('no two share a name or an alias', () => {
    const names = allCommands.flatMap(namesOf).map(fold);
    expect(names).toEqual([...new Set(names)]);
  });

  test.each(allCommands.map(({ name }) => name))('/%s has a name that Discord and Slack take', (name) => {
    expect(name).toMatch(/^[a-z]{1,32}$/);
  });
});
