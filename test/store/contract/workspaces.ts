import { expect, test } from 'vitest';
import { emptyPlace, openWorkspace, smallTown, type OpenStore } from '../given.ts';

export function workspacesContract(open: OpenStore): void {
  test('a workspace is made once; its name follows the platform, language and zone stay ours', async () => {
    const { store } = await emptyPlace(open);
    const made = await openWorkspace(store, 'T1');
    const found = await store.workspaces.open({
      platform: 'local',
      externalId: 'T1',
      name: 'Renamed',
      language: 'fr',
      zone: 'Asia/Tokyo',
    });
    expect(found).toEqual({ ...made, name: 'Renamed' });
  });

  test('the same id on two platforms is two workspaces', async () => {
    const { store } = await emptyPlace(open);
    const local = await openWorkspace(store, 'T1');
    const slack = await store.workspaces.open({ ...local, platform: 'slack', externalId: 'T1' });
    expect(slack.id).not.toBe(local.id);
  });

  test('a new channel speaks the language of its workspace, on its platform', async () => {
    const { store } = await emptyPlace(open);
    const workspace = await openWorkspace(store, 'T1');
    const channel = await store.workspaces.openChannel(workspace.id, 'news');
    expect(channel).toEqual({
      id: channel.id,
      workspaceId: workspace.id,
      platform: 'local',
      externalId: 'news',
      language: 'en',
      zone: 'Europe/Paris',
      status: 'ok',
      reason: undefined,
    });
    expect(await store.workspaces.openChannel(workspace.id, 'news')).toEqual(channel);
    expect(await store.workspaces.channel(channel.id)).toEqual(channel);
  });

  test('a channel has the name that people gave it last', async () => {
    const { store, workspace } = await smallTown(open);
    const channel = await store.workspaces.openChannel(workspace.id, '77');
    expect(channel.name).toBeUndefined();
    expect(await store.workspaces.openChannel(workspace.id, '77', 'cloud')).toEqual({
      ...channel,
      name: 'cloud',
    });
    // Who does not know it leaves it.
    expect((await store.workspaces.openChannel(workspace.id, '77')).name).toBe('cloud');
    await store.workspaces.openChannel(workspace.id, '77', 'clouds');
    expect((await store.workspaces.channel(channel.id))?.name).toBe('clouds');
  });

  test('channels are listed in the order they were made, each workspace its own', async () => {
    const { store } = await emptyPlace(open);
    const one = await openWorkspace(store, 'T1');
    const two = await openWorkspace(store, 'T2');
    for (const name of ['news', 'alerts']) await store.workspaces.openChannel(one.id, name);
    await store.workspaces.openChannel(two.id, 'other');
    const names = (await store.workspaces.channels(one.id)).map(({ externalId }) => externalId);
    expect(names).toEqual(['news', 'alerts']);
  });

  test('what is there is found without being made', async () => {
    const { store } = await emptyPlace(open);
    const made = await openWorkspace(store, 'T1');
    const channel = await store.workspaces.openChannel(made.id, 'news');
    const { find, findChannel, ofPlatform } = store.workspaces;
    expect(await find('local', 'T1')).toEqual(made);
    expect(await find('discord', 'T1')).toBeUndefined();
    expect(await findChannel(made.id, 'news')).toEqual(channel);
    expect(await findChannel(made.id, 'other')).toBeUndefined();
    expect(await ofPlatform('local')).toEqual([made]);
    expect(await ofPlatform('discord')).toEqual([]);
  });

  test('what does not exist: no channel is undefined, no workspace is a mistake', async () => {
    const { store } = await emptyPlace(open);
    expect(await store.workspaces.channel(404)).toBeUndefined();
    await expect(store.workspaces.openChannel(404, 'news')).rejects.toThrow('no workspace 404');
  });

  test('two that open the same at once get the same', async () => {
    const { store } = await emptyPlace(open);
    const workspaces = await Promise.all([1, 2, 3, 4].map(() => openWorkspace(store, 'T1')));
    const [first] = workspaces;
    expect(new Set(workspaces.map(({ id }) => id))).toEqual(new Set([first?.id]));
    const channels = await Promise.all(workspaces.map(({ id }) => store.workspaces.openChannel(id, 'news')));
    expect(new Set(channels.map(({ id }) => id)).size).toBe(1);
  });
}
