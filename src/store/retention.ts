/** Letting go of what is old, a little at a time. What each step may not touch is said where it is done. */
import { forgetOver } from './candidates.ts';
import { holdCounter } from './counter.ts';
import type { Limits, PruneCursor, Pruned, PruneStep, Retention } from './port/retention.ts';
import { pruneKeys } from './prune-keys.ts';
import { pruneCrossposts, pruneEvents, pruneNotices, prunePosts, pruneRevisions } from './prune-leftovers.ts';
import { pruneStories } from './prune-stories.ts';
import { transact, type Database, type Work } from './traits.ts';

const dayMs = 24 * 60 * 60_000;
/** Between two passes no more than this is believed to have gone by. More than a day: what lags behind catches up. */
const believedMs = 2 * dayMs;

const steps: Readonly<
  Record<PruneStep, (work: Work, limits: Limits, after: PruneCursor | undefined) => Promise<Pruned>>
> = {
  traits: pruneTraits,
  stories: pruneStories,
  terms: tidyTerms,
  revisions: pruneRevisions,
  notices: pruneNotices,
  posts: prunePosts,
  crossposts: pruneCrossposts,
  events: pruneEvents,
  keys: pruneKeys,
};

export function retention(database: Database): Retention {
  return {
    begin: (now) => transact(database, (work) => begin(work, now)),
    prune: (step, limits, after) =>
      transact(database, async (work) => {
        // Nothing is accepted meanwhile, nor is anything let go by another process.
        await holdCounter(work, 'article');
        return steps[step](work, limits, after);
      }),
  };
}

/**
 * A machine may start with a clock that is years ahead. The time is believed to be what it was at the last pass and two
 * days; and at least that of the oldest article that has a text, before which there is nothing to lose.
 */
async function begin(work: Work, now: number): Promise<number | undefined> {
  await holdCounter(work, 'article');
  const { trx } = work;
  const last = await trx.selectFrom('pruning').selectAll().where('id', '=', 1).executeTakeFirst();
  if (last !== undefined && last.begun_at <= now && now < last.begun_at + dayMs) return undefined;
  const oldest = await trx
    .selectFrom('article')
    .select('text_at')
    .where('text_at', 'is not', null)
    .orderBy('text_at')
    .limit(1)
    .executeTakeFirst();
  const sure = Math.max(last?.as_of ?? 0, oldest?.text_at ?? now);
  const pass = { begun_at: now, as_of: Math.min(now, sure + believedMs) };
  await trx
    .insertInto('pruning')
    .values({ id: 1, ...pass })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(pass))
    .execute();
  return pass.as_of;
}

async function tidyTerms({ trx, traits }: Work): Promise<Pruned> {
  return { gone: {}, ...((await traits.terms.tidy(trx)) && { next: [] }) };
}

/** They go while stories come (`candidates.ts`); where none comes any more they are seen to before their story goes. */
async function pruneTraits(work: Work, { asOf }: Limits): Promise<Pruned> {
  const looked = await forgetOver(work, asOf);
  return { gone: {}, ...(looked > 0 && { next: [] }) };
}
