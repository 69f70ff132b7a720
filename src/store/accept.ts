/** The article's transaction: recognised, revised or new, with its story, its search terms and its being due. */
import type { Article, Draft, Ring } from '../domain.ts';
import { sharedKey } from '../accept/identity.ts';
import { articleById, articleOf, type ArticleInStory } from './article-row.ts';
import { holdCounter, takeNumber } from './counter.ts';
import { type KnownKeys, lookUpKeys, rememberKeys } from './identity.ts';
import { addFigures, joinStory } from './join-story.ts';
import { fromJson } from './json.ts';
import type { Acceptance, Accepted, Seen } from './port/articles.ts';
import { recognise, shownBy } from './recognise.ts';
import type { Reading, Work } from './traits.ts';

/**
 * Of one article from one source. Feeds whose links are others at every look would give it two more each time; whatever
 * has this many by honest means is found by those.
 */
const mostKeys = 20;

export async function accept(work: Work, asked: Acceptance): Promise<Accepted> {
  // One acceptance after the other: of two entries that are one article, the second finds what the first one wrote.
  await holdCounter(work, 'article');
  // It was removed while it was being read: whoever removed it wants to hear no more of it.
  const removed = await isRemoved(work, asked.sourceId);
  const acceptance = removed ? { ...asked, alertable: false } : asked;
  const known = await lookUpKeys(work, acceptance.draft.keys, acceptance, acceptance.now);
  const { row: found, refused } = await recognise(work, acceptance, known);
  // Nothing is left of it to tell, and what is private is written into no public article.
  const isPublic = found?.text_at === null && found.audience !== acceptance.audience;
  const row = isPublic && !hasHeard(found, acceptance.audience) ? undefined : found;
  if (row === undefined) {
    // Its story needs a key of its own, or its alerts would be those of another article.
    const isNamesake = known.hits.some(({ key }) => key === acceptance.draft.keys[0]);
    return { kind: 'new', article: await acceptNew(work, acceptance, { refused, isNamesake }) };
  }

  const { seen, forTheFirstTime } = await noteSeen(work, row, known, acceptance);
  const revised = removed ? undefined : await revise(work, seen, acceptance);
  if (revised !== undefined) return { kind: 'revised', article: articleOf(revised) };
  const ringing = forTheFirstTime ? await startRinging(work, seen, acceptance) : undefined;
  if (ringing !== undefined) return { kind: 'ringing', article: articleOf(ringing) };
  return { kind: 'known', article: articleOf(seen) };
}

/** The article, if `accept` would find it known and have nothing to write. */
export async function seenLately(reading: Reading, entry: Seen): Promise<ArticleInStory | undefined> {
  const { hits, missing, stale } = await lookUpKeys(reading, entry.keys, entry, entry.now);
  const [best] = hits;
  // What comes by a lesser key is looked at closely.
  if (best === undefined || best.key !== entry.keys[0] || stale.length > 0) return undefined;
  const shown = await shownBy(reading, best.articleId, entry.sourceId);
  if (shown === undefined || (missing.length > 0 && shown.keys < mostKeys)) return undefined;
  const row = await articleById(reading.trx, best.articleId);
  // Other words than those that were let go may be another article's (`isAfterForgotten`).
  const isForgotten = row?.text_at === null && row.content_hash !== entry.contentHash;
  if (row === undefined || isForgotten || (await isNews(reading, row, entry))) return undefined;
  return row;
}

async function isRemoved({ trx, traits }: Work, sourceId: number): Promise<boolean> {
  const removed = trx.selectFrom('source').select('removed').where('id', '=', sourceId);
  return (await traits.keep(removed).executeTakeFirst())?.removed === 1;
}

/**
 * @param others.refused keys of its page, where that is another article's as well
 * @param others.isNamesake another article has its first key
 */
async function acceptNew(
  work: Work,
  acceptance: Acceptance,
  { refused, isNamesake }: { readonly refused: readonly string[]; readonly isNamesake: boolean },
): Promise<Article> {
  const { draft, audience, sourceId, alertable, now } = acceptance;
  const story = await joinStory(work, acceptance, isNamesake);
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
    text_at: now,
    story_key: story.key,
  };
  const { story_key: _, ...stored } = row;
  await work.trx.insertInto('article').values(stored).execute();
  await work.trx
    .insertInto('article_source')
    .values({ article_id: row.id, source_id: sourceId, keys: draft.keys.length })
    .execute();
  const keys = [...draft.keys, ...refused.map(sharedKey)];
  await rememberKeys(work, keys, acceptance, row.id, now, 'takes them');
  await work.traits.terms.write(work.trx, row.id, [...new Set(acceptance.terms)]);
  return articleOf(row);
}

/** Keys and sources under which it had not come before. @returns the row with these keys. */
async function noteSeen(
  work: Work,
  row: ArticleInStory,
  { missing, stale }: KnownKeys,
  acceptance: Acceptance,
): Promise<{ readonly seen: ArticleInStory; readonly forTheFirstTime: boolean }> {
  const { sourceId, now } = acceptance;
  const shown = await shownBy(work, row.id, sourceId);
  const added = missing.slice(0, Math.max(0, mostKeys - (shown?.keys ?? 0)));
  await rememberKeys(work, [...added, ...stale], acceptance, row.id, now);
  if (shown === undefined || added.length > 0) {
    const keys = (shown?.keys ?? 0) + added.length;
    await work.trx
      .insertInto('article_source')
      .values({ article_id: row.id, source_id: sourceId, keys })
      .onConflict((conflict) => conflict.columns(['article_id', 'source_id']).doUpdateSet({ keys }))
      .execute();
  }
  const forTheFirstTime = shown === undefined;
  // What a private source calls a public article stays its own.
  if (added.length === 0 || acceptance.audience !== row.audience) return { seen: row, forTheFirstTime };
  const keys = JSON.stringify([...new Set([...fromJson<string[]>(row.keys), ...added])]);
  await work.trx.updateTable('article').set({ keys }).where('id', '=', row.id).execute();
  return { seen: { ...row, keys }, forTheFirstTime };
}

/** The next revision, if its own source says something that it has never said before. */
async function revise(
  work: Work,
  row: ArticleInStory,
  { draft, sourceId, audience, terms, figures, now }: Acceptance,
): Promise<ArticleInStory | undefined> {
  if (!(await isNews(work, row, { sourceId, contentHash: draft.contentHash }))) return undefined;

  const { id, revision, content_hash, title, text } = row;
  const changes = {
    ...wordsOf(draft, row),
    revision: revision + 1,
    text_at: now,
    // What does not ring is not due; what does may be being matched in this moment, which is not ours to write.
    ...(ringsOf(row).length === 0 && { matched_rev: revision + 1 }),
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

/** With the title goes what is shown and found with it. When it was published does not change, nor its keys. */
function wordsOf(draft: Draft, { url }: ArticleInStory) {
  return {
    title: draft.title,
    text: draft.text,
    content_hash: draft.contentHash,
    language: draft.language,
    outlet: draft.outlet,
    url: draft.url ?? url,
    image: draft.image ?? null,
    author: draft.author ?? null,
    tags: JSON.stringify(draft.tags ?? []),
  };
}

/**
 * It rings from now on, for those who see this source and heard nothing of it yet. What a source showed in its own
 * silent first look stays silent however often it shows it again, which is why only a source's first showing counts.
 * Where its text was let go it says what this source says of it.
 */
async function startRinging(
  work: Work,
  row: ArticleInStory,
  { alertable, audience, sourceId, draft, terms, now }: Acceptance,
): Promise<ArticleInStory | undefined> {
  const rings = ringsOf(row);
  if (!alertable || hasHeard(row, audience)) return undefined;
  const isForgotten = row.text_at === null;
  const changes = {
    ...(isForgotten && { ...wordsOf(draft, row), source_id: sourceId, text_at: now, accepted_at: now }),
    rings: JSON.stringify([...rings, { audience, no: await takeNumber(work, 'article') }]),
    // Whoever is matching it in this moment does not know of the new ring: that answer must not count for this one.
    revision: row.revision + 1,
  };
  await work.trx.updateTable('article').set(changes).where('id', '=', row.id).execute();
  if (isForgotten) await work.traits.terms.write(work.trx, row.id, [...new Set(terms)]);
  return { ...row, ...changes };
}

function hasHeard(row: ArticleInStory, audience: number): boolean {
  return ringsOf(row).some((ring) => ring.audience === 0 || ring.audience === audience);
}

function ringsOf(row: ArticleInStory): readonly Ring[] {
  return fromJson<Ring[]>(row.rings);
}

/** Whether its own source says of it what it never said before. */
async function isNews(
  { trx }: Reading,
  row: ArticleInStory,
  { sourceId, contentHash }: Pick<Seen, 'sourceId' | 'contentHash'>,
): Promise<boolean> {
  if (sourceId !== row.source_id || contentHash === row.content_hash) return false;
  // What it said before is not known any more, nor what was told of it.
  if (row.text_at === null) return false;
  // A feed that swings between two texts (a cache, an A/B test of headlines) must not ring each time.
  const before = trx
    .selectFrom('article_revision')
    .select('revision')
    .where('article_id', '=', row.id)
    .where('content_hash', '=', contentHash);
  return (await before.executeTakeFirst()) === undefined;
}
