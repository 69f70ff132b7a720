import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { allCommands } from '../../../commands/all.ts';
import { typedText } from '../../../src/platform/slack/payloads.ts';
import { isSigned } from '../../../src/platform/slack/signed.ts';
import { createTypedIn, readTyped } from '../../../src/platform/slack/typed.ts';

const lines: ReadonlyArray<
  readonly [command: string, text: string, name: string | undefined, input: string]
> = [
  ['/news', '', undefined, ''],
  ['/news', 'subscribe AWS, layoffs', 'subscribe', 'AWS, layoffs'],
  ['/news', 'abonner IA', 'abonner', 'IA'],
  ['/news', 'subcribe AWS', 'subcribe', 'AWS'],
  ['/news', 'AWS layoffs', 'latest', 'AWS layoffs'],
  ['/news', 'help', 'help', ''],
  ['/subscribe', 'AWS', 'subscribe', 'AWS'],
  ['/latest', '', 'latest', ''],
];

test.each(lines)('%s %s', (command, text, name, input) => {
  expect(readTyped(command, text, allCommands)).toEqual({ name, input });
});

describe('our sentences name commands as they are typed here', () => {
  const sentences: ReadonlyArray<readonly [sentence: string, news: string, all: string]> = [
    ['Try /subscribe AWS', 'Try /news subscribe AWS', 'Try /subscribe AWS'],
    ['/why 12, or /mute 12.', '/news why 12, or /news mute 12.', '/why 12, or /news mute 12.'],
    ['essayez /abonner IA', 'essayez /news abonner IA', 'essayez /news abonner IA'],
    [
      'https://example.com/why and and/why',
      'https://example.com/why and and/why',
      'https://example.com/why and and/why',
    ],
    ['/whyever', '/whyever', '/whyever'],
    ['/news why 12', '/news why 12', '/news why 12'],
  ];
  test.each(sentences)('%s', (sentence, news, all) => {
    expect(createTypedIn(allCommands, 'news')(sentence)).toBe(news);
    expect(createTypedIn(allCommands, 'all')(sentence)).toBe(all);
  });
});

test('what was typed is read as it was typed', () => {
  expect(typedText('sources add <https://a.example/feed?x=1&amp;y=2|a.example>')).toBe(
    'sources add https://a.example/feed?x=1&y=2',
  );
  expect(typedText('&lt;b&gt; &amp;lt;')).toBe('<b> &lt;');
});

describe('a signature', () => {
  const secret = 'secret-of-nobody';
  const now = 1_767_600_000_000;
  const signed = (body: string, at: number): { timestamp: string; signature: string } => ({
    timestamp: String(at),
    signature: `v0=${createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')}`,
  });

  const ages: ReadonlyArray<readonly [offsetS: number, good: boolean]> = [
    [0, true],
    [-300, true],
    [300, true],
    [-301, false],
    [301, false],
    [86_400, false],
  ];
  test.each(ages)('is good for five minutes in both directions: %i s', (offset, good) => {
    expect(isSigned('body', signed('body', now / 1000 + offset), secret, now)).toBe(good);
  });

  test('is of this body, by this secret', () => {
    const signature = signed('body', now / 1000);
    expect(isSigned('other', signature, secret, now)).toBe(false);
    expect(isSigned('body', signature, 'another', now)).toBe(false);
    expect(isSigned('body', { ...signature, timestamp: 'x' }, secret, now)).toBe(false);
    expect(isSigned('body', { ...signature, signature: undefined }, secret, now)).toBe(false);
  });
});
