/** Which stories a new article may be of: the newest, and of the last 72 hours those that share most with it. */
import { sql, type Selectable } from 'kysely';
import type { Spread, StorySketch } from '../domain.ts';
import { fromJson } from './json.ts';
import type { Tables } from './schema.ts';
import type { Acceptance } from './port/articles.ts';
import { oneOfNumbers, type Work } from './traits.ts';

/** A story older than this is over; an article on the same event opens another one. */
export const storyAgeMs = 72 * 60 * 60_000;

const newestStories = 100;
/** An event's own story is among the first few; each more costs as much as one of the newest. */
const sharingStories = 50;
/** Of the stories that share a hash, this many are read, the newest. What more have tells little. */
const readPerHash = 200;
/** `readPerHash` is a twentieth of it, which is as common as anything can be. */
export const mostCounted = 4_000;

export interface Candidates {
  readonly stories: readonly Candidate[];
  readonly spread: Spread;
}

export interface Candidate extends StorySketch {
  readonly key: string;
  readonly follows: number | null;
}

type Asking = Pick<Acceptance, 'audience' | 'now'> & {
  readonly sketched: Pick<Acceptance['sketched'], 'telling'>;
};

export async function candidatesFor(work: Work, asking: Asking): Promise<Candidates> {
  const newest = await newestOf(work, asking);
  // All there are, most likely: there is nothing to look for.
  if (newest.length < newestStories)
    return { stories: newest, spread: { newest: newest.length, stories: newest.length, having: new Map() } };
  const { stories, sharing } = await storiesByHash(work, asking);
  const seen = new Set(newest.map(({ storyId }) => storyId));
  const best = mostTelling(sharing, seen, sharingStories);
  return {
    stories: [...newest, ...(await storiesById(work, asking, best))],
    spread: {
      newest: newest.length,
      stories: Math.max(stories, newest.length),
      having: new Map([...sharing].map(([hash, ids]) => [hash, ids.length])),
    },
  };
}

/** What later articles find a new story by. What has become too old for that makes room. */
export async function keepTelling(
  { trx, traits }: Work,
  storyId: number,
  { audience, now, sketched: { telling } }: Asking,
): Promise<void> {
  const hashes = [...new Set(telling)];
  const numberOf = (value: unknown) => sql`cast(${value} as ${sql.raw(traits.integer)})`;
  if (hashes.length > 0)
    await sql`insert into story_trait (hash, audience, story_id, at)
      select value, ${numberOf(audience)}, ${numberOf(storyId)}, ${numberOf(now)}
      from ${traits.eachNumber(hashes)}`.execute(trx);
  if (storyId % storiesBetween === 0) await forgetOver({ trx, traits }, now);
}

/** A statement for each story would cost as much as the rest. */
const storiesBetween = 16;
/** More than so many stories bring, with those that are looked at again; so nothing is left behind. */
const lookedAtOnce = 2_000;

/**
 * What stories that are over were found by and compared with. Those that go on are looked at again 72 h later.
 * @returns how many rows were looked at; there may be more
 */
export async function forgetOver({ trx, traits }: Work, now: number): Promise<number> {
  const over = now - storyAgeMs;
  const oldest = await trx
    .selectFrom('story_trait')
    .select(['at', 'story_id'])
    .where('at', '<', over)
    .orderBy('at')
    .limit(lookedAtOnce)
    .execute();
  if (oldest.length === 0) return 0;
  const looked = oneOfNumbers(traits, [...new Set(oldest.map((row) => row.story_id))]);
  const ended = await trx
    .updateTable('story')
    .set({ sketch: '[]' })
    .where('id', 'in', looked)
    .where('last_at', '<', over)
    .returning('id')
    .execute();
  const since = oneOfNumbers(traits, [...new Set(oldest.map(({ at }) => at))]);
  const endedIds = oneOfNumbers(
    traits,
    ended.map(({ id }) => id),
  );
  await trx.deleteFrom('story_trait').where('at', 'in', since).where('story_id', 'in', endedIds).execute();
  await trx
    .updateTable('story_trait')
    .from('story')
    .set((eb) => ({ at: eb.ref('last_at') }))
    .whereRef('story.id', '=', 'story_id')
    .where('at', 'in', since)
    .where('story_id', 'in', looked)
    .execute();
  return oldest.length;
}

async function newestOf({ trx }: Work, { audience, now }: Asking): Promise<readonly Candidate[]> {
  const rows: StoryRow[] = [];
  // One index range for each audience: both at once would have to be sorted.
  for (const each of audiencesFor(audience)) {
    rows.push(
      ...(await trx
        .selectFrom('story')
        .select(shown)
        .where('audience', '=', each)
        .where('last_at', '>=', now - storyAgeMs)
        .orderBy('last_at', 'desc')
        .orderBy('id', 'desc')
        .limit(newestStories)
        .execute()),
    );
  }
  return rows
    .toSorted((a, b) => b.last_at - a.last_at || b.id - a.id)
    .slice(0, newestStories)
    .map(candidateOf);
}

function audiencesFor(audience: number): ReadonlySet<number> {
  return new Set([audience, 0]);
}

const shown = ['id', 'key', 'language', 'last_at', 'sketch', 'follows'] as const;

type StoryRow = Pick<Selectable<Tables['story']>, (typeof shown)[number]>;

function candidateOf(row: StoryRow): Candidate {
  const { id: storyId, key, language, last_at: lastAt, follows } = row;
  return { storyId, key, language, lastAt, follows, sketch: fromJson<number[]>(row.sketch) };
}

/** For each hash, the newest stories that have it; and how many recent ones there are. */
async function storiesByHash(
  { trx, traits }: Work,
  { audience, now, sketched: { telling } }: Asking,
): Promise<{ readonly stories: number; readonly sharing: ReadonlyMap<number, readonly number[]> }> {
  const sharing = new Map(telling.map((hash): [number, readonly number[]] => [hash, []]));
  let stories = 0;
  for (const each of audiencesFor(audience)) {
    const { rows } = await sql<{ hash: number; ids: string | null; stories: number }>`select hash,
      (select string_agg(cast(story_id as text), ',') from
        (select story_id from story_trait where hash = asked.hash and audience = ${each}
          order by story_id desc limit ${readPerHash}) as newest) as ids,
      (select count(*) from
        (select id from story where audience = ${each} and last_at >= ${now - storyAgeMs}
          limit ${mostCounted}) as recent) as stories
      from (select value as hash from ${traits.eachNumber([...sharing.keys()])}) as asked`.execute(trx);
    stories += rows[0]?.stories ?? 0;
    for (const { hash, ids } of rows)
      if (ids !== null) sharing.set(hash, [...(sharing.get(hash) ?? []), ...ids.split(',').map(Number)]);
  }
  return { stories: Math.min(stories, mostCounted), sharing };
}

/** @returns the stories that share most, a hash telling the less the more stories have it */
export function mostTelling(
  byHash: ReadonlyMap<number, readonly number[]>,
  except: ReadonlySet<number>,
  limit: number,
): readonly number[] {
  const shared = new Map<number, number>();
  for (const stories of byHash.values()) {
    const telling = Math.log(1 + readPerHash / stories.length);
    for (const id of stories) if (!except.has(id)) shared.set(id, (shared.get(id) ?? 0) + telling);
  }
  return [...shared]
    .toSorted(([a, least], [b, most]) => most - least || b - a)
    .slice(0, limit)
    .map(([id]) => id);
}

/** Those of them that are recent, in this order. */
export async function storiesById(
  { trx, traits }: Work,
  { now }: Pick<Asking, 'now'>,
  ids: readonly number[],
): Promise<readonly Candidate[]> {
  if (ids.length === 0) return [];
  const rows = await trx
    .selectFrom('story')
    .select(shown)
    .where('id', 'in', oneOfNumbers(traits, ids))
    .where('last_at', '>=', now - storyAgeMs)
    .execute();
  const place = new Map(ids.map((id, at) => [id, at]));
  return rows.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0)).map(candidateOf);
}
