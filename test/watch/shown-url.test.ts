import { expect, test } from 'vitest';
import { shownUrl } from '../../src/watch/shown-url.ts';

const urls: ReadonlyArray<[url: string, shown: string]> = [
  ['https://feeds.example/', 'feeds.example'],
  ['https://feeds.example:8443/news/rss.xml', 'feeds.example:8443/news/rss.xml'],
  ['https://ann:secret@feeds.example/rss', 'feeds.example/rss'],
  ['https://feeds.example/rss?token=secret&page=2', 'feeds.example/rss?…'],
  ['https://feeds.example/rss#secret', 'feeds.example/rss'],
  ['https://feeds.example/private/a8F3kd92mMxq71/rss', 'feeds.example/private/…/rss'],
  ['https://feeds.example/u/1234567890123456', 'feeds.example/u/…'],
  ['https://feeds.example/2026/01/05/budget-news-part-2', 'feeds.example/2026/01/05/budget-news-part-2'],
  ['no address', 'that address'],
];

test.for(urls)('%s is shown as %s', ([url, shown]) => {
  expect(shownUrl(url)).toBe(shown);
});
