import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Channel, Subscription } from '../../../src/domain.ts';
import { answer, list, text } from '../../../src/invoke/reply.ts';
import { allTexts } from '../../../src/messages/choose.ts';
import { formView, optionOf } from '../../../src/platform/slack/form.ts';
import { homeView, zonesLike } from '../../../src/platform/slack/home.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { mistakesIn } from './block-rules.ts';
import { channelOf } from './open-slack.ts';

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom(...hostileTexts, '<!channel>', '', ' ', 'x'.repeat(5000)),
);
const subscription = fc
  .record({ id: fc.nat(), typed: words, thread: fc.boolean() })
  .map(({ id, typed, thread }): Subscription => ({
    id,
    typed,
    query: typed,
    channelId: 1,
    workspaceId: 1,
    channelKey: 'slack/T/C',
    createdBy: 'U1',
    sinceArticleId: 0,
    ...(thread && { delivery: { thread, mentions: [{ kind: 'member', id: 'U0123' }] } }),
  }));
const channel = fc
  .record({
    externalId: fc.constantFrom('C0123', 'D0123'),
    paused: fc.boolean(),
    reason: fc.option(words, { nil: undefined }),
  })
  .map(({ externalId, paused, reason }): Channel => {
    return { ...channelOf(1, externalId), status: paused ? 'paused' : 'ok', reason };
  });
const typed = (sentence: string): string => sentence;

test('whatever people follow and wherever, App Home is a view that Slack takes', () => {
  const content = fc.record({
    channels: fc.array(
      fc.record({
        channel,
        subscriptions: fc.array(subscription, { maxLength: 40 }),
        manages: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
    sources: fc
      .array(fc.record({ lead: words, rest: words }), { maxLength: 80 })
      .map((items) => answer(text('What is watched:'), list(items))),
    notice: fc.option(
      words.map((said) => ({ reply: answer(text(said)), channel: 'C0123' })),
      { nil: undefined },
    ),
  });
  fc.assert(
    fc.property(content, fc.constantFrom(...allTexts), (home, texts) => {
      const view = homeView({ ...home, wishes: {}, zone: 'Europe/Paris' }, { texts, typed });
      const { blocks } = view as { blocks: readonly object[] };
      expect(mistakesIn(blocks, 100)).toEqual([]);
      expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(250_000);
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('the form is a view that Slack takes, whatever is changed in it', () => {
  fc.assert(
    fc.property(subscription, fc.constantFrom(...allTexts), (changes, texts) => {
      const view = formView(texts, { channel: 'C0123', changes }) as {
        blocks: readonly object[];
        title: { text: string };
        submit: { text: string };
        close: { text: string };
        private_metadata: string;
      };
      expect(mistakesIn(view.blocks, 100)).toEqual([]);
      for (const { text: label } of [view.title, view.submit, view.close])
        expect(label.length).toBeLessThanOrEqual(24);
      expect(view.private_metadata.length).toBeLessThanOrEqual(3000);
    }),
  );
});

test('an option is what was typed, or none', () => {
  expect(optionOf('AWS, layoffs')).toEqual({
    text: { type: 'plain_text', text: 'AWS, layoffs', emoji: false },
    value: 'AWS, layoffs',
  });
  expect(optionOf('')).toBeUndefined();
  expect(optionOf('x'.repeat(151))).toBeUndefined();
  expect(optionOf('x'.repeat(150))?.text.text).toHaveLength(75);
});

test('time zones are found by part of their names', () => {
  expect(zonesLike('paris').map(({ value }) => value)).toEqual(['Europe/Paris']);
  expect(zonesLike('new york').map(({ value }) => value)).toContain('America/New_York');
  expect(zonesLike('').length).toBe(100);
  expect(zonesLike('nowhere at all')).toEqual([]);
});
