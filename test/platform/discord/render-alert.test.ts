import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AlertContent } from '../../../src/domain.ts';
import { type MessageBody, mostCharacters } from '../../../src/platform/discord/components.ts';
import { components } from '../../fakes/discord/component-tree.ts';
import { fakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { schemaIsThere } from '../../fakes/discord/schema.ts';
import { mondayMorning } from '../../fakes/world.ts';
import { filledWith, linkingTo, sample } from '../strange-article.ts';
import { harmOf, rendered, textOf } from './harm.ts';
import { hostileTexts } from '../hostile-texts.ts';
import { readMarkdown } from './read-markdown.ts';

const own = 'https://example.com/article';
const marker = 'abcdefghijklmnopqrstuvwx';

describe('an alert', () => {
  test('says what happened, where, when, why it rang and who else reports it', () => {
    const body = rendered({
      image: 'https://example.com/picture.png',
      outlets: [...sample.outlets, { name: 'Wired', title: 'x', url: 'https://wired.example/1' }],
      changes: [{ was: '2.3 million jobs', now: '2.9 million jobs' }],
    });
    expect(textOf(body)).toBe(
      [
        `### [AWS cuts jobs](${own})`,
        '-# The Register · <t:1767600000:R>',
        '**AWS** is cutting several hundred jobs.',
        '2.3 million jobs → 2.9 million jobs',
        '-# Rang for AWS',
        '-# Also reported by [Wired](https://wired.example/1)',
      ].join('\n'),
    );
    expect([...components(body.components)].map(({ type }) => type)).toEqual([
      17, 9, 10, 10, 11, 10, 10, 10, 1, 2, 2, 2,
    ]);
  });

  test('says what was found, unless it is the very word that was subscribed to', () => {
    const reason = (subscription: string, term: string, ...words: readonly string[]) => {
      return { subscription, subscriptionId: 1, term, words };
    };
    const reasons = [
      reason('aws', 'AWS', 'AWS'),
      reason('layoffs', 'layoffs', 'cutting several hundred jobs'),
      reason('jobs OR cloud', 'jobs', 'jobs'),
    ];
    expect(textOf(rendered({ reasons })).split('\n').slice(-3)).toEqual([
      '-# Rang for aws, layoffs and jobs OR cloud',
      '-# layoffs: “cutting several hundred jobs”',
      '-# jobs: “jobs”',
    ]);
  });

  test('that is not the first report of its story names the first, and not itself', () => {
    const first = { name: 'Wired', title: 'x', url: 'https://wired.example/1' };
    const said = textOf(rendered({ outlets: [first, ...sample.outlets, ...sample.outlets] }));
    expect(said.split('\n').at(-1)).toBe('-# Also reported by [Wired](https://wired.example/1)');
  });

  test('has buttons that carry its marker and revision', () => {
    const ids = [...components(rendered({}).components)].flatMap(
      ({ component }) => component['custom_id'] ?? [],
    );
    expect(ids).toEqual([`why:${marker}:1`, `mute:${marker}:1`, `unsubscribe:${marker}:1`]);
  });

  test('speaks the language of its channel', () => {
    expect(textOf(rendered({ summary: '', withoutText: true }, 'fr'))).toContain(
      '-# Cet article est arrivé avec son seul titre.',
    );
  });

  test('says nothing where the text says no more than the title', () => {
    const image = 'https://example.com/picture.png';
    for (const more of [{}, { image }]) {
      const texts = textOf(rendered({ summary: '', ...more })).split('\n');
      expect(texts[2]).toBe('-# Rang for AWS');
    }
    expect(JSON.stringify(rendered({ summary: '', image }))).toContain(image);
  });

  test('lets a title of a language that runs the other way begin on its side', () => {
    expect(textOf(rendered({ title: 'AWS تعلن', language: 'ar' }))).toContain(`### \u200F[AWS تعلن](${own})`);
  });

  test('calls nobody, but the one who is to be called', () => {
    expect(rendered({}).allowed_mentions).toEqual({ parse: [] });
    const body = rendered({ title: '<@&8> @everyone', delivery: { mentions: [{ kind: 'role', id: '7' }] } });
    expect(body.allowed_mentions).toEqual({ parse: [], roles: ['7'], users: [] });
    expect(readMarkdown(textOf(body)).calls).toEqual(['<@&7>']);
    const member = rendered({ delivery: { mentions: [{ kind: 'member', id: '9' }] } });
    expect(member.allowed_mentions).toEqual({ parse: [], roles: [], users: ['9'] });
    const odd = rendered({ delivery: { mentions: [{ kind: 'role', id: 'everyone' }] } });
    expect(odd.allowed_mentions).toEqual({ parse: [] });
  });

  test('is silent and coloured as its subscription wants it', () => {
    const body = rendered({ delivery: { silent: true, colour: 0xff_00_00 } });
    expect(body.flags).toBe(32_768 | 4096);
    expect(body.components[0]).toMatchObject({ accent_color: 0xff_00_00 });
    expect(rendered({ delivery: { colour: Number.NaN } }).components[0]).not.toMatchObject({
      accent_color: Number.NaN,
    });
  });

  const titles: ReadonlyArray<readonly [title: string, linked: boolean]> = [
    ['Booking.com is fined', true],
    ['Node.js 26 is out', true],
    ['[Update] AWS is back', true],
    ['example.com', true],
    ['paypal.com', false],
    ['Log in at https://paypal.com', false],
    ['www.paypal.com is down', false],
    ['Go to paypal.com/login now', false],
    ['https：//paypal.com', false],
    ['paypal。com', false],
    ['paypal.com:443', false],
    ['paypal.com?login', false],
    ['Is it Booking.com?', true],
    ['Booking.com: 5 million guests', true],
    ['東京。AWSの障害', true],
  ];
  test.each(titles)('a title is the link, unless it reads like an address of others: %s', (title, linked) => {
    const { links } = readMarkdown(textOf(rendered({ title, reasons: [], outlets: sample.outlets })));
    expect(links).toEqual([{ label: linked ? title : 'example.com', url: own }]);
  });

  const addresses: ReadonlyArray<readonly [url: string, shown: string | undefined]> = [
    ['https://example.com/a_(b)', 'https://example.com/a_%28b%29'],
    ['https://example.com/a b|c*d', 'https://example.com/a%20b%7Cc%2Ad'],
    [
      'https://example.com/)[x](https://evil.example',
      'https://example.com/%29%5Bx%5D%28https://evil.example',
    ],
    ['https://bücher.example/ü', 'https://xn--bcher-kva.example/%C3%BC'],
    ['javascript:alert(1)', undefined],
    ['https://paypal.com@evil.example', undefined],
    ['https://user:secret@example.com/', undefined],
    ['data:text/html,x', undefined],
    ['//example.com', undefined],
    [`https://example.com/${'x'.repeat(3000)}`, undefined],
  ];
  test.each(addresses)('only http(s) that deceives nobody is a link: %s', (url, shown) => {
    const { links } = readMarkdown(textOf(rendered({ url, outlets: [] })));
    expect(links.map((link) => link.url)).toEqual(shown === undefined ? [] : [shown]);
  });
});

describe('nothing of an article is more than text', () => {
  test.each(hostileTexts)('%j', (text) => {
    expect(harmOf(filledWith(text))).toEqual([]);
    expect(harmOf(linkingTo(text))).toEqual([]);
  });

  test('a link to somebody else would be seen', () => {
    const url = 'https://evil.example/login';
    expect(harmOf({ ...filledWith(url), url })).toContain(`links to ${url}`);
  });

  test('whatever it is', () => {
    const pieces =
      '@ everyone < > @&1 [ ] ( ) https://evil.example \\ * _ ` || : # - 1. t:1:R ~~ www. discord.gg/x a';
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
    for (const one of ['*', '[', '](', '\\', 'a', ' ', '\u200B', '\u0301', 'a.', '<@1>', 'https://', '👩‍👧']) {
      const few = filledWith(one.repeat(5000));
      const many = filledWith(one.repeat(1_000_000));
      expect(rendered(many)).toEqual(rendered(few));
    }
  });
});

describe('any article is a message that Discord takes', () => {
  test('whoever it calls is counted as well', () => {
    const delivery = {
      mentions: Array.from({ length: 10 }, (_, n) => ({
        kind: 'role' as const,
        id: `123456789012345678${n}`,
      })),
    };
    const most = Math.max(
      ...Array.from({ length: 140 }, (_, n) => {
        const outlet = (name: string) => ({
          name: name + '*'.repeat(79),
          title: 'x',
          url: `https://e.example/${'y'.repeat(2 * n)}`,
        });
        const article = {
          title: '*'.repeat(300),
          url: `https://example.com/${'x'.repeat(900)}`,
          summary: '*'.repeat(600),
          reasons: [],
          outlets: [{ name: 'a', title: 'x', url: own }, outlet('1'), outlet('2'), outlet('3')],
        };
        return textOf(rendered({ ...article, delivery })).length;
      }),
    );
    expect(most).toBeGreaterThan(3500);
    expect(most).toBeLessThanOrEqual(mostCharacters);
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 500 }),
    fc.string({ unit: 'grapheme', maxLength: 500 }),
    fc.constantFrom(...hostileTexts),
    fc.constantFrom('', ' ', '\u200B', '社'.repeat(2000), '🧨'.repeat(2000), '*'.repeat(9000)),
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
            id: fc.oneof(text, fc.bigInt({ min: 1n, max: 2n ** 64n }).map(String)),
          }),
          { maxLength: 10 },
        ),
        silent: fc.boolean(),
        colour: fc.option(fc.double(), { nil: undefined }),
      }),
      { nil: undefined },
    ),
  });

  test('as its rules and its own description have it', ({ annotate }) => {
    if (!schemaIsThere)
      void annotate("Discord's OpenAPI description is not at hand: only the fake's rules are kept");
    const take = takerOf();
    fc.assert(
      fc.property(article, fc.constantFrom('en', 'fr', 'ar'), (content, language) => {
        expect(take(rendered(content, language))).toEqual({ status: 200, errors: undefined });
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  /** The fake Discord, in a time that runs so fast that no limit is met. */
  function takerOf(): (body: MessageBody) => unknown {
    let time = mondayMorning;
    const discord = fakeDiscord({ now: () => (time += 10_000) });
    const channel = discord.guild('Team').channel('news');
    return (body) => {
      const answer = discord.handle({
        method: 'POST',
        path: `/api/v10/channels/${channel.id}/messages`,
        authorization: `Bot ${discord.token()}`,
        body: JSON.parse(JSON.stringify(body)) as unknown,
      });
      return { status: answer.status, errors: (answer.body as { errors?: unknown }).errors };
    };
  }
});
