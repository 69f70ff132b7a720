import { describe, expect, test } from 'vitest';
import type { Article, Draft, Source } from '../../../src/domain.ts';
import type { Accepted } from '../../../src/store/port/articles.ts';
import {
  acceptance,
  draft,
  emptyPlace,
  matched,
  openSource,
  openWorkspace,
  smallTown,
  subscribe,
  type OpenStore,
  ring,
} from '../given.ts';

type SourceName = 'A' | 'B' | 'C' | 'ours' | 'ours too' | 'theirs';
type Audience = 'everybody' | 'us' | 'them';

/** One after the other, sources show the same article, silently or not; what becomes of it, and for whom it rings then. */
interface Showing {
  readonly by: SourceName;
  readonly how: 'silently' | 'alertable';
  readonly gives: Accepted['kind'];
}
const silently = (by: SourceName, gives: Accepted['kind']): Showing => ({ by, how: 'silently', gives });
const alertable = (by: SourceName, gives: Accepted['kind']): Showing => ({ by, how: 'alertable', gives });

const showings: ReadonlyArray<[name: string, showings: Showing[], rings: Audience[]]> = [
  ['a first look is silent', [silently('A', 'new')], []],
  ['its own source shows it again', [silently('A', 'new'), alertable('A', 'known')], []],
  ['another source brings it', [silently('A', 'new'), alertable('B', 'ringing')], ['everybody']],
  [
    'another source had it in its first look too',
    [silently('A', 'new'), silently('B', 'known'), alertable('B', 'known')],
    [],
  ],
  [
    'it rings once, whoever brings it then',
    [silently('A', 'new'), alertable('B', 'ringing'), alertable('C', 'known'), alertable('B', 'known')],
    ['everybody'],
  ],
  ['it rang already', [alertable('A', 'new'), alertable('B', 'known')], ['everybody']],
  [
    'brought privately it rings in that workspace alone',
    [silently('A', 'new'), alertable('ours', 'ringing'), alertable('ours too', 'known')],
    ['us'],
  ],
  [
    'each workspace has its own private source',
    [silently('A', 'new'), alertable('ours', 'ringing'), alertable('theirs', 'ringing')],
    ['us', 'them'],
  ],
  [
    'brought privately, then publicly',
    [
      silently('A', 'new'),
      alertable('ours', 'ringing'),
      alertable('B', 'ringing'),
      alertable('theirs', 'known'),
    ],
    ['us', 'everybody'],
  ],
  [
    'a private first look, then another private source',
    [silently('ours', 'new'), alertable('ours too', 'ringing')],
    ['us'],
  ],
];

export function ringingContract(open: OpenStore): void {
  test('what a source brings that was removed while it was read is kept in silence', async () => {
    const { store, source, workspace } = await smallTown(open);
    const other = await openSource(store, 'https://b.example/');
    const entry = (changes: Partial<Draft>) => acceptance(source, { draft: draft(changes) });
    await store.articles.accept(entry({ keys: ['url:rung'], title: 'Rung' }));
    await store.articles.accept({ ...entry({ keys: ['url:quiet'] }), alertable: false, sourceId: other.id });
    await store.sources.remove(source.id);
    const before = await store.articles.due(10);
    const say = async (changes: Partial<Draft>) => {
      const { kind, article } = await store.articles.accept(entry(changes));
      return { kind, title: article.title, alertable: article.alertable };
    };
    const fresh = { keys: ['url:new'], title: 'New' };
    expect(await say(fresh)).toEqual({ kind: 'new', title: 'New', alertable: false });
    expect(await say({ keys: ['url:rung'], title: 'Corrected' })).toMatchObject({
      kind: 'known',
      title: 'Rung',
    });
    expect(await say({ keys: ['url:quiet'] })).toMatchObject({ kind: 'known', alertable: false });
    expect(await store.articles.due(10)).toEqual(before);
    expect(await store.articles.search({ workspaceId: workspace.id, limit: 10 })).toHaveLength(3);
  });

  describe('an article that is shown again', () => {
    test.each(showings)('%s', async (_, shown, rings) => {
      const { store, sources, nameOf } = await withSources(open);
      let article: Article | undefined;
      for (const { by, how, gives } of shown) {
        const says = acceptance(sources[by], { draft: same(), alertable: how === 'alertable' });
        const accepted = await store.articles.accept(says);
        expect(accepted.kind, `${by}, ${how}`).toBe(gives);
        article = accepted.article;
      }
      expect(article?.rings.map(({ audience }) => nameOf(audience))).toEqual(rings);
      expect(article?.alertable).toBe(rings.length > 0);
      expect(await store.articles.due(10), 'is due as it was answered').toEqual(
        rings.length > 0 ? [article] : [],
      );
    });
  });

  test('when it rings stands in the order of acceptance: before what is accepted and subscribed later', async () => {
    const { store, source, channel } = await smallTown(open);
    const inbox = await openSource(store, 'https://b.example/feed');
    await store.articles.accept(acceptance(source, { draft: same(), alertable: false }));
    const before = await subscribe(store, channel, 'before');
    const { article } = await store.articles.accept(acceptance(inbox, { draft: same() }));
    const after = await subscribe(store, channel, 'after');
    const next = await store.articles.accept(acceptance(source));

    const no = article.rings[0]?.no ?? Number.NaN;
    expect(before.subscription.sinceArticleId).toBeLessThan(no);
    expect(after.subscription.sinceArticleId).toBe(no);
    expect(next.article.rings).toEqual([{ audience: 0, no: next.article.id }]);
    expect(next.article.id).toBeGreaterThan(no);
  });

  test('one that starts to ring while it is being matched for others stays due', async () => {
    const { store, sources } = await withSources(open);
    await store.articles.accept(acceptance(sources.A, { draft: same(), alertable: false }));
    const { article } = await store.articles.accept(acceptance(sources.ours, { draft: same() }));
    const { article: later } = await store.articles.accept(acceptance(sources.theirs, { draft: same() }));
    await ring(store, matched(article, []));
    expect(await store.articles.due(10)).toEqual([later]);
    await ring(store, matched(later, []));
    expect(await store.articles.due(10)).toEqual([]);
  });

  test('what was brought privately rings in its workspace alone, whoever asks for more', async () => {
    const { store, sources, us, them } = await withSources(open);
    const [here, there] = [
      await store.workspaces.openChannel(us.id, 'news'),
      await store.workspaces.openChannel(them.id, 'news'),
    ];
    await store.articles.accept(acceptance(sources.A, { draft: same(), alertable: false }));
    const { article } = await store.articles.accept(acceptance(sources.ours, { draft: same() }));
    await ring(store, matched(article, [here, there]));
    const due = await store.deliveries.dueAlerts(99_999, 10);
    expect(due.map(({ alert }) => alert.channelId)).toEqual([here.id]);
  });

  test('its own source may revise it afterwards: it is due again for those it rings for', async () => {
    const { store, sources, us } = await withSources(open);
    await store.articles.accept(acceptance(sources.A, { draft: same(), alertable: false }));
    const { article } = await store.articles.accept(acceptance(sources.ours, { draft: same() }));
    await ring(store, matched(article, []));
    const corrected = { ...same(), title: 'Corrected', contentHash: 'corrected' };
    const revised = await store.articles.accept(acceptance(sources.A, { draft: corrected }));
    expect(revised).toMatchObject({
      kind: 'revised',
      article: { title: 'Corrected', rings: [{ audience: us.id }] },
    });
    expect(await store.articles.due(10)).toEqual([revised.article]);
  });
}

function same() {
  return draft({ keys: ['url:x'], title: 'Same', contentHash: 'same' });
}

async function withSources(open: OpenStore) {
  const { store } = await emptyPlace(open);
  const [us, them] = [await openWorkspace(store, 'T1'), await openWorkspace(store, 'T2')];
  const sources: Record<SourceName, Source> = {
    A: await openSource(store, 'https://a.example/'),
    B: await openSource(store, 'https://b.example/'),
    C: await openSource(store, 'https://c.example/'),
    ours: await openSource(store, 'https://private.example/1', us.id),
    'ours too': await openSource(store, 'https://private.example/2', us.id),
    theirs: await openSource(store, 'https://private.example/3', them.id),
  };
  const names = new Map<number, Audience>([
    [0, 'everybody'],
    [us.id, 'us'],
    [them.id, 'them'],
  ]);
  return { store, sources, us, them, nameOf: (audience: number) => names.get(audience) };
}
