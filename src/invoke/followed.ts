import type { Store } from '../store/store.ts';

/** More channels than these would make a key press dear. */
const mostChannels = 20;

/** What people of this workspace follow, as typed: what others there may want as well. */
export async function followedIn(
  workspaceId: number,
  { workspaces, subscriptions }: Pick<Store, 'workspaces' | 'subscriptions'>,
): Promise<readonly string[]> {
  const channels = (await workspaces.channels(workspaceId)).slice(-mostChannels);
  const all = await Promise.all(channels.map(({ id }) => subscriptions.ofChannel(id)));
  return all.flat().map(({ typed }) => typed);
}
