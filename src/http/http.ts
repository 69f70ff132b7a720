/** The one port: the page, its twin in JSON, and what tells an orchestrator how we are. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ZodError } from 'zod';
import { UserError } from '../errors.ts';
import type { Texts } from '../messages/texts.ts';
import { api } from './api.ts';
import { loadAssets } from './assets.ts';
import { chatPage } from './chat-page.ts';
import { guard, safeHeaders } from './guard.ts';
import type { HttpParts } from './http-parts.ts';
import { noticeHtml } from './page.ts';
import { readerOf } from './reader.ts';

/** A line has at most 10,000 characters, 4 bytes each, encoded for a form. */
const mostBytes = 128 * 1024;

/** https://prometheus.io/docs/instrumenting/exposition_formats/ */
const metricsType = 'text/plain; version=0.0.4; charset=utf-8';

export function createHttp(parts: HttpParts): Hono {
  const { room, complete, isAlive, health, metrics, slack, door, log } = parts;
  const assets = loadAssets();
  const app = new Hono();

  app.use(safeHeaders);
  app.get('/livez', (c) => (isAlive() ? c.text('ok\n') : c.text('to be started again\n', 503)));
  app.get('/readyz', async (c) => {
    const state = await health();
    return c.json(state, state.ready ? 200 : 503);
  });

  // Slack comes from outside, under whatever name: its requests are signed.
  if (slack !== undefined) app.all('/slack/*', (c) => slack(c.req.raw));

  app.use(guard(door));
  app.get('/metrics', async (c) => c.text(await metrics(), 200, { 'Content-Type': metricsType }));
  app.use(
    bodyLimit({
      maxSize: mostBytes,
      onError: (c) => c.text('That is too much text for one request.\n', 413),
    }),
  );
  app.get('/assets/:version/:name', assets.serve);
  app.get('/complete', async (c) => {
    const channel = await room.channel(c.req.query('channel') ?? '');
    const line = c.req.query('line') ?? '';
    return c.json(channel ? await complete(channel, line, readerOf(c, room.workspace.zone).texts) : []);
  });
  app.route('/api', api(parts));
  app.route('/', chatPage(parts, assets));

  const notice = (
    c: Context,
    sentence: (texts: Texts) => string,
    status: 400 | 404 | 500,
  ): Response | Promise<Response> => {
    const { texts } = readerOf(c, room.workspace.zone);
    if (wantsJson(c)) return c.json({ error: sentence(texts) }, status);
    return c.html(noticeHtml(sentence(texts), { texts }, assets), status);
  };

  app.notFound((c) => notice(c, (texts) => texts.chat.noSuchPage, 404));
  app.onError((error, c) => {
    if (error instanceof UserError) return notice(c, () => error.message, 400);
    if (error instanceof ZodError || error instanceof SyntaxError)
      return notice(c, () => 'The body is not what was expected.', 400);
    log.error({ err: error, path: c.req.path }, 'a request failed');
    return notice(c, (texts) => texts.chat.somethingBroke, 500);
  });
  return app;
}

function wantsJson(c: Context): boolean {
  return c.req.path.startsWith('/api/') || (c.req.header('accept') ?? '').includes('application/json');
}
