/** A database of the days when keys were as long as what they were made of. */
import { expect, onTestFinished, test } from 'vitest';
import { keysOf } from '../../src/accept/identity.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { databaseAsOfStep } from './as-of-step.ts';
import { acceptance, draft, openSource } from './given.ts';

const url = `https://a.example/?${'x'.repeat(5000)}`;

test('an article that is known by a long address does not ring again when keys are bounded', async () => {
  const store = await sqliteStore(await databaseAsOfStep(4, oneArticle));
  onTestFinished(() => store.close());
  const [article] = await store.articles.due(1);
  const source = await openSource(store, 'https://b.example/');
  const keys = keysOf({ entryKeys: [], url, title: '', text: '', outlet: '', publishedAt: 0 });
  const again = await store.articles.accept(acceptance(source, { draft: draft({ keys }) }));
  expect(again).toMatchObject({ kind: 'known', article: { id: article?.id, keys: ['guid:1', ...keys] } });
  expect(await store.articles.byUrl(1, url)).toMatchObject({ id: article?.id });
});

const oneArticle = `
    insert into source (id, audience, kind, url, title, next_poll_at, interval_ms)
      values (1, 0, 'feed', 'https://a.example/', 'A', 0, 1);
    insert into story (id, key, audience, language, first_at, last_at, sketch)
      values (1, 'guid:1 https://a.example/', 0, 'en', 1, 1, '[]');
    insert into article (id, audience, source_id, story_id, revision, matched_rev, rings, accepted_at, published_at,
        language, outlet, content_hash, title, keys, text)
      values (1, 0, 1, 1, 1, 0, '[{"audience":0,"no":1}]', 1, 1, 'en', 'A', 'h', 'News', '["guid:1","url:${url}"]', '');
    insert into entry_key (key, scope, article_id, last_seen_at)
      values ('guid:1', 'source:1', 1, 1), ('url:${url}', 'audience:0', 1, 1)`;
