/** A story and what follows it. */
import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** @param first of the chain @returns its number and those of all that follow it */
export async function storiesOfChain(db: Kysely<Tables>, first: number): Promise<readonly number[]> {
  const followers = await db.selectFrom('story').select('id').where('follows', '=', first).execute();
  return [first, ...followers.map(({ id }) => id)];
}

export async function firstOfChain(db: Kysely<Tables>, storyId: number): Promise<number> {
  const story = await db
    .selectFrom('story')
    .select('follows')
    .where('id', '=', storyId)
    .executeTakeFirstOrThrow(() => new Error(`there is no story ${storyId}`));
  return story.follows ?? storyId;
}
