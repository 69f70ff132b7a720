/** Threads that are archived: by somebody, or by silence. */
import { Refusal } from './refusal.ts';
import type { Channel } from './shapes.ts';
import type { State } from './state.ts';

export function isArchived({ thread }: Channel, now: number): boolean {
  if (thread === undefined) return false;
  return thread.archived || now >= thread.lastActiveAt + thread.archiveAfterMinutes * 60_000;
}

/** In an archived thread nothing is edited or deleted (50083); writing opens it again. */
export function mustBeOpen(state: State, channel: Channel): void {
  if (isArchived(channel, state.now())) throw new Refusal(50083);
}
