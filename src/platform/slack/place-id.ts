/** Where a message is, as we keep it: "<ts>" in the channel itself, "<ts of its thread>/<ts>" in a thread. */
export interface MessagePlace {
  readonly thread?: string | undefined;
  readonly ts: string;
}

export function externalIdOf({ thread, ts }: MessagePlace): string {
  return thread === undefined ? ts : `${thread}/${ts}`;
}

export function readExternalId(externalId: string): MessagePlace {
  const [first = '', second] = externalId.split('/');
  return second === undefined ? { ts: first } : { thread: first, ts: second };
}

/** The thread in which an answer to this message belongs: its own, or the one that it begins. */
export function threadOf(externalId: string): string {
  const { thread, ts } = readExternalId(externalId);
  return thread ?? ts;
}
