import { describe, expect, test } from 'vitest';
import {
  first,
  hourMs,
  incident,
  notes,
  outage,
  passed,
  rejected,
  second,
  tell,
  type Telling,
  withSources,
} from '../entries.ts';
import { matched, openWorkspace, type OpenStore, ring } from '../given.ts';
import { letGo } from '../let-go.ts';

/** One after the other, and of which telling each is the article. */
const cases: ReadonlyArray<[name: string, told: ReadonlyArray<readonly [Telling, number]>]> = [
  // Own ids before titles
  [
    'one heading for two companies on one day',
    [
      [first, 0],
      [{ ...second, text: rejected, published: 2 }, 1],
      [first, 0],
    ],
  ],
  [
    'in one minute too',
    [
      [first, 0],
      [{ ...second, text: rejected }, 1],
    ],
  ],
  [
    'the same heading, date and nearly the same words: the entry has only got other names',
    [
      [first, 0],
      [{ ...second, text: passed.replace('Maria Lindqvist', 'Ms Lindqvist') }, 0],
    ],
  ],
  [
    'without ids and links of their own a title is told by its day',
    [
      [{ ...first, id: undefined, url: undefined }, 0],
      [{ ...first, id: undefined, url: undefined, text: rejected, published: 2, at: 3 }, 0],
    ],
  ],

  // Own ids before content
  [
    'the same words of another incident, a day later',
    [
      [incident, 0],
      [{ ...incident, id: '2', url: 'https://a.example/2', published: 25, at: 26 }, 1],
      [incident, 0],
    ],
  ],
  [
    'an hour later',
    [
      [incident, 0],
      [{ ...incident, id: '2', url: 'https://a.example/2', published: 2, at: 3 }, 1],
    ],
  ],
  [
    'a feed that gives other ids and links at every look',
    [
      [incident, 0],
      [{ ...incident, id: 'x', url: 'https://a.example/1?s=x', at: 3 }, 0],
      [{ ...incident, id: 'y', url: 'https://a.example/1?s=y', at: 4 }, 0],
    ],
  ],
  [
    'and has no dates',
    [
      [{ ...incident, published: undefined }, 0],
      [{ ...incident, id: 'x', url: 'https://a.example/1?s=x', published: undefined, at: 20 }, 0],
    ],
  ],
  [
    'and dates that are those of the look',
    [
      [{ ...incident, published: 1.96875 }, 0],
      [{ ...incident, id: 'x', url: 'https://a.example/x', published: 2.96875, at: 3 }, 0],
      [{ ...incident, id: 'y', url: 'https://a.example/y', published: 73.96875, at: 74 }, 0],
      [{ ...incident, id: 'z', url: 'https://a.example/z', published: 146.96875, at: 147 }, 3],
    ],
  ],
  [
    'a feed without ids and links whose dates are those of the look',
    [
      [{ ...incident, id: undefined, url: undefined }, 0],
      [{ ...incident, id: undefined, url: undefined, published: 9, at: 10 }, 0],
    ],
  ],
  [
    'what is beside it in the same words',
    [
      [{ ...incident, published: undefined, shared: ['title', 'words'] }, 0],
      [
        { ...second, title: incident.title!, text: outage, published: undefined, shared: ['title', 'words'] },
        1,
      ],
    ],
  ],

  // Own ids and addresses
  [
    'an address with a new id is revised',
    [
      [first, 0],
      [{ ...first, id: '1#1', text: `${passed} Two directors left.`, at: 3 }, 0],
    ],
  ],
  [
    'unless nothing is left of what stood there',
    [
      [first, 0],
      [{ ...first, id: '2', title: 'Pay report voted down', text: rejected, at: 3 }, 1],
    ],
  ],
  [
    'and from then on the address is what stands there now',
    [
      [first, 0],
      [{ ...first, id: '2', title: 'Pay report voted down', text: rejected, at: 3 }, 1],
      [{ ...first, id: '3', title: 'Pay report voted down', text: rejected, published: 4, at: 5 }, 1],
      [{ ...first, by: 'B', id: '3', published: 200, at: 201 }, 1],
    ],
  ],
  [
    'an address that several have in one look',
    [
      [{ ...incident, url: notes }, 0],
      [
        {
          ...incident,
          id: '2',
          url: notes,
          published: 2,
          at: 3,
          shared: ['address', 'page', 'title', 'words'],
        },
        1,
      ],
      [{ ...incident, id: '3', url: notes, published: 30, at: 31 }, 2],
    ],
  ],

  // Places on a page
  [
    'two places on one page',
    [
      [{ ...first, url: `${notes}#1` }, 0],
      [
        { ...first, id: '2', url: `${notes}#2`, text: `${passed} Two directors left.`, published: 9, at: 10 },
        1,
      ],
    ],
  ],
  [
    'another source brings another place',
    [
      [{ ...first, url: `${notes}#1` }, 0],
      [{ ...first, by: 'B', id: '9', url: `${notes}#2`, text: rejected, at: 3 }, 1],
      [{ ...first, by: 'B', id: '8', url: `${notes}#1`, text: '', at: 3 }, 0],
    ],
  ],
  [
    'whoever leaves the place out means it as long as there is one',
    [
      [{ ...first, url: `${notes}#1` }, 0],
      [{ ...first, by: 'B', id: '9', url: notes, text: rejected, at: 3 }, 0],
    ],
  ],
  [
    'but not where there are several',
    [
      [{ ...first, url: `${notes}#1` }, 0],
      [{ ...first, id: '2', url: `${notes}#2`, text: rejected, at: 3, shared: ['page'] }, 1],
      [{ ...first, by: 'B', id: '9', url: notes, text: outage, at: 3 }, 2],
    ],
  ],

  // Across sources
  [
    'an address is one article, whatever an aggregator writes',
    [
      [first, 0],
      [{ ...first, by: 'B', id: '9', title: 'Who votes?', text: 'Comments', published: 900, at: 901 }, 0],
    ],
  ],
  [
    'a copy of the same days',
    [
      [first, 0],
      [{ ...second, by: 'B', url: 'https://b.example/1', published: 60, at: 61 }, 0],
    ],
  ],
  [
    'the same words of another week',
    [
      [incident, 0],
      [{ ...incident, by: 'B', id: '9', url: 'https://b.example/9', published: 240, at: 241 }, 1],
      [{ ...incident, by: 'ours', id: '9', url: 'https://c.example/9', published: 241, at: 242 }, 1],
    ],
  ],
];

export function sameArticleContract(open: OpenStore): void {
  describe('an entry under other keys', () => {
    test.each(cases)('%s', async (_, told) => {
      const { store, sources } = await withSources(open);
      const ids: number[] = [];
      for (const [telling, article] of told) {
        const accepted = await tell(store, sources, telling);
        ids.push(accepted.article.id);
        expect(ids.indexOf(accepted.article.id), JSON.stringify(telling)).toBe(article);
      }
    });
  });

  test('what is told of one article is not written over another one', async () => {
    const { store, sources } = await withSources(open);
    const { article } = await tell(store, sources, first);
    const other = await tell(store, sources, { ...second, text: rejected });
    expect(other.article).toMatchObject({ text: rejected, url: second.url, revision: 1 });
    expect(await store.articles.article(article.id)).toMatchObject({
      text: passed,
      url: first.url,
      revision: 1,
    });
  });

  test('what has other ids at every look is known, in silence, for as long as it is shown', async () => {
    const { store, sources } = await withSources(open);
    const { article } = await tell(store, sources, { ...first, id: 'new' }, false);
    for (let at = 3; at < 200; at += 5) {
      const { kind, article: again } = await tell(store, sources, { ...first, id: `new${at}`, at });
      expect({ kind, id: again.id, alertable: again.alertable }).toEqual({
        kind: 'known',
        id: article.id,
        alertable: false,
      });
    }
  });

  test('of what stands on one page the newest is found by its address, a place by its own', async () => {
    const { store, sources } = await withSources(open);
    const placed = await tell(store, sources, { ...first, url: `${notes}#1`, shared: ['page'] });
    const newest = await tell(store, sources, {
      ...first,
      id: '2',
      url: `${notes}#2`,
      text: rejected,
      shared: ['page'],
    });
    expect(await store.articles.byUrl(1, `${notes}#1`)).toMatchObject({ id: placed.article.id });
    for (const url of [notes, `${notes}#2`, `${notes}#3`])
      expect(await store.articles.byUrl(1, url), url).toMatchObject({ id: newest.article.id });
  });

  test('what a workspace was told by its own source it is told again where that was of another place, or week', async () => {
    const { due } = await withChannel(open);
    expect(await due({ ...incident, by: 'ours', url: `${notes}#1` })).toBe(true);
    expect(await due({ ...incident, id: '2', url: 'https://a.example/2' }), 'a copy').toBe(false);
    expect(
      await due({ ...incident, id: '3', url: 'https://a.example/3', published: 300, at: 301 }),
      'the same words later',
    ).toBe(true);
    expect(await due({ ...first, id: '4', url: `${notes}#2`, text: rejected }), 'another place').toBe(true);
    expect(await due({ ...first, id: '5', url: `${notes}#1` }), 'the same place').toBe(false);
  });

  test('what a workspace was told at an address hides no other article that stands there later', async () => {
    const { store, sources, due } = await withChannel(open);
    await due({ ...incident, by: 'ours', url: notes, published: 1, at: 2 });
    await store.sources.remove(sources.ours.id);
    const other = { url: notes, title: 'Quillmark pay report', text: rejected };
    expect(await due({ ...first, ...other, id: '9', published: 300, at: 301 })).toBe(true);
    await letGo(store, 200 * 24 * hourMs);
    const museums = { title: 'Long nights', text: 'Three museums of Ghent are open until midnight.' };
    const at = 201 * 24;
    expect(await due({ ...first, ...museums, url: notes, id: '11', published: at, at })).toBe(true);
  });

  describe('an article that was kept in silence, and whose text was let go', () => {
    const late = 100 * 24;

    test('is not written over with what is private', async () => {
      const { store, sources, us } = await withSources(open);
      await tell(store, sources, { ...first, url: notes, at: 1 }, false);
      await letGo(store, late * hourMs);
      const secret = {
        by: 'ours',
        id: 'p',
        url: notes,
        title: 'Confidential: merger talks',
        text: passed,
      } as const;
      const { kind, article } = await tell(store, sources, { ...secret, at: late, published: late });
      expect({ kind, audience: article.audience }).toEqual({ kind: 'new', audience: us.id });
      const { id: stranger } = await openWorkspace(store, 'T2');
      expect(await store.articles.search({ workspaceId: stranger, limit: 9 })).toEqual([]);
    });

    test('rings in the words of whoever brings it, and stays theirs', async () => {
      const { store, sources } = await withSources(open);
      const silent = { ...first, url: notes, at: 1 };
      await tell(store, sources, silent, false);
      await letGo(store, late * hourMs);
      const news = {
        by: 'B',
        id: 'b',
        url: notes,
        title: 'Chair of Hollowgate resigns',
        text: rejected,
      } as const;
      await tell(store, sources, { ...news, at: late, published: late });
      const { article } = await tell(store, sources, { ...silent, at: late + 1 });
      expect(article.title).toBe(news.title);
    });
  });
}

/** @returns `due`: tells it, and whether it is due in a channel of the workspace */
async function withChannel(open: OpenStore) {
  const town = await withSources(open);
  const { store, sources, us } = town;
  const channel = await store.workspaces.openChannel(us.id, 'news');
  const due = async (telling: Telling): Promise<boolean> => {
    const { article } = await tell(store, sources, telling);
    await ring(store, matched(article, [channel], { now: (telling.at ?? 0) * hourMs }));
    const alerts = await store.deliveries.dueAlerts(Number.MAX_SAFE_INTEGER, 99);
    return alerts.some(({ alert }) => alert.articleId === article.id);
  };
  return { ...town, due };
}
