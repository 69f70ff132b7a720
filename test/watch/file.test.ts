import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { readEntry } from '../../src/watch/file.ts';
import { createParser } from '../../src/watch/parser.ts';
import { encode } from './encode.ts';

const parser = createParser();
afterAll(() => parser.close());

function read(name: string, content: string | Uint8Array) {
  return readEntry(name, typeof content === 'string' ? new TextEncoder().encode(content) : content, parser);
}

test('plain text is handed on whole, for accept to judge', async () => {
  const bytes = new TextEncoder().encode('\uFEFFThe port closes\r\n\r\n\r\n05/01/2026  \rThe Quay\r\n');
  expect(await readEntry('port.TXT', bytes, parser)).toEqual({
    kind: 'entry',
    note: undefined,
    entry: {
      keys: [`sha256:${createHash('sha256').update(bytes).digest('hex')}`],
      text: 'The port closes\n\n05/01/2026\nThe Quay',
      raw: true,
    },
  });
});

test('plain text that is not UTF-8 is read, and that is noted', async () => {
  const text = '会社は来年までに三百人の従業員を減らすと発表した。難しい決断だったという。';
  expect(await read('port.txt', encode(text, 'shift_jis'))).toMatchObject({
    entry: { text },
    note: 'It is not UTF-8; it was read as Shift_JIS.',
  });
});

test('Markdown with front matter is a form that somebody filled in', async () => {
  const markdown = `---\ntitle: The port closes\ndate: 2026-01-05\nauthor: Ann Low\nurl: https://quay.example/1\nlang: en\nsource: The Quay\n---\n# The port closes\n\nFirst **paragraph**.\n\nSecond.`;
  expect(await read('port.md', markdown)).toMatchObject({
    entry: {
      title: 'The port closes',
      published: '2026-01-05',
      author: 'Ann Low',
      url: 'https://quay.example/1',
      language: 'en',
      outlet: 'The Quay',
      text: 'First paragraph.\n\nSecond.',
      raw: false,
    },
  });
});

test('Markdown without it has its heading for a title, and may have been pasted', async () => {
  expect(await read('port.markdown', '# The port closes\n\n5 January 2026\n\nText.')).toMatchObject({
    entry: { title: 'The port closes', text: '5 January 2026\n\nText.', raw: true },
  });
});

test('a heading that is not the title is part of the text', async () => {
  expect(await read('port.md', '---\ntitle: A\n---\n# B\nText')).toMatchObject({
    entry: { title: 'A', text: 'B\n\nText' },
  });
});

// ── Web pages ────────────────────────────────────────────────────────────────────────────────────

const paragraphs = [
  'The port of Saltmarsh will close its western quay in March, the harbour board said on Monday, after a year of losses.',
  'About three hundred people work there; half of them, the board said, will be offered work at the eastern terminal.',
  'Unions called the decision hasty, and asked the ministry to look at the figures before anything is signed or sold.',
];
const story = paragraphs.map((words) => `<p>${words}</p>`).join('\n');

function page(
  head: string,
  body = `<article><h1>Port closes quay</h1>${story}</article>`,
  attributes = '',
): string {
  return `<!doctype html><html ${attributes}><head>${head}</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>${body}<footer>© 2026 The Quay. All rights reserved.</footer></body></html>`;
}

test('a news page gives its article without the page around it', async () => {
  const html = page(
    `<meta charset="utf-8"><title>Port closes quay | The Quay</title>
     <meta property="og:title" content="Port closes quay &amp;amp; crane | The Quay"><meta property="og:site_name" content="The Quay">
     <meta property="og:image" content="/quay.jpg"><meta property="article:published_time" content="2026-01-05T09:00:00+01:00">
     <meta name="author" content="Ann Low"><link rel="canonical" href="https://quay.example/port">`,
    undefined,
    'lang="en-GB"',
  );
  expect(await read('port.html', html)).toMatchObject({
    kind: 'entry',
    entry: {
      url: 'https://quay.example/port',
      title: 'Port closes quay & crane',
      text: paragraphs.join('\n\n'),
      author: 'Ann Low',
      published: '2026-01-05T09:00:00+01:00',
      language: 'en-GB',
      outlet: 'The Quay',
      raw: false,
    },
  });
});

const jsonLd = (json: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(json)}</script>`;
const article = {
  '@type': 'NewsArticle',
  headline: 'From JSON',
  datePublished: '2026-01-05',
  author: [{ '@type': 'Person', name: 'Ann' }, { name: 'Ben' }],
  publisher: { name: 'The Quay' },
  image: { url: 'https://quay.example/j.jpg' },
};

const metadata: ReadonlyArray<[name: string, head: string, found: object]> = [
  [
    'JSON-LD',
    jsonLd(article),
    {
      title: 'From JSON',
      published: '2026-01-05',
      author: 'Ann, Ben',
      outlet: 'The Quay',
      image: 'https://quay.example/j.jpg',
    },
  ],
  ['JSON-LD in a graph', jsonLd({ '@graph': [{ '@type': 'WebSite' }, article] }), { title: 'From JSON' }],
  [
    'JSON-LD in a list',
    jsonLd([{ '@type': 'Person' }, { ...article, '@type': ['BlogPosting'] }]),
    { title: 'From JSON' },
  ],
  [
    'JSON-LD that is broken',
    '<script type="application/ld+json">{"@type": "News</script>',
    { title: 'Port closes quay' },
  ],
  ['the heading', '<title>Something else - Quay</title>', { title: 'Port closes quay' }],
  ['old names for dates', '<meta name="DC.date.issued" content="2026-01-05">', { published: '2026-01-05' }],
  [
    'a profile is no author',
    '<meta property="article:author" content="https://social.example/ann">',
    { author: undefined },
  ],
  [
    'a saved page',
    '<!-- saved from url=(0027)https://quay.example/port/1 -->',
    { url: 'https://quay.example/port/1' },
  ],
  ['an address that is none', '<link rel="canonical" href="javascript:alert(1)">', { url: undefined }],
];

test.for(metadata)('what a page says about itself: %s', async ([, head, found]) => {
  expect(await read('port.html', page(head))).toMatchObject({ entry: found });
});

test('the time element dates a page that says nothing else', async () => {
  const body = `<article><h1>Port</h1><time datetime="2026-01-05T09:00">Monday</time>${story}</article>`;
  expect(await read('port.htm', page('', body))).toMatchObject({ entry: { published: '2026-01-05T09:00' } });
});

test('a fragment is a page, too', async () => {
  expect(await read('port.html', '<h1>Port</h1><p>Short text.</p>')).toMatchObject({
    entry: { title: 'Port', text: expect.stringContaining('Short text.') },
  });
});

const charsets: ReadonlyArray<[name: string, head: string]> = [
  ['the short way', '<meta charset="shift_jis">'],
  ['the long way', '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">'],
  ['not at all', ''],
];

test.for(charsets)('the encoding of a page is declared %s', async ([, head]) => {
  const body = '<p>会社は来年までに三百人の従業員を減らすと発表した。難しい決断だったという。</p>';
  expect(await read('port.html', encode(page(head, body).replace('©', ''), 'shift_jis'))).toMatchObject({
    entry: { text: expect.stringContaining('難しい決断だったという。') },
  });
});

test('deeply nested tags do no harm', async () => {
  const html = page('', `${'<div>'.repeat(20_000)}deep`);
  expect((await read('port.html', html)).kind).toMatch(/entry|broken/);
  expect(await read('port.html', page(''))).toMatchObject({ kind: 'entry' });
});

// ── What is refused ──────────────────────────────────────────────────────────────────────────────

const png = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0,
]);
const refused: ReadonlyArray<[name: string, content: string | Uint8Array, reason: RegExp]> = [
  ['port.pdf', 'x', /^only \.txt, \.md, \.markdown, \.html and \.htm files/],
  ['port', 'x', /^only/],
  ['port.txt.exe', 'x', /^only/],
  ['port.txt', '', /^the file is empty$/],
  ['port.txt', ' \r\n\t ', /^there is no text in it$/],
  ['port.md', '---\ndate: 2026-01-05\n---\n', /^there is no text in it$/],
  ['port.html', '<html><body><script>x</script></body></html>', /^there is no text in it$/],
  ['port.txt', png, /^the file is not text$/],
  ['port.md', png, /^the file is not text$/],
  ['port.html', png, /not text/],
  ['port.txt', 'a'.repeat(5 * 1024 * 1024 + 1), /^the file has 5\.0 MB; articles of up to 5 MB are read$/],
];

test.for(refused)('%s with %j is refused in a sentence', async ([name, content, reason]) => {
  expect(await read(name, content)).toEqual({ kind: 'broken', reason: expect.stringMatching(reason) });
});

test('the article that the project began with is read as it is', async (ctx) => {
  const path = new URL('../../../shared/samples/000_a096a2059c2a3b99.fr.txt', import.meta.url);
  const bytes = await readFile(path).catch(() => ctx.skip('the shared samples are not here'));
  const sample = await readEntry('sample.fr.txt', bytes, parser);
  expect(sample).toMatchObject({
    kind: 'entry',
    note: undefined,
    entry: { raw: true, text: expect.stringMatching(/^Amazon supprime/) },
  });
});
