/** Discord for one test, and what a test asks of it. */
import { onTestFinished } from 'vitest';
import type { AlertContent } from '../../../src/domain.ts';
import type { Post } from '../../../src/platform/platform.ts';
import { openDiscord, type OpenDiscordOptions } from './open-discord.ts';

export async function opened(options?: OpenDiscordOptions) {
  const discord = await openDiscord(options);
  onTestFinished(discord.close);
  return discord;
}

export function withDelivery(post: Post, delivery: NonNullable<AlertContent['delivery']>): Post {
  return { ...post, content: { ...(post.content as AlertContent), delivery } };
}

/** Sockets take turns of the event loop that no clock counts. */
export async function until(
  isSo: () => boolean,
  between: () => Promise<unknown> = async () => {},
): Promise<void> {
  for (let turn = 0; turn < 500 && !isSo(); turn += 1) {
    await new Promise((resolve) => void setImmediate(resolve));
    await between();
  }
}
