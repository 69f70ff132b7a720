import { expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { StorageFault } from '../../src/store/faults.ts';
import type { Store } from '../../src/store/store.ts';
import { startFeedServer } from '../fakes/feed-server.ts';
import { walk } from './bot.ts';

const article = (name: string) =>
  `${name} hit by ransomware\n\n3 November 2025, 10:00\n\nStaff of ${name} were told on Monday that its systems had been encrypted by a ransomware gang.\n`;

const pollMs = 12 * 60_000;

function rss(...titles: readonly string[]): string {
  const items = titles.map((title) => `<item><guid>${title}</guid><title>${title}</title></item>`);
  return `<rss version="2.0"><channel><title>Wire</title><language>en</language>${items.join('')}</channel></rss>`;
}

/** A store whose step fails for what `isBad` says, until it is mended. */
function harmed(
  isBad: { (value: unknown): boolean },
  state: { mended: boolean },
  fault: Error = new Error('a row nobody can write'),
) {
  const refuse = <T>(value: unknown, step: () => Promise<T>): Promise<T> =>
    !state.mended && isBad(value) ? Promise.reject(fault) : step();
  return (store: Store): Store => ({
    ...store,
    articles: {
      ...store.articles,
      accept: (entry) => refuse({ step: 'accept', ...entry.draft }, () => store.articles.accept(entry)),
      recordMatched: (matched) =>
        refuse({ step: 'match', ...matched }, () => store.articles.recordMatched(matched)),
    },
    deliveries: {
      ...store.deliveries,
      // Parts are numbered as their articles are here.
      fanOut: (no) => refuse({ step: 'fan out', articleId: no }, () => store.deliveries.fanOut(no)),
      place: (placed) => {
        const bad = placed.find(({ content }) => isBad({ step: 'place', ...content }));
        return refuse({ step: 'place', ...bad?.content }, () => store.deliveries.place(placed));
      },
    },
    sources: {
      ...store.sources,
      recordPoll: (id, poll, now, nextPollAt) =>
        refuse({ step: 'poll', id }, () => store.sources.recordPoll(id, poll, now, nextPollAt)),
    },
  });
}

const steps = ['match', 'fan out', 'place'] as const;
const faultsOfRow = [new Error('a row nobody can write'), new UserError('a row nobody can write')];

test.each(steps.flatMap((step) => faultsOfRow.map((fault) => ({ step, fault, name: fault.name }))))(
  'an article that cannot get through "$step" ($name) holds up no other, and rings when it can',
  async ({ step, fault }) => {
    const state = { mended: false };
    const { say, drop, alerts, settle, warnings } = await walk({}, harmed(isFirst(step), state, fault));
    await say('/subscribe ransomware');
    await drop('one.txt', article('Hollowgate'));
    await drop('two.txt', article('Tramline'));
    expect((await alerts()).map(({ title }) => title)).toEqual(['Tramline hit by ransomware']);
    expect(warnings.join('\n')).toContain('a row nobody can write');
    state.mended = true;
    await settle(15 * 60_000);
    expect(await alerts()).toHaveLength(2);
  },
);

test('an entry that cannot be written holds up no other of its feed, is told of and rings when it can', async () => {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  const headers = { etag: '"1"' };
  server.answer(
    '/feed',
    { body: rss('Old news', 'Poison of old'), headers },
    { body: rss('Tramline hit by ransomware', 'Poison ransomware', 'Old news'), headers: { etag: '"2"' } },
    { body: rss('Harbour hit by ransomware', 'Tramline hit by ransomware', 'Poison ransomware') },
  );
  const state = { mended: false };
  const isBad = (value: unknown) => (value as { title?: string }).title?.startsWith('Poison') === true;
  const { say, settle, alerts, warnings } = await walk(
    { FEEDS: `${server.origin}/feed` },
    harmed(isBad, state),
  );
  const rung = async () => (await alerts()).map(({ title }) => title);
  await settle();
  await say('/subscribe ransomware');
  await settle(pollMs);
  expect(await rung(), 'though the first look failed in part').toEqual(['Tramline hit by ransomware']);
  expect(await say('/sources')).toMatch(/1 of the 3 entries of .* could not be kept/);
  expect(warnings.join('\n')).toContain('a row nobody can write');
  await settle(pollMs);
  expect(await rung()).toEqual(['Tramline hit by ransomware', 'Harbour hit by ransomware']);
  expect(server.asked.length, 'no more often than usual, nor less').toBe(3);
  expect(server.asked.some(({ headers: sent }) => 'if-none-match' in sent)).toBe(false);
  state.mended = true;
  await settle(pollMs);
  expect(await rung()).toContain('Poison ransomware');
  expect(await say('/sources')).not.toContain('could not be kept');
});

test('a full disk ends the look at the first entry it meets: nothing is noted, nothing lost', async () => {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  server.answer(
    '/feed',
    { body: rss('Old news') },
    { body: rss('Harbour hit by ransomware', 'Tramline hit by ransomware') },
  );
  const state = { full: false };
  let asked = 0;
  const { say, settle, alerts } = await walk({ FEEDS: `${server.origin}/feed` }, (store) => ({
    ...store,
    articles: {
      ...store.articles,
      accept(entry) {
        if (!state.full) return store.articles.accept(entry);
        asked += 1;
        return Promise.reject(new StorageFault('The disk is full.', 'SQLITE_FULL'));
      },
    },
  }));
  await settle();
  await say('/subscribe ransomware');
  state.full = true;
  await settle(pollMs);
  expect(asked).toBe(server.asked.length - 1);
  expect(await say('/sources')).not.toContain('could not be kept');
  state.full = false;
  await settle(pollMs);
  expect(await alerts()).toHaveLength(2);
});

test.each(steps)(
  'what meets a storage that fails at "%s" is overtaken by nothing, and rings when it works again',
  async (step) => {
    const state = { mended: false };
    const fault = new StorageFault('The disk is full.', 'SQLITE_FULL');
    const { say, drop, alerts, settle } = await walk({}, harmed(isFirst(step), state, fault));
    await say('/subscribe ransomware');
    await drop('one.txt', article('Hollowgate'));
    await drop('two.txt', article('Tramline'));
    expect(await alerts()).toEqual([]);
    state.mended = true;
    await settle(15 * 60_000);
    const titles = (await alerts()).map(({ title }) => title);
    expect(titles).toEqual(['Hollowgate hit by ransomware', 'Tramline hit by ransomware']);
  },
);

test('a feed whose looks cannot be noted is not asked again and again, and holds up no other', async () => {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  server.answer('/bad', { body: rss('News of the day') });
  server.answer('/good', { body: rss('News of the day') });
  const state = { mended: false };
  const isBad = (value: unknown) => {
    const seen = value as { step: string; id?: number };
    return seen.step === 'poll' && seen.id === 2;
  };
  const { bot, settle, say } = await walk(
    { FEEDS: `${server.origin}/bad ${server.origin}/good` },
    harmed(isBad, state),
  );
  const asked = (feed: string) => server.asked.filter(({ path }) => path === feed).length;
  await settle();
  const before = asked('/bad');
  // Time stands still meanwhile.
  for (let wake = 0; wake < 20; wake++) {
    bot.tick();
    await bot.settle();
  }
  expect(asked('/good')).toBe(1);
  expect(before).toBeGreaterThan(0);
  expect(asked('/bad') - before, 'of 20 wakes').toBeLessThan(2);
  expect(await say('/sources')).toContain('Wire');
});

test('a server that does not answer holds up no other feed, nor the end', async () => {
  const server = await startFeedServer();
  onTestFinished(() => server.close());
  const slow = Array.from({ length: 7 }, (_, at) => `/slow${at}`);
  for (const path of slow) server.answer(path, { neverAnswers: true });
  server.answer('/good', { body: '<rss version="2.0"><channel><title>Wire</title></channel></rss>' });
  const { bot } = await walk({ FEEDS: [...slow, '/good'].map((path) => server.origin + path).join(' ') });
  await expect.poll(() => server.asked.length, { timeout: 10_000 }).toBe(8);
  await expect.poll(async () => (await bot.room.channels()).length).toBe(1);
  await bot.stop(); // the test's time limit is the bound: without it this takes 30 s
}, 15_000);

/** The step of the first article. */
function isFirst(step: (typeof steps)[number]): (value: unknown) => boolean {
  return (value) => {
    const seen = value as { step: string; articleId?: number };
    return seen.step === step && seen.articleId === 1;
  };
}
