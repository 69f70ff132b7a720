/**
 * What a workspace's own source tells first, others tell later. No public article joins a private story, for others would
 * miss it: its own story is linked instead, and for that workspace the two are one (`as-one.ts`).
 */
import { sql } from 'kysely';
import { chooserFor } from '../accept/story.ts';
import type { SameStory } from '../domain.ts';
import { type Candidates, mostCounted, mostTelling, storiesById, storyAgeMs } from './candidates.ts';
import type { Acceptance } from './port/articles.ts';
import { oneOfNumbers, type Work } from './traits.ts';

/** Of the private stories that share a hash, this many are read, the newest; and in all, of those that share most. */
const privatePerHash = 500;
const mostPrivate = 500;

/**
 * Chooses for a public article among each workspace's own stories, as if it were that workspace's own. A public story that
 * is linked for a workspace stays with that link.
 * @param storyId the public story that it is of
 * @param candidates the public stories that it was compared with
 * @returns whether some workspace was told of it before, as far as was not known yet
 */
export async function linkStory(
  work: Work,
  storyId: number,
  acceptance: Acceptance,
  { stories: sample, spread }: Candidates,
): Promise<boolean> {
  const { now, sketched, draft } = acceptance;
  const sharing = await privateSharing(work, sketched.telling);
  if (sharing.length === 0) return false;
  const audienceOf = new Map(sharing.map((one) => [one.storyId, one.audience]));
  const byHash = Map.groupBy(sharing, ({ hash }) => hash);
  const nearest = mostTelling(
    new Map([...byHash].map(([hash, its]) => [hash, its.map((one) => one.storyId)])),
    new Set(),
    mostPrivate,
  );
  const own = Map.groupBy(await storiesById(work, acceptance, nearest), (story) =>
    Number(audienceOf.get(story.storyId)),
  );
  for (const audience of await linkedFor(work, storyId)) own.delete(audience);

  const recent = await recentStories(work, [...own.keys()], now);
  const sharingIn = Map.groupBy(sharing, ({ audience }) => audience);
  const choose = chooserFor({ ...sketched, language: draft.language }, sample.slice(0, spread.newest));
  const links = [...own].flatMap(([audience, stories]): readonly Link[] => {
    const having = new Map(spread.having);
    for (const { hash } of sharingIn.get(audience) ?? []) having.set(hash, (having.get(hash) ?? 0) + 1);
    const among = Math.min(spread.stories + (recent.get(audience) ?? 0), mostCounted);
    const choice = choose(stories, { stories: among, having });
    return choice?.kind === 'joins' ? [{ audience, ownId: choice.storyId, reason: choice.reason }] : [];
  });
  await link(work, storyId, links);
  return links.length > 0;
}

interface Sharing {
  readonly hash: number;
  readonly storyId: number;
  readonly audience: number;
}

/** The newest private stories that have one of these hashes; where nobody has a source of their own, it costs next to nothing. */
async function privateSharing(
  { trx, traits }: Work,
  telling: readonly number[],
): Promise<readonly Sharing[]> {
  if (telling.length === 0) return [];
  const { rows } = await sql<{ hash: number; found: string | null }>`select hash,
    (select string_agg(cast(story_id as text) || ' ' || cast(audience as text), ',') from
      (select story_id, audience from story_trait where hash = asked.hash and audience > 0
        order by story_id desc limit ${privatePerHash}) as newest) as found
    from (select value as hash from ${traits.eachNumber(telling)}) as asked`.execute(trx);
  return rows.flatMap(({ hash, found }) =>
    found === null
      ? []
      : found.split(',').map((pair) => {
          const [storyId = 0, audience = 0] = pair.split(' ').map(Number);
          return { hash, storyId, audience };
        }),
  );
}

async function linkedFor({ trx }: Work, storyId: number): Promise<readonly number[]> {
  const rows = await trx
    .selectFrom('story_link')
    .select('audience')
    .where('story_id', '=', storyId)
    .execute();
  return rows.map(({ audience }) => audience);
}

/** How many each audience has of its own. */
async function recentStories(
  { trx, traits }: Work,
  audiences: readonly number[],
  now: number,
): Promise<ReadonlyMap<number, number>> {
  const rows = await trx
    .selectFrom('story')
    .select((eb) => ['audience', eb.cast<number>(eb.fn.countAll(), 'integer').as('stories')])
    .where('audience', 'in', oneOfNumbers(traits, audiences))
    .where('last_at', '>=', now - storyAgeMs)
    .groupBy('audience')
    .execute();
  return new Map(rows.map(({ audience, stories }) => [audience, stories]));
}

interface Link {
  readonly audience: number;
  readonly ownId: number;
  readonly reason: SameStory;
}

async function link({ trx }: Work, storyId: number, links: readonly Link[]): Promise<void> {
  const rows = links.map(({ audience, ownId, reason }) => {
    return { story_id: storyId, audience, own_id: ownId, reason: JSON.stringify(reason) };
  });
  if (rows.length > 0) await trx.insertInto('story_link').values(rows).execute();
}
