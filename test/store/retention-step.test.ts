/** A database of the days when nothing was deleted. */
import { expect, onTestFinished, test } from 'vitest';
import { pruneSteps } from '../../src/store/port/retention.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { databaseAsOfStep } from './as-of-step.ts';

const day = 24 * 60 * 60_000;

test('what is in it counts as old as it is, and time as what it was when its newest article came', async () => {
  const store = await sqliteStore(await databaseAsOfStep(6, [1, 150].map(accepted).join('')));
  onTestFinished(() => store.close());
  expect(await store.articles.search({ workspaceId: 0, limit: 9 })).toHaveLength(2);
  const asOf = (await store.retention.begin(5000 * day)) ?? 0;
  expect(asOf).toBe(152 * day);
  for (const step of pruneSteps)
    await store.retention.prune(step, { asOf, before: asOf - 90 * day, unseenMs: 90 * day });
  expect(await store.articles.search({ workspaceId: 0, limit: 9 })).toMatchObject([{ id: 150 }]);
  // Its source was not read since: it may show it still.
  expect(await store.articles.article(1)).toMatchObject({ forgotten: true });
});

function accepted(at: number): string {
  return `
    insert or ignore into source (id, audience, kind, url, title, next_poll_at, interval_ms)
      values (1, 0, 'feed', 'https://a.example/', 'A', 0, 1);
    insert into story (id, key, audience, language, first_at, last_at, sketch)
      values (${at}, 'guid:${at}', 0, 'en', 1, 1, '[]');
    insert into article (id, audience, source_id, story_id, revision, matched_rev, rings, accepted_at, published_at,
        language, outlet, content_hash, title, keys, text)
      values (${at}, 0, 1, ${at}, 1, 1, '[]', ${at * day}, 1, 'en', 'A', 'h', 'News', '["guid:${at}"]', 'Text.');
    insert into article_source (article_id, source_id) values (${at}, 1);
    insert into entry_key (key, scope, article_id, last_seen_at) values ('guid:${at}', 'source:1', ${at}, ${at * day});`;
}
