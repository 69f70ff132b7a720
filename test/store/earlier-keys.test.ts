/** A database of the days when a place on a page was no part of an address, and keys had no rank. */
import { expect, onTestFinished, test } from 'vitest';
import { contentHash, keysOf } from '../../src/accept/identity.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { databaseAsOfStep } from './as-of-step.ts';
import { hourMs, notes, outage, passed, rejected, second, type Telling, tell, title } from './entries.ts';
import { openSource } from './given.ts';

const outlet = 'wire';
const old = { url: notes, title, text: passed, published: 1 };

/** How its source, or another one, shows after the upgrade what was known before. */
const again: ReadonlyArray<[name: string, telling: Telling]> = [
  ['as it was', { ...old, id: '1' }],
  ['with the place on its page', { ...old, id: '1', url: `${notes}#January_12` }],
  ['and beside others of its page', { ...old, id: '1', url: `${notes}#January_12`, shared: ['page'] }],
  ['with another guid', { ...old, id: '9' }],
  ['with another guid and the place', { ...old, id: '9', url: `${notes}#January_12` }],
  ['with another guid, beside others', { ...old, id: '9', url: `${notes}#1`, shared: ['page', 'title'] }],
  ['with another guid and address', { ...old, id: '9', url: 'http://www.a.example/notes' }],
  ['without a guid', { ...old, id: undefined }],
  ['by another source', { ...old, by: 'B', id: '7', text: 'Comments' }],
  [
    'by another source that names a place',
    { ...old, by: 'B', id: '7', url: `${notes}#top`, text: 'Comments' },
  ],
  ['by another source in the same words', { ...old, by: 'B', id: '7', url: 'https://b.example/7' }],
];

test.each(again)('what was known does not ring again: %s', async (_, telling) => {
  const { store, sources, article } = await upgraded();
  const accepted = await tell(store, sources, { at: 30, ...telling });
  expect(accepted.kind).not.toBe('new');
  expect(accepted.article.id).toBe(article?.id);
});

test('what was written over it before rings no more, what comes after the upgrade does', async () => {
  const { store, sources, article } = await upgraded();
  const overwritten = await tell(store, sources, { ...second, url: `${notes}#2`, text: rejected, at: 30 });
  expect(overwritten.article.id).toBe(article?.id);
  const fresh = { ...second, id: '3', url: `${notes}#3`, text: outage, published: 29, at: 30 };
  expect(await tell(store, sources, fresh)).toMatchObject({ kind: 'new' });
});

async function upgraded() {
  const publishedAt = hourMs;
  const words = { title, text: passed };
  // As they were written then: a page's address for whatever stands on it.
  const keys = keysOf({ ...words, entryKeys: ['guid:1', 'guid:2'], url: notes, outlet, publishedAt });
  const scoped = keys.map((key) => [key, /^(guid|title):/.test(key) ? 'source:1' : 'audience:0']);
  const path = await databaseAsOfStep(
    6,
    `insert into source (id, audience, kind, url, title, next_poll_at, interval_ms)
      values (1, 0, 'feed', 'https://a.example/feed', 'Wire', 0, 1);
    insert into story (id, key, audience, language, first_at, last_at, sketch)
      values (1, 'guid:1 https://a.example/feed', 0, 'en', 1, 1, '[]');
    insert into article (id, audience, source_id, story_id, revision, matched_rev, rings, accepted_at, published_at,
        language, outlet, content_hash, title, keys, text)
      values (1, 0, 1, 1, 1, 1, '[{"audience":0,"no":1}]', ${2 * hourMs}, ${publishedAt}, 'en', 'Wire',
        '${contentHash(title, passed)}', '${title}', '${JSON.stringify(keys)}', '${passed}');
    insert into article_source (article_id, source_id, keys) values (1, 1, ${keys.length});
    insert into entry_key (key, scope, article_id, last_seen_at)
      values ${scoped.map(([key, scope]) => `('${key}', '${scope}', 1, ${3 * hourMs})`).join(', ')};
    update counter set value = 1 where name = 'article'`,
  );
  const store = await sqliteStore(path);
  onTestFinished(() => store.close());
  const A = await openSource(store, 'https://a.example/feed');
  const B = await openSource(store, 'https://b.example/feed');
  return { store, sources: { A, B, ours: B }, article: await store.articles.article(1) };
}
