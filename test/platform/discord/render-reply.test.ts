import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card, Reply } from '../../../src/invoke/invocation.ts';
import { answer, announce, list, text } from '../../../src/invoke/reply.ts';
import { textsFor } from '../../../src/messages/choose.ts';
import { renderReply } from '../../../src/platform/discord/render-reply.ts';

const texts = textsFor('en');

const card: Card = {
  articleId: 12,
  title: 'Hollowgate cuts jobs',
  url: 'https://wire.example/a',
  outlet: 'Wire',
  publishedAt: Date.UTC(2026, 0, 5, 9),
  summary: 'It does.',
  outlets: [
    { name: 'Wire', title: 'a' },
    { name: 'Daily', title: 'b' },
  ],
};

function said(reply: Reply): string {
  const [first] = renderReply(reply, texts).components;
  return first?.type === 10 ? first.content : '';
}

test('an article is a link with its number, its outlet and its time in the zone of whoever reads it', () => {
  expect(said(answer({ kind: 'cards', cards: [card] }))).toBe(
    [
      '**[Hollowgate cuts jobs](https://wire.example/a)**',
      '-# No. 12 · Wire · <t:1767603600:f>',
      'It does.',
      'Also reported by Daily',
    ].join('\n'),
  );
});

test('a title that is an address is no link to another', () => {
  const content = said(answer({ kind: 'cards', cards: [{ ...card, title: 'paypal.com' }] }));
  expect(content).not.toContain('[paypal');
  expect(content).toContain('[Read](https://wire.example/a)');
});

test('what is for whoever asked is private, what concerns everybody is not', () => {
  expect(renderReply(answer(text('a')), texts).flags & 64).toBe(64);
  expect(renderReply(announce(text('a')), texts).flags & 64).toBe(0);
});

test('a reply that is too long ends with a line that says so', () => {
  const long = answer(
    text('All'),
    list(Array.from({ length: 500 }, (_, n) => ({ lead: `word ${n}`, rest: '' }))),
  );
  expect(said(long).length).toBeLessThanOrEqual(4000);
  expect(said(long)).toMatch(/word 100[^]*\n-# There is more than fits into one message here\.$/);
});

test('whatever a reply holds, it fits into a message', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 3000 }),
    fc.constantFrom('*_[`'.repeat(2000), '漢'.repeat(5000), '👩‍👩‍👧‍👦'.repeat(900), ''),
  );
  const anyPart = fc.oneof(
    anyText.map(text),
    fc.array(fc.record({ lead: anyText, rest: anyText }), { maxLength: 30 }).map(list),
    fc
      .array(
        fc.record({ title: anyText, outlet: anyText, summary: anyText, url: fc.webUrl() }).map((one) => ({
          ...card,
          ...one,
          outlets: [{ name: one.title, title: '' }],
          reasons: Array.from({ length: 9 }, () => ({
            subscription: one.title,
            subscriptionId: 1,
            term: one.title,
            words: [one.summary],
          })),
        })),
        { maxLength: 10 },
      )
      .map((cards) => ({ kind: 'cards', cards }) as const),
  );
  fc.assert(
    fc.property(fc.array(anyPart, { maxLength: 8 }), (parts) => {
      const content = said(answer(...parts));
      expect(content.length).toBeGreaterThan(0);
      expect(content.length).toBeLessThanOrEqual(4000);
      expect(Buffer.byteLength(content)).toBeLessThanOrEqual(10_170);
    }),
    { numRuns: 60 },
  );
});
