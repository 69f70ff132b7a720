/** How a message is recognised in a channel's history, and what its buttons say of it. */

/** What the buttons of an alert ask for. */
export const alertActions = ['why', 'mute', 'unsubscribe'] as const;
export type AlertAction = (typeof alertActions)[number];

export interface Marked {
  /** The message's id. */
  readonly marker: string;
  readonly revision: number;
}

const eventType = 'bellwire_message';

/** Kept beside the message and shown to nobody (https://docs.slack.dev/messaging/message-metadata). */
export function metadataOf({ marker, revision }: Marked) {
  return { event_type: eventType, event_payload: { id: marker, revision } };
}

/** The `block_id` of one block of the message: for where metadata are not kept, or not given back. */
export function blockIdOf({ marker, revision }: Marked): string {
  return `bellwire:${marker}:${revision}`;
}

/** @returns undefined for what is no block of ours */
export function readBlockId(blockId: string | undefined): Marked | undefined {
  const [, marker = '', revision] = /^bellwire:([^:]{1,25}):(\d{1,9})$/.exec(blockId ?? '') ?? [];
  return revision === undefined ? undefined : { marker, revision: Number(revision) };
}

/** A message as Slack gives it back. */
export interface GivenMessage {
  readonly ts?: unknown;
  readonly metadata?: unknown;
  readonly blocks?: unknown;
}

/** The revision of the message with this marker, if this is it. */
export function revisionIn({ metadata, blocks }: GivenMessage, marker: string): number | undefined {
  const { event_type: type, event_payload: payload } = (metadata ?? {}) as {
    readonly event_type?: unknown;
    readonly event_payload?: { readonly id?: unknown; readonly revision?: unknown };
  };
  if (type === eventType && payload?.id === marker && Number.isInteger(payload.revision))
    return Number(payload.revision);
  const all: readonly unknown[] = Array.isArray(blocks) ? blocks : [];
  return all
    .map((block) => readBlockId((block as { readonly block_id?: string } | null)?.block_id))
    .find((found) => found?.marker === marker)?.revision;
}
