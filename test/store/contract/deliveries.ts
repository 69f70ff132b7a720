import { describe, expect, test } from 'vitest';
import type { Channel, Message } from '../../../src/domain.ts';
import type { Recorded } from '../../../src/store/port/deliveries.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  acceptance,
  content,
  joinStory,
  lease,
  matched,
  messageAt,
  pendingMessage,
  placeAlert,
  smallTown,
  tryLease,
  wayOf,
  type OpenStore,
  type Town,
  ring,
} from '../given.ts';

const minute = 60_000;

export function deliveriesContract(open: OpenStore): void {
  placing(open);
  order(open);
  sending(open);
}

function placing(open: OpenStore): void {
  describe('an alert is placed', () => {
    test('in a new message, which is pending', async () => {
      const town = await smallTown(open);
      const id = await pendingMessage(town, town.channel, 5000);
      const message = await messageAt(town.store, id);
      expect(message).toEqual({
        id,
        channelId: town.channel.id,
        edits: 0,
        parentId: undefined,
        content: message.content,
        state: 'pending',
        wantedRev: 1,
        postedRev: 0,
        sendingRev: 0,
        attempt: 0,
        firstTryAt: undefined,
        nextTryAt: 5000,
        externalId: undefined,
        reason: undefined,
        createdAt: 5000,
      });
      expect(await town.store.deliveries.message('absent')).toBeUndefined();
      expect(await town.store.deliveries.transitions(id)).toEqual([
        { messageId: id, at: 5000, from: 'due', to: 'pending', reason: undefined },
      ]);
    });

    test('again in other words after it was refused: it is pending, as if it were new', async () => {
      const town = await smallTown(open);
      const { store, channel } = town;
      const { id, say } = await placedMessage(town, 'Too long');
      await send(store, channel, 40_000, { kind: 'dead', reason: 'too long', refused: true });
      await say('Too long', 50_000);
      expect(await messageAt(store, id)).toMatchObject({ state: 'dead' });
      await say('In short', 60_000);
      expect(await messageAt(store, id)).toMatchObject({
        state: 'pending',
        wantedRev: 2,
        attempt: 0,
        firstTryAt: undefined,
        nextTryAt: 60_000,
        reason: undefined,
      });
      expect(await store.deliveries.nextDueAt(['local'])).toBe(60_000);
      await send(store, channel, 60_000, { kind: 'dead', reason: 'too late' });
      await say('Given up', 70_000);
      expect(await messageAt(store, id)).toMatchObject({ state: 'dead', reason: 'too late' });
    });

    test('again while it is being refused: it is pending in the new words', async () => {
      const town = await smallTown(open);
      const { store, channel } = town;
      const { id, say } = await placedMessage(town, 'Too long');
      const { fence } = await lease(store, 40_000);
      await store.deliveries.startSending(id, fence, 40_000);
      await say('In short', 40_001);
      const refused = { kind: 'dead', reason: 'too long', refused: true } as const;
      await store.deliveries.record(id, fence, refused, 40_002);
      await store.deliveries.releaseChannel(channel.id, fence, 40_002);
      expect(await send(store, channel, 40_003)).toMatchObject({ content: { title: 'In short' } });
      expect(await messageAt(store, id)).toMatchObject({ state: 'sent', postedRev: 2 });
    });

    test('again with the same words: nothing is to be done', async () => {
      const town = await smallTown(open);
      const { id, say } = await sentMessage(town, 'A');
      await say('A', 50_000);
      expect(await messageAt(town.store, id)).toMatchObject({ wantedRev: 1, state: 'sent' });
      expect(await town.store.deliveries.nextDueAt(['local'])).toBeUndefined();
    });

    test('again before it is visible: the new words go out in its place, at once', async () => {
      const town = await smallTown(open);
      const { id, say } = await placedMessage(town, 'A');
      await say('B', 50_000);
      expect(await messageAt(town.store, id)).toMatchObject({
        wantedRev: 2,
        state: 'pending',
        content: { title: 'B' },
      });
      const sent = await send(town.store, town.channel, 50_000);
      expect(sent).toMatchObject({ sendingRev: 2, content: { title: 'B' } });
      expect(await town.store.deliveries.nextDueAt(['local'])).toBeUndefined();
    });

    test('again while it waits after a refusal: the platform is not asked earlier', async () => {
      const town = await smallTown(open);
      const { id, say } = await placedMessage(town, 'A');
      await send(town.store, town.channel, 40_000, { kind: 'later', nextTryAt: 90_000, reason: 'busy' });
      await say('B', 50_000);
      expect(await messageAt(town.store, id)).toMatchObject({ wantedRev: 2, nextTryAt: 90_000 });
    });

    test('again when it is visible: edits are gathered from the first one on', async () => {
      const town = await smallTown(open);
      const { store, channel } = town;
      const { id, say } = await sentMessage(town, 'A');
      await say('B', 50_000);
      await say('C', 50_000 + 5 * minute);
      expect(await messageAt(store, id)).toMatchObject({
        wantedRev: 3,
        postedRev: 1,
        state: 'sent',
        nextTryAt: 50_000 + 10 * minute,
      });
      expect(await tryLease(store, 50_000 + 10 * minute - 1)).toBeUndefined();
      const edited = await send(store, channel, 50_000 + 10 * minute);
      expect(edited).toMatchObject({ id, sendingRev: 3, externalId: `x-${id}`, content: { title: 'C' } });
      expect(await messageAt(store, id)).toMatchObject({ postedRev: 3, state: 'sent' });
      expect(await tryLease(store, 9_999_999)).toBeUndefined();
    });

    test('again while it is being sent: what comes later is an edit, gathered as such', async () => {
      const town = await smallTown(open);
      const { store, channel } = town;
      const { id, say } = await placedMessage(town, 'A');
      const { fence } = await lease(store, 40_000);
      await store.deliveries.startSending(id, fence, 40_000);
      await say('B', 40_001);
      await say('C', 40_002);
      await store.deliveries.record(id, fence, { kind: 'sent', externalId: 'x', revision: 1 }, 40_003);
      await store.deliveries.releaseChannel(channel.id, fence, 40_003);
      expect(await messageAt(store, id)).toMatchObject({ state: 'sent', postedRev: 1, wantedRev: 3 });
      expect(await store.deliveries.nextDueAt(['local'])).toBe(40_001 + 10 * minute);
    });

    test('by a placer that is late: what is newer stays', async () => {
      const town = await smallTown(open);
      const { store, channel } = town;
      const { id, storyId, say } = await placedMessage(town, 'A');
      await say('B', 50_000);
      await joinStory(town, storyId);
      await placeAlert(store, channel, storyId, 'old words', { dueNo: 1, now: 60_000 });
      expect(await messageAt(store, id)).toMatchObject({ wantedRev: 2, content: { title: 'B' } });
    });

    test('twice at once: one message', async () => {
      const town = await smallTown(open);
      const { store, channel } = town;
      const { id, storyId } = await placedMessage(town, 'A');
      await joinStory(town, storyId);
      const [due] = await store.deliveries.dueAlerts(99_999, 1);
      if (due === undefined) throw new Error('nothing is due');
      const placed = { due, messageId: id, content: content('B'), now: 50_000, editDelayMs: 0 };
      await Promise.all([store.deliveries.place([placed]), store.deliveries.place([placed])]);
      expect(await messageAt(store, id)).toMatchObject({ wantedRev: 2 });
      expect(await store.deliveries.latestAlerts(channel.id, 10)).toHaveLength(1);
    });

    test('many at once: each in its own message, in the order of the list; one that cannot be placed undoes all', async () => {
      const { store, source, channel, workspace } = await smallTown(open);
      const other = await store.workspaces.openChannel(workspace.id, 'other');
      for (let no = 0; no < 3; no += 1) {
        const { article } = await store.articles.accept(acceptance(source));
        await ring(store, matched(article, [channel, other]));
      }
      const due = await store.deliveries.dueAlerts(99_999, 10);
      const placed = due.map((one) => ({
        due: one,
        messageId: one.alert.id,
        content: content(`${one.alert.articleId}`),
        now: 50_000,
        editDelayMs: 0,
      }));
      const bad = { ...placed[0]!.due, alert: { ...placed[0]!.due.alert, id: 'no' } };
      const withBad = [...placed, { ...placed[0]!, due: bad, messageId: 'no' }];
      await expect(store.deliveries.place(withBad)).rejects.toThrow('no alert no');
      expect(await store.deliveries.dueAlerts(99_999, 10)).toEqual(due);

      await store.deliveries.place(placed);
      await store.deliveries.place(placed);
      expect(await store.deliveries.dueAlerts(99_999, 10)).toEqual([]);
      const [first] = due;
      for (let no = 0; no < 2; no += 1) {
        const { channel: leased } = await lease(store, 60_000);
        const next = await store.deliveries.nextMessage(leased.id, 60_000);
        expect(next).toMatchObject({ state: 'pending', content: { title: `${first?.alert.articleId}` } });
      }
    });

    test('an alert or a channel that does not exist is our mistake', async () => {
      const { store, channel } = await smallTown(open);
      const due = {
        alert: { id: 'no', channelId: channel.id, storyId: 1, n: 0, articleId: 1, reasons: [] },
        dueNo: 1,
        platform: 'local',
        workspaceId: 1,
      } as const;
      const placed = { due, messageId: 'no', content: content('A'), now: 1, editDelayMs: 1 };
      await expect(store.deliveries.place([placed])).rejects.toThrow('no alert no');
    });
  });
}

function order(open: OpenStore): void {
  describe('what a channel needs next', () => {
    test('pending messages in the order they were placed', async () => {
      const town = await smallTown(open);
      const ids = [];
      for (let at = 0; at < 4; at += 1) ids.push(await pendingMessage(town, town.channel, 1000 - at));
      expect(await sendAll(town, 2000)).toEqual(ids);
    });

    test('a message that waits holds back those behind it', async () => {
      const town = await smallTown(open);
      const [first, second] = [
        await pendingMessage(town, town.channel, 0),
        await pendingMessage(town, town.channel, 0),
      ];
      await send(town.store, town.channel, 1000, { kind: 'later', nextTryAt: 9000, reason: 'busy' });
      expect(await tryLease(town.store, 8999)).toBeUndefined();
      expect(await sendAll(town, 9000)).toEqual([first, second]);
    });

    test('a message in doubt comes before all others, and holds them back while it waits', async () => {
      const town = await smallTown(open);
      const { store, channel } = town;
      const [first, second] = [
        await pendingMessage(town, channel, 0),
        await pendingMessage(town, channel, 0),
      ];
      await send(store, channel, 1000, { kind: 'unknown', nextTryAt: 9000, reason: 'no answer' });
      expect(await store.deliveries.nextMessage(channel.id, 8999)).toBeUndefined();
      expect(await tryLease(store, 8999)).toBeUndefined();
      expect(await store.deliveries.nextMessage(channel.id, 9000)).toMatchObject({
        id: first,
        state: 'unknown',
      });
      expect(await sendAll(town, 9000)).toEqual([first, second]);
    });

    test('new messages go before edits; edits go past what waits', async () => {
      const town = await smallTown(open);
      const { store, channel } = town;
      const edited = await sentMessage(town, 'A');
      await edited.say('B', 50_000);
      const due = 50_000 + 10 * minute;
      const fresh = await pendingMessage(town, channel, due);
      expect((await store.deliveries.nextMessage(channel.id, due))?.id).toBe(fresh);
      await send(store, channel, due, { kind: 'later', nextTryAt: due + minute, reason: 'busy' });
      expect(await sendAll(town, due)).toEqual([edited.id]);
      expect(await sendAll(town, due + minute)).toEqual([fresh]);
    });

    test('of the edits, the one that has waited longest', async () => {
      const town = await smallTown(open);
      const [one, two] = [await sentMessage(town, 'A'), await sentMessage(town, 'B')];
      await two.say('B2', 50_000);
      await one.say('A2', 50_001);
      expect(await sendAll(town, 50_001 + 10 * minute)).toEqual([two.id, one.id]);
    });

    test('of edits that wait for each other none before its time, and news go on', async () => {
      const town = await smallTown(open);
      const { store, channel } = town;
      const [one, two] = [await sentMessage(town, 'A'), await sentMessage(town, 'B')];
      await one.say('A2', 50_000);
      await two.say('B2', 50_000);
      const due = 50_000 + 10 * minute;
      const later = { kind: 'later', nextTryAt: due + minute, reason: 'busy', editsWait: true } as const;
      await send(store, channel, due, later);
      expect(await tryLease(store, due + minute - 1)).toBeUndefined();
      const fresh = await pendingMessage(town, channel, due);
      expect(await sendAll(town, due)).toEqual([fresh]);
      expect(await sendAll(town, due + minute)).toEqual([one.id, two.id]);
    });

    test('nothing while a message is being sent', async () => {
      const town = await smallTown(open);
      const { store, channel } = town;
      const id = await pendingMessage(town, channel, 0);
      await pendingMessage(town, channel, 0);
      const { fence } = await lease(store, 1000);
      await store.deliveries.startSending(id, fence, 1000);
      expect(await store.deliveries.nextMessage(channel.id, 1000)).toBeUndefined();
      expect(await store.deliveries.startSending(id, fence, 1000), 'nor the same again').toBeUndefined();
    });

    test('the newest messages of a channel', async () => {
      const town = await smallTown(open);
      const ids = [];
      for (let at = 0; at < 3; at += 1) ids.push(await pendingMessage(town, town.channel, 0));
      const latest = await town.store.deliveries.latestAlerts(town.channel.id, 2);
      expect(latest.map(({ id }) => id)).toEqual(ids.toReversed().slice(0, 2));
    });
  });
}

/** What was recorded, one after the other, and what has become of the message. */
const outcomes: ReadonlyArray<[name: string, recorded: Recorded[], becomes: Partial<Message>, way: string]> =
  [
    [
      'sent',
      [{ kind: 'sent', externalId: 'x', revision: 1 }],
      { state: 'sent', postedRev: 1, externalId: 'x', attempt: 0 },
      'sent',
    ],
    [
      'refused before any effect',
      [{ kind: 'later', nextTryAt: 7000, reason: 'busy' }],
      { state: 'pending', nextTryAt: 7000, reason: 'busy', attempt: 1 },
      'pending',
    ],
    [
      'without an answer',
      [{ kind: 'unknown', nextTryAt: 7000, reason: 'no answer' }],
      { state: 'unknown', nextTryAt: 7000, reason: 'no answer', attempt: 1 },
      'unknown',
    ],
    [
      'refused for what it is',
      [{ kind: 'dead', reason: 'too long' }],
      { state: 'dead', reason: 'too long' },
      'dead',
    ],
    [
      'in doubt, then found',
      [
        { kind: 'unknown', nextTryAt: 7000, reason: 'no answer' },
        { kind: 'sent', externalId: 'x', revision: 1 },
      ],
      { state: 'sent', postedRev: 1, reason: undefined },
      'unknown sent',
    ],
    [
      'in doubt, then absent',
      [
        { kind: 'unknown', nextTryAt: 7000, reason: 'no answer' },
        { kind: 'later', nextTryAt: 8000, reason: 'absent' },
      ],
      { state: 'pending', nextTryAt: 8000 },
      'unknown pending',
    ],
    [
      'in doubt, and the history cannot be read',
      [
        { kind: 'unknown', nextTryAt: 7000, reason: 'no answer' },
        { kind: 'unknown', nextTryAt: 9000, reason: 'history busy' },
      ],
      { state: 'unknown', nextTryAt: 9000, attempt: 2 },
      'unknown unknown',
    ],
    [
      'in doubt, and the channel is closed',
      [
        { kind: 'unknown', nextTryAt: 7000, reason: 'no answer' },
        { kind: 'unknown', nextTryAt: 9000, reason: 'closed', afresh: true },
      ],
      { state: 'unknown', nextTryAt: 9000, attempt: 0, firstTryAt: 1001 },
      'unknown unknown',
    ],
    [
      'recorded twice',
      [
        { kind: 'sent', externalId: 'x', revision: 1 },
        { kind: 'sent', externalId: 'x', revision: 1 },
      ],
      { state: 'sent', postedRev: 1 },
      'sent',
    ],
  ];

function sending(open: OpenStore): void {
  describe('a message that was sent is', () => {
    test.each(outcomes)('%s', async (_, recorded, becomes, way) => {
      const town = await smallTown(open);
      const { store, channel } = town;
      const id = await pendingMessage(town, channel, 0);
      const { fence } = await lease(store, 1000);
      expect(await store.deliveries.startSending(id, fence, 1001)).toMatchObject({
        state: 'sending',
        sendingRev: 1,
        attempt: 1,
        firstTryAt: 1001,
      });
      for (const each of recorded) expect(await store.deliveries.record(id, fence, each, 2000)).toBe(true);
      expect(await messageAt(store, id)).toMatchObject(becomes);
      expect((await wayOf(store, id)).join(' ')).toBe(`due pending sending ${way}`);
    });
  });

  test('the first try is remembered, however many follow', async () => {
    const town = await smallTown(open);
    const id = await pendingMessage(town, town.channel, 0);
    for (const at of [1000, 2000])
      await send(town.store, town.channel, at, { kind: 'later', nextTryAt: at, reason: 'busy' });
    expect(await messageAt(town.store, id)).toMatchObject({ attempt: 2, firstTryAt: 1000 });
  });

  test('an edit has a first try of its own, however long ago the message was sent', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    const { id, say } = await sentMessage(town, 'A');
    expect((await messageAt(store, id)).firstTryAt).toBeUndefined();
    await say('B', 50_000);
    const dayLater = 25 * 60 * 60_000;
    await send(store, channel, dayLater, { kind: 'later', nextTryAt: dayLater, reason: 'busy' });
    expect(await messageAt(store, id)).toMatchObject({ state: 'sent', firstTryAt: dayLater });
  });

  test('an edit that had no effect leaves the message sent, still wanting it', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    const { id, say } = await sentMessage(town, 'A');
    await say('B', 50_000);
    const due = 50_000 + 10 * minute;
    await send(store, channel, due, { kind: 'later', nextTryAt: due + 5, reason: 'busy' });
    expect(await messageAt(store, id)).toMatchObject({
      state: 'sent',
      postedRev: 1,
      wantedRev: 2,
      nextTryAt: due + 5,
    });
    expect(await sendAll(town, due + 5)).toEqual([id]);
  });

  test('an edit in doubt that turns out not to be visible is still wanted', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    const { id, say } = await sentMessage(town, 'A');
    await say('B', 50_000);
    const due = 50_000 + 10 * minute;
    await send(store, channel, due, { kind: 'unknown', nextTryAt: due, reason: 'no answer' });
    const { fence } = await lease(store, due);
    await store.deliveries.record(id, fence, { kind: 'sent', externalId: 'x', revision: 1 }, due);
    expect(await store.deliveries.nextMessage(channel.id, due)).toMatchObject({
      id,
      state: 'sent',
      postedRev: 1,
    });
  });

  test('an edit that is refused is left at that, until there is something else to say', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    const { id, say } = await sentMessage(town, 'A');
    await say('B', 50_000);
    const due = 50_000 + 10 * minute;
    await send(store, channel, due, {
      kind: 'sent',
      externalId: 'x',
      revision: 1,
      reason: 'too old to edit',
    });
    expect(await messageAt(store, id)).toMatchObject({
      state: 'sent',
      postedRev: 1,
      wantedRev: 2,
      reason: 'too old to edit',
    });
    expect(await tryLease(store, 9_999_999)).toBeUndefined();
    await say('C', due + 1);
    expect(await sendAll(town, due + 1 + 10 * minute)).toEqual([id]);
  });

  test('giving up one edit does not give up what was wanted meanwhile', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    const { id, say } = await sentMessage(town, 'A');
    await say('B', 50_000);
    const due = 50_000 + 10 * minute;
    const { fence } = await lease(store, due);
    await store.deliveries.startSending(id, fence, due);
    await say('C', due + 1);
    await store.deliveries.record(
      id,
      fence,
      { kind: 'sent', externalId: 'x', revision: 1, reason: 'refused' },
      due + 2,
    );
    await store.deliveries.releaseChannel(channel.id, fence, due + 2);
    expect(await store.deliveries.nextDueAt(['local'])).toBe(due + 1 + 10 * minute);
  });

  test('a dead message is not sent, whatever else it should say', async () => {
    const town = await smallTown(open);
    const { store, channel } = town;
    const { id, say } = await placedMessage(town, 'A');
    await send(store, channel, 40_000, { kind: 'dead', reason: 'too long' });
    await say('B', 50_000);
    expect(await messageAt(store, id)).toMatchObject({
      state: 'dead',
      wantedRev: 2,
      content: { title: 'B' },
    });
    expect(await tryLease(store, 9_999_999)).toBeUndefined();
  });
}

/** A message of this title, pending; `say` gives it other words. */
async function placedMessage(town: Town, title: string) {
  const { store, channel } = town;
  const storyId = await storyThatRang(town);
  const id = await placeAlert(store, channel, storyId, title);
  const say = async (words: string, now: number) => {
    await joinStory(town, storyId);
    await placeAlert(store, channel, storyId, words, { now, editDelayMs: 10 * minute });
  };
  return { id, storyId, say };
}

/** The same, visible. */
async function sentMessage(town: Town, title: string) {
  const placed = await placedMessage(town, title);
  await send(town.store, town.channel, 40_000);
  return placed;
}

async function storyThatRang({ store, source, channel }: Town): Promise<number> {
  const { article } = await store.articles.accept(acceptance(source));
  await ring(store, matched(article, [channel]));
  return article.storyId;
}

/** One turn of a sender on one channel. @returns the message as it was sent. */
async function send(
  store: Store,
  channel: Channel,
  now: number,
  recorded?: Recorded,
): Promise<Message | undefined> {
  const { fence } = await lease(store, now);
  const next = await store.deliveries.nextMessage(channel.id, now);
  const message = next && (await store.deliveries.startSending(next.id, fence, now));
  if (message !== undefined) {
    const sent: Recorded = { kind: 'sent', externalId: `x-${message.id}`, revision: message.sendingRev };
    await store.deliveries.record(message.id, fence, recorded ?? sent, now);
  }
  await store.deliveries.releaseChannel(channel.id, fence, now);
  return message;
}

/** Sends everything that can be sent now. @returns in which order. */
async function sendAll({ store, channel }: Town, now: number): Promise<readonly string[]> {
  const ids: string[] = [];
  while ((await store.deliveries.nextMessage(channel.id, now)) !== undefined) {
    const message = await send(store, channel, now);
    ids.push(message?.id ?? 'nothing');
  }
  return ids;
}
