import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftOf } from '../../src/accept/accept.ts';
import type { Origin } from '../../src/accept/accept.ts';
import type { Draft, Entry } from '../../src/domain.ts';

const now = Date.UTC(2024, 5, 1, 12);
const origin: Origin = { now, sourceTitle: 'Example News', sourceUrl: 'https://example.com/feed.xml' };
const text =
  'Nimbus Systems said on Thursday it would close two of its data centres in Oregon by the end of the year.\n\nAbout 300 people work there.';

/** Believes what is declared. */
const identify = (_: string, declared?: string): Promise<string> =>
  Promise.resolve(declared?.slice(0, 2) ?? 'und');

function judge(entry: Partial<Entry>, from: Partial<Origin> = {}): ReturnType<typeof draftOf> {
  return draftOf({ keys: ['guid:1'], text: '', raw: false, ...entry }, { ...origin, ...from }, identify);
}

async function accepted(entry: Partial<Entry>, from: Partial<Origin> = {}): Promise<Draft> {
  const judged = await judge(entry, from);
  if (judged.kind === 'rejected') throw new Error(judged.reason);
  return judged.draft;
}

test('a feed entry becomes a draft', async () => {
  const draft = await accepted({
    title: 'Nimbus to close two data centres',
    text,
    url: '/news/nimbus?utm_source=rss',
    author: 'By Jane Doe',
    tags: ['Data  centres', 'R&amp;D', 'r&d', ' ', 'x'.repeat(81)],
    published: 'Thu, 04 Apr 2024 18:00:00 GMT',
    language: 'en-GB',
    image: '/nimbus.jpg?w=100',
  });
  expect(draft).toMatchObject({
    url: 'https://example.com/news/nimbus',
    title: 'Nimbus to close two data centres',
    text,
    author: 'Jane Doe',
    tags: ['Data centres', 'R&D'],
    outlet: 'Example News',
    language: 'en',
    image: 'https://example.com/nimbus.jpg?w=100',
    publishedAt: Date.UTC(2024, 3, 4, 18),
  });
  expect(draft.keys[0]).toBe('guid:1');
});

test('whatever an entry is cut from, every text of its draft is well-formed and without NUL', async () => {
  const broken = (words: string) => `${words} \ud83d and \0 more \udc00`;
  const draft = await accepted({
    keys: [broken('guid:1')],
    title: broken('Nimbus to close two data centres'),
    text: broken(text),
    author: broken('Jane Doe'),
    outlet: broken('Example Wire'),
    url: broken('https://example.com/a'),
    image: broken('https://example.com/a.jpg'),
  });
  const texts = Object.values(draft)
    .flat()
    .filter((value) => typeof value === 'string');
  expect(texts.length).toBeGreaterThan(8);
  expect(texts.filter((each) => !each.isWellFormed() || each.includes('\0'))).toEqual([]);
});

describe('a title', () => {
  const cases: ReadonlyArray<[written: string, title: string]> = [
    ['  Nimbus \n closes  sites ', 'Nimbus closes sites'],
    ['Nimbus closes sites - Example News', 'Nimbus closes sites'],
    ['Nimbus closes sites | EXAMPLE NEWS', 'Nimbus closes sites'],
    ['Nimbus closes sites – example.com', 'Nimbus closes sites'],
    ['Nimbus closes sites | Cloud', 'Nimbus closes sites | Cloud'],
    ['Nimbus - a close look', 'Nimbus - a close look'],
    ['Example News', 'Example News'],
    ['R&amp;D at Nimbus &#8211; d&eacute;j&agrave; vu &quot;again&quot;', 'R&D at Nimbus – déjà vu "again"'],
    ['How to write &amp;lt;p&amp;gt;', 'How to write &lt;p&gt;'],
    ['Nim\u202ebus\u0007 clo\u00adses sites', 'Nimbus closes sites'],
  ];
  test.each(cases)('%j → %j', async (written, title) => {
    expect((await accepted({ title: written, text, url: 'https://www.example.com/1' })).title).toBe(title);
  });

  test('is at most 300 characters, cut between words', async () => {
    const { title } = await accepted({ title: 'Nimbus closes sites '.repeat(40), text });
    expect(title.length).toBeLessThanOrEqual(300);
    expect(title).toMatch(/ (?:Nimbus|closes|sites)…$/);
  });

  test('that is missing is the first sentence of the text, at most 200 characters, and the text stays whole', async () => {
    expect(await accepted({ text })).toMatchObject({
      title:
        'Nimbus Systems said on Thursday it would close two of its data centres in Oregon by the end of the year.',
      text,
    });
    const long = `${'Nimbus Systems said '.repeat(30)}it.`;
    const { title } = await accepted({ text: long });
    expect(title.length).toBeLessThanOrEqual(200);
    expect(title.endsWith('…')).toBe(true);
    expect((await accepted({ text: '大型云计算公司宣布裁减岗位。受影响的员工将获得补偿。' })).title).toBe(
      '大型云计算公司宣布裁减岗位。',
    );
  });
});

describe('the text of a feed entry', () => {
  const title = 'Nimbus to close two data centres';
  const cases: ReadonlyArray<[name: string, written: string, kept: string]> = [
    ['stays as it is', text, text],
    [
      'loses what WordPress hangs behind it',
      `${text}\n\nThe post ${title} appeared first on Example News.`,
      text,
    ],
    ['loses it in German', `${text}\n\nDer Beitrag ${title} erschien zuerst auf Beispiel.`, text],
    ['loses it in French', `${text}\n\nL’article ${title} est apparu en premier sur Exemple.`, text],
    [
      'loses it at the end of its paragraph',
      `${text} The post ${title} appeared first on Example News.`,
      text,
    ],
    ['loses "Read more"', `${text}\n\nRead more`, text],
    ['loses "Continue reading" at the end of a sentence', `${text} Continue reading ${title} →`, text],
    ['loses "Lire la suite"', `${text}\n\nLire la suite…`, text],
    [
      'loses "続きを読む"',
      '大手クラウド会社は四日、三百人を削減すると発表した。\n\n続きを読む',
      '大手クラウド会社は四日、三百人を削減すると発表した。',
    ],
    [
      'loses the brackets of a cut',
      'Nimbus will close two sites in Oregon by the end of the […]',
      'Nimbus will close two sites in Oregon by the end of the…',
    ],
    ['loses a byline and date above it', `By Jane Doe\n4 April 2024\n\n${text}`, text],
    ['loses the title above it', `${title}\n\n${text}`, text],
    ['is empty if it only repeats the title', `${title}.`, ''],
    ['is empty if it is only a call', 'Comments', ''],
    [
      'keeps a short sentence that begins like a call',
      'Follow the money, say experts.',
      'Follow the money, say experts.',
    ],
    ['keeps one short sentence', 'Two sites close.', 'Two sites close.'],
  ];
  test.each(cases)('%s', async (_, written, kept) => {
    expect((await accepted({ title, text: written })).text).toBe(kept);
  });
});

test('a text is at most 200,000 characters, and ends with a paragraph', async () => {
  const paragraph =
    'Nimbus Systems said on Thursday it would close two of its data centres in Oregon by the end of the year.';
  for (const raw of [false, true]) {
    const { text: kept } = await accepted({
      title: 'Nimbus closes sites',
      text: `${paragraph}\n\n`.repeat(4000),
      raw,
    });
    expect(kept.length).toBeLessThanOrEqual(200_000);
    expect(kept.length).toBeGreaterThan(199_000);
    expect(kept.endsWith(paragraph)).toBe(true);
  }
});

describe('when it was published', () => {
  test('is what the entry says, in the zone of its source', async () => {
    const { publishedAt } = await accepted(
      { text, published: '2024-04-04 18:00' },
      { sourceZone: 'Europe/Paris' },
    );
    expect(publishedAt).toBe(Date.UTC(2024, 3, 4, 16));
  });
  test('is what the page says if the entry says nothing of use', async () => {
    const page = `Nimbus closes sites\n\n4 April 2024, 18:00\n\n${text}`;
    expect((await accepted({ text: page, raw: true, published: 'soon' })).publishedAt).toBe(
      Date.UTC(2024, 3, 4, 18),
    );
  });
  test('is now where nobody says it, or where somebody claims a later day', async () => {
    expect((await accepted({ text })).publishedAt).toBe(now);
    expect((await accepted({ text, published: '2031-01-01' })).publishedAt).toBe(now);
  });
});

describe('the outlet', () => {
  const cases: ReadonlyArray<[name: string, entry: Partial<Entry>, from: Partial<Origin>, outlet: string]> = [
    ['is the one the entry names', { outlet: ' Example  Agency ' }, {}, 'Example Agency'],
    ['is the feed otherwise', {}, {}, 'Example News'],
    ['is the given default before the feed', {}, { defaultOutlet: 'Default' }, 'Default'],
    [
      'of a dropped page is its host',
      { raw: true, url: 'https://www.example.org/1' },
      { sourceTitle: 'Inbox' },
      'example.org',
    ],
    ['of a dropped text is the folder', { raw: true }, { sourceTitle: 'Inbox' }, 'Inbox'],
    [
      'of a feed without a title is the host',
      { url: 'https://www.example.org/1' },
      { sourceTitle: '' },
      'example.org',
    ],
  ];
  test.each(cases)('%s', async (_, entry, from, outlet) => {
    expect((await accepted({ title: 'Nimbus closes sites', text, ...entry }, from)).outlet).toBe(outlet);
  });
});

describe('the author', () => {
  const cases: ReadonlyArray<[written: string, author: string | undefined]> = [
    ['By Jane Doe', 'Jane Doe'],
    ['Par Claire Dupont', 'Claire Dupont'],
    ['von Max Muster', 'Max Muster'],
    ['jane@example.com (Jane Doe)', 'Jane Doe'],
    ['jane@example.com', undefined],
    ['Jane Doe &amp; Max Roe', 'Jane Doe & Max Roe'],
    ['홍길동 기자', '홍길동'],
    ['Ludwig van Beethoven', 'Ludwig van Beethoven'],
    ['Byron Doe', 'Byron Doe'],
    ['  ', undefined],
  ];
  test.each(cases)('%j → %j', async (written, author) => {
    expect((await accepted({ text, author: written })).author).toBe(author);
  });
});

test('the language is asked of title and text, with what is declared as a hint', async () => {
  const asked: unknown[] = [];
  const spy = (sample: string, declared?: string): Promise<string> => {
    asked.push([sample, declared]);
    return Promise.resolve('fr');
  };
  const entry: Entry = { keys: ['guid:1'], title: 'Nimbus', text: 'Deux sites ferment.', raw: false };
  const judged = await draftOf(entry, { ...origin, sourceLanguage: 'fr' }, spy);
  await draftOf({ ...entry, language: 'fr-CA' }, { ...origin, sourceLanguage: 'en' }, spy);
  expect(judged).toMatchObject({ draft: { language: 'fr' } });
  expect(asked).toEqual([
    ['Nimbus\n\nDeux sites ferment.', 'fr'],
    ['Nimbus\n\nDeux sites ferment.', 'fr-CA'],
  ]);
});

describe('what is no article is told why', () => {
  const cases: ReadonlyArray<[name: string, entry: Partial<Entry>, reason: RegExp]> = [
    ['nothing at all', {}, /neither a title nor a text/],
    ['white space', { title: ' \n', text: ' \t\n ' }, /neither a title nor a text/],
    [
      'only what stands around an article',
      {
        text: 'Home | News | Sport\nSubscribe for $2 / month\nFollow us\n© 2024 Example Media. All rights reserved.',
        raw: true,
      },
      /no text of an article/,
    ],
    ['a feed entry that is only a call', { text: 'Read more' }, /no text of an article/],
  ];
  test.each(cases)('%s', async (_, entry, reason) => {
    expect(await judge(entry)).toEqual({ kind: 'rejected', reason: expect.stringMatching(reason) });
  });
});

test('an image or address that is none is left out', async () => {
  const draft = await accepted({ text, url: 'javascript:alert(1)', image: 'data:image/png;base64,AAAA' });
  expect(draft.url).toBeUndefined();
  expect(draft.image).toBeUndefined();
});

test('nothing that is entered makes it throw, and what is accepted keeps its bounds', async () => {
  const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string());
  const entry = fc.record({
    title: anything,
    text: anything,
    url: anything,
    author: anything,
    published: anything,
    raw: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(entry, async (fields) => {
      const judged = await judge(fields);
      if (judged.kind === 'rejected') return;
      const { title, keys, contentHash } = judged.draft;
      expect(title.trim()).toBe(title);
      expect(title.length).toBeGreaterThan(0);
      expect(title.length).toBeLessThanOrEqual(300);
      expect(title).not.toMatch(/[\n\u202e]/);
      expect(keys.length).toBeGreaterThan(0);
      expect(contentHash).toHaveLength(64);
    }),
    { numRuns: 300 },
  );
});

describe('time grows with the length of a text, not with its square', () => {
  const sizes = 200_000;
  const cases: ReadonlyArray<[name: string, text: string]> = [
    ['spaces', ' '.repeat(sizes)],
    ['spaces within a line', `x${' '.repeat(sizes)}y`],
    ['line breaks', '\n'.repeat(sizes)],
    ['"a-"', 'a-'.repeat(sizes / 2)],
    ['". "', '. '.repeat(sizes / 2)],
    ['"a "', 'a '.repeat(sizes / 2)],
    ['one letter', 'a'.repeat(sizes)],
    ['one Chinese character', '云'.repeat(sizes)],
    ['stars', '*'.repeat(sizes)],
    ['short lines', 'ab\n'.repeat(sizes / 4)],
    ['date lines', '4 April 2024\n'.repeat(sizes / 13)],
    ['calls', 'Read more\n'.repeat(sizes / 10)],
    ['comment headings between paragraphs', `${text}\nComments\n`.repeat(1000)],
    ['bylines', 'By Jane Doe, Example\n'.repeat(sizes / 21)],
    ['separators', '| '.repeat(sizes / 2)],
    ['entities', '&amp;'.repeat(sizes / 5)],
  ];
  // None of these ends in minutes if anything in it goes with the square; the limit is wide, because machines differ.
  test.each(cases)('%s', { timeout: 20_000 }, async (_, long) => {
    const entry = { title: long, text: long, author: long, published: long, url: long };
    const judged = [await judge({ ...entry, raw: true }), await judge({ ...entry, raw: false })];
    for (const { kind } of judged) expect(['accepted', 'rejected']).toContain(kind);
  });
});
