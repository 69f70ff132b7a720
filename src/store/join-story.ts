/** A new article joins one story, once, or opens its own. */
import { type RawBuilder, sql } from 'kysely';
import { tellFigures } from '../accept/story-figures.ts';
import { chooseStory } from '../accept/story.ts';
import type { KeyFigure, StoryFigures, StoryReason } from '../domain.ts';
import { candidatesFor, keepTelling } from './candidates.ts';
import { holdsWithinSource } from './identity.ts';
import { fromJson } from './json.ts';
import { linkStory } from './link-story.ts';
import type { Acceptance } from './port/articles.ts';
import type { Work } from './traits.ts';

export async function joinStory(
  work: Work,
  acceptance: Acceptance,
  isNamesake = false,
): Promise<{ readonly id: number; readonly key: string; readonly reason?: StoryReason | undefined }> {
  const { audience, now, figures, draft, sketched, sourceId } = acceptance;
  const candidates = await candidatesFor(work, acceptance);
  const { stories, spread } = candidates;
  const chosen = acceptance.choice ?? chooseStory({ ...sketched, language: draft.language }, stories, spread);
  const found = stories.find((story) => story.storyId === chosen?.storyId);
  if (chosen !== undefined && found === undefined)
    throw new Error(`story ${chosen.storyId} is none that this article may be of`);
  if (found !== undefined && chosen?.kind === 'joins') {
    if (audience === 0) await linkStory(work, found.storyId, acceptance, candidates);
    await stayRecent(work, found.storyId, audience, now);
    await addFigures(work, found.storyId, audience, figures);
    return { id: found.storyId, key: found.key, reason: chosen.reason };
  }
  const [first] = draft.keys;
  if (first === undefined) throw new Error('a draft has at least one key');
  const name = isNamesake ? `${first} ${draft.contentHash}` : first;
  const key = await storyKey(work, name, audience, sourceId);
  const { id } = await work.trx
    .insertInto('story')
    .values({
      key,
      audience,
      language: draft.language,
      first_at: now,
      last_at: now,
      sketch: JSON.stringify(sketched.sketch),
      // A chain is one deep: what follows a follow-up follows what that one follows.
      follows: found?.follows ?? found?.storyId ?? null,
      figures: JSON.stringify(tellFigures({ seen: [], changes: [] }, figures)),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await keepTelling(work, id, acceptance);
  if (audience === 0 && (await linkStory(work, id, acceptance, candidates))) {
    await stayRecent(work, id, audience, now);
    await addFigures(work, id, audience, figures);
  }
  return { id, key, reason: found && chosen?.reason };
}

/** A private article keeps no public story open: what comes late would join it, or not, by what nobody else can see. */
async function stayRecent({ trx }: Work, storyId: number, audience: number, now: number): Promise<void> {
  await trx
    .updateTable('story')
    .set({ last_at: now })
    .where('id', 'in', withOwn(storyId))
    .$if(audience !== 0, (query) => query.where('audience', '=', audience))
    .execute();
}

/** What a private article says is not told to the others of a public story. */
export async function addFigures(
  { trx }: Work,
  storyId: number,
  audience: number,
  figures: readonly KeyFigure[],
): Promise<void> {
  if (figures.length === 0) return;
  const stories = await trx
    .selectFrom('story')
    .select(['id', 'figures'])
    .where('id', 'in', withOwn(storyId))
    .$if(audience !== 0, (query) => query.where('audience', '=', audience))
    .execute();
  for (const { id, figures: before } of stories) {
    const after = JSON.stringify(tellFigures(fromJson<StoryFigures>(before), figures));
    if (after !== before)
      await trx.updateTable('story').set({ figures: after }).where('id', '=', id).execute();
  }
}

/** What stands behind IN: the story and those that some workspaces have told it in before. */
function withOwn(storyId: number): RawBuilder<number> {
  return sql`(select ${storyId} union all select own_id from story_link where story_id = ${storyId})`;
}

/**
 * See `Article.storyKey`. A private story says so and names its source: a public one of the same article, or even of
 * the same feed, is another one.
 */
async function storyKey({ trx }: Work, name: string, audience: number, sourceId: number): Promise<string> {
  if (audience === 0 && !holdsWithinSource(name)) return name;
  const source = await trx
    .selectFrom('source')
    .select('url')
    .where('id', '=', sourceId)
    .executeTakeFirstOrThrow(() => new Error(`there is no source ${sourceId}`));
  return `${audience === 0 ? '' : 'private '}${name} ${source.url}`;
}
