/** Server-sent events: what happens in the room, as it happens, and first what was missed since the last connection. */
import type { Context } from 'hono';
import { type SSEMessage, streamSSE } from 'hono/streaming';
import { reasonOf } from '../errors.ts';
import type { Log } from '../log.ts';
import { type Cursor, parseCursor, readOn, writeCursor } from '../platform/local/cursor.ts';
import type { Room, RoomEvent } from '../platform/local/room.ts';
import type { World } from '../world.ts';

/** A silent line this often keeps proxies from taking the stream for dead, in milliseconds. */
const heartbeatMs = 25_000;

/** A reader that falls this many events behind is cut off; it comes back and is told what it missed, from the store. */
const mostWaiting = 1000;

export interface Telling {
  /**
   * What is written first, for a reader who has seen everything up to `cursor`. Events after number `no` will follow,
   * though some may be seen in the store already.
   */
  readonly opening: (cursor: Cursor, no: number) => Promise<readonly Told[]>;
  /** One event in this reader's form; nothing if it is not for this reader. */
  readonly render: (event: RoomEvent) => Promise<Told | undefined>;
}

export type Told = Pick<SSEMessage, 'event'> & { readonly data: string; readonly cursor?: Cursor };

/**
 * @param after where the reader stands if it does not say so itself (`Last-Event-ID`, sent when it comes back)
 */
export function tellEvents(
  c: Context,
  parts: { readonly room: Room; readonly world: Pick<World, 'after'>; readonly log: Log },
  after: Cursor,
  telling: Telling,
): Response {
  const { room, world, log } = parts;
  const start = parseCursor(c.req.header('last-event-id') ?? '') ?? after;

  return streamSSE(
    c,
    async (stream) => {
      // Listening begins before the look back, so that nothing falls between the two.
      const inbox = inboxFor(room);
      const no = room.told();
      stream.onAbort(inbox.close);
      try {
        let cursor = start;
        const write = async ({ event, data, cursor: told }: Told): Promise<void> => {
          cursor = told ?? cursor;
          await stream.writeSSE({ data, id: writeCursor(cursor), ...(event === undefined ? {} : { event }) });
        };
        for (const told of await telling.opening(start, no)) await write(told);
        for await (const next of inbox.events(world)) {
          if (next === 'heartbeat') {
            await stream.write(': still here\n\n');
            continue;
          }
          const told = await telling.render(next);
          if ('post' in next) cursor = readOn(cursor, next.post);
          if (told) await write(told);
        }
      } finally {
        inbox.close();
      }
    },
    async (error) => log.error({ reason: reasonOf(error) }, 'an event stream broke off'),
  );
}

/** What has happened and is not written yet. */
function inboxFor(room: Room) {
  const waiting: RoomEvent[] = [];
  const closing = new AbortController();
  let wake: (() => void) | undefined;

  const deaf = room.listen((event) => {
    waiting.push(event);
    if (waiting.length > mostWaiting) close();
    wake?.();
  });

  function close(): void {
    closing.abort();
    deaf();
    wake?.();
  }

  async function* events(world: Pick<World, 'after'>): AsyncGenerator<RoomEvent | 'heartbeat'> {
    while (!closing.signal.aborted) {
      const next = waiting.shift();
      if (next) yield next;
      else if (await elapses(world)) yield 'heartbeat';
    }
  }

  /** @returns true if nothing happened for the time of a heartbeat. */
  function elapses(world: Pick<World, 'after'>): Promise<boolean> {
    return new Promise((resolve) => {
      const cancel = world.after(heartbeatMs, () => resolve(true));
      wake = () => {
        cancel();
        resolve(false);
      };
    });
  }

  return { events, close };
}
