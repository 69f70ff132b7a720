/** Edits of messages older than an hour are few (30046); the figure is hidden. */
import { Refusal } from './refusal.ts';
import type { Message } from './shapes.ts';
import type { State } from './state.ts';

/** Throws 30046, with the time to wait, as a 429 that is no bucket's. */
export function mustMayEdit(state: State, message: Message): void {
  const now = state.now();
  const { oldEdits, oldMessageMs } = state.limits;
  if (now - message.sentAt < oldMessageMs) return;
  const taken = state.windows.take(`old edits ${message.channelId}`, oldEdits, now);
  if (!taken.allowed) throw new Refusal(30046, { retry_after: taken.resetAfterMs / 1000, global: false });
}
