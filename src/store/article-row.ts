import type { Kysely } from 'kysely';
import type { Article, Ring, StoryReason } from '../domain.ts';
import type { ArticleRow, Tables } from './schema.ts';
import { fromJson } from './json.ts';

/** An article's row with the key of its story. */
export interface ArticleInStory extends ArticleRow {
  readonly story_key: string;
}

export function selectArticles(db: Kysely<Tables>) {
  return db
    .selectFrom('article')
    .innerJoin('story', 'story.id', 'article.story_id')
    .selectAll('article')
    .select('story.key as story_key');
}

export function articleById(db: Kysely<Tables>, id: number): Promise<ArticleInStory | undefined> {
  return selectArticles(db).where('article.id', '=', id).executeTakeFirst();
}

export function articleOf(row: ArticleInStory): Article {
  const { id, audience, revision, title, text, outlet, language } = row;
  const rings = fromJson<Ring[]>(row.rings);
  return {
    id,
    audience,
    sourceId: row.source_id,
    storyId: row.story_id,
    storyKey: row.story_key,
    storyReason: row.story_reason === null ? undefined : fromJson<StoryReason>(row.story_reason),
    revision,
    acceptedAt: row.accepted_at,
    alertable: rings.length > 0,
    rings,
    keys: fromJson<string[]>(row.keys),
    url: row.url ?? undefined,
    title,
    text,
    author: row.author ?? undefined,
    tags: row.tags === '[]' ? undefined : fromJson<string[]>(row.tags),
    outlet,
    language,
    image: row.image ?? undefined,
    publishedAt: row.published_at,
    contentHash: row.content_hash,
    ...(row.text_at === null && { forgotten: true }),
  };
}
