/** The workspace as JSON, for the terminal that joins a running bot. `cli/joined-bot.ts` is the other end. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import { type Cursor, readOn } from '../platform/local/cursor.ts';
import type { RoomEvent } from '../platform/local/room.ts';
import type { LocalPost } from '../store/store.ts';
import { tellEvents, type Told } from './events.ts';
import type { HttpParts } from './http-parts.ts';
import { readerOf } from './reader.ts';

/** `data` of an event of `/api/events`. */
export type ApiEvent =
  /** All events up to `no` have been told, as far as this connection owes them: first after what was missed. */
  | { readonly type: 'caught-up'; readonly no: number }
  | { readonly type: 'channel'; readonly no: number; readonly channel: string }
  | {
      readonly type: LocalPost['kind'] | 'edit';
      /** Absent for what was missed during a lost connection. */
      readonly no?: number | undefined;
      readonly channel: string;
      readonly post: LocalPost;
    };

const givenLine = z.object({ channel: z.string(), line: z.string() });
const givenMessage = z.object({ message: z.string() });
const givenName = z.object({ name: z.string() });

export function api(parts: HttpParts): Hono {
  const { room, settle } = parts;
  const app = new Hono();
  const speakerOf = (c: Context) => ({ ...readerOf(c, room.workspace.zone), name: 'terminal' });

  app.get('/channels', async (c) =>
    c.json((await room.channels()).map(({ channel }) => ({ name: channel.externalId }))),
  );

  app.post('/channels', async (c) => {
    const { name } = givenName.parse(await c.req.json());
    return c.json({ name: (await room.open(name, speakerOf(c).texts)).externalId });
  });

  app.post('/lines', async (c) => {
    const { channel: name, line } = givenLine.parse(await c.req.json());
    const speaker = speakerOf(c);
    const channel = await room.channel(name);
    if (!channel) throw new UserError(speaker.texts.chat.noSuchChannel(name));
    const { reply } = await room.say(channel, line, speaker);
    return c.json({ reply: reply.body });
  });

  app.post('/resend', async (c) => {
    const { message } = givenMessage.parse(await c.req.json());
    return c.json({ found: await parts.resend(message) });
  });

  /** Answers when nothing is due any more: every event up to `no` has then been sent, or is on its way. */
  app.get('/settle', async (c) => {
    await settle();
    return c.json({ no: await room.caughtUp() });
  });

  app.get('/events', async (c) => {
    const comesBack = c.req.header('last-event-id') !== undefined;
    const already = new Set<string>();
    return tellEvents(c, parts, await newest(), {
      async opening(cursor, no) {
        const events = comesBack ? await missed(cursor) : [];
        for (const { post } of events) already.add(versionOf(post));
        const upTo = events.reduce((read, { post }) => readOn(read, post), cursor);
        return [...events.map(toldAs), { ...toldAs({ type: 'caught-up', no }), cursor: upTo }];
      },
      async render(event) {
        const told = 'post' in event && already.delete(versionOf(event.post));
        return toldAs(told ? { type: 'caught-up', no: event.no } : eventOf(event));
      },
    });
  });

  async function newest(): Promise<Cursor> {
    const latest = (await room.channels()).map((item) => item.latest);
    return { seq: Math.max(0, ...latest), at: parts.world.now() };
  }

  async function missed(cursor: Cursor) {
    const events = (await room.channels()).map(async ({ channel }) => {
      const { posts } = await room.missed(channel, cursor);
      return posts.map((post) => ({
        type: post.seq > cursor.seq ? post.kind : ('edit' as const),
        channel: channel.externalId,
        post,
      }));
    });
    return (await Promise.all(events)).flat().toSorted((a, b) => a.post.seq - b.post.seq);
  }

  return app;
}

function eventOf(event: RoomEvent): ApiEvent {
  const { no, channel } = event;
  const where = { no, channel: channel.externalId };
  return event.type === 'channel'
    ? { type: 'channel', ...where }
    : { type: event.type, ...where, post: event.post };
}

/** One state of one post. */
function versionOf(post: LocalPost): string {
  return `${post.seq}@${post.editedAt ?? post.at}`;
}

function toldAs(event: ApiEvent): Told {
  return { data: JSON.stringify(event) };
}
