/** The routes of the page. Each works with scripts (fragments for htmx) and without (a form and a redirect). */
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Channel } from '../domain.ts';
import { UserError } from '../errors.ts';
import { type Cursor, nothingRead, parseCursor, readOn } from '../platform/local/cursor.ts';
import type { RoomEvent } from '../platform/local/room.ts';
import type { Assets } from './assets.ts';
import { tellEvents, type Told } from './events.ts';
import type { HttpParts } from './http-parts.ts';
import { discordPreview } from './discord-preview.ts';
import { previewHtml } from './preview.ts';
import { slackPreview } from './slack-preview.ts';
import {
  channelItemsHtml,
  earlierHtml,
  noticeHtml,
  pageHtml,
  replaceLogHtml,
  stillHtml,
  upsertHtml,
} from './page.ts';
import type { Html, Showing } from './post-html.ts';
import { readerOf } from './reader.ts';

/** Posts on a page, and each time "earlier" is asked for. */
const postsAtOnce = 50;

export function chatPage(parts: HttpParts, assets: Assets): Hono {
  const { room, world } = parts;
  const app = new Hono();

  app.get('/', async (c) => {
    const [first] = await room.channels();
    return first ? c.redirect(pathOf(first.channel)) : c.notFound();
  });

  app.post('/channels', async (c) => {
    const { name } = await c.req.parseBody();
    const byScript = c.req.header('hx-request') !== undefined;
    try {
      const channel = await room.open(textOf(name), readerOf(c, room.workspace.zone).texts);
      if (!byScript) return c.redirect(pathOf(channel), 303);
      c.header('HX-Redirect', pathOf(channel));
      return c.body(null, 200);
    } catch (mistake) {
      if (!byScript || !(mistake instanceof UserError)) throw mistake;
      // Shown under the field. Not 400, which the browser's console would report as a fault of the page.
      return c.html(html`${mistake.message}`);
    }
  });

  app.get('/channels/:name', async (c) => {
    const channel = await room.channel(c.req.param('name'));
    if (!channel) return noSuchChannel(c);
    const [channels, posts] = await Promise.all([room.channels(), room.recent(channel, postsAtOnce + 1)]);
    const newest = Math.max(0, ...channels.map(({ latest }) => latest));
    const page = pageHtml(
      {
        channels,
        posts: posts.slice(-postsAtOnce),
        more: posts.length > postsAtOnce,
        cursor: posts.reduce<Cursor>(readOn, { seq: newest, at: 0 }),
        inbox: parts.inbox,
      },
      showing(c, channel),
      assets,
    );
    c.header('Cache-Control', 'no-store');
    c.header('Vary', 'Accept-Language, Cookie');
    return c.html(page);
  });

  for (const [path, name, preview] of [
    ['discord', 'Discord', discordPreview],
    ['slack', 'Slack', slackPreview],
  ] as const) {
    app.get(`/channels/:name/${path}`, async (c) => {
      const channel = await room.channel(c.req.param('name'));
      if (!channel) return noSuchChannel(c);
      const reader = showing(c, channel);
      const posts = await room.recent(channel, postsAtOnce);
      const title = `#${channel.externalId} · ${name} · Bellwire`;
      c.header('Cache-Control', 'no-store');
      return c.html(stillHtml(title, previewHtml(preview, posts, reader, assets), reader, assets));
    });
  }

  app.post('/channels/:name/lines', async (c) => {
    const channel = await room.channel(c.req.param('name'));
    if (!channel) return noSuchChannel(c);
    const { line } = await c.req.parseBody();
    const { said, reply } = await room.say(channel, textOf(line), {
      ...readerOf(c, room.workspace.zone),
      name: 'page',
    });
    if (c.req.header('hx-request') === undefined) return c.redirect(pathOf(channel), 303);
    // The event stream brings the same posts; whichever comes first inserts them, the other replaces them by themselves.
    return c.html(upsertHtml([said, reply], showing(c, channel)));
  });

  app.get('/channels/:name/earlier', async (c) => {
    const channel = await room.channel(c.req.param('name'));
    if (!channel) return noSuchChannel(c);
    const before = Number(c.req.query('before')) || 0;
    const posts = await room.recent(channel, postsAtOnce + 1, before);
    const shown = posts.slice(-postsAtOnce);
    const next = earlierHtml(posts.length > postsAtOnce ? shown[0] : undefined, showing(c, channel));
    return c.html(`${await text(upsertHtml(shown, showing(c, channel)))}${await text(next)}`);
  });

  app.get('/events', async (c) => {
    const channel = await room.channel(c.req.query('channel') ?? '');
    if (!channel) return noSuchChannel(c);
    const after = parseCursor(c.req.query('after') ?? '') ?? nothingRead;
    return tellEvents(c, parts, after, {
      opening: (cursor) => openingFor(c, channel, cursor),
      render: (event) => rendered(c, channel, event),
    });
  });

  /** What this channel missed, and where the others stand: their links show whether there is something new. */
  async function openingFor(c: Context, channel: Channel, cursor: Cursor): Promise<readonly Told[]> {
    const [{ posts, whole }, list] = await Promise.all([room.missed(channel, cursor), channelList(channel)]);
    const show = whole ? upsertHtml : replaceLogHtml;
    const at = posts.reduce<Cursor>(readOn, cursor);
    return posts.length === 0
      ? [list]
      : [list, { data: await text(show(posts, showing(c, channel))), cursor: at }];
  }

  async function rendered(c: Context, here: Channel, event: RoomEvent): Promise<Told | undefined> {
    if (event.type === 'channel') return channelList(here);
    if (event.channel.id === here.id) return { data: await text(upsertHtml([event.post], showing(c, here))) };
    const news = { channel: event.channel.externalId, seq: event.post.seq };
    return { event: 'news', data: JSON.stringify(news) };
  }

  async function channelList(here: Channel): Promise<Told> {
    const items = await text(channelItemsHtml(await room.channels(), here.externalId));
    return { data: `<hx-partial hx-target="#channels" hx-swap="innerHTML">${items}</hx-partial>` };
  }

  function noSuchChannel(c: Context): Response | Promise<Response> {
    const reader = readerOf(c, room.workspace.zone);
    const name = c.req.param('name') ?? c.req.query('channel') ?? '';
    return c.html(noticeHtml(reader.texts.chat.noSuchChannel(name), reader, assets), 404);
  }

  function showing(c: Context, channel: Channel): Showing {
    return { ...readerOf(c, room.workspace.zone), channel: channel.externalId, now: world.now() };
  }

  return app;
}

function pathOf(channel: Channel): string {
  return `/channels/${encodeURIComponent(channel.externalId)}`;
}

/** A form may hold the same field twice, or a file under its name. */
function textOf(field: unknown): string {
  return typeof field === 'string' ? field : '';
}

async function text(fragment: Html | ''): Promise<string> {
  return String(await fragment);
}
