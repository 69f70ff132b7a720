/** What entries have in common that a source shows side by side: that tells none of them from the others. */
import type { Entry, Shared } from '../domain.ts';
import { canonicalUrl, pageOf } from './canonical-url.ts';
import { folded } from './identity.ts';

/**
 * @param entries of one look at a source
 * @param sourceUrl what their relative URLs are relative to, if they name nothing nearer
 */
export function withShared(entries: readonly Entry[], sourceUrl: string | undefined): readonly Entry[] {
  const looked = entries.map((entry) => lookAt(entry, sourceUrl));
  const addresses = sharedBy(looked, ({ address }) => address);
  const pages = sharedBy(looked, ({ page }) => page);
  const titles = sharedBy(looked, ({ title }) => title);
  const words = sharedBy(
    looked.filter((one) => titles.has(one)),
    ({ title, entry }) => `${title}\n${folded(entry.text)}`,
  );
  return looked.map((one) => {
    const shared = new Set<Shared>();
    // The page itself is no place on it.
    if (addresses.has(one) || (pages.has(one) && one.address === one.page)) shared.add('address');
    if (pages.has(one)) shared.add('page');
    if (titles.has(one)) shared.add('title');
    if (words.has(one)) shared.add('words');
    return shared.size === 0 ? one.entry : { ...one.entry, shared };
  });
}

interface Looked {
  readonly entry: Entry;
  readonly address: string | undefined;
  readonly page: string | undefined;
  readonly title: string;
  /** Some feeds list an entry twice, under two ids or at two addresses: both are alike in this. */
  readonly self: string;
}

/** Who has no title is called by the beginning of its text. */
const longestTitle = 200;

function lookAt(entry: Entry, sourceUrl: string | undefined): Looked {
  const address = entry.url === undefined ? undefined : canonicalUrl(entry.url, entry.baseUrl ?? sourceUrl);
  const { title = '', text, published } = entry;
  const self = published === undefined ? [address, title, text] : [published, text === '' ? title : text];
  return {
    entry,
    address,
    page: address === undefined ? undefined : (pageOf(address) ?? address),
    title: folded(title === '' ? text.slice(0, longestTitle) : title),
    self: JSON.stringify(self),
  };
}

function sharedBy(
  looked: readonly Looked[],
  valueOf: (one: Looked) => string | undefined,
): ReadonlySet<Looked> {
  const groups = Map.groupBy(looked, (one) => valueOf(one) ?? '');
  groups.delete('');
  return new Set([...groups.values()].filter(areSeveral).flat());
}

function areSeveral(group: readonly Looked[]): boolean {
  const [first] = group;
  return (
    first !== undefined &&
    group.some(({ self, entry }) => self !== first.self && entry.keys[0] !== first.entry.keys[0])
  );
}
