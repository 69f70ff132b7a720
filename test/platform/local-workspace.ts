/** A local workspace on a real store in memory, with a clock that stands still. */
import { onTestFinished } from 'vitest';
import type { Workspace } from '../../src/domain.ts';
import type { Reply } from '../../src/invoke/invocation.ts';
import { textsFor } from '../../src/messages/choose.ts';
import { type LivePosts, livePosts } from '../../src/platform/local/live-posts.ts';
import { localPlatform } from '../../src/platform/local/local.ts';
import { type Answer, createRoom, type Room, type Speaker } from '../../src/platform/local/room.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { sqliteStore } from '../../src/store/sqlite.ts';
import type { Store } from '../../src/store/store.ts';
import { mondayMorning } from '../fakes/world.ts';

export interface LocalWorkspace {
  readonly store: Store;
  readonly workspace: Workspace;
  readonly posts: LivePosts;
  readonly platform: Platform;
  readonly room: Room;
  /** What went wrong with listeners. */
  readonly faults: readonly string[];
}

export const you: Speaker = { name: 'you', texts: textsFor('en'), zone: 'Europe/Paris' };

export async function localWorkspace(
  answer: Answer = echo,
  now = (): number => mondayMorning,
): Promise<LocalWorkspace> {
  const store = await sqliteStore(':memory:');
  onTestFinished(store.close);
  const workspace = await store.workspaces.open({
    platform: 'local',
    externalId: 'local',
    name: 'Local',
    language: 'en',
    zone: 'Europe/Paris',
  });
  const faults: string[] = [];
  const onFault = (reason: string): void => void faults.push(reason);
  const posts = livePosts(store.localPosts, onFault);
  const room = createRoom({ posts, workspaces: store.workspaces, workspace, answer, now, onFault });
  return { store, workspace, posts, platform: localPlatform({ posts, now }), room, faults };
}

/** Answers a line with itself. */
export const echo: Answer = async ({ line }) => replyOf(line);

export function replyOf(text: string): Reply {
  return { audience: 'channel', mistake: false, parts: [{ kind: 'text', text }] };
}
