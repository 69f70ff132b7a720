/**
 * What the gateway says, before discord.js reads it: only what we asked for, and an odd word ends nobody. Servers that
 * speak like Discord send messages and presences whatever the intents say, and in forms that make discord.js throw, which
 * would end the process.
 */
import type { WebSocketOptions } from 'discord.js';

export type ShardManager = Parameters<NonNullable<WebSocketOptions['buildStrategy']>>[0];

/** Everything of the intents that we have, and what needs none. */
const asked = /^(?:READY|RESUMED|INTERACTION_CREATE|USER_UPDATE|(?:GUILD|CHANNEL|THREAD)_\w+)$/;

interface Emits {
  emit: (event: string, ...said: readonly unknown[]) => boolean;
}

interface Dispatch {
  readonly data: { readonly t?: unknown };
}

/** @param onOdd what came of an event that is not understood; the others go on */
export function guardDispatches(manager: ShardManager, onOdd: (event: string, error: unknown) => void): void {
  const emits = manager as unknown as Emits;
  const emit = emits.emit.bind(manager);
  emits.emit = (event, ...said) => {
    if (event !== 'dispatch') return emit(event, ...said);
    const name = String((said[0] as Dispatch).data.t);
    if (!asked.test(name)) return false;
    try {
      return emit(event, ...said);
    } catch (error) {
      onOdd(name, error);
      return true;
    }
  };
}
