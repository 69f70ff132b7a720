/** What is watched, as the people of a workspace may change it. */
import type { Source } from '../domain.ts';
import { UserError } from '../errors.ts';
import { shownUrl } from '../watch/shown-url.ts';
import { numberIn } from './number-in.ts';
import type { Scope } from './scope.ts';
import { echoLength, shorten } from './shorten.ts';

/** A feed that is watched already comes back as it is. A new one is for `firstLook`, or looked at within a minute. */
export async function addSource(typed: string, scope: Scope): Promise<Source> {
  const { store, channel, person, mistakes } = scope;
  if (!person.manages) throw new UserError(mistakes.mayNotChangeSources);
  const url = webAddressIn(typed);
  if (url === undefined) throw new UserError(mistakes.noUrl(shorten(typed, echoLength)));
  const there = (await store.sources.list(channel.workspaceId)).find((source) => source.url === url.href);
  if (there !== undefined) return there;
  return store.sources.open({
    audience: audienceOf(url, scope),
    kind: 'feed',
    url: url.href,
    title: url.host,
    intervalMs: scope.pollIntervalMs,
    byPerson: true,
  });
}

/** By its number in the list, its URL or its title. */
export async function removeSource(what: string, scope: Scope): Promise<Source | undefined> {
  const { store, channel, person, mistakes } = scope;
  if (!person.manages) throw new UserError(mistakes.mayNotChangeSources);
  const source = findIn(await store.sources.list(channel.workspaceId), what.trim());
  if (source === undefined) return undefined;
  if (source.kind === 'inbox') throw new UserError(mistakes.inboxStays);
  if (source.audience === 0 && channel.platform !== 'local')
    throw new UserError(mistakes.publicStays(source.title));
  await store.sources.remove(source.id);
  return source;
}

/** Where it is, without what may protect it. */
export function shownAddress({ kind, url }: Source): string {
  return kind === 'inbox' ? url : shownUrl(url);
}

/**
 * Only whoever runs the bot (the local workspace) makes a source public, and only if nothing in its address could be
 * all that protects it: a token in a query or path, a name and password.
 */
function audienceOf(url: URL, { channel }: Scope): number {
  const open = url.username === '' && url.password === '' && !shownUrl(url.href).includes('…');
  return channel.platform === 'local' && open ? 0 : channel.workspaceId;
}

/** People leave out "https://" and read "feed://" in their browser. */
function webAddressIn(typed: string): URL | undefined {
  const address = typed
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:/i, 'https:');
  const url = URL.parse(address.includes('://') ? address : `https://${address}`);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const named = url.hostname.includes('.') || url.hostname.startsWith('[') || url.hostname === 'localhost';
  if (!named || /\s/.test(address)) return undefined;
  url.hash = '';
  return url;
}

function findIn(sources: readonly Source[], what: string): Source | undefined {
  const number = numberIn(what);
  if (number !== undefined) return sources[number - 1];
  const url = webAddressIn(what)?.href;
  const title = what.toLowerCase();
  return sources.find(
    (source) => source.url === url || source.url === what || source.title.toLowerCase() === title,
  );
}
