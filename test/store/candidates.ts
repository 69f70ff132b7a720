/** With which stories a new article is compared: asked of the database itself, for the store shows only what came of it. */
import { expect, onTestFinished, test } from 'vitest';
import type { Source } from '../../src/domain.ts';
import { candidatesFor } from '../../src/store/candidates.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Acceptance } from '../../src/store/port/articles.ts';
import { type Database, transact } from '../../src/store/traits.ts';
import { acceptance, draft, joining, openSource, openWorkspace, telling } from './given.ts';

const hour = 3_600_000;
const now = 100 * hour;

/** @param open an empty database, not yet Bellwire's */
export function findsCandidates(open: () => Database): void {
  test('of the last 72 hours, of its own audience and the public, newest first', async () => {
    const { store, source, among } = await town();
    const { ours, theirs } = await privateSources(store);
    const accept = (from: Source, at: number, sketch: number[]) =>
      store.articles.accept(
        acceptance(from, {
          now: at,
          sketched: { ...telling(), sketch },
          draft: draft({ language: 'fr' }),
        }),
      );
    await accept(source, now - 72 * hour - 1, [1]);
    await accept(source, now - 72 * hour, [2]);
    await accept(theirs, now - 3, [3]);
    await accept(ours, now - 2, [2 ** 32 - 1, 4]);
    await accept(source, now - 1, []);

    const seen = (await among({ audience: ours.audience, now })).stories;
    expect(seen.map(({ sketch }) => sketch)).toEqual([[], [2 ** 32 - 1, 4], [2]]);
    expect(seen[1]).toMatchObject({ language: 'fr', lastAt: now - 2 });
    const everybodys = (await among({ audience: 0, now })).stories;
    expect(everybodys.map(({ sketch }) => sketch)).toEqual([[], [2]]);
  });

  test('a story is as young as its newest article', async () => {
    const { store, source, among } = await town();
    const { article } = await store.articles.accept(acceptance(source, { now: 0 }));
    await store.articles.accept(acceptance(source, { now: 70 * hour, choice: joining(article.storyId) }));
    expect((await among({ now })).stories.map(({ storyId }) => storyId)).toEqual([article.storyId]);
  });

  test('one that shares what is telling is found however many unrelated ones came after it', async () => {
    const { store, source, among } = await town();
    const storyAt = async (at: number, ...hashes: readonly number[]) =>
      (await store.articles.accept(acceptance(source, { now: at, sketched: telling(...hashes) }))).article
        .storyId;
    await storyAt(now - 72 * hour - 1, 8, 9);
    const kin = await storyAt(now - 72 * hour, 7, 8, 2 ** 32 - 1);
    const distant = await storyAt(now - 72 * hour, 9);
    for (let at = 0; at < 500; at += 1) await storyAt(now - 500 + at, 100 + at, 6);

    const { stories, spread } = await among({ now, sketched: telling(6, 7, 8, 9, 2 ** 32 - 1, 10) });
    const others = stories.slice(spread.newest).map(({ storyId }) => storyId);
    expect(others).toEqual(expect.arrayContaining([kin, distant]));
    expect(others[0]).toBe(kin);
    expect(stories.every(({ lastAt }) => lastAt >= now - 72 * hour)).toBe(true);
    expect(spread.stories).toBe(502);
    expect([6, 7, 10].map((hash) => spread.having.get(hash))).toEqual([200, 1, 0]);
  });

  test('what was telling of stories that are over is forgotten', async () => {
    const { store, source, among } = await town();
    const at = (moment: number) =>
      store.articles.accept(acceptance(source, { now: moment, sketched: telling(7, 8) }));
    for (let n = 0; n < 3; n += 1) await at(n);
    for (let n = 0; n < 100; n += 1) await at(80 * hour + n);
    const { spread } = await among({ now: 81 * hour, sketched: telling(7) });
    expect(spread).toMatchObject({ stories: 100, having: new Map([[7, 100]]) });
  });

  test('so is what they are compared with; a story that goes on keeps both', async () => {
    const { db, store, source, among } = await town();
    const at = (moment: number, changes: Partial<Acceptance>) =>
      store.articles.accept(acceptance(source, { now: moment, ...changes }));
    const sketched = { ...telling(7), sketch: [1, 2, 3] };
    const { article: over } = await at(0, { sketched });
    const { article: going } = await at(0, { sketched });
    await at(70 * hour, { choice: joining(going.storyId) });
    for (let n = 0; n < 120; n += 1) await at(80 * hour + n, {});

    const sketchOf = async (id: number) =>
      (await db.selectFrom('story').select('sketch').where('id', '=', id).executeTakeFirstOrThrow()).sketch;
    expect(await sketchOf(over.storyId)).toBe('[]');
    expect(await sketchOf(going.storyId)).toBe('[1,2,3]');
    const { stories, spread } = await among({ now: 81 * hour, sketched: telling(7) });
    expect(stories.slice(spread.newest).map(({ storyId }) => storyId)).toEqual([going.storyId]);
  });

  test('what is telling is asked of the stories of its audience and the public ones alone', async () => {
    const { store, source, among } = await town();
    const { ours, theirs } = await privateSources(store);
    const opened = new Map<Source, number>();
    for (const from of [source, ours, theirs]) {
      const { article } = await store.articles.accept(acceptance(from, { now: 1, sketched: telling(7) }));
      opened.set(from, article.storyId);
      for (let at = 0; at < 100; at += 1) await store.articles.accept(acceptance(from, { now: 10 + at }));
    }
    const found = async ({ audience }: Source) => {
      const { stories, spread } = await among({ audience, now: 1000, sketched: telling(7) });
      return new Set(stories.slice(spread.newest).map(({ storyId }) => storyId));
    };
    expect(await found(source)).toEqual(new Set([opened.get(source)]));
    expect(await found(ours)).toEqual(new Set([opened.get(source), opened.get(ours)]));
  });

  test('at most 150, the newest first', async () => {
    const { store, source, among } = await town();
    for (let at = 0; at < 302; at += 1)
      await store.articles.accept(acceptance(source, { now: at, sketched: telling(7) }));
    const { stories, spread } = await among({ now: 1000, sketched: telling(7) });
    expect(stories).toHaveLength(150);
    expect(stories.slice(0, 3).map(({ lastAt }) => lastAt)).toEqual([301, 300, 299]);
    expect(new Set(stories.map(({ storyId }) => storyId)).size).toBe(stories.length);
    expect(spread).toMatchObject({ stories: 302, newest: 100 });
  });

  async function town() {
    const database = open();
    const store = await openStore(database);
    onTestFinished(store.close);
    const among = (asking: Partial<Acceptance> & { readonly now: number }) =>
      transact(database, (work) => candidatesFor(work, { audience: 0, sketched: telling(), ...asking }));
    return { db: database.db, store, among, source: await openSource(store, 'https://a.example/feed') };
  }
}

async function privateSources(store: Awaited<ReturnType<typeof openStore>>) {
  const [us, them] = [await openWorkspace(store, 'T1'), await openWorkspace(store, 'T2')];
  return {
    ours: await openSource(store, 'https://private.example/1', us.id),
    theirs: await openSource(store, 'https://private.example/2', them.id),
  };
}
