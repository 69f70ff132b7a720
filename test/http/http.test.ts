import { describe, expect, test } from 'vitest';
import { announce, choices, text } from '../../src/invoke/reply.ts';
import { readPost } from '../../src/platform/local/posted.ts';
import { localWorkspace, you } from '../platform/local-workspace.ts';
import type { AlertContent } from '../../src/domain.ts';
import { arabic, french, hostile, japanese, long } from './samples.ts';
import { form, json, served } from './served.ts';

describe('the page', () => {
  test('begins in the first channel', async () => {
    const { ask } = await served();
    const answer = await ask('/');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('/channels/general');
  });

  test('an empty channel teaches what to do', async () => {
    const { ask } = await served();
    const page = await (await ask('/channels/general')).text();
    expect(page).toContain('/subscribe AWS, layoffs');
    expect(page).toContain('./inbox');
  });

  test('shows an alert with its title as a link, its outlet, time, summary and reasons', async () => {
    const { ask, room, platform } = await served();
    const [general] = await room.channels();
    await platform.post(general!.channel, { marker: 'm1', revision: 1, content: french });
    const page = await (await ask('/channels/general')).text();
    expect(page).toContain('<a href="https://example.com/fr/aws" target="_blank" rel="noopener noreferrer">');
    expect(page).toContain('<mark>Amazon Web Services</mark> supprime');
    expect(page).toContain('Le Monde');
    expect(page).toContain('datetime="2026-01-05T08:12:00.000Z"');
    expect(page).toContain('Rang for AWS and layoffs');
    expect(page).toContain('The Register');
    expect(page).toContain('value="/why 12"');
  });

  test.each([
    [french, 'lang="fr" dir="ltr"'],
    [japanese, 'lang="ja" dir="ltr"'],
    [arabic, 'lang="ar" dir="rtl"'],
    [{ ...french, language: 'und' }, 'dir="auto"'],
  ])('an article’s text says its language and direction: %#', async (content, attributes) => {
    const { ask, room, platform } = await served();
    const [general] = await room.channels();
    await platform.post(general!.channel, { marker: 'm1', revision: 1, content });
    const page = await (await ask('/channels/general')).text();
    expect(page).toMatch(new RegExp(`<h3 id="title-1" ${attributes}`));
    expect(page).toMatch(new RegExp(`<p class="summary" ${attributes}`));
  });

  test('a question of a reply is answered by a button that says the line', async () => {
    const line = '/subscribe apple => "apple" -mentions:Apple';
    const asked = choices('Which apple?', [{ label: 'the fruit', line }]);
    const workspace = await localWorkspace(async (said) =>
      said.line === line ? announce(text('Done.')) : announce(asked),
    );
    const { ask, room } = await served({ workspace });
    const [general] = await room.channels();
    await room.say(general!.channel, '/subscribe apple', you);
    const page = await (await ask('/channels/general')).text();
    expect(page).toContain('Which apple?');
    const value = /<button name="line" value="([^"]+)"[^>]*>the fruit</.exec(page)?.[1];
    expect(value?.replaceAll('&gt;', '>').replaceAll('&quot;', '"')).toBe(line);
    await ask('/channels/general/lines', form({ line }));
    expect(await (await ask('/channels/general')).text()).toContain('Done.');
  });

  test('what an article claims stays text', async () => {
    const { ask, room, platform } = await served();
    const [general] = await room.channels();
    await platform.post(general!.channel, { marker: 'm1', revision: 1, content: hostile });
    await room.say(general!.channel, '<script>alert("said")</script>', you);
    const page = await (await ask('/channels/general')).text();
    expect(page).not.toMatch(/<script>|<img|<b>bold|<hx-|javascript:|data:text|onclick="/);
    expect(page).toContain('&lt;script&gt;alert(&quot;title&quot;)&lt;/script&gt;');
  });

  test('an article without text or address is shown for what it is', async () => {
    const { ask, room, platform } = await served();
    const [general] = await room.channels();
    const content = { ...long, url: undefined, summary: '' };
    await platform.post(general!.channel, { marker: 'm1', revision: 1, content });
    expect(await (await ask('/channels/general')).text()).not.toContain('nothing but its title');
    const bare: AlertContent = { ...content, withoutText: true };
    await platform.post(general!.channel, { marker: 'm2', revision: 1, content: bare });
    const page = await (await ask('/channels/general')).text();
    expect(page).toContain('This article came with nothing but its title.');
    expect(page).not.toContain('href="https://example.com/long"');
  });

  test('shows the newest posts and fetches earlier ones on demand', async () => {
    const { ask, room } = await served();
    const [general] = await room.channels();
    for (let n = 1; n <= 60; n += 1) await room.say(general!.channel, `line ${n}`, you);
    const page = await (await ask('/channels/general')).text();
    expect(page.match(/<li\s+id="post-/g)?.length).toBe(50);
    const [, path = ''] = /hx-get="([^"]*earlier[^"]*)"/.exec(page) ?? [];
    const earlier = await (await ask(path)).text();
    expect(earlier.match(/<li\s+id="post-/g)?.length).toBe(50);
    expect(earlier).toContain('line 20');
    const [, next = ''] = /hx-get="([^"]*earlier[^"]*)"/.exec(earlier) ?? [];
    const first = await (await ask(next)).text();
    expect(first).toContain('line 1<');
    expect(first).not.toContain('hx-get');
  });
});

describe('a line', () => {
  test('is carried out from a plain form, without any script', async () => {
    const { ask, room } = await served();
    const answer = await ask('/channels/general/lines', form({ line: '/help' }));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/channels/general');
    const [general] = await room.channels();
    const posts = await room.recent(general!.channel, 10);
    expect(posts.map(readPost).map(({ kind }) => kind)).toEqual(['said', 'reply']);
  });

  test('is answered to htmx with both posts, each to be put in its place', async () => {
    const { ask } = await served();
    const answer = await ask('/channels/general/lines', form({ line: 'AWS' }, { 'hx-request': 'true' }));
    const fragment = await answer.text();
    expect(fragment).toMatch(/^<hx-upsert hx-target="#log">/);
    expect(fragment.match(/id="post-\d+"/g)).toEqual(['id="post-1"', 'id="post-2"']);
  });

  test('that is far too long is refused before it is read', async () => {
    const { ask } = await served();
    const answer = await ask('/channels/general/lines', form({ line: 'x'.repeat(200_000) }));
    expect(answer.status).toBe(413);
  });

  test('that breaks us is told without the reason, which goes to the log', async () => {
    const workspace = await localWorkspace(async () => {
      throw new Error('secret details');
    });
    const { ask, errors } = await served({ workspace });
    const answer = await ask('/channels/general/lines', form({ line: 'AWS' }));
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret details');
    expect(errors).toEqual(['a request failed']);
  });
});

describe('channels', () => {
  test('are made from a form, under a clean name', async () => {
    const { ask } = await served();
    const answer = await ask('/channels', form({ name: '#Cloud News' }));
    expect(answer.headers.get('location')).toBe('/channels/cloud-news');
    expect((await ask('/channels/cloud-news')).status).toBe(200);
  });

  test('with a name that cannot be one are told', async () => {
    const { ask } = await served();
    const answer = await ask('/channels', form({ name: '<b>' }));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('“&lt;b&gt;” cannot be the name of a channel');
  });

  test.each(['/channels/nowhere', '/nowhere'])('%s is not there, and says where to go', async (path) => {
    const { ask } = await served();
    const answer = await ask(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('<a href="/">');
  });
});

test('suggestions are those of the channel’s commands', async () => {
  const { ask } = await served();
  const answer = await ask('/complete?channel=general&line=/subscri');
  expect(((await answer.json()) as Array<{ label: string }>).map(({ label }) => label)).toEqual([
    '/subscribe',
    '/subscriptions',
  ]);
});

describe('the page’s files', () => {
  test('may be kept for ever, under a name that changes with them', async () => {
    const { ask } = await served();
    const page = await (await ask('/channels/general')).text();
    const paths = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(paths.length).toBeGreaterThanOrEqual(6);
    for (const path of paths) {
      const answer = await ask(path);
      expect(answer.status, path).toBe(200);
      expect(answer.headers.get('cache-control')).toContain('immutable');
      const again = await ask(path, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
      expect(again.status).toBe(304);
    }
  });

  test('of an older version are served, but not kept', async () => {
    const { ask } = await served();
    const answer = await ask('/assets/0123456789ab/page.js');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  test.each(['/assets/x/secrets.txt', '/assets/x/..%2f..%2fpackage.json', '/assets/x/__proto__'])(
    '%s is none of them',
    async (path) => {
      const { ask } = await served();
      expect((await ask(path)).status).toBe(404);
    },
  );
});

describe('the JSON twins', () => {
  test('a line is answered with its reply', async () => {
    const { ask } = await served();
    const answer = await ask('/api/lines', json({ channel: 'general', line: '/help' }));
    expect(await answer.json()).toEqual({
      reply: { audience: 'channel', mistake: false, parts: [{ kind: 'text', text: '/help' }] },
    });
  });

  test('channels are listed and made', async () => {
    const { ask } = await served();
    expect(await (await ask('/api/channels', json({ name: 'Cloud' }))).json()).toEqual({ name: 'cloud' });
    expect(await (await ask('/api/channels')).json()).toEqual([{ name: 'general' }, { name: 'cloud' }]);
  });

  test.each([
    ['no such channel', { channel: 'nowhere', line: 'x' }],
    ['no line', { channel: 'general' }],
    ['no object', []],
  ])('%s is told in a sentence', async (_about, body) => {
    const { ask } = await served();
    const answer = await ask('/api/lines', json(body));
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: expect.stringMatching(/\.$/) });
  });

  test('a body that is no JSON is told in a sentence', async () => {
    const { ask } = await served();
    const answer = await ask('/api/lines', { method: 'POST', body: '{' });
    expect(answer.status).toBe(400);
  });

  test('settling waits until nothing is due', async () => {
    let settled = false;
    const { ask } = await served({
      settle: async () => {
        await Promise.resolve();
        settled = true;
      },
    });
    expect(await (await ask('/api/settle')).json()).toEqual({ no: expect.any(Number) });
    expect(settled).toBe(true);
  });
});
