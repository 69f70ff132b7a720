import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { listen } from '../../src/http/listen.ts';
import { served } from './served.ts';

test('port 0 takes any free one and says which', async () => {
  const { open } = await served();
  const url = await open();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(`${url}/livez`)).text()).toBe('ok\n');
});

test('a port in use is told with its number, and what to set', async () => {
  const first = await listen(new Hono(), { host: '127.0.0.1', port: 0 });
  onTestFinished(first.close);
  const port = Number(new URL(first.url).port);
  const second = listen(new Hono(), { host: '127.0.0.1', port });
  await expect(second).rejects.toThrow(UserError);
  await expect(second).rejects.toThrow(new RegExp(`Port ${port} is in use.*PORT=`));
});

test('an address this machine does not have is told with its name', async () => {
  const listening = listen(new Hono(), { host: '203.0.113.7', port: 0 });
  await expect(listening).rejects.toThrow(UserError);
  await expect(listening).rejects.toThrow(/203\.0\.113\.7.*HOST/);
});

test('every address is opened by people as localhost', async () => {
  const listening = await listen(new Hono(), { host: '0.0.0.0', port: 0 });
  onTestFinished(listening.close);
  expect(listening.url).toMatch(/^http:\/\/localhost:\d+$/);
});

test('closing ends event streams, and lets answers under way go out', async () => {
  const release = Promise.withResolvers<void>();
  const asked = Promise.withResolvers<void>();
  const { app } = await served();
  app.get('/slow', async (c) => {
    asked.resolve();
    await release.promise;
    return c.text('done');
  });
  const listening = await listen(app, { host: '127.0.0.1', port: 0 });
  const events = await fetch(`${listening.url}/api/events`);
  const slow = fetch(`${listening.url}/slow`);
  await asked.promise;

  const closed = listening.close();
  expect(await events.text()).toContain('"type":"caught-up"');
  release.resolve();
  expect(await (await slow).text()).toBe('done');
  await closed;
  await expect(fetch(`${listening.url}/livez`)).rejects.toThrow();
});

test('what is written to an event stream that was ended ends nothing else', async () => {
  const app = new Hono<{ Bindings: HttpBindings }>();
  const { promise, resolve } = Promise.withResolvers<HttpBindings['outgoing']>();
  app.get('/events', (c) => {
    resolve(c.env.outgoing);
    const body = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array([10])) });
    return c.body(body, 200, { 'content-type': 'text/event-stream' });
  });
  const { url, close } = await listen(app as unknown as Hono, { host: '127.0.0.1', port: 0 });
  const answer = await fetch(`${url}/events`);
  const outgoing = await promise;
  const gone = new Promise((closed) => outgoing.once('close', closed));
  await close();
  await gone;
  await answer.body?.cancel();
  expect(() => outgoing.emit('error', new Error('write after end'))).not.toThrow();
});
