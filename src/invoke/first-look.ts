/** What a source that was just added shows, told to whoever added it. */
import type { Source } from '../domain.ts';
import { shownUrl } from '../watch/shown-url.ts';
import type { Scope } from './scope.ts';
import { echoLength, shorten } from './shorten.ts';

export type FirstLook =
  | {
      readonly kind: 'read';
      readonly title: string;
      readonly entries: number;
      readonly newestAt?: number | undefined;
      /** The web page that was given, and the feed that it names, as they may be shown. */
      readonly named?: { readonly page: string; readonly feed: string } | undefined;
    }
  /** It is watched all the same: what is wrong may be mended, and then it rings without being added again. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** It leads to a feed that is watched: the source is removed again. */
  | { readonly kind: 'already'; readonly title: string }
  /** It takes longer than somebody should wait. */
  | { readonly kind: 'not yet' };

export async function firstLook(source: Source, { store, channel, look }: Scope): Promise<FirstLook> {
  const found = await look(source.id);
  if (found === undefined) return { kind: 'not yet' };
  if (found.kind === 'failed') return found;
  const { title, entries, newestAt, movedTo, named } = found;
  const watched = movedTo === undefined ? [] : await store.sources.list(channel.workspaceId);
  const twin = watched.find(({ id, url }) => id !== source.id && url === movedTo);
  if (twin !== undefined) {
    await store.sources.remove(source.id);
    return { kind: 'already', title: twin.title };
  }
  const feed = named && movedTo !== undefined ? shownUrl(movedTo) : undefined;
  return {
    kind: 'read',
    title: shorten(title, echoLength),
    entries,
    newestAt,
    named: feed === undefined ? undefined : { page: shownUrl(source.url), feed },
  };
}
