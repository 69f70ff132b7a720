/** The same article twice in one channel: first as the workspace's own, then as everybody's. */
import { dropped } from './dropped.ts';
import { copiedWithinMs, isRevised, type Wording } from '../accept/same-article.ts';
import { meansOneArticle } from '../accept/identity.ts';
import { formerlyTold } from './former-alerts.ts';
import { fromJson } from './json.ts';
import type { ArticleRow } from './schema.ts';
import { oneOf, type Work } from './traits.ts';

/**
 * A public article is accepted without a look at private ones: whether it is new to others must not depend on them.
 * @returns the channels that have (or had) an alert, or want to have none, for the story of their workspace's own copy, by
 *   a key that means one article wherever it appears (address, content, file). An address means it as long as something
 *   is left of what stood there.
 */
export async function toldAlready(
  work: Work,
  article: Pick<ArticleRow, 'keys' | 'title' | 'text' | 'content_hash'>,
  now: number,
): Promise<ReadonlySet<number>> {
  const { trx, traits } = work;
  const keys = fromJson<string[]>(article.keys);
  const anywhere = keys.filter((key) => meansOneArticle(key, keys));
  const rows = await trx
    .selectFrom('entry_key')
    .innerJoin('article', 'article.id', 'entry_key.article_id')
    .innerJoin('alert', 'alert.story_id', 'article.story_id')
    .innerJoin('channel', 'channel.id', 'alert.channel_id')
    .select([
      'channel_id',
      'key',
      'article.title',
      'article.text',
      'article.content_hash',
      'article.accepted_at',
    ])
    .where('entry_key.key', 'in', oneOf(traits, anywhere))
    .where('article.audience', '<>', 0)
    .where((eb) =>
      // The same words later are of another day.
      eb.or([eb('key', 'not like', 'content:%'), eb('article.accepted_at', '>=', now - copiedWithinMs)]),
    )
    .whereRef('channel.workspace_id', '=', 'article.audience')
    .where((eb) => eb.or([eb('alert.dropped', 'is', null), eb('alert.dropped', '=', dropped.muted)]))
    .execute();
  const lasting = anywhere.filter((key) => !key.startsWith('content:'));
  return new Set([
    ...rows
      .filter(
        (row) =>
          !row.key.startsWith('url:') ||
          row.accepted_at >= now - copiedWithinMs ||
          isRevised(wordingOf(article), wordingOf(row)),
      )
      .map((row) => row.channel_id),
    ...(await formerlyTold(work, lasting, article.title)),
  ]);
}

function wordingOf({
  title,
  text,
  content_hash: contentHash,
}: Pick<ArticleRow, 'title' | 'text' | 'content_hash'>): Wording {
  return { title, text, contentHash };
}
