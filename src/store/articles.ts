import type { Kysely } from 'kysely';
import { boundedKey } from '../accept/bounded-key.ts';
import { pageOf } from '../accept/canonical-url.ts';
import { sharedKey } from '../accept/identity.ts';
import type { SameStory, StoryFacts, StoryFigures } from '../domain.ts';
import { accept, seenLately } from './accept.ts';
import { articleById, articleOf, selectArticles } from './article-row.ts';
import { asOneFor } from './as-one.ts';
import { scopesOf, seenAgainMs } from './identity.ts';
import { type KeptMatched, keptOf } from './kept-alerts.ts';
import { recordMatched } from './record-matched.ts';
import { fromJson } from './json.ts';
import type { Tables } from './schema.ts';
import { search } from './search.ts';
import type { Articles } from './port/articles.ts';
import { oneOf, transact, type Database, type Work } from './traits.ts';

/** What an alert shows of a story. */
const outletsShown = 50;

/** With what the store's own thread is asked for instead of `recordMatched`. */
export interface ArticlesInside extends Articles {
  readonly recordKept: (matched: KeptMatched) => Promise<void>;
}

export function articles(database: Database): ArticlesInside {
  const { db } = database;
  return {
    accept: (acceptance) => transact(database, (work) => accept(work, acceptance)),

    async seenLately(entry) {
      const row = await seenLately({ trx: db, traits: database.traits }, entry);
      return row && articleOf(row);
    },

    known: (sourceId, audience, keys, now) =>
      transact(database, (work) => known(work, scopesOf({ sourceId, audience }), keys, now)),

    async due(limit) {
      const rows = await selectArticles(db)
        .whereRef('matched_rev', '<', 'revision')
        .orderBy('article.id')
        .limit(limit)
        .execute();
      return rows.map(articleOf);
    },

    recordMatched: (matched) => transact(database, (work) => recordMatched(work, keptOf(matched))),
    recordKept: (matched) => transact(database, (work) => recordMatched(work, matched)),

    async article(id) {
      const row = await articleById(db, id);
      return row && articleOf(row);
    },

    async byUrl(workspaceId, url) {
      const own = `audience:${workspaceId}`;
      // Of what stands at one address with others, the newest took its key.
      const keys = [url, pageOf(url) ?? url].flatMap((address) => {
        const key = boundedKey(`url:${address}`);
        return [sharedKey(key), key];
      });
      const rows = await selectArticles(db)
        .innerJoin('entry_key', 'entry_key.article_id', 'article.id')
        .select(['entry_key.key', 'entry_key.scope'])
        .where('entry_key.key', 'in', keys)
        .where('entry_key.scope', 'in', [own, 'audience:0'])
        .execute();
      const found = keys.flatMap((key) => rows.filter((row) => row.key === key));
      const best = found.find(({ scope }) => scope === own) ?? found[0];
      return best && articleOf(best);
    },

    async outlets(storyId, workspaceId) {
      const reading = { trx: db, traits: database.traits };
      const rows = await db
        .selectFrom('article')
        .innerJoin('story', 'story.id', 'article.story_id')
        .select(['article.outlet as name', 'title', 'url'])
        .where('story_id', 'in', await asOneFor(reading, storyId, workspaceId))
        .where((eb) =>
          eb.or([
            eb('article.audience', '=', 0),
            eb('article.audience', '=', eb.ref('story.audience')),
            eb('article.audience', '=', workspaceId ?? 0),
          ]),
        )
        .orderBy('article.id')
        .limit(outletsShown)
        .execute();
      return rows.map(({ name, title, url }) => ({ name, title, url: url ?? undefined }));
    },

    story: (id, workspaceId) => storyFacts(db, id, workspaceId),
    search: (request) => search(database, request),
  };
}

async function storyFacts(
  db: Kysely<Tables>,
  id: number,
  workspaceId: number | undefined,
): Promise<StoryFacts> {
  const { figures, follows } = await db
    .selectFrom('story')
    .select(['figures', 'follows'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Error(`there is no story ${id}`));
  const { changes } = fromJson<StoryFigures>(figures);
  const first = await firstArticle(db, id);
  if (first === undefined) throw new Error(`story ${id} has no article`);
  // What it follows, or what was told before it, may be so old that nothing of it is left.
  const followed = follows === null ? undefined : await firstArticle(db, follows);
  const toldBefore = workspaceId === undefined ? undefined : await toldBeforeIn(db, id, workspaceId);
  return {
    first,
    changes,
    ...(follows !== null && followed && { follows: { storyId: follows, ...followed } }),
    ...(toldBefore && { toldBefore }),
  };
}

async function toldBeforeIn(
  db: Kysely<Tables>,
  storyId: number,
  workspaceId: number,
): Promise<StoryFacts['toldBefore']> {
  const link = await db
    .selectFrom('story_link')
    .select(['own_id', 'reason'])
    .where('story_id', '=', storyId)
    .where('audience', '=', workspaceId)
    .executeTakeFirst();
  if (link === undefined) return undefined;
  const { own_id: ownId, reason } = link;
  const first = await firstArticle(db, ownId);
  return first && { storyId: ownId, ...first, reason: fromJson<SameStory>(reason) };
}

async function firstArticle(db: Kysely<Tables>, storyId: number): Promise<StoryFacts['first'] | undefined> {
  const first = await db
    .selectFrom('article')
    .select(['id', 'title'])
    .where('story_id', '=', storyId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return first && { articleId: first.id, title: first.title };
}

async function known(
  { trx, traits }: Work,
  scopes: readonly string[],
  keys: readonly string[],
  now: number,
): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('entry_key')
    .select(['key', 'last_seen_at'])
    .where('key', 'in', oneOf(traits, keys))
    .where('scope', 'in', scopes)
    .execute();
  const stale = rows.filter((row) => row.last_seen_at < now - seenAgainMs).map((row) => row.key);
  if (stale.length > 0) {
    await trx
      .updateTable('entry_key')
      .set({ last_seen_at: now })
      .where('key', 'in', oneOf(traits, stale))
      .where('scope', 'in', scopes)
      .execute();
  }
  return new Set(rows.map((row) => row.key));
}
