import { expect, test } from 'vitest';
import type { LocalPost } from '../../../src/store/store.ts';
import { smallTown, type OpenStore } from '../given.ts';

export function localPostsContract(open: OpenStore): void {
  test('a channel has its posts in order, in pages from the newest', async () => {
    const { store, channel, workspace } = await smallTown(open);
    const other = await store.workspaces.openChannel(workspace.id, 'other');
    for (const line of ['one', 'two', 'three', 'four', 'five']) await say(channel.id, line);
    await say(other.id, 'elsewhere');

    const page = await store.localPosts.recent(channel.id, 2);
    expect(page.map(lineOf)).toEqual(['four', 'five']);
    const before = await store.localPosts.recent(channel.id, 2, page[0]?.seq);
    expect(before.map(lineOf)).toEqual(['two', 'three']);

    function say(channelId: number, line: string): Promise<LocalPost> {
      return store.localPosts.append({ channelId, kind: 'said', revision: 1, body: { line }, at: 1 });
    }
  });

  test('a marker stands in a channel once', async () => {
    const { store, channel, workspace } = await smallTown(open);
    const other = await store.workspaces.openChannel(workspace.id, 'other');
    const alert = {
      channelId: channel.id,
      kind: 'alert',
      marker: 'm1',
      revision: 1,
      body: { title: 'A' },
      at: 1,
    } as const;
    const first = await store.localPosts.append(alert);
    const again = await store.localPosts.append({ ...alert, revision: 2, body: { title: 'B' }, at: 2 });
    expect(again).toEqual(first);
    const elsewhere = await store.localPosts.append({ ...alert, channelId: other.id });
    expect(elsewhere.seq).not.toBe(first.seq);
    expect(await store.localPosts.byMarker(channel.id, 'm1')).toEqual(first);
    expect(await store.localPosts.byMarker(channel.id, 'm2')).toBeUndefined();
  });

  test('an edit replaces what a post says and keeps its place', async () => {
    const { store, channel } = await smallTown(open);
    const post = {
      channelId: channel.id,
      kind: 'alert',
      marker: 'm1',
      revision: 1,
      body: { title: 'A' },
      at: 1,
    } as const;
    const { seq } = await store.localPosts.append(post);
    await store.localPosts.append({ ...post, marker: 'm2' });
    const edited = await store.localPosts.edit(seq, 2, { title: 'B' }, 5);
    expect(edited).toEqual({ ...post, seq, revision: 2, body: { title: 'B' }, editedAt: 5 });
    expect((await store.localPosts.recent(channel.id, 10))[0]).toEqual(edited);
    expect(await store.localPosts.edit(404, 2, {}, 5)).toBeUndefined();
  });
}

function lineOf({ body }: LocalPost): unknown {
  return (body as { line: string }).line;
}
