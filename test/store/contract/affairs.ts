import { describe, expect, test } from 'vitest';
import type { Channel } from '../../../src/domain.ts';
import { following, messageAt, subscribe, type OpenStore } from '../given.ts';
import { dueIn, event, mute, neighbours, other, placeAll, rings } from '../neighbours.ts';

/** What people do to one of the stories that are one for their workspace, and what follows it. */
export function affairsContract(open: OpenStore): void {
  describe('muting', () => {
    test.each([
      ['its own story', 0],
      ['the public one', 1],
    ])('%s mutes both, and what follows either; unmuting the other brings both back', async (_, at) => {
      const town = await neighbours(open);
      const { store, channel, theirs } = town;
      const told = await rings(town, town.own, event, [channel]);
      const news = await rings(town, town.source, event, [channel, theirs]);
      await placeAll(town);
      const [muted, unmuted] = at === 0 ? [told, news] : [news, told];
      expect(await mute(town, channel, muted)).toBe(true);
      const all = [told, news];
      const isMuted = (one: Channel) =>
        Promise.all(all.map((storyId) => store.deliveries.isMuted(one.id, storyId)));
      expect(await isMuted(channel)).toEqual([true, true]);
      expect(await isMuted(theirs)).toEqual([false, false]);

      await rings(town, town.source, event, [channel, theirs]);
      all.push(await rings(town, town.source, other, [channel, theirs], { choice: following(news) }));
      all.push(await rings(town, town.own, 3, [channel], { choice: following(told) }));
      expect(await isMuted(channel)).toEqual([true, true, true, true]);
      expect((await dueIn(town)).map(([id]) => id)).toEqual([theirs.id, theirs.id]);

      expect(await store.deliveries.unmuteStory(channel.id, unmuted)).toBe(true);
      expect(await isMuted(channel)).toEqual([false, false, false, false]);
    });

    test('what its own story follows is no mute for others', async () => {
      const town = await neighbours(open);
      const { channel, theirs } = town;
      const before = await rings(town, town.source, other, []);
      await rings(town, town.own, event, [channel], { choice: following(before) });
      await mute(town, channel, before);
      await mute(town, theirs, before);
      const news = await rings(town, town.source, event, [channel, theirs]);
      expect(await dueIn(town)).toEqual([[theirs.id, news, 1]]);
    });
  });

  test('what follows the public story is a reply to the alert of its own', async () => {
    const town = await neighbours(open);
    const { store, channel, theirs } = town;
    const told = await rings(town, town.own, event, [channel]);
    const news = await rings(town, town.source, event, [channel, theirs]);
    const later = await rings(town, town.source, other, [channel, theirs], { choice: following(news) });
    await placeAll(town);
    const parentIn = async ({ id }: Channel) => (await messageAt(store, `a${later}-${id}`)).parentId;
    expect(await parentIn(channel)).toBe(`a${told}-${channel.id}`);
    expect(await parentIn(theirs)).toBe(`a${news}-${theirs.id}`);
  });

  test('who unsubscribes and subscribes again is told again by the alert that is there', async () => {
    const town = await neighbours(open);
    const { store, channel } = town;
    const { subscription } = await subscribe(store, channel, 'aws');
    const told = await rings(town, town.own, event, [channel], {}, 'AWS', subscription.id);
    await store.subscriptions.remove(subscription.id, 5);
    expect(await dueIn(town)).toEqual([]);
    const { subscription: again } = await subscribe(store, channel, 'aws');
    await rings(town, town.source, event, [channel], {}, 'AWS', again.id);
    expect(await dueIn(town)).toEqual([[channel.id, told, 2]]);
  });
}
