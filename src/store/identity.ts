/** The keys by which an article is recognised, and where each of them holds. */
import { oneOf, type Work } from './traits.ts';

/** A guid or path is unique at its source, if that; a title on a day only there means one article. */
const sourceScoped = /^(guid|path|title):/;

/** Where a key holds. */
interface Place {
  readonly sourceId: number;
  /** 0 = public. */
  readonly audience: number;
}

export function holdsWithinSource(key: string): boolean {
  return sourceScoped.test(key);
}

/** Every scope in which these keys may be found. */
export function scopesOf({ sourceId, audience }: Place): readonly string[] {
  return [...new Set([`source:${sourceId}`, `audience:${audience}`, 'audience:0'])];
}

function scopeOf(key: string, { sourceId, audience }: Place): string {
  return holdsWithinSource(key) ? `source:${sourceId}` : `audience:${audience}`;
}

/** @returns the article that the first known key points to; the place's own audience goes before the public one. */
export async function findByKeys(
  { trx, traits }: Work,
  keys: readonly string[],
  place: Place,
): Promise<number | undefined> {
  const rows = await trx
    .selectFrom('entry_key')
    .select(['key', 'scope', 'article_id'])
    .where('key', 'in', oneOf(traits, keys))
    .where('scope', 'in', scopesOf(place))
    .execute();
  for (const key of keys) {
    const held = rows.filter((row) => row.key === key);
    const hit = held.find((row) => row.scope === scopeOf(key, place)) ?? held[0];
    if (hit !== undefined) return hit.article_id;
  }
  return undefined;
}

/** Lets an article be found by these keys too; one that is known already goes on pointing to where it did. */
export async function rememberKeys(
  { trx }: Work,
  keys: readonly string[],
  place: Place,
  articleId: number,
  now: number,
): Promise<void> {
  const rows = [...new Set(keys)].map((key) => ({
    key,
    scope: scopeOf(key, place),
    article_id: articleId,
    last_seen_at: now,
  }));
  await trx
    .insertInto('entry_key')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['key', 'scope']).doUpdateSet({ last_seen_at: now }))
    .execute();
}
