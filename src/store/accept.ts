/** The article's transaction: recognised, revised or new, with its story, its search terms and its being due. */
import type { Article, Ring } from '../domain.ts';
import { articleById, articleOf, type ArticleInStory } from './article-row.ts';
import { holdCounter, takeNumber } from './counter.ts';
import { findByKeys, rememberKeys } from './identity.ts';
import { addFigures, joinStory } from './join-story.ts';
import type { Acceptance, Accepted } from './port/articles.ts';
import type { Work } from './traits.ts';
import { fromJson } from './json.ts';

export async function accept(work: Work, acceptance: Acceptance): Promise<Accepted> {
  // One acceptance after the other: of two entries that are one article, the second finds what the first one wrote.
  await holdCounter(work, 'article');
  const known = await findByKeys(work, acceptance.draft.keys, acceptance);
  if (known === undefined) return { kind: 'new', article: await acceptNew(work, acceptance) };

  const row = await articleById(work.trx, known);
  if (row === undefined) throw new Error(`a key points to article ${known}, which is not there`);
  const { seen, forTheFirstTime } = await noteSeen(work, row, acceptance);
  const revised = await revise(work, seen, acceptance);
  if (revised !== undefined) return { kind: 'revised', article: articleOf(revised) };
  const ringing = forTheFirstTime ? await startRinging(work, seen, acceptance) : undefined;
  if (ringing !== undefined) return { kind: 'ringing', article: articleOf(ringing) };
  return { kind: 'known', article: articleOf(seen) };
}

async function acceptNew(work: Work, acceptance: Acceptance): Promise<Article> {
  const { draft, audience, sourceId, alertable, now } = acceptance;
  const story = await joinStory(work, acceptance);
  const id = await takeNumber(work, 'article');
  const rings: readonly Ring[] = alertable ? [{ audience, no: id }] : [];
  const row: ArticleInStory = {
    id,
    audience,
    source_id: sourceId,
    story_id: story.id,
    revision: 1,
    matched_rev: alertable ? 0 : 1,
    rings: JSON.stringify(rings),
    accepted_at: now,
    published_at: draft.publishedAt,
    language: draft.language,
    outlet: draft.outlet,
    author: draft.author ?? null,
    tags: JSON.stringify(draft.tags ?? []),
    image: draft.image ?? null,
    url: draft.url ?? null,
    content_hash: draft.contentHash,
    title: draft.title,
    keys: JSON.stringify([...new Set(draft.keys)]),
    text: draft.text,
    story_reason: story.reason === undefined ? null : JSON.stringify(story.reason),
    story_key: story.key,
  };
  const { story_key: _, ...stored } = row;
  await work.trx.insertInto('article').values(stored).execute();
  await work.trx.insertInto('article_source').values({ article_id: row.id, source_id: sourceId }).execute();
  await rememberKeys(work, draft.keys, acceptance, row.id, now);
  await work.traits.terms.write(work.trx, row.id, [...new Set(acceptance.terms)]);
  return articleOf(row);
}

/** Keys and sources under which it had not come before. @returns the row with these keys. */
async function noteSeen(
  work: Work,
  row: ArticleInStory,
  acceptance: Acceptance,
): Promise<{ readonly seen: ArticleInStory; readonly forTheFirstTime: boolean }> {
  const { draft, sourceId, now } = acceptance;
  // What a private source calls a public article stays its own.
  const further = acceptance.audience === row.audience ? draft.keys : [];
  const keys = JSON.stringify([...new Set([...fromJson<string[]>(row.keys), ...further])]);
  await rememberKeys(work, draft.keys, acceptance, row.id, now);
  const shown = await work.trx
    .insertInto('article_source')
    .values({ article_id: row.id, source_id: sourceId })
    .onConflict((conflict) => conflict.columns(['article_id', 'source_id']).doNothing())
    .returning('source_id')
    .executeTakeFirst();
  const forTheFirstTime = shown !== undefined;
  if (keys === row.keys) return { seen: row, forTheFirstTime };
  await work.trx.updateTable('article').set({ keys }).where('id', '=', row.id).execute();
  return { seen: { ...row, keys }, forTheFirstTime };
}

/** The next revision, if its own source says something that it has never said before. */
async function revise(
  work: Work,
  row: ArticleInStory,
  { draft, sourceId, audience, terms, figures, now }: Acceptance,
): Promise<ArticleInStory | undefined> {
  if (sourceId !== row.source_id || draft.contentHash === row.content_hash) return undefined;
  // A feed that swings between two texts (a cache, an A/B test of headlines) must not ring each time.
  if (await saidBefore(work, row.id, draft.contentHash)) return undefined;

  const { id, revision, content_hash, title, text } = row;
  const changes = {
    revision: revision + 1,
    // What does not ring is not due; what does may be being matched in this moment, which is not ours to write.
    ...(ringsOf(row).length === 0 && { matched_rev: revision + 1 }),
    title: draft.title,
    text: draft.text,
    content_hash: draft.contentHash,
    // With the title goes what is shown and found with it. When it was published does not change, nor its keys.
    language: draft.language,
    outlet: draft.outlet,
    url: draft.url ?? row.url,
    image: draft.image ?? null,
    author: draft.author ?? null,
    tags: JSON.stringify(draft.tags ?? []),
  };
  await work.trx
    .insertInto('article_revision')
    .values({ article_id: id, revision, content_hash, title, text, at: now })
    .execute();
  await work.trx.updateTable('article').set(changes).where('id', '=', id).execute();
  await work.traits.terms.write(work.trx, id, [...new Set(terms)]);
  await addFigures(work, row.story_id, audience, figures);
  return { ...row, ...changes };
}

/**
 * It rings from now on, for those who see this source and heard nothing of it yet. What a source showed in its own
 * silent first look stays silent however often it shows it again, which is why only a source's first showing counts.
 */
async function startRinging(
  work: Work,
  row: ArticleInStory,
  { alertable, audience }: Acceptance,
): Promise<ArticleInStory | undefined> {
  const rings = ringsOf(row);
  const heard = rings.some((ring) => ring.audience === 0 || ring.audience === audience);
  if (!alertable || heard) return undefined;
  const changes = {
    rings: JSON.stringify([...rings, { audience, no: await takeNumber(work, 'article') }]),
    // Whoever is matching it in this moment does not know of the new ring: that answer must not count for this one.
    revision: row.revision + 1,
  };
  await work.trx.updateTable('article').set(changes).where('id', '=', row.id).execute();
  return { ...row, ...changes };
}

function ringsOf(row: ArticleInStory): readonly Ring[] {
  return fromJson<Ring[]>(row.rings);
}

async function saidBefore({ trx }: Work, articleId: number, contentHash: string): Promise<boolean> {
  const before = trx
    .selectFrom('article_revision')
    .select('revision')
    .where('article_id', '=', articleId)
    .where('content_hash', '=', contentHash);
  return (await before.executeTakeFirst()) !== undefined;
}
