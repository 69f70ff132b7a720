import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlertContent } from '../../../src/domain.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { mistakesIn, schemaIsThere } from './block-rules.ts';
import { filledWith, linkingTo, sample } from '../strange-article.ts';
import { harmOf, marker, readBlocks, rendered } from './harm.ts';

const own = 'https://example.com/article';

/** Texts that only Slack reads as more than text. */
const slackTexts: readonly string[] = [
  '<!channel> <!here> <!everyone>',
  '<!subteam^S0123ABC>',
  '<@U0123ABC> and <@W0123ABC|ada>',
  '<#C0123ABC|news>',
  '<https://evil.example|Sign in>',
  '<mailto:me@evil.example|Bob>',
  '&lt;!channel&gt; &amp;lt;',
  '<!date^1392734382^{date}|soon>',
  '@channel @here @everyone',
  '*bold* _italics_ ~strike~ `code`',
  '> quote',
  '```code```',
  '• list',
  ':tada: :bellwire:',
  '\uE000\uE001 private \uE063',
];
const allHostile = [...hostileTexts, ...slackTexts];

describe('an alert', () => {
  test('says what happened, where, when, why it rang and who else reports it', () => {
    const { text, blocks } = rendered({
      outlets: [...sample.outlets, { name: 'Wired', title: 'x', url: 'https://wired.example/1' }],
      changes: [{ was: '300 jobs', now: '500 jobs' }],
    });
    expect(text).toBe('AWS cuts jobs — The Register');
    expect(readBlocks(blocks)).toEqual({
      letters: [
        'AWS cuts jobs',
        'The Register· <!date^1767600000^{date_short_pretty} {time}|5 Jan 2026, 08:00 UTC>',
        'AWS is cutting several hundred jobs.',
        'Rang for AWS',
        '300 jobs → 500 jobs',
        'Also reported by Wired',
        'Why?Mute storyUnsubscribe',
      ],
      markup: ['· <!date^1767600000^{date_short_pretty} {time}|5 Jan 2026, 08:00 UTC>'],
      links: [
        { url: own, text: 'AWS cuts jobs' },
        { url: 'https://wired.example/1', text: 'Wired' },
      ],
    });
    expect(JSON.stringify(blocks)).toContain('{"type":"text","text":"AWS","style":{"bold":true}}');
  });

  test('that is not the first report of its story names the first, and not itself', () => {
    const first = { name: 'Wired', title: 'x', url: 'https://wired.example/1' };
    const { blocks } = rendered({ outlets: [first, ...sample.outlets, ...sample.outlets] });
    const { letters, links } = readBlocks(blocks);
    expect(letters).toContain('Also reported by Wired');
    expect(links.map(({ url }) => url)).toEqual([own, first.url]);
  });

  test('shows its picture beside the summary, and does without where Slack did not take it', () => {
    const image = 'https://example.com/picture.png';
    const pictured = rendered({ image });
    expect(pictured.blocks[2]).toMatchObject({
      type: 'section',
      text: { type: 'plain_text', emoji: false },
      accessory: { image_url: image, alt_text: 'AWS cuts jobs' },
    });
    expect(JSON.stringify(rendered({ image }, 'en', false))).not.toContain('picture.png');
  });

  test('carries its marker where nobody sees it, and unfolds no links', () => {
    const body = rendered({});
    expect(body).toMatchObject({
      metadata: { event_type: 'bellwire_message', event_payload: { id: marker, revision: 1 } },
      unfurl_links: false,
      unfurl_media: false,
    });
    expect(body.blocks.at(-1)).toMatchObject({
      block_id: `bellwire:${marker}:1`,
      elements: ['why', 'mute', 'unsubscribe'].map((action) => ({ action_id: action, value: marker })),
    });
  });

  test('speaks the language of its channel', () => {
    expect(JSON.stringify(rendered({ summary: '', withoutText: true }, 'fr'))).toContain(
      'Cet article est arrivé avec son seul titre.',
    );
  });

  test('says nothing where the text says no more than the title, and shows the picture all the same', () => {
    expect(readBlocks(rendered({ summary: '' }).blocks).letters[2]).toBe('Rang for AWS');
    const image = 'https://example.com/picture.png';
    expect(rendered({ summary: '', image }).blocks[2]).toEqual({
      type: 'context',
      elements: [{ type: 'image', image_url: image, alt_text: 'AWS cuts jobs' }],
    });
  });

  test('calls nobody, but the one who is to be called', () => {
    const call = (kind: 'role' | 'member', id: string) =>
      readBlocks(rendered({ title: '<!channel>', delivery: { mentions: [{ kind, id }] } }).blocks).markup;
    expect(call('role', 'S0123ABC')[0]).toBe('<!subteam^S0123ABC>');
    expect(call('member', 'U0123ABC')[0]).toBe('<@U0123ABC>');
    for (const [kind, id] of [
      ['role', 'channel'],
      ['role', 'U0123ABC'],
      ['member', 'U1> <!channel'],
      ['member', 'S0123ABC'],
    ] as const)
      expect(call(kind, id)).toHaveLength(1);
  });

  const titles: ReadonlyArray<readonly [title: string, linked: boolean]> = [
    ['Booking.com is fined', true],
    ['Node.js 26 is out', true],
    ['example.com', true],
    ['paypal.com', false],
    ['Log in at https://paypal.com', false],
    ['www.paypal.com is down', false],
    ['Go to paypal.com/login now', false],
    ['https：//paypal.com', false],
  ];
  test.each(titles)('a title is the link, unless it reads like an address of others: %s', (title, linked) => {
    const { links } = readBlocks(rendered({ title, outlets: [] }).blocks);
    expect(links).toEqual([{ text: linked ? title : 'example.com', url: own }]);
  });

  test.each(['javascript:alert(1)', 'https://paypal.com@evil.example', 'data:text/html,x', '//a.example'])(
    'only http(s) that deceives nobody is a link: %s',
    (url) => {
      expect(readBlocks(rendered({ url, image: url, outlets: [] }).blocks).links).toEqual([]);
    },
  );
});

describe('nothing of an article is more than text', () => {
  test.each(allHostile)('%j', (text) => {
    expect(harmOf(filledWith(text))).toEqual([]);
    expect(harmOf(linkingTo(text))).toEqual([]);
    expect(mistakesIn(rendered(filledWith(text)).blocks)).toEqual([]);
  });

  test('a link to somebody else would be seen', () => {
    const url = 'https://evil.example/login';
    expect(harmOf({ ...filledWith(url), url })).toContain(`links to ${url}`);
  });

  test('whatever it is', () => {
    const pieces = '@ channel < > <! & &lt; | ^ <@U1 > * _ ~ ` : # https://evil.example \uE000 a';
    const piece = fc.constantFrom(...pieces.split(' '), ' ', '\n', '\u202E', '\u200B');
    const assembled = fc.array(piece).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(assembled, fc.string({ unit: 'binary' })), (text) => {
        expect(harmOf(filledWith(text))).toEqual([]);
        expect(harmOf(linkingTo(text))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  test('what is far behind the cut is not looked at: a million stars cost no more than some thousand', () => {
    for (const one of ['*', '<', '&', 'a', ' ', '\u200B', '\u0301', 'a.', '<@U1>', 'https://', '👩‍👧']) {
      expect(rendered(filledWith(one.repeat(1_000_000)))).toEqual(rendered(filledWith(one.repeat(5000))));
    }
  });
});

describe('any article is a message that Slack takes', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 500 }),
    fc.string({ unit: 'grapheme', maxLength: 500 }),
    fc.constantFrom(...allHostile),
    fc.constantFrom('', ' ', '\u200B', '社'.repeat(2000), '🧨'.repeat(2000), '"\\'.repeat(4500)),
  );
  const url = fc.option(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), text), {
    nil: undefined,
  });
  const reason = fc.record({
    subscription: text,
    subscriptionId: fc.nat(),
    term: text,
    words: fc.array(text, { maxLength: 6 }),
  });
  const article: fc.Arbitrary<Partial<AlertContent>> = fc.record({
    title: text,
    url,
    outlet: text,
    publishedAt: fc.oneof(fc.integer(), fc.constantFrom(0, -1, 8.64e15, -8.64e15, Number.NaN, Infinity)),
    language: fc.constantFrom('en', 'fr', 'ar', 'zh', 'und', 'xx'),
    summary: text,
    image: url,
    reasons: fc.array(reason, { maxLength: 12 }),
    outlets: fc.array(fc.record({ name: text, title: text, url }), { maxLength: 12 }),
    changes: fc.array(fc.record({ was: text, now: text }), { maxLength: 12 }),
    follows: fc.option(fc.record({ articleId: fc.nat(), title: text }), { nil: undefined }),
    delivery: fc.option(
      fc.record({
        mentions: fc.array(
          fc.record({
            kind: fc.constantFrom('role' as const, 'member' as const),
            id: fc.oneof(text, fc.constantFrom('U012ABC', 'S012ABC')),
          }),
          { maxLength: 30 },
        ),
      }),
      { nil: undefined },
    ),
  });

  test('as its rules and its own types have it', ({ annotate }) => {
    if (!schemaIsThere) void annotate("Slack's types are not at hand: only the published bounds are kept");
    fc.assert(
      fc.property(article, fc.constantFrom('en', 'fr', 'ar'), (content, language) => {
        const { text: line, blocks } = rendered(content, language);
        expect(mistakesIn(blocks)).toEqual([]);
        expect(line.trim().length).toBeGreaterThan(0);
        expect(line.length).toBeLessThanOrEqual(4000);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test('also where everything is as long as it can be', () => {
    const long = '"'.repeat(5000);
    const body = rendered({
      ...filledWith(long),
      url: `https://example.com/${'x'.repeat(1900)}`,
      image: `https://example.com/${'y'.repeat(2900)}`,
      outlets: Array.from({ length: 12 }, (_, n) => ({
        name: `${n}${long}`,
        title: 'x',
        url: `https://example.com/${n}${'z'.repeat(400)}`,
      })),
    });
    expect(mistakesIn(body.blocks)).toEqual([]);
    expect(body.blocks.at(-1)).toMatchObject({ type: 'actions' });
  });
});
