import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card, Reply } from '../../../src/invoke/invocation.ts';
import { announce, answer, list, text } from '../../../src/invoke/reply.ts';
import { textsFor } from '../../../src/messages/choose.ts';
import { renderReply } from '../../../src/platform/slack/render-reply.ts';
import { mistakesIn } from './block-rules.ts';
import { readBlocks } from './harm.ts';

const texts = textsFor('en');
const typed = (sentence: string): string => sentence.replaceAll('/', '/news ');

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

function said(reply: Reply) {
  return readBlocks(renderReply(reply, { texts, typed }).blocks);
}

test('an article is a link with its number, its outlet and its time in the zone of whoever reads it', () => {
  const { letters, links } = said(answer({ kind: 'cards', cards: [card] }));
  expect(letters).toEqual([
    'Hollowgate cuts jobs\nIt does.',
    'No. 12 · Wire· <!date^1767603600^{date_short_pretty} {time}|5 Jan 2026, 09:00 UTC>',
    'Also reported by Daily',
  ]);
  expect(links).toEqual([{ url: 'https://wire.example/a', text: 'Hollowgate cuts jobs' }]);
});

test('a title that is an address is no link to another', () => {
  const { links } = said(answer({ kind: 'cards', cards: [{ ...card, title: 'paypal.com' }] }));
  expect(links).toEqual([{ url: 'https://wire.example/a', text: 'Read' }]);
});

test('commands stand there as they are typed here; words of articles do not change', () => {
  const { letters } = said(
    answer(text('Try /help'), { kind: 'cards', cards: [{ ...card, title: 'I/O and /dev' }] }),
  );
  expect(letters[0]).toBe('Try /news help');
  expect(letters[1]).toContain('I/O and /dev');
});

test('a reply about a conversation of two names it in words: it has no name that could be shown', () => {
  const { blocks } = renderReply(announce(text('a')), { texts, typed, about: 'D0123' });
  expect(JSON.stringify(blocks[0])).toContain('In your direct messages with me:');
  expect(JSON.stringify(blocks)).not.toContain('D0123');
});

test('a reply about another channel says about which', () => {
  const { blocks } = renderReply(announce(text('a')), { texts, typed, about: 'C0123' });
  expect(readBlocks(blocks).markup).toEqual(['In <#C0123>:']);
});

test('a reply that is too long ends with a line that says so', () => {
  const long = answer(
    text('All'),
    ...Array.from({ length: 80 }, (_, n) => list([{ lead: `word ${n}`, rest: 'x'.repeat(100) }])),
  );
  const { letters } = said(long);
  expect(letters.length).toBeLessThanOrEqual(50);
  expect(letters.at(-1)).toBe('There is more than fits into one message here.');
});

test('whatever a reply holds, it fits into a message', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 3000 }),
    fc.constantFrom(
      '*_[`"'.repeat(2000),
      '漢'.repeat(5000),
      '👩‍👩‍👧‍👦'.repeat(900),
      '\n'.repeat(4000),
      '',
      '<!channel>',
    ),
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
          reasons: [{ subscription: 'a', subscriptionId: 1, term: one.title, words: [one.summary] }],
        })),
        { maxLength: 10 },
      )
      .map((cards) => ({ kind: 'cards', cards }) as const),
  );
  fc.assert(
    fc.property(fc.array(anyPart, { maxLength: 8 }), (parts) => {
      const { blocks, text: line } = renderReply(answer(...parts), { texts, typed });
      expect(mistakesIn(blocks)).toEqual([]);
      expect(line).not.toMatch(/[<>]/);
      expect(line.length).toBeLessThanOrEqual(6000);
    }),
    { numRuns: 60 },
  );
}, 60_000);
