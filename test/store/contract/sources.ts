import { expect, test } from 'vitest';
import type { Poll } from '../../../src/store/store.ts';
import { emptyPlace, incompressible, openSource, openWorkspace, type OpenStore } from '../given.ts';

export function sourcesContract(open: OpenStore): void {
  test('a source is found again by audience, kind and URL', async () => {
    const { store } = await emptyPlace(open);
    const url = 'https://a.example/feed';
    const made = await openSource(store, url);
    expect(made).toMatchObject({
      audience: 0,
      kind: 'feed',
      url,
      nextPollAt: 0,
      intervalMs: 600_000,
      fails: 0,
    });
    expect(made.baselineAt).toBeUndefined();
    expect(await store.sources.open({ ...made, title: 'Another title' })).toEqual(made);
    expect((await openSource(store, url, 7)).id).not.toBe(made.id);
    expect((await store.sources.open({ ...made, kind: 'inbox' })).id).not.toBe(made.id);
  });

  test('a workspace sees the public ones and its own, oldest first', async () => {
    const { store } = await emptyPlace(open);
    const [mine, theirs] = [await openWorkspace(store, 'T1'), await openWorkspace(store, 'T2')];
    await openSource(store, 'https://private.example/mine', mine.id);
    await openSource(store, 'https://private.example/theirs', theirs.id);
    await openSource(store, 'https://public.example/');
    const listed = await store.sources.list(mine.id);
    expect(listed.map(({ url }) => url)).toEqual(['https://private.example/mine', 'https://public.example/']);
  });

  test('feeds are due by their time, longest waiting first; inboxes never', async () => {
    const { store } = await emptyPlace(open);
    const polledAt = { early: 100, late: 200, future: 301, inbox: 0 };
    for (const [name, at] of Object.entries(polledAt).toReversed()) {
      const kind = name === 'inbox' ? 'inbox' : 'feed';
      const source = await store.sources.open({ audience: 0, kind, url: name, title: name, intervalMs: 1 });
      await store.sources.recordPoll(source.id, { kind: 'unchanged' }, 50, at);
    }
    expect((await store.sources.due(300, 10)).map(({ url }) => url)).toEqual(['early', 'late']);
    expect((await store.sources.due(300, 1)).map(({ url }) => url)).toEqual(['early']);
  });

  test('what a look gave is noted', async () => {
    const { store } = await emptyPlace(open);
    const { id } = await openSource(store, 'https://a.example/feed');
    const look = async (poll: Poll, now: number) => {
      await store.sources.recordPoll(id, poll, now, now + 1000);
      const [source] = await store.sources.due(now + 1000, 1);
      return source;
    };

    expect(await look({ kind: 'failed', error: 'no answer' }, 100)).toMatchObject({
      fails: 1,
      error: 'no answer',
      nextPollAt: 1100,
      baselineAt: undefined,
      lastOkAt: undefined,
    });
    expect(await look({ kind: 'failed', error: 'still none' }, 200)).toMatchObject({
      fails: 2,
      error: 'still none',
    });
    expect(
      await look(
        { kind: 'ok', etag: '"1"', lastModified: 'Mon', title: 'A', language: 'fr', gaveNew: true },
        300,
      ),
    ).toMatchObject({
      fails: 0,
      error: undefined,
      etag: '"1"',
      lastModified: 'Mon',
      title: 'A',
      language: 'fr',
      baselineAt: 300,
      lastOkAt: 300,
      lastNewAt: 300,
    });
    expect(await look({ kind: 'unchanged' }, 400), 'validators stay').toMatchObject({
      etag: '"1"',
      lastOkAt: 400,
      lastNewAt: 300,
    });
    expect(
      await look({ kind: 'ok', gaveNew: false }, 500),
      'validators are replaced, the rest stays',
    ).toMatchObject({
      etag: undefined,
      lastModified: undefined,
      title: 'A',
      language: 'fr',
      baselineAt: 300,
      lastOkAt: 500,
      lastNewAt: 300,
    });
    expect(await look({ kind: 'failed', error: 'gone' }, 600), 'a failure forgets nothing').toMatchObject({
      fails: 1,
      lastOkAt: 500,
      baselineAt: 300,
    });
  });

  test('a time is a whole number of milliseconds: a fraction is refused, not rounded by one database alone', async () => {
    const { store } = await emptyPlace(open);
    const { id } = await openSource(store, 'https://a.example/feed');
    await expect(store.sources.recordPoll(id, { kind: 'unchanged' }, 1, 2.5)).rejects.toThrow();
    expect((await store.sources.due(9, 1))[0]).toMatchObject({ nextPollAt: 0, lastOkAt: undefined });
  });

  test('an unchanged first answer is no baseline', async () => {
    const { store } = await emptyPlace(open);
    const { id } = await openSource(store, 'https://a.example/feed');
    await store.sources.recordPoll(id, { kind: 'unchanged' }, 100, 200);
    expect((await store.sources.due(200, 1))[0]).toMatchObject({ lastOkAt: 100, baselineAt: undefined });
  });

  test('a feed that has moved for good is found under its new URL and all former ones', async () => {
    const { store } = await emptyPlace(open);
    const { id } = await openSource(store, 'https://a.example/1');
    const looksFrom = (url: string) =>
      store.sources.recordPoll(id, { kind: 'ok', gaveNew: false, url }, 1, 2);
    for (const url of ['https://a.example/2', 'https://a.example/3']) await looksFrom(url);
    for (const url of ['https://a.example/1', 'https://a.example/2', 'https://a.example/3'])
      expect(await openSource(store, url), url).toMatchObject({ id, url: 'https://a.example/3' });
    expect((await openSource(store, 'https://a.example/1', 7)).id, 'of another audience').not.toBe(id);
    await looksFrom('https://a.example/1');
    expect(await openSource(store, 'https://a.example/3'), 'and back').toMatchObject({
      id,
      url: 'https://a.example/1',
    });
    expect(await store.sources.list(1)).toHaveLength(1);
  });

  test('a URL may be of any length', async () => {
    const { store } = await emptyPlace(open);
    const [first, second] = ['1', '2'].map((end) => `https://a.example/?${incompressible(7000)}${end}`);
    const { id } = await openSource(store, first!);
    expect((await openSource(store, second!)).id, 'they differ in their last character').not.toBe(id);
    await store.sources.recordPoll(id, { kind: 'ok', gaveNew: false, url: `${first}3` }, 1, 2);
    for (const url of [first!, `${first}3`]) expect((await openSource(store, url)).id).toBe(id);
  });

  test('a look that could not keep all it found counts as failed, and asks for all of it again', async () => {
    const { store } = await emptyPlace(open);
    const { id } = await openSource(store, 'https://a.example/feed');
    const look = async (poll: Poll, now: number) => {
      await store.sources.recordPoll(id, poll, now, now + 1000);
      return (await store.sources.due(now + 1000, 1))[0];
    };
    const brought = { kind: 'ok', title: 'A', language: 'fr', gaveNew: true } as const;
    const lacking = { ...brought, etag: '"2"', error: 'one is missing' };
    expect(await look(lacking, 100), 'a first look is one all the same').toMatchObject({
      title: 'A',
      language: 'fr',
      baselineAt: 100,
      lastNewAt: 100,
      etag: undefined,
      fails: 1,
      error: 'one is missing',
    });
    await look({ ...brought, etag: '"1"', lastModified: 'Mon' }, 200);
    await look(lacking, 300);
    expect(await look(lacking, 400), 'its next failure is not backed off from for days').toMatchObject({
      etag: '"1"',
      lastModified: 'Mon',
      fails: 1,
      lastOkAt: 200,
      lastNewAt: 400,
    });
    expect(await look(brought, 500)).toMatchObject({ fails: 0, error: undefined });
  });

  test('a former URL belongs to the feed that is there now', async () => {
    const { store } = await emptyPlace(open);
    const first = await openSource(store, 'https://a.example/1');
    await store.sources.recordPoll(
      first.id,
      { kind: 'ok', gaveNew: false, url: 'https://a.example/2' },
      1,
      2,
    );
    const second = await openSource(store, 'https://b.example/');
    await store.sources.recordPoll(second.id, { kind: 'ok', gaveNew: false, url: first.url }, 1, 2);
    expect((await openSource(store, first.url)).id).toBe(second.id);
  });

  test('a feed that moves to where another one is stays where it was', async () => {
    const { store } = await emptyPlace(open);
    const there = await openSource(store, 'https://a.example/new');
    const moving = await openSource(store, 'https://a.example/old');
    await store.sources.recordPoll(moving.id, { kind: 'ok', gaveNew: false, url: there.url }, 1, 2);
    const urls = (await store.sources.list(1)).map(({ id, url }) => [id, url]);
    expect(urls).toEqual([
      [there.id, 'https://a.example/new'],
      [moving.id, 'https://a.example/old'],
    ]);
  });

  test('a feed that moves to where one was that nobody watches any more takes its place, former URLs included', async () => {
    const { store } = await emptyPlace(open);
    const gone = await openSource(store, 'https://a.example/older');
    const moves = (id: number, url: string) =>
      store.sources.recordPoll(id, { kind: 'ok', gaveNew: false, url }, 1, 2);
    await moves(gone.id, 'https://a.example/new');
    await store.sources.remove(gone.id);
    const moving = await openSource(store, 'https://a.example/page');
    await moves(moving.id, 'https://a.example/new');
    expect(await store.sources.list(1)).toMatchObject([{ id: moving.id, url: 'https://a.example/new' }]);
    for (const path of ['new', 'page', 'older']) {
      const found = await store.sources.open({ ...moving, url: `https://a.example/${path}`, byPerson: true });
      expect([path, found.id]).toEqual([path, moving.id]);
    }
  });

  test('another interval is taken over', async () => {
    const { store } = await emptyPlace(open);
    const made = await openSource(store, 'https://a.example/feed');
    expect(await store.sources.open({ ...made, intervalMs: 60_000 })).toEqual({
      ...made,
      intervalMs: 60_000,
    });
    expect(await store.sources.list(1)).toMatchObject([{ intervalMs: 60_000 }]);
  });

  test('a removed source is neither looked at nor listed, whatever the settings name', async () => {
    const { store } = await emptyPlace(open);
    const { id, url } = await openSource(store, 'https://a.example/feed');
    await store.sources.remove(id);
    expect((await openSource(store, url)).id).toBe(id);
    expect(await store.sources.list(1)).toEqual([]);
    expect(await store.sources.due(9_999_999, 10)).toEqual([]);
  });

  test('a person brings a removed source back: it is looked at soon, as if for the first time', async () => {
    const { store } = await emptyPlace(open);
    const made = await openSource(store, 'https://a.example/feed');
    const poll: Poll = { kind: 'ok', etag: '"1"', lastModified: 'Mon', gaveNew: true };
    await store.sources.recordPoll(made.id, poll, 100, 999_999);
    await store.sources.remove(made.id);

    const returned = await store.sources.open({ ...made, byPerson: true });
    expect(returned).toMatchObject({ id: made.id, lastOkAt: 100, nextPollAt: 0 });
    expect(returned).toMatchObject({ etag: undefined, lastModified: undefined, baselineAt: undefined });
    expect(await store.sources.due(101, 10)).toEqual([returned]);
    expect(await store.sources.list(1)).toEqual([returned]);
  });

  test('a person who adds what is there already leaves it as it is', async () => {
    const { store } = await emptyPlace(open);
    const made = await openSource(store, 'https://a.example/feed');
    await store.sources.recordPoll(made.id, { kind: 'ok', etag: '"1"', gaveNew: true }, 100, 200);
    expect(await store.sources.open({ ...made, byPerson: true })).toMatchObject({
      etag: '"1"',
      baselineAt: 100,
      nextPollAt: 200,
    });
  });
}
