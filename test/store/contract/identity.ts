import { describe, expect, test } from 'vitest';
import { keysOf } from '../../../src/accept/identity.ts';
import type { Source } from '../../../src/domain.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  acceptance,
  draft,
  emptyPlace,
  incompressible,
  openSource,
  openWorkspace,
  smallTown,
  type OpenStore,
} from '../given.ts';

type SourceName = 'public A' | 'public B' | 'ours' | 'ours too' | 'theirs';

/** What was accepted before, what comes now, and whether that is the same article. */
const recognised: ReadonlyArray<
  [name: string, before: [SourceName, string[]], now: [SourceName, string[]], same: boolean]
> = [
  ['the same guid from the same source', ['public A', ['guid:1']], ['public A', ['guid:1']], true],
  ['the same guid from another source', ['public A', ['guid:1']], ['public B', ['guid:1']], false],
  ['the same path in another inbox', ['public A', ['path:a.txt']], ['public B', ['path:a.txt']], false],
  [
    'the same title in the same source',
    ['public A', ['title:t/2024-04-04']],
    ['public A', ['title:t/2024-04-04']],
    true,
  ],
  [
    'the same title at another source',
    ['public A', ['title:t/2024-04-04']],
    ['public B', ['title:t/2024-04-04']],
    false,
  ],
  ['the same URL from another source', ['public A', ['url:x']], ['public B', ['url:x']], true],
  ['the same file from another source', ['public A', ['sha256:x']], ['public B', ['sha256:x']], true],
  ['any one of several keys', ['public A', ['guid:1', 'url:x']], ['public A', ['guid:2', 'url:x']], true],
  ['no key in common', ['public A', ['guid:1', 'url:x']], ['public A', ['guid:2', 'url:y']], false],
  ['a public URL that comes privately', ['public A', ['url:x']], ['ours', ['url:x']], true],
  ['a private URL that comes publicly', ['ours', ['url:x']], ['public A', ['url:x']], false],
  ['a private URL from our other source', ['ours', ['url:x']], ['ours too', ['url:x']], true],
  ['a private URL of another workspace', ['theirs', ['url:x']], ['ours', ['url:x']], false],
];

export function identityContract(open: OpenStore): void {
  describe('is it the same article?', () => {
    test.each(recognised)('%s', async (_, before, now, same) => {
      const { store, sources } = await withSources(open);
      const first = await accept(store, sources[before[0]], before[1]);
      const second = await accept(store, sources[now[0]], now[1]);
      expect(first.kind).toBe('new');
      expect(second.kind).toBe(same ? 'known' : 'new');
      expect(second.article.id === first.article.id).toBe(same);
    });
  });

  test('the first key that is known decides', async () => {
    const { store, source } = await smallTown(open);
    const byGuid = await accept(store, source, ['guid:1']);
    const byUrl = await accept(store, source, ['url:x']);
    expect((await accept(store, source, ['url:x', 'guid:1'])).article.id).toBe(byUrl.article.id);
    expect((await accept(store, source, ['guid:1', 'url:x'])).article.id).toBe(byGuid.article.id);
    expect((await accept(store, source, ['url:x'])).article.id, 'and takes no key from another').toBe(
      byUrl.article.id,
    );
  });

  test("a workspace's own article goes before the public one of the same URL", async () => {
    const { store, sources } = await withSources(open);
    const own = await accept(store, sources['ours'], ['url:x']);
    await accept(store, sources['public A'], ['url:x']);
    expect((await accept(store, sources['ours too'], ['url:x'])).article.id).toBe(own.article.id);
  });

  test('a known article is found by the new keys with which it came again, the first stays the first', async () => {
    const { store, source } = await smallTown(open);
    const { article } = await accept(store, source, ['guid:1', 'url:x']);
    const again = await accept(store, source, ['guid:2', 'url:x', 'url:y']);
    expect(again.article.keys).toEqual(['guid:1', 'url:x', 'guid:2', 'url:y']);
    expect((await accept(store, source, ['url:y'])).article.id).toBe(article.id);
    expect((await store.articles.article(article.id))?.keys[0]).toBe('guid:1');
  });

  test('what a private source calls a public article stays between them', async () => {
    const { store, sources } = await withSources(open);
    const { article } = await accept(store, sources['public A'], ['url:x']);
    await accept(store, sources['ours'], ['url:x', 'guid:secret']);
    expect((await store.articles.article(article.id))?.keys).toEqual(['url:x']);
    expect((await accept(store, sources['ours'], ['guid:secret'])).article.id).toBe(article.id);
  });

  test('an article is found by any URL it came under, by those who may see it', async () => {
    const { store, sources, us, them } = await withSources(open);
    const { article } = await accept(store, sources['public A'], ['guid:1', 'url:x', 'url:y']);
    const { article: own } = await accept(store, sources['ours'], ['url:private']);
    await accept(store, sources['ours'], ['url:x', 'url:ours']);
    const find = async (workspaceId: number, url: string) =>
      (await store.articles.byUrl(workspaceId, url))?.id;
    for (const url of ['x', 'y']) expect(await find(them.id, url), url).toBe(article.id);
    expect(await find(us.id, 'ours'), 'as our source called it').toBe(article.id);
    expect(await find(us.id, 'private')).toBe(own.id);
    for (const url of ['private', 'ours', 'guid:1', '1', ''])
      expect(await find(them.id, url), url).toBeUndefined();
  });

  test('an article is known and found by an address and a guid of any length', async () => {
    const { store, sources, us } = await withSources(open);
    const url = `https://a.example/?${incompressible(7000)}`;
    const about = { title: 'News', text: '', outlet: incompressible(7000), publishedAt: 1 };
    const keys = keysOf({ ...about, entryKeys: [`guid:${incompressible(7000)}`], url });
    const { article } = await accept(store, sources['public A'], keys);
    expect(await accept(store, sources['public A'], keys.slice(0, 1))).toMatchObject({ kind: 'known' });
    expect(await store.articles.byUrl(us.id, url)).toMatchObject({ id: article.id });
  });

  test('links that are others at every look do not add up', async () => {
    const { store, sources } = await withSources(open);
    const linksOf = (name: string) => Array.from({ length: 30 }, (_, at) => `url:${name}${at}`);
    const knownOf = async (source: Source, keys: readonly string[]) =>
      (await store.articles.known(source.id, source.audience, keys, 10_000)).size;
    for (const name of ['public A', 'public B', 'ours'] as const) {
      for (const link of linksOf(name)) await accept(store, sources[name], [link, 'content:c']);
    }
    const { kind, article } = await accept(store, sources['public A'], ['content:c']);
    expect(kind).toBe('known');
    expect(article.keys).toHaveLength(40);
    for (const name of ['public A', 'public B', 'ours'] as const)
      expect(await knownOf(sources[name], linksOf(name)), name).toBeLessThanOrEqual(20);
  });

  test('what was seen lately needs no accepting: from this source, in words that are no news, under these keys', async () => {
    const { store, sources } = await withSources(open);
    const [a, b] = [sources['public A'], sources['public B']];
    const day = 24 * 3_600_000;
    const entry = (source: Source, keys: readonly string[], contentHash: string, now: number) => ({
      seen: { keys, contentHash, sourceId: source.id, audience: source.audience, now },
      accept: () => store.articles.accept(acceptance(source, { draft: draft({ keys, contentHash }), now })),
    });
    const look = async (...what: Parameters<typeof entry>) =>
      (await store.articles.seenLately(entry(...what).seen))?.id;

    expect(await look(a, ['url:x'], 'one', 1)).toBeUndefined();
    const { article } = await entry(a, ['url:x'], 'one', 1).accept();
    expect(await look(a, ['url:x'], 'one', 1)).toBe(article.id);
    expect(await look(b, ['url:x'], 'one', 1), 'another source').toBeUndefined();
    expect(await look(a, ['url:x', 'guid:1'], 'one', 1), 'another key').toBeUndefined();
    expect(await look(a, ['url:x'], 'two', 1), 'other words').toBeUndefined();
    await entry(a, ['url:x'], 'two', 2).accept();
    await entry(b, ['url:x', 'guid:1'], 'three', 3).accept();
    expect(await look(a, ['url:x'], 'one', 4), 'as it was before').toBe(article.id);
    expect(await look(b, ['url:x', 'guid:1'], 'four', 4), 'not its own to revise').toBe(article.id);
    expect(await look(a, ['url:x'], 'two', day + 1)).toBe(article.id);
    expect(await look(a, ['url:x'], 'two', day + 2), 'a day later').toBeUndefined();
    expect(await entry(a, ['url:x'], 'two', day + 2).accept()).toMatchObject({ kind: 'known' });
    expect(await look(a, ['url:x'], 'two', 2 * day)).toBe(article.id);
  });

  test('what is both private and public is found as the own one', async () => {
    const { store, sources, us, them } = await withSources(open);
    const { article: own } = await accept(store, sources['ours'], ['url:x']);
    const { article: shared } = await accept(store, sources['public A'], ['url:x']);
    expect(await store.articles.byUrl(us.id, 'x')).toMatchObject({ id: own.id });
    expect(await store.articles.byUrl(them.id, 'x')).toMatchObject({ id: shared.id });
  });

  test('known keys are told by source and audience', async () => {
    const { store, sources } = await withSources(open);
    const [a, b, ours, theirs] = [
      sources['public A'],
      sources['public B'],
      sources['ours'],
      sources['theirs'],
    ];
    await accept(store, a, ['guid:1', 'url:public']);
    await accept(store, ours, ['guid:2', 'url:private']);
    const keys = ['guid:1', 'guid:2', 'url:public', 'url:private', 'url:new'];
    const known = async (source: Source) =>
      [...(await store.articles.known(source.id, source.audience, keys, 9))].toSorted();
    expect(await known(a)).toEqual(['guid:1', 'url:public']);
    expect(await known(b)).toEqual(['url:public']);
    expect(await known(ours)).toEqual(['guid:2', 'url:private', 'url:public']);
    expect(await known(theirs)).toEqual(['url:public']);
    expect(await store.articles.known(a.id, 0, [], 9)).toEqual(new Set());
  });

  test('a feed of ten thousand entries can ask for all its keys', async () => {
    const { store, source } = await smallTown(open);
    await accept(store, source, ['guid:9999']);
    const keys = Array.from({ length: 10_000 }, (_, at) => `guid:${at}`);
    const now = 100 * 24 * 3_600_000;
    expect(await store.articles.known(source.id, 0, keys, now)).toEqual(new Set(['guid:9999']));
  });

  test('of the same article from many sources at once, one is new', async () => {
    const { store } = await emptyPlace(open);
    const urls = ['a', 'b', 'c', 'd', 'e', 'f'];
    const sources = await Promise.all(urls.map((name) => openSource(store, `https://${name}.example/`)));
    const accepted = await Promise.all(sources.map((source) => accept(store, source, ['url:x'])));
    expect(accepted.filter(({ kind }) => kind === 'new')).toHaveLength(1);
    expect(new Set(accepted.map(({ article }) => article.id)).size).toBe(1);
  });
}

function accept(store: Store, source: Source, keys: readonly string[]) {
  return store.articles.accept(acceptance(source, { draft: draft({ keys, contentHash: 'same' }) }));
}

async function withSources(open: OpenStore) {
  const { store } = await emptyPlace(open);
  const [us, them] = [await openWorkspace(store, 'T1'), await openWorkspace(store, 'T2')];
  const sources: Record<SourceName, Source> = {
    'public A': await openSource(store, 'https://a.example/'),
    'public B': await openSource(store, 'https://b.example/'),
    ours: await openSource(store, 'https://private.example/?token=1', us.id),
    'ours too': await openSource(store, 'https://private.example/?token=2', us.id),
    theirs: await openSource(store, 'https://private.example/?token=3', them.id),
  };
  return { store, sources, us, them };
}
