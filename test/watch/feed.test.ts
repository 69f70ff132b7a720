import { afterAll, expect, test } from 'vitest';
import type { Entry } from '../../src/domain.ts';
import { createParser, type ParsedFeed } from '../../src/watch/parser.ts';
import { encode } from './encode.ts';

const url = 'https://quay.example/feeds/all.xml?token=hush';
const parser = createParser();
afterAll(() => parser.close());

function parse(
  feed: string | Uint8Array,
  source: { charset?: string; contentType?: string } = {},
): Promise<ParsedFeed> {
  return parser.feed(typeof feed === 'string' ? new TextEncoder().encode(feed) : feed, { url, ...source });
}

async function entriesOf(feed: string | Uint8Array): Promise<readonly Entry[]> {
  const parsed = await parse(feed);
  if (parsed.kind !== 'feed') throw new Error(parsed.reason);
  return parsed.entries;
}

function rss(items: string, head = ''): string {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>The Quay</title>${head}${items}</channel></rss>`;
}

function atom(entries: string, attributes = ''): string {
  return `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>The Quay</title><id>urn:quay</id>${entries}</feed>`;
}

// ── The formats ──────────────────────────────────────────────────────────────────────────────────

test('RSS 2.0, with all that news feeds put in it', async () => {
  const feed = `<?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
    <channel>
      <title>The Quay &amp; Harbour</title><link>https://quay.example/</link><language>en-GB</language>
      <atom:link rel="self" href="https://quay.example/feeds/all.xml"/>
      <item>
        <title>Cranes &amp;amp; robots</title>
        <link>https://quay.example/news/cranes</link>
        <guid isPermaLink="false">quay-1001</guid>
        <pubDate>Mon, 05 Jan 2026 09:00:00 GMT</pubDate>
        <category>Ports</category><category domain="x"><![CDATA[R&amp;D]]></category><dc:subject>Cranes</dc:subject>
        <dc:creator>Ann Low</dc:creator><dc:creator>Ben High</dc:creator>
        <description>Short.</description>
        <content:encoded><![CDATA[<p>The first <b>crane</b>.</p><p>The second &amp; last.</p><img src="x.jpg">]]></content:encoded>
        <media:thumbnail url="/pictures/small.jpg"/>
        <media:content url="/pictures/large.jpg" medium="image"/>
        <source url="https://wire.example/rss">The Wire</source>
      </item>
    </channel></rss>`;
  expect(await parse(feed)).toEqual({
    kind: 'feed',
    title: 'The Quay & Harbour',
    language: 'en-GB',
    note: undefined,
    entries: [
      {
        keys: ['guid:quay-1001'],
        url: 'https://quay.example/news/cranes',
        baseUrl: 'https://quay.example/',
        title: 'Cranes & robots',
        text: 'The first crane.\n\nThe second & last.',
        author: 'Ann Low, Ben High',
        tags: ['Ports', 'R&D', 'Cranes'],
        published: 'Mon, 05 Jan 2026 09:00:00 GMT',
        language: 'en-GB',
        image: 'https://quay.example/pictures/large.jpg',
        outlet: 'The Wire',
        raw: false,
      },
    ],
  });
});

test('RSS 1.0 (RDF)', async () => {
  const [entry] =
    await entriesOf(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://quay.example/"><title>波止場</title><link>https://quay.example/</link><dc:language>ja</dc:language></channel>
    <item rdf:about="https://quay.example/1"><title>港の話</title><link>https://quay.example/1</link><dc:date>2026-01-05T09:00:00+09:00</dc:date><description>本文。</description></item>
  </rdf:RDF>`);
  expect(entry).toMatchObject({
    keys: ['guid:https://quay.example/1'],
    title: '港の話',
    text: '本文。',
    published: '2026-01-05T09:00:00+09:00',
    language: 'ja',
  });
});

test('RSS 0.91', async () => {
  const feed =
    '<rss version="0.91"><channel><title>Quay</title><language>fr</language><item><title>Port</title><link>https://quay.example/1</link></item></channel></rss>';
  expect(await entriesOf(feed)).toMatchObject([
    { title: 'Port', text: '', language: 'fr', keys: ['guid:https://quay.example/1'] },
  ]);
});

test('Atom, with bases, languages and inherited authors', async () => {
  const entries = await entriesOf(
    atom(
      `<author><name>The desk</name></author>
       <entry xml:base="2026/" xml:lang="de"><id>urn:1</id><category term="42" label="Häfen"/><category term="cranes"/><title type="html">Größer &amp;amp; &lt;i&gt;schneller&lt;/i&gt;</title>
         <link rel="enclosure" type="image/png" href="crane.png"/><link rel="alternate" type="text/html" href="cranes"/>
         <published>2026-01-05T09:00:00Z</published><updated>2026-01-06T09:00:00Z</updated>
         <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Erster Absatz.</p><p>Zweiter.</p></div></content></entry>
       <entry><id>urn:2</id><title type="text">if (a &lt;b&gt; c)</title><link href="/two"/><updated>2026-01-04T09:00:00Z</updated>
         <author><name>Ann Low</name></author><summary>A line.</summary><source><title>The Wire</title></source></entry>`,
      'xml:lang="en" xml:base="https://quay.example/news/"',
    ),
  );
  expect(entries).toMatchObject([
    {
      keys: ['guid:urn:2'],
      title: 'if (a <b> c)',
      text: 'A line.',
      author: 'Ann Low',
      language: 'en',
      url: '/two',
      outlet: 'The Wire',
      published: '2026-01-04T09:00:00Z',
    },
    {
      keys: ['guid:urn:1'],
      title: 'Größer & schneller',
      text: 'Erster Absatz.\n\nZweiter.',
      author: 'The desk',
      tags: ['Häfen', 'cranes'],
      language: 'de',
      url: 'cranes',
      baseUrl: 'https://quay.example/news/2026/',
      image: 'https://quay.example/news/2026/crane.png',
      published: '2026-01-05T09:00:00Z',
    },
  ]);
});

test('JSON Feed 1 and 1.1', async () => {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Quay',
    language: 'es',
    items: [
      {
        id: '2',
        url: 'https://quay.example/2',
        title: 'A & B <C>',
        content_html: '<p>Uno</p><p>Dos</p>',
        image: '/2.jpg',
        authors: [{ name: 'Ana' }],
        tags: ['puertos'],
        date_published: '2026-01-05T09:00:00Z',
      },
      { id: 1, content_text: 'Solo <texto>.', language: 'ca', date_published: '2026-01-04T09:00:00Z' },
    ],
  };
  expect(await entriesOf(JSON.stringify(feed))).toMatchObject([
    { keys: ['guid:1'], text: 'Solo <texto>.', language: 'ca' },
    {
      keys: ['guid:2'],
      title: 'A & B <C>',
      text: 'Uno\n\nDos',
      language: 'es',
      author: 'Ana',
      tags: ['puertos'],
      image: 'https://quay.example/2.jpg',
    },
  ]);
});

// ── Words ────────────────────────────────────────────────────────────────────────────────────────

const titles: ReadonlyArray<[written: string, read: string]> = [
  ['AT&amp;T', 'AT&T'],
  ['AT&amp;amp;T', 'AT&T'],
  ['AT&T and R&D', 'AT&T and R&D'],
  ['<![CDATA[AT&T <b>grows</b>]]>', 'AT&T grows'],
  ['&lt;b&gt;Bold&lt;/b&gt; move', 'Bold move'],
  ['Bold <b>move</b>', 'Bold move'],
  ['Vec&lt;T&gt; is fast', 'Vec<T> is fast'],
  ['<![CDATA[3 < 5 & 7 > 2]]>', '3 < 5 & 7 > 2'],
  ['I &amp;lt;3 ports', 'I <3 ports'],
  ['Caf&eacute;&nbsp;cr&egrave;me &#8211; &#x4e2d;', 'Café crème – 中'],
  ['  Two\n   lines ', 'Two lines'],
  ['soft\u00adware\u200b', 'software'],
  ['&#8220;Quoted&#8221;', '“Quoted”'],
];

test.for(titles)('the title %j is read as %j', async ([written, read]) => {
  expect(await entriesOf(rss(`<item><title>${written}</title></item>`))).toMatchObject([{ title: read }]);
});

const descriptions: ReadonlyArray<[name: string, written: string, read: string]> = [
  ['paragraphs', '&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;br&gt;lines&lt;/p&gt;', 'One\n\nTwo\nlines'],
  ['plain text with lines', 'One\nline\n\nTwo', 'One\nline\n\nTwo'],
  ['links', '<![CDATA[<a href="https://x.example">The port</a> grows]]>', 'The port grows'],
  ['lists', '<![CDATA[<ul><li>a</li><li>b</li></ul>]]>', '- a\n- b'],
  ['tables', '<![CDATA[<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>]]>', 'a b\nc'],
  ['headings and quotations', '<![CDATA[<h2>Head</h2><blockquote>Said</blockquote>]]>', 'Head\n\nSaid'],
  [
    'scripts, styles and players',
    '<![CDATA[a<script>x()</script><style>y{}</style><iframe src=z>z</iframe>]]>',
    'a',
  ],
  [
    'pictures and their captions',
    '<![CDATA[<figure><img alt="A"><figcaption>Photo: B</figcaption></figure><p>c</p>]]>',
    'c',
  ],
  ['nothing but a picture', '<![CDATA[<img src="x">]]>', ''],
];

test.for(descriptions)('in a description, %s', async ([, written, read]) => {
  expect(
    await entriesOf(rss(`<item><title>t</title><description>${written}</description></item>`)),
  ).toMatchObject([{ text: read }]);
});

// ── Keys, links, order ───────────────────────────────────────────────────────────────────────────

test('without a guid the link identifies an entry; without that, title and date', async () => {
  const entries = await entriesOf(
    rss(
      '<item><title>a</title><link>/a?x=1</link></item><item><title>b</title><pubDate>Mon, 05 Jan 2026 09:00:00 GMT</pubDate></item><item><description>c</description></item>',
      '<link>https://quay.example/</link>',
    ),
  );
  expect(entries.map(({ keys }) => keys)).toEqual([
    [expect.stringMatching(/^guid:[\da-f]{64}$/)],
    [expect.stringMatching(/^guid:[\da-f]{64}$/)],
    ['guid:https://quay.example/a?x=1'],
  ]);
});

test('a link that entries without a guid share identifies none of them', async () => {
  const page = 'https://quay.example/notes';
  const items = [1, 2].map((n) => `<item><title>t${n}</title><link>${page}</link></item>`).join('');
  const other = `<item><title>t3</title><link>${page}</link><guid>3</guid></item>`;
  const entries = await entriesOf(rss(items + other));
  const [third, second, first] = entries.map(({ keys, namedBy }) => [keys[0], namedBy]);
  expect(third).toEqual(['guid:3', undefined]);
  for (const one of [second, first])
    expect(one).toEqual([expect.stringMatching(/^guid:[\da-f]{64}$/), 'words']);
  expect(second?.[0]).not.toBe(first?.[0]);
  expect(await entriesOf(rss(`<item><title>t1</title><link>${page}</link></item>`))).toMatchObject([
    { keys: [`guid:${page}`], namedBy: 'link' },
  ]);
});

test('a guid that all entries share identifies none of them', async () => {
  const items = [1, 2].map(
    (n) =>
      `<item><title>t${n}</title><link>https://quay.example/${n}</link><guid>https://quay.example/</guid></item>`,
  );
  const entries = await entriesOf(rss(items.join('')));
  expect(entries.flatMap(({ keys }) => keys)).toEqual([
    'guid:https://quay.example/2',
    'guid:https://quay.example/1',
  ]);
});

test('a guid of any length makes a short key', async () => {
  const [entry] = await entriesOf(rss(`<item><title>t</title><guid>${'x'.repeat(10_000)}</guid></item>`));
  expect(entry?.keys[0]?.length).toBeLessThan(100);
});

test('a guid that is an address is the link, unless it says that it is not', async () => {
  const entries = await entriesOf(
    rss(
      '<item><title>a</title><guid>https://quay.example/a</guid></item><item><title>b</title><guid isPermaLink="false">https://quay.example/b</guid></item>',
    ),
  );
  expect(entries.map(({ title, url: link }) => [title, link])).toEqual([
    ['b', undefined],
    ['a', 'https://quay.example/a'],
  ]);
});

test('the key of a private feed is not in what its links are relative to', async () => {
  const [entry] = await entriesOf(rss('<item><title>a</title><link>a</link></item>'));
  expect(entry).toMatchObject({ url: 'a', baseUrl: 'https://quay.example/feeds/all.xml' });
});

const orders: ReadonlyArray<[name: string, dates: readonly string[], order: string]> = [
  ['newest first', ['2026-01-05', '2026-01-04', '2026-01-03'], 'cba'],
  ['oldest first', ['2026-01-03', '2026-01-04', '2026-01-05'], 'abc'],
  ['mixed', ['2026-01-04', '2026-01-05', '2026-01-03'], 'cab'],
  ['one without a date', ['2026-01-03', '', '2026-01-05'], 'cba'],
  ['one with a date that nobody understands', ['2026-01-03', 'gestern', '2026-01-05'], 'cba'],
  ['the same date', ['2026-01-03', '2026-01-03', '2026-01-03'], 'cba'],
];

test.for(orders)('entries come in the order of time: %s', async ([, dates, order]) => {
  const items = dates.map(
    (date, index) => `<item><title>${'abc'[index]}</title><pubDate>${date}</pubDate></item>`,
  );
  const entries = await entriesOf(rss(items.join('')));
  expect(entries.map(({ title }) => title).join('')).toBe(order);
});

// ── Encodings ────────────────────────────────────────────────────────────────────────────────────

const encodings: ReadonlyArray<
  [name: string, bytes: Uint8Array, source: { charset?: string; contentType?: string }, title: string]
> = [
  [
    'declared in the XML',
    encode('<?xml version="1.0" encoding="Shift_JIS"?>', 'windows-1252'),
    {},
    'shift_jis',
  ],
  ['declared by the server', new Uint8Array(), { charset: 'shift_jis' }, 'shift_jis'],
  ['declared in the content type', new Uint8Array(), { contentType: 'text/xml; charset=gb18030' }, 'gb18030'],
  [
    'declared wrongly by the server',
    encode('<?xml version="1.0" encoding="Shift_JIS"?>', 'windows-1252'),
    { charset: 'utf-8' },
    'shift_jis',
  ],
  ['by its mark', Uint8Array.of(0xff, 0xfe), {}, 'utf-16le'],
];

test.for(encodings)('the encoding is known %s', async ([, before, source, encoding]) => {
  const body = encode(
    '<rss version="2.0"><channel><title>x</title><item><title>中古市場</title></item></channel></rss>',
    encoding,
  );
  expect(await parse(Uint8Array.from([...before, ...body]), source)).toMatchObject({
    entries: [{ title: '中古市場' }],
  });
});

// ── Broken feeds ─────────────────────────────────────────────────────────────────────────────────

const item = (title: string): string => `<item><title>${title}</title><guid>${title}</guid></item>`;

const salvaged: ReadonlyArray<[name: string, feed: string, found: string, lost: number]> = [
  ['the last entry is cut off', rss(item('a') + item('b') + item('c')).slice(0, -30), 'ba', 1],
  ['cut between entries', `<rss version="2.0"><channel><title>T</title>${item('a')}${item('b')}`, 'ba', 0],
  [
    'cut inside CDATA',
    `<rss version="2.0"><channel><title>T</title>${item('a')}<item><title><![CDATA[b`,
    'a',
    1,
  ],
  [
    'stray less-than signs',
    rss(item('a') + '<item><title>3 < 5 and <3</title></item>' + item('c')),
    'c3 < 5 and <3a',
    0,
  ],
  ['an element left open', rss(item('a') + '<item><title>b</title><extra></item>' + item('c')), 'cba', 0],
  ['elements crossed', rss(item('a') + '<item><title>b</title><x><y></x></y></item>' + item('c')), 'cba', 0],
  ['control characters', rss(item('a\u0000\u0008\u001f') + item('b')), 'ba', 0],
  ['warnings of a server before it', `<br /><b>Warning</b>: mysql_connect()\n${rss(item('a'))}`, 'a', 0],
  ['lines before the declaration', `\n\n  ${rss(item('a'))}`, 'a', 0],
  ['entities of HTML without a DTD', rss(item('&eacute;&hellip;')), 'é…', 0],
  [
    'an entry in CDATA is no entry',
    rss(`<item><title>a</title><description><![CDATA[<item>x</item>]]></description></item>`),
    'a',
    0,
  ],
  [
    'Atom that is cut off',
    atom('<entry><id>1</id><title>a</title></entry><entry><id>2</id><title>b').slice(0, -7),
    'a',
    1,
  ],
];

test.for(salvaged)('what is whole is kept: %s', async ([, feed, found, lost]) => {
  const parsed = await parse(feed);
  expect(parsed).toMatchObject({
    kind: 'feed',
    note:
      lost === 0
        ? undefined
        : `${lost} of the ${found.length + lost} entries of quay.example/feeds/all.xml?… were damaged and had to be left out.`,
  });
  expect(parsed.kind === 'feed' && parsed.entries.map(({ title }) => title).join('')).toBe(found);
});

const broken: ReadonlyArray<[name: string, feed: string, reason: RegExp]> = [
  ['nothing', ' \n', /^quay\.example\/feeds\/all\.xml\?… is empty\.$/],
  [
    'a page',
    '<!DOCTYPE html><html><head><title>x</title></head></html>',
    /^quay\.example\/feeds\/all\.xml\?… is a web page, not a feed\.$/,
  ],
  [
    'XHTML',
    '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html/>',
    /is a web page/,
  ],
  [
    'plain text',
    'Service unavailable',
    /^quay\.example\/feeds\/all\.xml\?… is neither RSS, Atom nor JSON Feed\.$/,
  ],
  ['other XML', '<?xml version="1.0"?><opml version="2.0"><body/></opml>', /neither RSS/],
  ['other JSON', '{"items": []}', /neither RSS/],
  [
    'JSON that is cut off',
    '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","con',
    /too damaged/,
  ],
  ['a feed of which nothing is whole', '<rss version="2.0"><channel><title>T', /too damaged/],
];

test.for(broken)('%s is told in one sentence', async ([, feed, reason]) => {
  expect(await parse(feed)).toEqual({
    kind: 'broken',
    reason: expect.stringMatching(reason),
  });
});

test('a page that names its feed is told with it, in case nobody goes there', async () => {
  const page =
    '<!-- hi --><html><head><link rel=stylesheet href=x.css><link type="application/rss+xml" rel="alternate" href="/rss?a=1&amp;b=2"></head></html>';
  expect(await parse(page)).toEqual({
    kind: 'names a feed',
    feedUrl: 'https://quay.example/rss?a=1&b=2',
    reason:
      'quay.example/feeds/all.xml?… is a web page, not a feed. It names this feed: https://quay.example/rss?a=1&b=2',
  });
});

test('a feed without entries is a feed', async () => {
  expect(await parse(rss(''))).toMatchObject({ kind: 'feed', title: 'The Quay', entries: [] });
});

// ── Made to hurt ─────────────────────────────────────────────────────────────────────────────────

const deep = '<div>'.repeat(60_000);
const hostile: ReadonlyArray<[name: string, feed: string]> = [
  [
    '60,000 nested tags in a text',
    rss(`<item><title>t</title><description><![CDATA[${deep}x]]></description></item>`),
  ],
  ['nested elements', rss(`<item>${'<a>'.repeat(50_000)}</item>`)],
  [
    'an entity that explodes',
    `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${rss(item('&b;'))}`,
  ],
  [
    'a file of ours as an entity',
    `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(item('&x;'))}`,
  ],
];

test.for(hostile)('%s', async ([, feed]) => {
  const parsed = await parse(feed);
  expect(JSON.stringify(parsed)).not.toMatch(/root:|a{20}/);
  expect(JSON.stringify(parsed).length).toBeLessThan(feed.length + 1000);
  expect(await entriesOf(rss(item('after')))).toHaveLength(1);
});

test('a feed that takes too long fails alone; the next is read by a new worker', async () => {
  let jobs = 0;
  // The first job's time is over at once, the second one's never.
  const after = (ms: number, task: () => void) => {
    if (ms === 15_000 && jobs++ === 0) setImmediate(task);
    return () => {};
  };
  const hasty = createParser({ after });
  const slow = new TextEncoder().encode(rss(`<item><title>${'<p>'.repeat(2_000_000)}</title></item>`));
  const next = new TextEncoder().encode(rss(item('after')));
  const [first, second] = await Promise.all([hasty.feed(slow, { url }), hasty.feed(next, { url })]);
  expect(first).toEqual({
    kind: 'broken',
    reason: 'quay.example/feeds/all.xml?… cannot be read: it takes too long, as if it were made to.',
  });
  expect(second).toMatchObject({ kind: 'feed' });
  await hasty.close();
});

test('a closed parser says so, to those who wait as well', async () => {
  const closing = createParser();
  const waiting = [closing.feed(new Uint8Array(), { url }), closing.page(new Uint8Array())];
  await closing.close();
  expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(closing.page(new Uint8Array())).rejects.toThrow('closed');
});
