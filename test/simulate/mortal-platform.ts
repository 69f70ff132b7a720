/** A platform as a bot reaches it that may die on the way there and on the way back. */
import type { Platform } from '../../src/platform/platform.ts';
import type { Life } from './life.ts';

/** @param note is told of every request and what came of it. */
export function mortalPlatform(platform: Platform, life: Life, note: (line: string) => void): Platform {
  return {
    ...platform,
    post: (channel, post) =>
      ask(`post ${channel.externalId} ${post.marker} r${post.revision}`, () => platform.post(channel, post)),
    edit: (channel, id, post) =>
      ask(`edit ${channel.externalId} ${post.marker} r${post.revision}`, () =>
        platform.edit(channel, id, post),
      ),
    readBack: (channel, marker, sought) =>
      ask(`read ${channel.externalId} ${marker}`, () => platform.readBack(channel, marker, sought)),
  };

  async function ask<T extends { readonly kind: string }>(
    what: string,
    request: () => Promise<T>,
  ): Promise<T> {
    await life.survive(`before ${what}`);
    note(`${platform.name} ${what}`);
    const answer = await request();
    await life.survive(`after ${what}`);
    note(`${platform.name} ${what}: ${answer.kind}`);
    return answer;
  }
}
