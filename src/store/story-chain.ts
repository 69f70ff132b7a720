/** A story and what follows it. */
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** @param firsts of chains @returns their numbers and those of all that follow them */
export async function storiesOfChains(
  db: Kysely<Tables>,
  firsts: readonly number[],
): Promise<readonly number[]> {
  const followers = await db.selectFrom('story').select('id').where('follows', 'in', firsts).execute();
  return [...firsts, ...followers.map(({ id }) => id)];
}

export async function firstOfChain(db: Kysely<Tables>, storyId: number): Promise<number> {
  const story = await db
    .selectFrom('story')
    .select('follows')
    .where('id', '=', storyId)
    .executeTakeFirstOrThrow(() => new Error(`there is no story ${storyId}`));
  return story.follows ?? storyId;
}
