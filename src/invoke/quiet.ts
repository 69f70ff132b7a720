/** What a channel wants to hear less of: one story, or everything for a while. */
import { UserError } from '../errors.ts';
import type { StoryChange } from './context.ts';
import { findArticle } from './find-article.ts';
import type { Scope } from './scope.ts';

export async function mute(what: string, scope: Scope): Promise<StoryChange | undefined> {
  const { store, channel, person, mistakes, now } = scope;
  if (!person.manages) throw new UserError(mistakes.mayNotMute);
  const article = await findArticle(what.trim(), scope);
  if (article === undefined) return undefined;
  const by = person.externalId;
  const asked = { channelId: channel.id, storyId: article.storyId, by, now: now() };
  return { title: article.title, changed: await store.deliveries.muteStory(asked) };
}

export async function unmute(what: string, scope: Scope): Promise<StoryChange | undefined> {
  const { store, channel, person, mistakes } = scope;
  if (!person.manages) throw new UserError(mistakes.mayNotMute);
  const article = await findArticle(what.trim(), scope);
  if (article === undefined) return undefined;
  const changed = await store.deliveries.unmuteStory(channel.id, article.storyId);
  return { title: article.title, changed };
}

export async function pause({ store, channel, person, mistakes, now }: Scope): Promise<boolean> {
  if (!person.manages) throw new UserError(mistakes.mayNotPause);
  const there = await store.workspaces.channel(channel.id);
  if (there?.pausedBy !== undefined) return false;
  await store.deliveries.pauseChannel(channel.id, { now: now(), by: person.externalId });
  return true;
}

/** Also what the platform has closed: whoever asks for it has mended that, or finds out at once. */
export async function resume(scope: Scope): Promise<number | undefined> {
  const { store, channel, person, mistakes, now } = scope;
  if (!person.manages) throw new UserError(mistakes.mayNotPause);
  const there = await store.workspaces.channel(channel.id);
  if (there?.status !== 'paused') return undefined;
  const waiting = await store.deliveries.resumeChannel(channel.id, now(), { quietly: true });
  await store.deliveries.resumeWorkspace(channel.workspaceId, now());
  scope.deliver();
  return waiting;
}
