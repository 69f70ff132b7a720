/** Which feed a web page names, by the HTML Living Standard. */
import { afterAll, expect, test } from 'vitest';
import { createParser } from '../../src/watch/parser.ts';

const url = 'https://quay.example/news/today?token=hush';
const parser = createParser();
afterAll(() => parser.close());

async function named(head: string, contentType?: string): Promise<string | undefined> {
  const page = contentType === undefined ? `<!doctype html><html><head>${head}</head></html>` : head;
  const parsed = await parser.feed(new TextEncoder().encode(page), { url, contentType });
  return parsed.kind === 'names a feed' ? parsed.feedUrl : undefined;
}

const rss = 'rel="alternate" type="application/rss+xml"';
const pages: ReadonlyArray<[what: string, head: string, feed: string | undefined]> = [
  ['RSS', `<link ${rss} href="https://quay.example/rss">`, 'https://quay.example/rss'],
  ['Atom', '<link rel=alternate type=application/atom+xml href=/atom>', 'https://quay.example/atom'],
  ['JSON Feed', '<link rel=alternate type=application/feed+json href=/f>', 'https://quay.example/f'],
  ['one on another host', `<link ${rss} href="//feeds.example/q">`, 'https://feeds.example/q'],
  ['one beside the page', `<link ${rss} href="rss.xml">`, 'https://quay.example/news/rss.xml'],
  ['references in an address', `<link ${rss} href="/r?a=1&amp;b=2">`, 'https://quay.example/r?a=1&b=2'],
  ['what comes after "#"', `<link ${rss} href="/rss#top">`, 'https://quay.example/rss'],
  ['white space around it', `<link ${rss} href="\n /rss ">`, 'https://quay.example/rss'],
  ['no quotes', '<link rel=alternate type=application/rss+xml href=/rss>', 'https://quay.example/rss'],
  [
    'capitals',
    '<LINK REL="Home ALTERNATE" TYPE="Application/RSS+XML; charset=utf-8" HREF="/rss">',
    'https://quay.example/rss',
  ],
  ['a link in the text', `<a ${rss} href="/rss">RSS</a>`, 'https://quay.example/rss'],
  ['a base', `<base href="/feeds/"><link ${rss} href="all.xml">`, 'https://quay.example/feeds/all.xml'],
  [
    'a base that comes later, the first of two',
    `<link ${rss} href="all.xml"><base target=_top><base href="https://cdn.example/a/"><base href="/b/">`,
    'https://cdn.example/a/all.xml',
  ],
  [
    'a base that is none',
    `<base href="data:text/plain,x"><link ${rss} href="rss">`,
    'https://quay.example/news/rss',
  ],
  ['the first of two', `<link ${rss} href="/a"><link ${rss} href="/b">`, 'https://quay.example/a'],
  [
    'comments by their title',
    `<link ${rss} title="The Quay &raquo; Comments Feed" href="/c"><link ${rss} title="The Quay" href="/rss">`,
    'https://quay.example/rss',
  ],
  [
    'comments in German by their title',
    `<link ${rss} title="Kai &raquo; Kommentar-Feed" href="/c"><link ${rss} href="/rss">`,
    'https://quay.example/rss',
  ],
  [
    'comments by their place',
    `<link ${rss} href="/comments/feed/"><link ${rss} href="/?feed=comments-rss2"><link ${rss} href="/feed/">`,
    'https://quay.example/feed/',
  ],
  ['comments alone', `<link ${rss} href="/comments/feed/">`, 'https://quay.example/comments/feed/'],
  [
    'a commentary',
    `<link ${rss} href="/commentary/rss"><link ${rss} href="/b">`,
    'https://quay.example/commentary/rss',
  ],
  ['another type', '<link rel=alternate type=application/json href=/wp-json>', undefined],
  ['another language', '<link rel=alternate hreflang=fr href=/fr>', undefined],
  ['another relation', '<link rel="alternates feed" type="application/rss+xml" href="/rss">', undefined],
  ['a style sheet', '<link rel="alternate stylesheet" type="application/rss+xml" href="/rss">', undefined],
  ['no address', `<link ${rss}><link ${rss} href="">`, undefined],
  ['another protocol', `<link ${rss} href="file:///etc/passwd"><link ${rss} href="javascript:1">`, undefined],
  ['an address that is none', `<link ${rss} href="https://[x/">`, undefined],
  [
    'what is no element',
    `<!--<link ${rss} href="/a">--><script>'<link ${rss} href="/b">'</script><template><link ${rss} href="/c"></template><title><link ${rss} href="/d"></title>`,
    undefined,
  ],
];

test.for(pages)('%s', async ([, head, feed]) => {
  expect(await named(head)).toBe(feed);
});

test('what a server calls a page is one, whatever it begins with', async () => {
  const link = `Hello<link ${rss} href="/rss">`;
  expect(await named(link, 'text/html; charset=utf-8')).toBe('https://quay.example/rss');
  expect(await named(link, 'text/plain')).toBeUndefined();
});

const feedLink = `<link ${rss} href="/rss">`;
const hostile: ReadonlyArray<[what: string, head: string]> = [
  ['20,000 nested elements', feedLink + '<div>'.repeat(20_000)],
  ['200,000 times "<"', '<'.repeat(200_000) + feedLink],
  ['a tag of 400,000 attributes', `<link ${'a '.repeat(400_000)}>${feedLink}`],
  ['beginnings of comments', feedLink + '<!--'.repeat(100_000)],
];

test.for(hostile)('a page made to hurt: %s', async ([, head]) => {
  expect(await named(head)).toBe('https://quay.example/rss');
});

test('what stands a million characters below the top is not looked for', async () => {
  expect(await named(`${'x'.repeat(1_000_000)}${feedLink}`)).toBeUndefined();
});
