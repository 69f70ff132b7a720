import { describe, expect, test } from 'vitest';
import type { Article, Source } from '../../../src/domain.ts';
import type { Acceptance } from '../../../src/store/port/articles.ts';
import {
  acceptance,
  draft,
  matched,
  openSource,
  openWorkspace,
  smallTown,
  type OpenStore,
  joining,
  ring,
  sketchOfText,
} from '../given.ts';

export function articlesContract(open: OpenStore): void {
  test('an article is kept as it was drafted', async () => {
    const { store, source } = await smallTown(open);
    const full = draft({
      keys: ['guid:1', 'url:x'],
      url: 'https://a.example/x?y=é',
      title: 'Été “à la” 東京 🎉',
      text: 'One.\n\nTwo.',
      author: 'Ann',
      tags: ['Cloud', 'Économie'],
      image: 'https://a.example/x.png',
      language: 'fr',
      publishedAt: 1_712_224_800_000,
    });
    const { kind, article } = await store.articles.accept(acceptance(source, { draft: full, now: 7 }));
    expect(kind).toBe('new');
    expect(article).toEqual({
      ...full,
      id: article.id,
      audience: 0,
      sourceId: source.id,
      storyId: article.storyId,
      storyKey: `guid:1 ${source.url}`,
      revision: 1,
      acceptedAt: 7,
      alertable: true,
      rings: [{ audience: 0, no: article.id }],
    });
    expect(await store.articles.article(article.id)).toEqual(article);
    expect(await store.articles.article(404)).toBeUndefined();
  });

  test('numbers count up in the order of acceptance', async () => {
    const { store, source } = await smallTown(open);
    const accepted = await Promise.all(
      Array.from({ length: 10 }, () => store.articles.accept(acceptance(source))),
    );
    expect(accepted.map(({ article }) => article.id).toSorted((a, b) => a - b)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
  });

  test('it is due until it is matched; a silent baseline never is', async () => {
    const { store, source } = await smallTown(open);
    const first = await store.articles.accept(acceptance(source));
    await store.articles.accept(acceptance(source, { alertable: false }));
    const third = await store.articles.accept(acceptance(source));
    expect(await store.articles.due(10)).toEqual([first.article, third.article]);
    expect(await store.articles.due(1)).toEqual([first.article]);
    await ring(store, matched(first.article, []));
    expect(await store.articles.due(10)).toEqual([third.article]);
  });

  revisions(open);
  stories(open);
  searching(open);
}

function revisions(open: OpenStore): void {
  const says = (title: string, changes: Partial<Acceptance> = {}) => ({
    draft: draft({ keys: ['url:x'], title, text: '', contentHash: title }),
    ...changes,
  });

  test('its own source may revise it: all that is shown of it changes but its day, identity does not, and it is due again', async () => {
    const { store, source } = await smallTown(open);
    const { article } = await store.articles.accept(acceptance(source, says('First')));
    await ring(store, matched(article, []));
    const again = draft({
      keys: ['url:x'],
      title: 'Second',
      text: 'New',
      url: 'https://a.example/second',
      language: 'de',
      outlet: 'B Times',
      image: 'i',
      author: 'B',
      contentHash: '2',
      publishedAt: 5,
    });
    const revised = await store.articles.accept(acceptance(source, { draft: again, now: 99_999 }));
    expect(revised).toEqual({
      kind: 'revised',
      article: {
        ...article,
        revision: 2,
        title: 'Second',
        text: 'New',
        url: 'https://a.example/second',
        language: 'de',
        outlet: 'B Times',
        image: 'i',
        author: 'B',
        contentHash: '2',
      },
    });
    expect(await store.articles.due(10)).toEqual([revised.article]);
  });

  test('a revision that comes without an address leaves it the one it had', async () => {
    const { store, source } = await smallTown(open);
    const url = 'https://a.example/first';
    const first = draft({ keys: ['guid:1'], url });
    await store.articles.accept(acceptance(source, { draft: first }));
    const revised = await store.articles.accept(acceptance(source, { draft: draft({ keys: ['guid:1'] }) }));
    expect(revised).toMatchObject({ kind: 'revised', article: { url } });
  });

  test('a baseline article that is revised does not ring either', async () => {
    const { store, source } = await smallTown(open);
    await store.articles.accept(acceptance(source, says('First', { alertable: false })));
    expect(await store.articles.accept(acceptance(source, says('Second')))).toMatchObject({
      kind: 'revised',
      article: { alertable: false },
    });
    expect(await store.articles.due(10)).toEqual([]);
  });

  test('another source that tells it differently changes nothing', async () => {
    const { store, source } = await smallTown(open);
    const other = await openSource(store, 'https://b.example/feed');
    const { article } = await store.articles.accept(acceptance(source, says('First')));
    const elsewhere = await store.articles.accept(acceptance(other, says('Second')));
    expect(elsewhere).toEqual({ kind: 'known', article });
  });

  test('what it has said before is no news, however often it comes back', async () => {
    const { store, source } = await smallTown(open);
    const kinds = [];
    for (const title of ['First', 'Second', 'First', 'Second', 'Third', 'First']) {
      kinds.push((await store.articles.accept(acceptance(source, says(title)))).kind);
    }
    expect(kinds).toEqual(['new', 'revised', 'known', 'known', 'revised', 'known']);
    expect((await store.articles.due(10))[0]).toMatchObject({ title: 'Third', revision: 3 });
  });

  test('a revision that comes while its article is being matched stays due', async () => {
    const { store, source } = await smallTown(open);
    const { article } = await store.articles.accept(acceptance(source, says('First')));
    const { article: second } = await store.articles.accept(acceptance(source, says('Second')));
    await ring(store, matched(article, []));
    expect(await store.articles.due(10)).toEqual([second]);
    await ring(store, matched(second, []));
    await ring(store, matched(article, []));
    expect(await store.articles.due(10), 'a late first answer undoes nothing').toEqual([]);
  });

  test('search finds a revised article by what it says now', async () => {
    const { store, source, workspace } = await smallTown(open);
    await store.articles.accept(acceptance(source, says('First', { terms: ['old', 'both'] })));
    await store.articles.accept(acceptance(source, says('Second', { terms: ['new', 'both'] })));
    const found = async (term: string) =>
      (await store.articles.search({ workspaceId: workspace.id, anyOf: [term], limit: 9 })).length;
    expect([await found('old'), await found('new'), await found('both')]).toEqual([0, 1, 1]);
  });
}

function stories(open: OpenStore): void {
  test('an article joins the story it chooses, or opens its own', async () => {
    const { store, source } = await smallTown(open);
    const first = await store.articles.accept(acceptance(source));
    const second = await store.articles.accept(
      acceptance(source, { choice: joining(first.article.storyId) }),
    );
    const third = await store.articles.accept(acceptance(source));
    expect(second.article).toMatchObject({
      storyId: first.article.storyId,
      storyKey: first.article.storyKey,
    });
    expect(third.article.storyId).not.toBe(first.article.storyId);
  });

  test('a story that is chosen and not there is told, and nothing is accepted', async () => {
    const { store, source } = await smallTown(open);
    const nowhere = store.articles.accept(acceptance(source, { choice: joining(404) }));
    await expect(nowhere).rejects.toThrow('story 404 is none');
    expect(await store.articles.due(10)).toEqual([]);
  });

  test('an article joins the story of the same text', async () => {
    const { store, source } = await smallTown(open);
    const first = await store.articles.accept(acceptance(source, { sketched: sketchOfText(1) }));
    const other = await store.articles.accept(acceptance(source, { sketched: sketchOfText(2) }));
    const copy = await store.articles.accept(acceptance(source, { sketched: sketchOfText(1) }));
    expect(copy.article).toMatchObject({
      storyId: first.article.storyId,
      storyReason: { kind: 'same text' },
    });
    expect(other.article.storyId).not.toBe(first.article.storyId);
  });

  test('a private article keeps no public story open for what comes after its 72 hours', async () => {
    const { store, source } = await smallTown(open);
    const us = await openWorkspace(store, 'T1');
    const ours = await openSource(store, 'https://private.example/1', us.id);
    const storyAt = async (from: Source, hours: number) => {
      const now = hours * 3_600_000;
      const accepted = await store.articles.accept(acceptance(from, { now, sketched: sketchOfText(1) }));
      return accepted.article.storyId;
    };
    const first = await storyAt(source, 100);
    expect(await storyAt(ours, 165), 'it joins').toBe(first);
    expect(await storyAt(source, 200), 'as if it had not').not.toBe(first);
  });

  test('what cannot be accepted leaves nothing behind', async () => {
    const { store, source } = await smallTown(open);
    const fromNowhere = acceptance({ ...source, id: 404 }, { draft: draft({ keys: ['guid:1'] }) });
    await expect(store.articles.accept(fromNowhere)).rejects.toThrow('there is no source 404');
    expect(await store.articles.due(10)).toEqual([]);
    expect((await store.articles.accept(acceptance(source))).kind).toBe('new');
  });

  test('a story of any copy of the data has the same key, and private ones have their own', async () => {
    const { store, source } = await smallTown(open);
    const us = await openWorkspace(store, 'T1');
    const ours = await openSource(store, 'https://private.example/1', us.id);
    const keyOf = async (from: Source, keys: string[]) =>
      (await store.articles.accept(acceptance(from, { draft: draft({ keys }) }))).article.storyKey;
    expect(await keyOf(ours, ['url:x'])).toBe('private url:x https://private.example/1');
    expect(await keyOf(source, ['url:x'])).toBe('url:x');
    expect(await keyOf(source, ['guid:1', 'url:y'])).toBe(`guid:1 ${source.url}`);
    const sameFeed = await openSource(store, source.url, us.id);
    expect(await keyOf(sameFeed, ['guid:1'])).toBe(`private guid:1 ${source.url}`);
  });

  test('its articles are its outlets, first accepted first, at most 50; the private ones for their workspace', async () => {
    const { store, source } = await smallTown(open);
    const us = await openWorkspace(store, 'T1');
    const ours = await openSource(store, 'https://private.example/1', us.id);
    const { article } = await store.articles.accept(
      acceptance(source, { draft: draft({ title: 'T0', outlet: 'O0', url: 'u0' }) }),
    );
    const join = (from: Source, name: string) =>
      store.articles.accept(
        acceptance(from, {
          draft: draft({ title: `T${name}`, outlet: `O${name}` }),
          choice: joining(article.storyId),
        }),
      );
    await join(ours, 'private');
    await join(source, '1');
    expect(await store.articles.outlets(article.storyId)).toEqual([
      { name: 'O0', title: 'T0', url: 'u0' },
      { name: 'O1', title: 'T1', url: undefined },
    ]);
    expect((await store.articles.outlets(article.storyId, us.id)).map(({ name }) => name)).toEqual([
      'O0',
      'Oprivate',
      'O1',
    ]);
    for (let at = 0; at < 50; at += 1) await join(source, `${at}`);
    expect(await store.articles.outlets(article.storyId)).toHaveLength(50);
  });
}

function searching(open: OpenStore): void {
  describe('search', () => {
    test('shows a workspace its own articles and the public ones, never those of others', async () => {
      const { store, us, theirs } = await library(open);
      expect(titles(await store.articles.search({ workspaceId: us, limit: 9 }))).toEqual([
        'newest',
        'ours',
        'older',
        'oldest',
      ]);
      expect(titles(await store.articles.search({ workspaceId: us, anyOf: ['secret'], limit: 9 }))).toEqual([
        'ours',
      ]);
      expect(
        titles(await store.articles.search({ workspaceId: theirs, anyOf: ['secret'], limit: 9 })),
      ).toEqual(['theirs']);
      expect(titles(await store.articles.search({ workspaceId: 404, anyOf: ['secret'], limit: 9 }))).toEqual(
        [],
      );
    });

    test('finds what has any of the terms, the newest first', async () => {
      const { store, us } = await library(open);
      const find = async (...anyOf: string[]) =>
        titles(await store.articles.search({ workspaceId: us, anyOf, limit: 9 }));
      expect(await find('cloud')).toEqual(['newest', 'oldest']);
      expect(await find('cloud', 'chips')).toEqual(['newest', 'older', 'oldest']);
      expect(await find('absent')).toEqual([]);
      for (const term of ['c++', '昇腾', 'two words']) expect(await find(term), term).toEqual(['oldest']);
      for (const term of ['c', '昇', 'two', 'Cloud', 'OR', '*', '"', ''])
        expect(await find(term), term).toEqual([]);
      const many = Array.from({ length: 3000 }, (_, at) => `term ${at}`);
      expect(await find(...many, 'chips')).toEqual(['newest', 'older']);
      expect(await find()).toEqual([]);
    });

    test('goes on page by page without losing or repeating one', async () => {
      const { store, us } = await library(open);
      const all = await store.articles.search({ workspaceId: us, limit: 9 });
      const pages: string[] = [];
      for (let after: Article | undefined, full = true; full;) {
        const page: readonly Article[] = await store.articles.search({ workspaceId: us, after, limit: 1 });
        pages.push(...titles(page));
        after = page[0];
        full = page.length === 1;
      }
      expect(pages).toEqual(titles(all));
    });

    test('of articles of one moment, the one accepted last comes first', async () => {
      const { store, source, workspace } = await smallTown(open);
      for (const title of ['first', 'second']) {
        await store.articles.accept(acceptance(source, { draft: draft({ title, publishedAt: 5 }) }));
      }
      expect(titles(await store.articles.search({ workspaceId: workspace.id, limit: 9 }))).toEqual([
        'second',
        'first',
      ]);
    });
  });
}

function titles(articles: readonly Article[]): readonly string[] {
  return articles.map(({ title }) => title);
}

async function library(open: OpenStore) {
  const { store, source } = await smallTown(open);
  const [us, them] = [await openWorkspace(store, 'T1'), await openWorkspace(store, 'T2')];
  const ours = await openSource(store, 'https://private.example/1', us.id);
  const theirs = await openSource(store, 'https://private.example/2', them.id);
  const shelves: ReadonlyArray<[Source, title: string, publishedAt: number, terms: string[]]> = [
    [source, 'older', 20, ['chips', 'news']],
    [source, 'oldest', 10, ['cloud', 'news', 'c++', '昇腾', 'two words']],
    [source, 'newest', 40, ['cloud', 'chips']],
    [ours, 'ours', 30, ['secret']],
    [theirs, 'theirs', 50, ['secret']],
  ];
  for (const [from, title, publishedAt, terms] of shelves) {
    await store.articles.accept(acceptance(from, { draft: draft({ title, publishedAt }), terms }));
  }
  return { store, us: us.id, theirs: them.id };
}
