import { describe, expect, test } from 'vitest';
import {
  acceptance,
  draft,
  joinStory,
  matched,
  openSource,
  openWorkspace,
  placeAlert,
  reason,
  smallTown,
  type OpenStore,
  joining,
  ring,
} from '../given.ts';

export function matchedContract(open: OpenStore): void {
  test('its alerts are due with it, oldest first', async () => {
    const { store, source, channel, workspace } = await smallTown(open);
    const other = await store.workspaces.openChannel(workspace.id, 'other');
    const { article: first } = await store.articles.accept(acceptance(source));
    const { article: second } = await store.articles.accept(acceptance(source));
    await ring(store, matched(second, [channel], { now: 200 }));
    await ring(store, matched(first, [channel, other], { now: 200 }));

    const due = await store.deliveries.dueAlerts(200, 10);
    expect(due[0]).toEqual({
      alert: {
        id: `a${first.storyId}-${channel.id}`,
        channelId: channel.id,
        storyId: first.storyId,
        n: 0,
        articleId: first.id,
        reasons: [reason('AWS')],
      },
      dueNo: 1,
      platform: 'local',
      workspaceId: workspace.id,
    });
    expect(due.map(({ alert }) => alert.articleId)).toEqual([first.id, first.id, second.id]);
    expect(await store.deliveries.dueAlerts(200, 2)).toHaveLength(2);
    expect(await store.deliveries.dueAlerts(199, 10)).toEqual([]);
  });

  test('it is fanned out in parts: what stops between two of them goes on, and nothing is made twice', async () => {
    const { store, source, workspace } = await smallTown(open);
    const channels = [];
    for (let no = 0; no < 1001; no += 1)
      channels.push(await store.workspaces.openChannel(workspace.id, `room ${no}`));
    const { article } = await store.articles.accept(acceptance(source));
    const made = async () => (await store.deliveries.dueAlerts(99_999, 10_000)).length;

    await store.articles.recordMatched(matched(article, channels));
    expect(await store.articles.due(10), 'it is done').toEqual([]);
    expect(await made()).toBe(0);
    expect((await store.backlog(99_999)).due.place).toEqual({ rows: 1001, oldestAt: 20_000 });
    const parts = await store.deliveries.waitingFanOuts(10);
    expect(parts).toHaveLength(3);
    expect(await store.deliveries.waitingFanOuts(1)).toEqual(parts.slice(0, 1));

    await store.deliveries.fanOut(parts[0] ?? 0);
    expect(await made()).toBe(500);
    expect(await store.deliveries.waitingFanOuts(10)).toEqual(parts.slice(1));
    for (const no of [...parts, ...parts]) await store.deliveries.fanOut(no);
    expect(await made()).toBe(1001);
    expect((await store.backlog(99_999)).due.place).toEqual({ rows: 1001, oldestAt: 20_000 });
  });

  test('what joins a story before it is fanned out takes nothing from it', async () => {
    const { store, source, channel, workspace } = await smallTown(open);
    const other = await store.workspaces.openChannel(workspace.id, 'other');
    const { article: first } = await store.articles.accept(acceptance(source));
    const { article: second } = await store.articles.accept(
      acceptance(source, { choice: joining(first.storyId) }),
    );
    await store.articles.recordMatched(matched(first, [channel]));
    await ring(store, matched(second, [other]));
    const due = await store.deliveries.dueAlerts(99_999, 10);
    expect(due.map(({ alert }) => [alert.channelId, alert.articleId])).toEqual([
      [channel.id, first.id],
      [other.id, second.id],
    ]);
  });

  test('saying it twice changes nothing', async () => {
    const { store, source, channel } = await smallTown(open);
    const { article } = await store.articles.accept(acceptance(source));
    await ring(store, matched(article, [channel]));
    const due = await store.deliveries.dueAlerts(99_999, 10);
    await ring(store, matched(article, [channel], { now: 50_000 }));
    expect(await store.deliveries.dueAlerts(99_999, 10)).toEqual(due);
  });

  test('a channel has one alert for a story: what rings later adds its reasons, none twice', async () => {
    const { store, source, channel } = await smallTown(open);
    const { article: first } = await store.articles.accept(acceptance(source));
    const { article: second } = await store.articles.accept(
      acceptance(source, { choice: joining(first.storyId) }),
    );
    const rings = (reasons: ReturnType<typeof reason>[]) => ({
      alerts: [{ id: 'a1', channelId: channel.id, reasons }],
    });
    await ring(store, matched(first, [], rings([reason('AWS', 1), reason('AWS', 1)])));
    await ring(
      store,
      matched(
        second,
        [],
        rings([{ ...reason('AWS', 1), words: ['Amazon'] }, reason('AWS', 2), reason('layoffs', 1)]),
      ),
    );
    const due = await store.deliveries.dueAlerts(99_999, 10);
    expect(due).toHaveLength(1);
    expect(due[0]?.alert).toMatchObject({
      articleId: first.id,
      reasons: [reason('AWS', 1), reason('AWS', 2), reason('layoffs', 1)],
    });
  });

  test('an alert that another story already has takes the reasons, and matching goes on', async () => {
    const { store, source, channel } = await smallTown(open);
    const { article: first } = await store.articles.accept(acceptance(source));
    const { article: namesake } = await store.articles.accept(acceptance(source));
    const rings = (...reasons: ReturnType<typeof reason>[]) => ({
      alerts: [{ id: 'a1', channelId: channel.id, reasons }],
    });
    await ring(store, matched(first, [], rings(reason('AWS', 1))));
    await ring(store, matched(namesake, [], rings(reason('AWS', 1), reason('layoffs', 2))));
    expect(await store.articles.due(10)).toEqual([]);
    expect(await store.deliveries.dueAlerts(99_999, 10)).toMatchObject([
      {
        dueNo: 2,
        alert: { id: 'a1', articleId: first.id, reasons: [reason('AWS', 1), reason('layoffs', 2)] },
      },
    ]);
  });

  test('an article that joins a story makes its alerts due again, whether it rings or not', async () => {
    const town = await smallTown(open);
    const { store, source, channel } = town;
    const { article } = await store.articles.accept(acceptance(source));
    await ring(store, matched(article, [channel], { now: 100 }));
    await placeAlert(store, channel, article.storyId, 'A');
    expect(await store.deliveries.dueAlerts(99_999, 10)).toEqual([]);
    await joinStory(town, article.storyId);
    expect(await store.deliveries.dueAlerts(99_999, 10)).toMatchObject([
      { dueNo: 2, alert: { articleId: article.id } },
    ]);
  });

  test('what becomes due while an alert is being placed stays due', async () => {
    const town = await smallTown(open);
    const { store, source, channel } = town;
    const { article } = await store.articles.accept(acceptance(source));
    await ring(store, matched(article, [channel]));
    await joinStory(town, article.storyId);
    await placeAlert(store, channel, article.storyId, 'A', { dueNo: 1 });
    expect(await store.deliveries.dueAlerts(99_999, 10)).toMatchObject([{ dueNo: 2 }]);
    await placeAlert(store, channel, article.storyId, 'B');
    expect(await store.deliveries.dueAlerts(99_999, 10)).toEqual([]);
  });

  test('a private article rings in its own workspace and nowhere else', async () => {
    const { store, source, channel, workspace } = await smallTown(open);
    const us = await openWorkspace(store, 'T1');
    const ourChannel = await store.workspaces.openChannel(us.id, 'ours');
    const ourSource = await openSource(store, 'https://private.example/', us.id);
    const { article: shown } = await store.articles.accept(acceptance(source));
    await ring(store, matched(shown, [channel]));
    await placeAlert(store, channel, shown.storyId, 'A');

    const { article: hidden } = await store.articles.accept(
      acceptance(ourSource, { choice: joining(shown.storyId) }),
    );
    expect(hidden.storyId).toBe(shown.storyId);
    const stranger = await store.workspaces.openChannel(workspace.id, 'stranger');
    await ring(store, matched(hidden, [channel, stranger, ourChannel]));
    const due = await store.deliveries.dueAlerts(99_999, 10);
    expect(due.map(({ alert }) => alert.channelId)).toEqual([ourChannel.id]);
  });

  describe('a public article of which a workspace has its own copy', () => {
    const copies: ReadonlyArray<
      [shared: string, keys: readonly string[], copy: readonly string[], rings: boolean]
    > = [
      ['the address', ['guid:1', 'url:x'], ['path:a.md', 'url:x'], false],
      ['the content', ['url:x', 'content:c'], ['url:y', 'content:c'], false],
      ['the file', ['sha256:f'], ['sha256:f'], false],
      ['only what means little elsewhere', ['guid:1', 'title:t'], ['guid:1', 'title:t'], true],
    ];
    test.each(copies)('with %s', async (_, keys, copy, rings) => {
      const { store, source, channel, workspace } = await smallTown(open);
      const stranger = await openWorkspace(store, 'T1');
      const theirs = await store.workspaces.openChannel(stranger.id, 'theirs');
      const silent = await store.workspaces.openChannel(workspace.id, 'that heard nothing of the copy');
      const inbox = await openSource(store, '/inbox', workspace.id);
      const own = await store.articles.accept(acceptance(inbox, { draft: draft({ keys: copy }) }));
      await ring(store, matched(own.article, [channel]));
      await placeAlert(store, channel, own.article.storyId, 'Own');

      const { article } = await store.articles.accept(acceptance(source, { draft: draft({ keys }) }));
      await ring(store, matched(article, [channel, silent, theirs]));
      const told = new Set([...(rings ? [channel] : []), silent, theirs].map(({ id }) => id));
      const due = async () =>
        new Set((await store.deliveries.dueAlerts(99_999, 10)).map(({ alert }) => alert.channelId));
      expect(await due()).toEqual(told);

      await joinStory({ store, source }, article.storyId);
      expect(await due(), 'nor when its story grows').toEqual(told);
    });
  });

  test('each channel owes its alert to the article that rang there; a revision makes it due though it rings for nobody', async () => {
    const { store, source, channel, workspace } = await smallTown(open);
    const other = await store.workspaces.openChannel(workspace.id, 'other');
    const says = (title: string) => ({ draft: draft({ keys: ['url:x'], title, language: 'de' }) });
    const { article: first } = await store.articles.accept(acceptance(source, says('Erster')));
    const { article: second } = await store.articles.accept(
      acceptance(source, { choice: joining(first.storyId) }),
    );
    await ring(store, matched(first, [channel]));
    await ring(store, matched(second, [other]));
    const shown = async () => {
      const due = await store.deliveries.dueAlerts(99_999, 10);
      const articles = due.map(async ({ alert }) => {
        return [alert.channelId, (await store.articles.article(alert.articleId))?.title];
      });
      return new Map((await Promise.all(articles)) as Array<[number, string]>);
    };
    expect(await shown()).toEqual(
      new Map([
        [channel.id, 'Erster'],
        [other.id, second.title],
      ]),
    );

    for (const each of [channel, other]) await placeAlert(store, each, first.storyId, 'A');
    expect((await shown()).size).toBe(0);
    const { article: revised } = await store.articles.accept(acceptance(source, says('Berichtigt')));
    await ring(store, matched(revised, []));
    expect((await shown()).get(channel.id)).toBe('Berichtigt');
    expect((await shown()).get(other.id), 'for its story has changed').toBe(second.title);
  });

  test('an article may ring in thousands of channels', async () => {
    const { store, source, workspace } = await smallTown(open);
    const names = Array.from({ length: 333 }, (_, at) => `channel ${at}`);
    const channels = await Promise.all(names.map((name) => store.workspaces.openChannel(workspace.id, name)));
    const { article } = await store.articles.accept(acceptance(source));
    await ring(store, matched(article, channels));
    expect(await store.deliveries.dueAlerts(99_999, 1000)).toHaveLength(333);
  });
}
