/**
 * Stories that are one for a workspace: one of its own and the public ones that told the event after it (`link-story.ts`).
 * For everybody else each of them is what it is.
 */
import { sql, type Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import { oneOfNumbers, type Reading, type Work } from './traits.ts';

/** By audience, the stories that are one for it. */
export type AsOne = ReadonlyMap<number, ReadonlySet<number>>;

/** What is one with this story for anybody, itself among them; most are one with none. */
export async function asOneWith(reading: Reading, storyId: number): Promise<AsOne> {
  const asOne = new Map<number, Set<number>>();
  for (const { audience, story_id, own_id } of await linksOf(reading, [storyId]))
    asOne
      .getOrInsertComputed(audience, () => new Set())
      .add(story_id)
      .add(own_id);
  return asOne;
}

/** The story, and whatever is one with it for somebody. */
export function allOf(storyId: number, asOne: AsOne): readonly number[] {
  return [...new Set([storyId, ...[...asOne.values()].flatMap((its) => [...its])])];
}

/** What is one with this story for one audience; itself alone, most of the time. */
export async function asOneFor(
  reading: Reading,
  storyId: number,
  audience: number | undefined,
): Promise<readonly number[]> {
  const links = await linksOf(reading, [storyId]);
  const its = links.filter((link) => link.audience === audience);
  return [...new Set([storyId, ...its.flatMap(({ story_id, own_id }) => [story_id, own_id])])];
}

/** Who has stories that are one with this one, or with what it follows. */
export async function audiencesJoining(reading: Reading, storyId: number): Promise<readonly number[]> {
  const links = await linksOf(reading, await withFirsts(reading.trx, [storyId]));
  return [...new Set(links.map(({ audience }) => audience))];
}

/**
 * A story and what it follows are one affair; so are stories that are one for this workspace.
 * @returns the first story of each chain in the affair that this one is of
 */
export async function firstsOfAffair(
  reading: Reading,
  storyId: number,
  audience: number,
): Promise<readonly number[]> {
  let stories: readonly number[] = [storyId];
  for (;;) {
    const chains = await withFirsts(reading.trx, stories);
    const links = (await linksOf(reading, chains)).filter((link) => link.audience === audience);
    const all = new Set([...chains, ...links.flatMap(({ story_id, own_id }) => [story_id, own_id])]);
    if (all.size === stories.length) return firstsOf(reading.trx, stories);
    stories = [...all];
  }
}

/** Held until the end of the transaction, in one order for all who hold several. */
export async function holdStories({ trx, traits }: Work, ids: readonly number[]): Promise<void> {
  const held = trx.selectFrom('story').select('id').where('id', 'in', oneOfNumbers(traits, ids));
  await traits.hold(held.orderBy('id')).execute();
}

/** All links of whatever is one with one of these for some audience. */
function linksOf({ trx, traits }: Reading, storyIds: readonly number[]) {
  const asked = traits.eachNumber(storyIds);
  return trx
    .selectFrom('story_link')
    .select(['story_id', 'audience', 'own_id'])
    .where(
      'own_id',
      'in',
      sql<number>`(select value from ${asked}
        union all select own_id from story_link where story_id in (select value from ${asked}))`,
    )
    .execute();
}

async function firstsOf(db: Kysely<Tables>, storyIds: readonly number[]): Promise<readonly number[]> {
  const rows = await db.selectFrom('story').select(['id', 'follows']).where('id', 'in', storyIds).execute();
  return [...new Set(rows.map(({ id, follows }) => follows ?? id))];
}

async function withFirsts(db: Kysely<Tables>, storyIds: readonly number[]): Promise<readonly number[]> {
  return [...new Set([...storyIds, ...(await firstsOf(db, storyIds))])];
}
