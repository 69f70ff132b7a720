import { expect, onTestFinished, test } from 'vitest';
import type { Workspace } from '../../src/domain.ts';
import type { Store } from '../../src/store/store.ts';
import { joining } from '../store/given.ts';
import { acceptTitle, delivery, inShort } from './harness.ts';

test('an alert shows the outlets and the summary that its own workspace may see', async () => {
  const { store, source, workspace: ours, place, world } = await delivery();
  onTestFinished(() => store.close());
  const theirs = await store.workspaces.open({
    platform: 'local',
    externalId: 'theirs',
    name: 'Theirs',
    language: 'en',
    zone: 'UTC',
  });
  const { storyId, ...open } = await acceptTitle(store, source, 'Open', world.now());
  for (const workspace of [ours, theirs]) {
    const inbox = await privateSource(store, workspace);
    await acceptTitle(store, inbox, `Private to ${workspace.name}`, world.now(), joining(storyId));
  }
  const channels = await Promise.all(
    [ours, theirs].map((workspace) => store.workspaces.openChannel(workspace.id, 'shared')),
  );
  await store.articles.recordMatched({
    articleId: open.id,
    revision: open.revision,
    storyId,
    alerts: channels.map(({ id }) => ({ id: `alert ${id}`, channelId: id, reasons: [] })),
    now: world.now(),
  });
  await place();

  const said = [];
  for (const { id } of channels) said.push((await store.deliveries.latestAlerts(id, 1))[0]?.content);
  expect(said.map((content) => content?.outlets.map(({ title }) => title))).toEqual([
    ['Open', 'Private to Local'],
    ['Open', 'Private to Theirs'],
  ]);
  expect(said.map((content) => content?.summary)).toEqual([inShort('Open'), inShort('Open')]);
});

test('a private article that rings in a public story is told with a summary of its own', async () => {
  const { store, source, workspace, channel, place, world } = await delivery();
  onTestFinished(() => store.close());
  const { storyId } = await acceptTitle(store, source, 'Open', world.now());
  const inbox = await privateSource(store, workspace);
  const { id: articleId, revision } = await acceptTitle(store, inbox, 'Ours', world.now(), joining(storyId));
  await store.articles.recordMatched({
    articleId,
    revision,
    storyId,
    alerts: [{ id: 'alert', channelId: channel.id, reasons: [] }],
    now: world.now(),
  });
  await place();
  expect((await store.deliveries.message('alert'))?.content).toMatchObject({
    title: 'Ours',
    summary: inShort('Ours'),
    outlets: [{ title: 'Open' }, { title: 'Ours' }],
  });
});

test('each alert of a story is told in the words of the article that rang there', async () => {
  const { store, source, workspace, oweAlert, place, world } = await delivery();
  onTestFinished(() => store.close());
  const { storyId } = await acceptTitle(store, source, 'First', world.now());
  await acceptTitle(store, source, 'Second', world.now(), joining(storyId));
  const other = await store.workspaces.openChannel(workspace.id, 'other');
  for (const id of [await oweAlert('First'), await oweAlert('Second', other.id)]) {
    await place();
    const title = id.split(':')[1] ?? '';
    expect((await store.deliveries.message(id))?.content).toMatchObject({
      storyId,
      title,
      summary: inShort(title),
    });
  }
});

test('an alert has title and summary of one revision, whether that was matched yet or rings for nobody any more', async () => {
  const { store, source, oweAlert, tellMore, place, world } = await delivery();
  onTestFinished(() => store.close());
  const id = await oweAlert('First');
  await place();
  const shown = async () => (await store.deliveries.message(id))?.content;

  const second = { title: 'Second', summary: inShort('Second') };
  const unmatched = await acceptTitle(store, source, 'Second', world.now(), undefined, 'guid:First');
  await tellMore('First');
  expect(await shown()).toMatchObject(second);
  const third = await acceptTitle(store, source, 'Third', world.now(), undefined, 'guid:First');
  expect(third).toMatchObject({ id: unmatched.id, revision: 3 });
  await store.articles.recordMatched({
    articleId: third.id,
    revision: third.revision,
    storyId: third.storyId,
    alerts: [],
    now: world.now(),
  });
  await place();
  expect(await shown()).toMatchObject({ title: 'Third', summary: inShort('Third') });
});

function privateSource(store: Store, { id, name }: Workspace) {
  return store.sources.open({
    audience: id,
    kind: 'inbox',
    url: `/inbox of ${name}`,
    title: 'Inbox',
    intervalMs: 0,
  });
}
