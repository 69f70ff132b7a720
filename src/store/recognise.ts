/** Which article an entry is, of those that its keys are known of. */
import { boundedKey } from '../accept/bounded-key.ts';
import { type Found, isSameArticle } from '../accept/same-article.ts';
import { articleById, type ArticleInStory } from './article-row.ts';
import type { KeyHit, KnownKeys } from './identity.ts';
import type { Acceptance } from './port/articles.ts';
import type { Reading } from './traits.ts';

export interface Recognised {
  readonly row: ArticleInStory | undefined;
  /** Keys of the page that it is a place on, where they are another article's. */
  readonly refused: readonly string[];
}

export async function recognise(
  reading: Reading,
  { draft, sourceId, now }: Pick<Acceptance, 'draft' | 'sourceId' | 'now'>,
  { hits, shared }: KnownKeys,
): Promise<Recognised> {
  const refused: string[] = [];
  const own = boundedKey(`url:${draft.url}`);
  for (const hit of hits) {
    const row = await articleById(reading.trx, hit.articleId);
    if (row === undefined) throw new Error(`a key points to article ${hit.articleId}, which is not there`);
    const shown = await shownBy(reading, row.id, sourceId);
    if (isSameArticle({ draft, now, shared }, foundBy(hit, row, shown !== undefined)))
      return { row, refused };
    // An address of its own stays one: feeds with other guids at every look have no better name for what is there now.
    if (hit.key.startsWith('url:') && hit.key !== own) refused.push(hit.key);
  }
  return { row: undefined, refused };
}

export function shownBy({ trx }: Reading, articleId: number, sourceId: number) {
  return trx
    .selectFrom('article_source')
    .select('keys')
    .where('article_id', '=', articleId)
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
}

function foundBy({ key, seenAt }: KeyHit, row: ArticleInStory, shownHere: boolean): Found {
  return {
    key,
    title: row.title,
    text: row.text,
    url: row.url ?? undefined,
    publishedAt: row.published_at,
    contentHash: row.content_hash,
    acceptedAt: row.accepted_at,
    shownHere,
    keySeenAt: seenAt,
    forgotten: row.text_at === null,
  };
}
