import { describe, expect, test } from 'vitest';
import type { AlertContent } from '../../src/domain.ts';
import type { Card, Reply } from '../../src/invoke/invocation.ts';
import { renderAlert, renderReply, type TextReader } from '../../src/invoke/render-text.ts';
import { answer, list, text } from '../../src/invoke/reply.ts';
import { english } from '../../src/messages/en.ts';
import { frenchTexts } from '../../src/messages/fr.ts';

const now = Date.UTC(2026, 2, 10, 17, 30);
const reader: TextReader = { texts: english, zone: 'Europe/Paris', now };

const card: Card = {
  articleId: 12,
  title: 'AWS cuts jobs',
  url: 'https://example.com/aws',
  outlet: 'Le Monde',
  publishedAt: Date.UTC(2026, 2, 10, 17, 4),
  summary: 'Amazon Web Services is cutting jobs.',
};

describe('a reply in the terminal', () => {
  test('a text is a line', () => {
    expect(renderReply(answer(text('Hello.')), reader)).toEqual(['Hello.']);
  });

  test('a list is indented; what has nothing to add stands alone', () => {
    const reply = answer(
      list([
        { lead: 'AWS', rest: 'rings here already' },
        { lead: 'layoffs', rest: '' },
      ]),
    );
    expect(renderReply(reply, reader)).toEqual(['  AWS — rings here already', '  layoffs']);
  });

  test('a card begins with the number that /why takes', () => {
    expect(renderReply(cards(card), reader)).toEqual([
      '[12] AWS cuts jobs',
      '    Le Monde · today 18:04',
      '    Amazon Web Services is cutting jobs.',
      '    https://example.com/aws',
    ]);
  });

  test('what a card does not have takes no line', () => {
    expect(renderReply(cards({ ...card, url: undefined, summary: '' }), reader)).toEqual([
      '[12] AWS cuts jobs',
      '    Le Monde · today 18:04',
    ]);
  });

  test('dates are in the words and zone of the reader', () => {
    expect(renderReply(cards(card), { texts: frenchTexts, zone: 'UTC', now })[1]).toBe(
      '    Le Monde · aujourd’hui 17:04',
    );
  });

  test('emphasis is a matter of the terminal', () => {
    expect(renderReply(answer(list([{ lead: 'AWS', rest: '' }])), { ...reader, ansi: true })).toEqual([
      '  \u001B[1mAWS\u001B[22m',
    ]);
  });
});

test('an alert says which subscriptions rang, by which words, and who else reports it', () => {
  const content: AlertContent = {
    ...card,
    kind: 'alert',
    storyId: 3,
    summary: 'Amazon Web Services is cutting jobs.',
    language: 'en',
    reasons: [
      { subscription: 'AWS', subscriptionId: 1, term: 'AWS', words: ['Amazon Web Services', 'AWS'] },
      { subscription: 'layoffs', subscriptionId: 2, term: 'layoffs', words: ['cutting jobs'] },
    ],
    outlets: [
      { name: 'Le Monde', title: 'AWS cuts jobs' },
      { name: 'BBC', title: 'Amazon cuts' },
      { name: 'BBC', title: 'Amazon cuts, again' },
    ],
  };
  expect(renderAlert(content, reader)).toEqual([
    '[12] AWS cuts jobs',
    '    Le Monde · today 18:04',
    '    Amazon Web Services is cutting jobs.',
    '    https://example.com/aws',
    '    Rang for AWS and layoffs',
    '    AWS: “Amazon Web Services”, “AWS”',
    '    layoffs: “cutting jobs”',
    '    Also reported by BBC',
  ]);
});

const hostile: ReadonlyArray<[what: string, title: string, shown: string]> = [
  ['colours', '\u001B[31mred\u001B[0m', '[31mred [0m'],
  ['a screen that is cleared', 'a\u001B[2J\u001B[Hb', 'a [2J [Hb'],
  ['a title of the window', '\u001B]0;owned\u0007x', ']0;owned x'],
  ['a line of its own', 'a\r\n[99] forged', 'a [99] forged'],
  ['8-bit control characters', 'a\u009B31mb', 'a 31mb'],
  ['text turned around', 'a\u202Egpj.exe', 'a gpj.exe'],
];

test.each(hostile)('an article cannot bring %s into the terminal', (_, title, shown) => {
  expect(renderReply(cards({ ...card, title }), reader)[0]).toBe(`[12] ${shown}`);
});

function cards(...all: readonly Card[]): Reply {
  return answer({ kind: 'cards', cards: all });
}
