/** Where a message is, as we keep it: "<message>" in the channel itself, "<thread>/<message>" in a thread of it. */
export interface MessagePlace {
  readonly thread?: string | undefined;
  readonly message: string;
}

export function externalIdOf({ thread, message }: MessagePlace): string {
  return thread === undefined ? message : `${thread}/${message}`;
}

export function readExternalId(externalId: string): MessagePlace {
  const [first = '', second] = externalId.split('/');
  return second === undefined ? { message: first } : { thread: first, message: second };
}

/** The least id of what was made from this time on (https://discord.com/developers/docs/reference#snowflakes). */
export function idFrom(ms: number): bigint {
  return BigInt(Math.max(0, Math.floor(ms) - firstMs)) << 22n;
}

const firstMs = 1_420_070_400_000;
