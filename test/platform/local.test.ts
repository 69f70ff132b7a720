import { expect, test } from 'vitest';
import { localPlatform } from '../../src/platform/local/local.ts';
import { readPost } from '../../src/platform/local/posted.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import { mondayMorning } from '../fakes/world.ts';
import { keepsThePlatformContract } from './contract.ts';
import type { OpenPlatform } from './open-platform.ts';
import { alert } from './sample-post.ts';

keepsThePlatformContract('local', openLocal);

async function openLocal(): Promise<OpenPlatform> {
  const store = await sqliteStore(':memory:');
  const { id } = await store.workspaces.open({
    platform: 'local',
    externalId: 'local',
    name: 'Local',
    language: 'en',
    zone: 'UTC',
  });
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await store.close();
    open = false;
  };
  return {
    platform: localPlatform({ posts: store.localPosts, now: () => mondayMorning }),
    channel: await store.workspaces.openChannel(id, 'general'),
    other: await store.workspaces.openChannel(id, 'cloud'),
    async visible(channel) {
      const posts = (await store.localPosts.recent(channel.id, 100)).map(readPost);
      return posts.flatMap((post) => (post.kind === 'alert' ? post.content.title : []));
    },
    // A closed database is what a full or vanished disk looks like from here.
    breakOff: close,
    close,
  };
}

test('a post whose first answer was lost still shows its newest revision', async () => {
  const { platform, channel, visible, close } = await openLocal();
  await platform.post(channel, alert('m1', 'AWS cuts jobs'));
  await platform.post(channel, alert('m1', 'AWS cuts 300 jobs', 2));
  expect(await visible(channel)).toEqual(['AWS cuts 300 jobs']);
  expect(await platform.readBack(channel, 'm1')).toMatchObject({ revision: 2 });
  await close();
});

test('an older revision that comes late does not take the place of a newer one', async () => {
  const { platform, channel, visible, close } = await openLocal();
  await platform.post(channel, alert('m1', 'AWS cuts 300 jobs', 2));
  await platform.post(channel, alert('m1', 'AWS cuts jobs', 1));
  expect(await visible(channel)).toEqual(['AWS cuts 300 jobs']);
  await close();
});
