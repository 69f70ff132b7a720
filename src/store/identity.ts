/** The keys by which an article is recognised, and where each of them holds. */
import { sharedKey } from '../accept/identity.ts';
import { oneOf, type Reading, type Work } from './traits.ts';

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

/** Keys are kept for months after they were last seen; a day more or less is not worth a write at every poll. */
export const seenAgainMs = 24 * 60 * 60_000;

/** A key that is known. */
export interface KeyHit {
  readonly key: string;
  readonly articleId: number;
  readonly seenAt: number;
}

export interface KnownKeys {
  /** In the order of the keys; the place's own audience goes before the public one. */
  readonly hits: readonly KeyHit[];
  /** Those of the keys that are an address of several articles. */
  readonly shared: ReadonlySet<string>;
  /** Those that are not written here yet, each once. */
  readonly missing: readonly string[];
  /** Those that were last seen long ago. */
  readonly stale: readonly string[];
}

export async function lookUpKeys(
  { trx, traits }: Reading,
  keys: readonly string[],
  place: Place,
  now: number,
): Promise<KnownKeys> {
  const addresses = keys.filter((key) => key.startsWith('url:'));
  const rows = await trx
    .selectFrom('entry_key')
    .select(['key', 'scope', 'article_id', 'last_seen_at'])
    .where('key', 'in', oneOf(traits, [...keys, ...addresses.map(sharedKey)]))
    .where('scope', 'in', scopesOf(place))
    .execute();
  const isHere = (row: { readonly key: string; readonly scope: string }) =>
    row.scope === scopeOf(row.key, place);
  const here = new Map(rows.filter(isHere).map((row) => [row.key, row]));
  const known = Map.groupBy(
    rows.toSorted((a, b) => Number(isHere(b)) - Number(isHere(a))),
    ({ key }) => key,
  );
  return {
    hits: keys.flatMap((key) =>
      (known.get(key) ?? []).map((row) => {
        return { key, articleId: row.article_id, seenAt: row.last_seen_at };
      }),
    ),
    shared: new Set(addresses.filter((key) => known.has(sharedKey(key)))),
    missing: [...new Set(keys)].filter((key) => !here.has(key)),
    stale: [...here.values()].filter((row) => row.last_seen_at < now - seenAgainMs).map((row) => row.key),
  };
}

/**
 * Lets an article be found by these keys too; one that is known already goes on pointing to where it did.
 * @param takes a new article is found by all of its keys: an older one that has them too is told by others
 */
export async function rememberKeys(
  { trx }: Work,
  keys: readonly string[],
  place: Place,
  articleId: number,
  now: number,
  takes?: 'takes them',
): Promise<void> {
  const rows = [...new Set(keys)].map((key) => ({
    key,
    scope: scopeOf(key, place),
    article_id: articleId,
    last_seen_at: now,
  }));
  if (rows.length === 0) return;
  await trx
    .insertInto('entry_key')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['key', 'scope'])
        .doUpdateSet({ last_seen_at: now, ...(takes && { article_id: articleId }) }),
    )
    .execute();
}
