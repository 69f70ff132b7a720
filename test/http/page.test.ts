import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Channel } from '../../src/domain.ts';
import { listen } from '../../src/http/listen.ts';
import { alert } from '../platform/sample-post.ts';
import { localWorkspace, replyOf, you } from '../platform/local-workspace.ts';
import { hasBrowser, openBrowser } from './browser.ts';
import { arabic, french, hostile, long, samples } from './samples.ts';
import { served, type Served } from './served.ts';

// Said aloud by the reporter: these tests drive a real page.
describe.skipIf(!hasBrowser)('the page in a browser (needs Chromium)', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  interface Opened extends Served {
    readonly page: Page;
    readonly url: string;
    readonly general: Channel;
    /** What the console and the page complained of. */
    readonly complaints: readonly string[];
  }

  async function opened(options: Parameters<Browser['newContext']>[0] = {}, bot?: Served): Promise<Opened> {
    const from = bot ?? (await served());
    const url = await from.open();
    const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Paris', ...options });
    onTestFinished(() => context.close());
    await context.addInitScript({ path: join(import.meta.dirname, 'in-page.js') });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const general = await from.room.open('general', you.texts);
    await page.goto(`${url}/channels/general`);
    // `waitForFunction` would ask again from within the page, whose policy forbids it.
    await expect.poll(() => page.evaluate('inPage.isConnected()'), { timeout: 15_000 }).toBe(true);
    return { ...from, page, url, general, complaints };
  }

  test('a newcomer subscribes by keyboard alone', async () => {
    const { page, room, general, complaints } = await opened();
    await page.keyboard.type('/sub');
    await page.getByRole('option', { name: '/subscribe' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator('#line').inputValue()).toBe('/subscribe ');
    await page.keyboard.type('AWS, layoffs');
    await page.keyboard.press('Enter');
    await page.locator('.reply').waitFor();
    expect(await page.locator('.said').innerText()).toContain('/subscribe AWS, layoffs');
    expect(await page.locator('#line').inputValue()).toBe('');
    expect((await room.recent(general, 10)).length).toBe(2);
    expect(complaints).toEqual([]);
  });

  test('what one page says, another shows, once', async () => {
    const first = await opened();
    const second = await opened({}, first);
    await first.page.keyboard.type('hello');
    await first.page.keyboard.press('Enter');
    for (const { page } of [first, second]) {
      await page.locator('.reply').waitFor();
      expect(await page.locator('.post').count()).toBe(2);
    }
  });

  test('an alert arrives live, with the time as this reader says it', async () => {
    const { page, platform, general } = await opened({ timezoneId: 'Asia/Tokyo' });
    await platform.post(general, { marker: 'm1', revision: 1, content: french });
    const card = page.locator('.alert');
    await card.waitFor();
    expect(await card.getByRole('link').first().getAttribute('href')).toBe('https://example.com/fr/aws');
    expect(await card.locator('time').innerText()).toMatch(/17:12/);
    expect(await card.locator('mark').allInnerTexts()).toContain('licenciements');
  });

  test('an edit takes the place of its alert; whoever stood on its button stands there still', async () => {
    const { page, platform, general } = await opened();
    await platform.post(general, alert('m1', 'AWS cuts jobs'));
    const why = page.getByRole('button', { name: 'Why?' });
    await why.focus();
    await platform.edit(general, '1', alert('m1', 'AWS cuts 300 jobs', 2));
    await page.getByRole('link', { name: 'AWS cuts 300 jobs' }).waitFor();
    expect(await page.locator('.post').count()).toBe(1);
    await expect.poll(() => why.evaluate((button) => button.matches(':focus'))).toBe(true);
  });

  test('“Why?” asks for this very article', async () => {
    const { page, platform, general } = await opened();
    await platform.post(general, { marker: 'm1', revision: 1, content: french });
    await page.getByRole('button', { name: 'Why?' }).click();
    await page.locator('.reply').waitFor();
    expect(await page.locator('.said').innerText()).toContain('/why 12');
    expect(await page.locator('.alert .source').innerText()).toContain('No. 12');
  });

  test('suggestions follow the listbox pattern', async () => {
    const { page } = await opened();
    const line = page.getByRole('combobox');
    await page.keyboard.type('/s');
    await page.getByRole('option').first().waitFor();
    expect(await line.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('[role=option][aria-selected=true]');
    expect(await chosen.innerText()).toContain('/subscriptions');
    expect(await line.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    await page.keyboard.press('Enter');
    expect(await line.inputValue()).toBe('/subscriptions');
    expect(await line.getAttribute('aria-expanded')).toBe('false');

    await line.fill('/s');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('option').count()).toBe(0);
    expect(await line.inputValue()).toBe('/s');
  });

  test('arrow-up brings back the lines typed before, and the draft', async () => {
    const { page } = await opened();
    const line = page.getByRole('combobox');
    for (const [index, said] of ['one', 'two'].entries()) {
      await page.keyboard.type(said);
      await page.keyboard.press('Enter');
      await page.locator('.reply').nth(index).waitFor();
    }
    await page.keyboard.type('dra');
    await page.keyboard.press('ArrowUp');
    expect(await line.inputValue()).toBe('two');
    await page.keyboard.press('ArrowUp');
    expect(await line.inputValue()).toBe('one');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await line.inputValue()).toBe('dra');
  });

  test('another channel’s news mark it until it is read', async () => {
    const from = await served();
    const cloud = await from.room.open('cloud', you.texts);
    const { page, platform } = await opened({}, from);
    await platform.post(cloud, alert('m1', 'AWS cuts jobs'));
    const link = page.locator('#channels a[data-channel=cloud]');
    await page.locator('#channels .unread').waitFor();
    expect(await link.innerText()).toContain('new messages');
    await page.reload();
    await page.locator('#channels .unread').waitFor();
    await link.click();
    await page.locator('.alert').waitFor();
    await page.locator('#channels a[data-channel=general]').click();
    await page.waitForURL(/general/);
    await expect.poll(() => page.locator('#channels .unread').count()).toBe(0);
  });

  test('a new channel is made from the list, and appears in other pages', async () => {
    const first = await opened();
    const second = await opened({}, first);
    await first.page.locator('#channel-name').fill('Cloud News');
    await first.page.keyboard.press('Enter');
    await first.page.waitForURL(/\/channels\/cloud-news$/);
    const link = second.page.locator('#channels a[data-channel=cloud-news]');
    await expect.poll(() => link.isVisible()).toBe(true);
  });

  test('a name that no channel can have is told under its field, and nothing is left', async () => {
    const { page, url, complaints } = await opened();
    await page.locator('#line').fill('/subscribe A');
    await page.locator('#channel-name').fill('a/b');
    await page.locator('#channel-name').press('Enter');
    await page.locator('#channel-mistake').getByText('“a/b” cannot be the name of a channel').waitFor();
    expect(page.url()).toBe(`${url}/channels/general`);
    expect(await page.locator('#line').inputValue()).toBe('/subscribe A');
    expect(complaints).toEqual([]);
  });

  test.each(['/channels/nowhere', '/no/such/page'])(
    'a page that is not there (%s) leads to the first channel, and nothing throws',
    async (path) => {
      const { page, url, complaints } = await opened();
      await page.goto(`${url}${path}`);
      await page.getByRole('link', { name: 'Go to the first channel' }).click();
      await page.waitForURL(/\/channels\/general$/);
      expect(complaints.filter((complaint) => !complaint.includes('status of 404'))).toEqual([]);
    },
  );

  test('who reads above stays there, and is told of what is new below', async () => {
    const from = await served();
    const channel = await from.room.open('general', you.texts);
    for (let n = 1; n <= 30; n += 1) await from.room.say(channel, `line ${n}`, you);
    const { page, platform, general } = await opened({ viewport: { width: 800, height: 500 } }, from);
    const scroll = page.locator('#scroll');
    await scroll.evaluate((element) => void (element.scrollTop = 0));
    await platform.post(general, alert('m1', 'AWS cuts jobs'));
    const below = page.getByRole('button', { name: '1 new message' });
    await below.waitFor();
    expect(await scroll.evaluate((element) => element.scrollTop)).toBe(0);
    await platform.post(general, alert('m2', 'GPT-6'));
    await page.getByRole('button', { name: '2 new messages' }).click();
    await expect.poll(() => page.locator('#below').isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'GPT-6' }).isVisible()).toBe(true);
  });

  test('a lost connection is said, and what was missed comes with the next one', async () => {
    const from = await served();
    const first = await listen(from.app, { host: '127.0.0.1', port: 0 });
    const context = await browser.newContext({ locale: 'en-GB' });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(`${first.url}/channels/general`);
    await page.locator('body:not(.offline) #live[data-htmx-powered]').waitFor({ state: 'attached' });
    await first.close();
    const port = Number(new URL(first.url).port);
    const nobody = await answersNobody(port);
    await page.getByText('Connection lost').waitFor();

    const general = await from.room.open('general', you.texts);
    await from.platform.post(general, alert('m1', 'AWS cuts jobs'));
    await page.getByRole('combobox').fill('/help');
    await page.keyboard.press('Enter');
    await page.getByText('did not reach the bot').waitFor();
    expect(await page.getByRole('combobox').inputValue()).toBe('/help');

    await nobody.close();
    const again = await listen(from.app, { host: '127.0.0.1', port });
    onTestFinished(again.close);
    await page.getByRole('link', { name: 'AWS cuts jobs' }).waitFor();
    await expect.poll(() => page.getByText('Connection lost').count()).toBe(0);
  });

  test('what an article claims is text, and nothing complains', async () => {
    const { page, platform, general, complaints } = await opened();
    await platform.post(general, { marker: 'm1', revision: 1, content: hostile });
    await page.locator('.alert').waitFor();
    expect(await page.locator('.alert h3').innerText()).toContain('<script>alert("title")</script>');
    expect(await page.locator('.alert :is(img, script, b b, h3 a)').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('Arabic runs from right to left, inside a page that does not', async () => {
    const { page, platform, general } = await opened();
    await platform.post(general, { marker: 'm1', revision: 1, content: arabic });
    const title = page.locator('.alert h3');
    await title.waitFor();
    expect(await title.evaluate((element) => element.matches(':dir(rtl)'))).toBe(true);
    expect(await page.evaluate('document.body.matches(":dir(ltr)")')).toBe(true);
  });

  test('without scripts, lines are said and answered all the same', async () => {
    const from = await served();
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(`${await from.open()}/`);
    await page.getByRole('combobox').fill('/help');
    await page.keyboard.press('Enter');
    await page.locator('.reply').waitFor();
    expect(await page.locator('.post').count()).toBe(2);
  });

  describe.each([
    ['light', 360],
    ['dark', 360],
    ['light', 1280],
    ['dark', 1280],
  ] as const)('in the %s at %i pixels', (colorScheme, width) => {
    async function furnished(): Promise<Opened> {
      const mistaken = { ...replyOf('There is no command “/subscibe”.'), mistake: true };
      const workspace = await localWorkspace(async ({ line }) =>
        line === '/subscibe' ? mistaken : replyOf(line),
      );
      const from = await served({ workspace });
      const general = await from.room.open('general', you.texts);
      for (const [n, content] of samples.entries()) {
        await from.platform.post(general, { marker: `m${n}`, revision: 1, content });
      }
      await from.platform.edit(general, '1', { marker: 'm0', revision: 2, content: long });
      for (const line of ['/subscibe', '/help']) await from.room.say(general, line, you);
      return opened({ colorScheme, viewport: { width, height: 740 } }, from);
    }

    test('every text stands out from what is behind it, and nothing is wider than the page', async () => {
      const { page } = await furnished();
      await page.locator('summary').first().click();
      await page.keyboard.type('/s');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate('inPage.unreadable()')).toEqual([]);
      expect(await page.evaluate('inPage.tooWide()')).toEqual([]);
      expect(await page.getByRole('button', { name: /^$/ }).count()).toBe(0);
    });

    test('the channels are at hand by keyboard', async () => {
      const { page } = await furnished();
      const drawer = width < 700;
      const link = page.locator('#channels a').first();
      if (drawer) await page.getByRole('button', { name: 'Channels' }).press('Enter');
      expect(await link.isVisible()).toBe(true);
      expect(await page.evaluate('inPage.unreadable()')).toEqual([]);
      await page.locator('#channel-name').press('Escape');
      await expect.poll(() => link.isVisible()).toBe(!drawer);
    });
  });
});

/** Keeps a port that was given back from whoever else is listening for one: a page would take them for the bot. */
async function answersNobody(port: number): Promise<{ readonly close: () => Promise<void> }> {
  const server = createServer((socket) => socket.destroy());
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    async close() {
      server.close();
      await once(server, 'close');
    },
  };
}
