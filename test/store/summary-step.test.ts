/** A database of the days when there was one summary for all articles of a story. */
import { expect, onTestFinished, test } from 'vitest';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { databaseAsOfStep } from './as-of-step.ts';
import { content } from './given.ts';

test('a message goes on showing the summary it was posted with', async () => {
  const posted = content('Adobe buys Semrush', { summary: 'As it was posted.' });
  const store = await sqliteStore(await databaseAsOfStep(4, oneSent(JSON.stringify(posted))));
  onTestFinished(() => store.close());
  expect((await store.deliveries.message('m'))?.content).toEqual(posted);
});

function oneSent(posted: string): string {
  return `
    insert into workspace (id, platform, external_id, name, language, zone) values (1, 'local', 'l', 'L', 'en', 'UTC');
    insert into channel (id, workspace_id, platform, external_id, language, zone) values (1, 1, 'local', 'c', 'en', 'UTC');
    insert into story (id, key, audience, language, first_at, last_at, sketch) values (1, 'url:x', 0, 'en', 1, 1, '[]');
    insert into summary (story_id, audience, article_id, text, method) values (1, 0, 1, 'Of the story.', 'extract');
    insert into message (id, channel_id, kind, state, wanted_rev, posted_rev, sending_rev, settled_rev, attempt,
        next_try_at, created_at, content)
      values ('m', 1, 'alert', 'sent', 1, 1, 1, 1, 1, 1, 1, '${posted}')`;
}
