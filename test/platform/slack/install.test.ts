import { createDecipheriv } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createSeal } from '../../../src/platform/slack/seal.ts';
import { alertIn, alertsIn, lineWith, seen } from './look.ts';
import { until } from '../until.ts';
import { install, opened } from './installing.ts';
import { modes } from './walk.ts';

const cuts = 'Hollowgate announces layoffs of 400 people';
const key = '5a'.repeat(32);

test.each(modes)('two workspaces install it, and neither sees what is the other’s: %s', async (mode) => {
  const walk = await opened(mode);
  const { slack, publish } = walk;
  for (const team of ['acme', 'globex']) {
    slack.team(team, { installed: false });
    const { ask } = await install(walk, team);
    const page = await ask();
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(`installed in ${team}`);
  }
  const [acme, globex] = [slack.team('acme'), slack.team('globex')];
  const [news, feed] = [acme.channel('news'), globex.channel('feed')];
  const [ada, bob] = [acme.person('ada', { kind: 'admin' }), globex.person('bob', { kind: 'admin' })];
  await ada.types('/news subscribe Hollowgate', news);
  await lineWith(news, 'Hollowgate');
  await ada.types('/news sources add https://acme.example/private?token=s3cret', news);
  await lineWith(news, 'acme.example');
  await bob.types('/news subscriptions', feed);
  expect((await seen(bob, feed, 'rings for nothing')).text).not.toContain('Hollowgate');
  await publish(cuts);
  await bob.types('/news sources', feed);
  expect((await seen(bob, feed, 'Wire')).text).not.toContain('acme.example');
  expect(alertsIn(feed)).toEqual([]);
  const alert = alertIn(news);
  // What belongs to one is nothing for the other, whatever is sent.
  expect(alert.controls).toContain('Why?');
  await bob.types('/news subscribe layoffs', feed);
  await lineWith(feed, 'layoffs');
  await publish('Quillmark announces layoffs of 70 people');
  expect(alertsIn(news)).toHaveLength(1);
  expect(alertsIn(feed)).toHaveLength(1);
  expect(slack.complaints).toEqual([]);
});

test('tokens stand encrypted in the database', async () => {
  const walk = await opened();
  await (await install(walk, 'acme')).ask();
  const there = await walk.store.installations.find('slack', walk.acme.id);
  expect(there?.sealedToken).not.toContain('xoxb');
  expect(createSeal(key).open(there?.sealedToken ?? '', walk.acme.id)).toBe(walk.acme.token());
});

describe('an installation that did not begin here is none', () => {
  const rows: ReadonlyArray<
    readonly [about: string, change: (url: URL) => void, cookie: string | undefined]
  > = [
    ['another state', (url) => url.searchParams.set('state', 'x.y.z'), undefined],
    ['no state', (url) => url.searchParams.delete('state'), undefined],
    ['another browser', () => {}, 'other=1'],
    ['somebody said no', (url) => url.searchParams.delete('code'), undefined],
    ['a code that Slack does not know', (url) => url.searchParams.set('code', 'wrong'), undefined],
  ];
  test.each(rows)('%s', async (_, change, cookie) => {
    const walk = await opened();
    const { ask } = await install(walk, 'acme', change);
    const page = await ask(cookie);
    expect(page.status).toBeGreaterThanOrEqual(400);
    expect(await page.text()).toContain('nothing was installed');
    expect(await walk.store.installations.find('slack', walk.acme.id)).toBeUndefined();
  });

  test('a link is good once, and for ten minutes', async () => {
    const walk = await opened();
    const { ask } = await install(walk, 'acme');
    expect((await ask()).status).toBe(200);
    expect((await ask()).status).toBe(400);
    const late = await install(walk, 'acme');
    await walk.world.advance(11 * 60_000);
    expect((await late.ask()).status).toBe(400);
  });
});

test('what was removed ends cleanly, and is as it was when it is installed again', async () => {
  const walk = await opened();
  const { acme, publish, store, settle } = walk;
  await (await install(walk, 'acme')).ask();
  const news = acme.channel('news');
  await acme.person('ada').types('/news subscribe layoffs', news);
  await lineWith(news, 'layoffs');
  acme.uninstall();
  await until(async () => (await store.installations.find('slack', acme.id)) === undefined);
  await publish(cuts);
  expect(alertsIn(news)).toEqual([]);
  await (await install(walk, 'acme')).ask();
  news.inviteBot();
  await settle();
  await settle();
  expect(alertIn(news).text).toContain(cuts);
});

describe('the seal', () => {
  const seal = createSeal(key);
  test('opens what it closed, for the same workspace alone', () => {
    const sealed = seal.close('xoxb-1', 'T1');
    expect(seal.open(sealed, 'T1')).toBe('xoxb-1');
    expect(seal.open(sealed, 'T2')).toBeUndefined();
    expect(createSeal('a5'.repeat(32)).open(sealed, 'T1')).toBeUndefined();
    expect(seal.close('xoxb-1', 'T1')).not.toBe(sealed);
  });

  test('is AES-256-GCM as anybody can open it who has the key', () => {
    const bytes = Buffer.from(seal.close('xoxb-1', 'T1').slice(3), 'base64');
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from('T1')).setAuthTag(bytes.subarray(12, 28));
    expect(decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')).toBe('xoxb-1');
  });

  test.each(['', 'v1.', 'v1.AAAA', 'xoxb-1', `v1.${'A'.repeat(60)}`])('opens nothing else: %j', (sealed) => {
    expect(seal.open(sealed, 'T1')).toBeUndefined();
  });
});
