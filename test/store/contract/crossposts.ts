import { expect, test } from 'vitest';
import { smallTown, type OpenStore } from '../given.ts';

export function crosspostsContract(open: OpenStore): void {
  test('what waits to be published is there once, oldest first, until it is published', async () => {
    const { store } = await smallTown(open);
    const [first, second, third] = ['999', '1000', '1001'].map((messageId) => ({
      channelId: '7',
      messageId,
    }));
    for (const one of [third, first, second, first]) {
      if (one !== undefined) await store.crossposts.add(one, one === third ? 2 : 1);
    }
    expect(await store.crossposts.waiting()).toEqual([first, second, third]);
    await store.crossposts.remove('1000');
    await store.crossposts.remove('1000');
    expect(await store.crossposts.waiting()).toEqual([first, third]);
  });
}
