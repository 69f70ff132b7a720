import { hash } from 'node:crypto';

/**
 * Derived from what is true on every machine, so that whoever is in doubt about a message, also after a backup was
 * restored, finds it in the channel's history.
 * 24 characters of base64url = 144 bits; Discord takes at most 25 as a nonce
 * (https://discord.com/developers/docs/resources/message#create-message).
 */
export function messageIdOf(...parts: ReadonlyArray<string | number>): string {
  return hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 24);
}

/**
 * The same for what is owed on a story. Those of one story begin alike: a database keeps them side by side, and a story
 * that rings in a thousand channels changes a dozen pages of each index instead of a thousand.
 * @returns the id by channel ("platform/workspace/channel") and number
 */
export function alertIdsOf(storyKey: string): (channelKey: string, n: number) => string {
  // 36 of the 144 bits are the story's; the others tell it apart too.
  const shared = messageIdOf(storyKey).slice(0, 6);
  return (channelKey, n) => shared + messageIdOf(channelKey, storyKey, n).slice(0, 18);
}
