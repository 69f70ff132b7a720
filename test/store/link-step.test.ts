/** A database of the days when nothing was known of what a workspace was told before the public. */
import { expect, onTestFinished, test } from 'vitest';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { databaseAsOfStep } from './as-of-step.ts';
import { acceptance, openSource, sketchOfText } from './given.ts';

test('what a workspace was told before the update and is public after it is one story for it', async () => {
  const store = await sqliteStore(await databaseAsOfStep(6, oneToldPrivately()));
  onTestFinished(() => store.close());
  const source = await openSource(store, 'https://a.example/feed');
  const { article } = await store.articles.accept(acceptance(source, { sketched: sketchOfText(1) }));
  expect(article.storyId).not.toBe(1);
  expect((await store.articles.story(article.storyId, 1)).toldBefore).toMatchObject({ title: 'Told before' });
});

function oneToldPrivately(): string {
  const { sketch, telling } = sketchOfText(1);
  return `
    insert into workspace (id, platform, external_id, name, language, zone) values (1, 'local', 'l', 'L', 'en', 'UTC');
    insert into source (id, audience, kind, url, title, next_poll_at, interval_ms, fails, removed)
      values (1, 1, 'feed', 'https://private.example/', 'P', 0, 1, 0, 0);
    insert into story (id, key, audience, language, first_at, last_at, sketch)
      values (1, 'private url:x', 1, 'en', 1, 1, '${JSON.stringify(sketch)}');
    insert into article (id, audience, source_id, story_id, revision, matched_rev, rings, accepted_at, published_at, language,
        outlet, content_hash, title, keys, text)
      values (1, 1, 1, 1, 1, 1, '[]', 1, 1, 'en', 'P', 'h', 'Told before', '["url:x"]', '');
    update counter set value = 1 where name = 'article';
    insert into story_trait (hash, audience, story_id, at) values ${telling.map((hash) => `(${hash}, 1, 1, 1)`).join()}`;
}
