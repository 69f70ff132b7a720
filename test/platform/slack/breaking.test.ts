import { createHmac } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { alertIn, alertsIn, lineWith, seen } from './look.ts';
import { soon, until } from '../until.ts';
import { modes, slackWalk } from './walk.ts';

const cuts = 'Hollowgate announces layoffs of 400 people';
const more = 'Quillmark announces layoffs of 70 people';

type Walk = Awaited<ReturnType<typeof slackWalk>>;

async function subscribed(options?: Parameters<typeof slackWalk>[0]) {
  const walk = await slackWalk(options);
  const news = walk.acme.channel('news');
  const ada = walk.acme.person('ada');
  await ada.types('/news subscribe layoffs', news);
  await lineWith(news, 'layoffs');
  return { ...walk, news, ada };
}

async function statusOf({ store, acme }: Walk, channelId: string) {
  const workspace = await store.workspaces.find('slack', acme.id);
  return workspace && (await store.workspaces.findChannel(workspace.id, channelId));
}

describe('what takes no messages is paused with a reason, and heals when Slack says so', () => {
  const rows = [
    ['archived', 'archive', 'unarchive', 'archived'],
    ['left', 'removeBot', 'inviteBot', 'not in the channel'],
  ] as const;
  test.each(rows)('%s', async (_, breaks, heals, words) => {
    const walk = await subscribed();
    const { news, ada, publish } = walk;
    await publish(cuts);
    news[breaks]();
    await until(async () => (await statusOf(walk, news.id))?.status === 'paused');
    expect((await statusOf(walk, news.id))?.reason).toContain(words);
    expect((await seen(ada, ada.direct(), words)).text).toContain('#news');
    await publish(more);
    expect(alertsIn(news)).toHaveLength(1);
    news[heals]();
    await until(async () => (await statusOf(walk, news.id))?.status === 'ok');
    await walk.settle();
    expect(alertIn(news).text).toContain(more);
  });

  test('restricted posting is found out by posting, told, and tried again in time', async () => {
    const walk = await subscribed();
    const { news, ada, publish, settle } = walk;
    news.restrict('restricted');
    await publish(cuts);
    await until(async () => (await statusOf(walk, news.id))?.status === 'paused');
    await seen(ada, ada.direct(), 'only some people');
    news.restrict('everybody');
    await settle(10 * 60_000);
    await settle();
    expect(alertIn(news).text).toContain(cuts);
  });

  test('a token that is revoked pauses the workspace, and the local one goes on', async () => {
    const walk = await subscribed();
    const { acme, news, publish } = walk;
    acme.revokeToken();
    await until(async () => (await statusOf(walk, news.id))?.status === 'paused');
    await publish(cuts);
    expect(alertsIn(news)).toEqual([]);
    expect(await walk.say('/help')).toContain('/subscribe');
  });

  test('a bot token that Slack does not accept is no secret to whoever looks after the bot', async () => {
    const settings = { SLACK_BOT_TOKEN: 'xoxb-of-nobody' };
    const { bot } = await slackWalk({ mode: 'HTTP', settings });
    await until(() => bot.links()['slack']?.ok === false);
    expect(bot.links()['slack']?.says).toBe('the bot token is not accepted');
  });

  test('a channel is known by its newest name', async () => {
    const walk = await subscribed();
    walk.news.rename('headlines');
    await until(async () => (await statusOf(walk, walk.news.id))?.name === 'headlines');
    expect(await statusOf(walk, walk.news.id)).toMatchObject({ status: 'ok' });
  });
});

describe.each(modes)('in %s', (mode) => {
  test('people are acknowledged at once while the database stands still for two seconds, and answered after that', async () => {
    const stall = Promise.withResolvers<void>();
    let stalls = false;
    const { acme, slack } = await slackWalk({
      mode,
      harm: (store) => ({
        ...store,
        workspaces: {
          ...store.workspaces,
          async find(...asked) {
            if (stalls) await stall.promise;
            return store.workspaces.find(...asked);
          },
        },
      }),
    });
    const news = acme.channel('news');
    const ada = acme.person('ada');
    stalls = true;
    // As many as 200 people a second do in half of one.
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, n) => ada.types(`/news subscribe AWS ${n}`, news)),
    );
    expect(all.filter(({ acknowledged }) => !acknowledged)).toEqual([]);
    expect(ada.sees(news)).toEqual([]);
    stall.resolve();
    await until(() => news.lines().length === 100);
    expect(slack.complaints).toEqual([]);
  });

  test('an event that Slack tells again has one effect, across a restart too', async () => {
    const { acme, slack, store } = await slackWalk({ mode });
    const news = acme.channel('news');
    const ada = acme.person('ada');
    ada.mentions(news, 'latest');
    await lineWith(news, '');
    const event = slack.deliveries.all.find(({ payload }) => inner(payload)?.type === 'app_mention');
    const again = event!;
    const { event_id: id } = again.payload as { event_id: string };
    expect(await store.received.take('slack', id, Date.UTC(2026, 0, 5, 9))).toBe(false);
    const before = news.lines().length;
    await resent(slack, again);
    await new Promise((resolve) => void setTimeout(resolve, 50));
    expect(news.lines().length).toBe(before);
  });
});

describe('over HTTP', () => {
  test('Slack’s own questions are answered', async () => {
    const { slack } = await slackWalk({ mode: 'HTTP' });
    expect(await slack.http.verifyUrl()).toBe(true);
    expect(await slack.http.checkSsl()).toBe(200);
  });

  const forgeries: ReadonlyArray<readonly [about: string, change: (headers: Headers) => void]> = [
    ['a wrong signature', (headers) => headers.set('x-slack-signature', `v0=${'0'.repeat(64)}`)],
    ['none', (headers) => headers.delete('x-slack-signature')],
    ['no time', (headers) => headers.delete('x-slack-request-timestamp')],
    ['another version', (headers) => headers.set('x-slack-signature', 'v1=00')],
  ];
  test.each(forgeries)('what is not signed by Slack has no effect: %s', async (_, change) => {
    const { acme, slack } = await slackWalk({ mode: 'HTTP' });
    slack.http.tamper(change);
    const news = acme.channel('news');
    const done = await acme.person('ada').types('/news subscribe AWS', news);
    expect(done.acknowledged).toBe(false);
    expect(news.lines()).toEqual([]);
  });

  const odd: ReadonlyArray<readonly [type: 'json' | 'form', body: string]> = [
    ['json', '{}'],
    ['json', '[]'],
    ['json', 'null'],
    ['json', '{"event":{}}'],
    ['json', '{"type":"event_callback","event":{"type":"app_mention","user":7}}'],
    ['json', '{"type":"event_callback","event":{"type":"message","channel_type":"im","user":"U1"}}'],
    ['form', ''],
    ['form', 'payload=null'],
    ['form', 'payload={'],
    ['form', 'payload={"type":"block_actions"}'],
    ['form', 'payload={"type":"block_actions","user":{"id":"U1"},"actions":[{"action_id":"why"}]}'],
    ['form', 'payload={"type":"view_submission","user":{"id":"U1"},"view":{"callback_id":"subscribe"}}'],
    ['form', 'payload={"type":"block_suggestion","user":{"id":"U1"},"action_id":"keywords"}'],
    ['form', 'command=/news&text=subscribe'],
  ];
  test.each(odd)('what Slack would never send harms nobody: %s %s', async (type, body) => {
    const { http, publicUrl, slack, world, say } = await slackWalk({ mode: 'HTTP' });
    const timestamp = String(Math.floor(world.now() / 1000));
    const hmac = createHmac('sha256', slack.app.signingSecret).update(`v0:${timestamp}:${body}`);
    const answered = await http.fetch(
      new Request(`${publicUrl}/slack/events`, {
        method: 'POST',
        body,
        headers: {
          'content-type': type === 'json' ? 'application/json' : 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${hmac.digest('hex')}`,
        },
      }),
    );
    expect(answered.status).toBeLessThanOrEqual(500);
    expect(await say('/help')).toContain('/subscribe');
  });

  test('what is not Slack’s is answered, and harms nobody', async () => {
    const { http, publicUrl } = await slackWalk({ mode: 'HTTP' });
    const at = async (path: string, init?: RequestInit) =>
      (await http.fetch(new Request(`${publicUrl}${path}`, init))).status;
    expect(await at('/slack/events')).toBe(405);
    expect(await at('/slack/nothing')).toBe(404);
    expect(await at('/slack/install')).toBe(404);
    expect(await at('/slack/events', { method: 'POST', body: '{' })).toBe(401);
    expect(await at('/slack/events', { method: 'POST', body: 'x'.repeat(2_000_000) })).toBe(413);
    // The page itself is not to be had under that name.
    expect(await at('/')).toBe(421);
  });
});

describe('the connection of Socket Mode', () => {
  test('is opened anew before Slack closes it, so that somebody always listens', async () => {
    const { acme, slack, bot, world } = await slackWalk();
    slack.socketMode.warn();
    await until(() => slack.socketMode.connections() === 2);
    const news = acme.channel('news');
    expect(await acme.person('ada').types('/news subscribe AWS', news)).toMatchObject({ acknowledged: true });
    await lineWith(news, 'AWS');
    expect(bot.links()['slack']).toMatchObject({ ok: true });
    await world.advance(10_000);
    await until(() => slack.socketMode.connections() === 1);
  });

  test.each(['refresh', 'drop'] as const)('is opened anew when it ends: %s', async (how) => {
    const { acme, slack, connected, world, bot } = await slackWalk();
    const before = slack.socketMode.opened();
    slack.socketMode[how]();
    await until(async () => {
      await world.advance(500);
      return slack.socketMode.opened() > before;
    });
    await connected();
    const news = acme.channel('news');
    await acme.person('ada').types('/news subscribe AWS', news);
    await lineWith(news, 'AWS');
    expect(bot.links()['slack']).toMatchObject({ ok: true });
  });

  test('while Slack is away everything else goes on, and /readyz says so', async () => {
    const { slack, world, bot, say, connected } = await slackWalk();
    await slack.goDown();
    await until(async () => {
      await world.advance(5000);
      return bot.links()['slack']?.says.startsWith('connection lost') === true;
    });
    await world.advance(120_000);
    expect(bot.links()['slack']).toMatchObject({ ok: false });
    expect(await say('/help')).toContain('/subscribe');
    await slack.comeBack();
    await until(async () => {
      await world.advance(1000);
      return bot.links()['slack']?.ok === true;
    });
    await connected();
  });

  test('one on which nobody says hello is given up', async () => {
    const { slack, world, bot, connected } = await slackWalk();
    const silent = createServer((socket) => void socket.on('error', () => {}));
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as AddressInfo;
    const { socketUrl } = slack.state;
    slack.state.socketUrl = () => `ws://127.0.0.1:${port}/link`;
    slack.socketMode.drop();
    await until(() => bot.links()['slack']?.says.startsWith('connection lost') === true);
    slack.state.socketUrl = socketUrl;
    await until(async () => {
      await world.advance(1000);
      return bot.links()['slack']?.says.startsWith('connected') === true;
    });
    await connected();
    expect(slack.socketMode.connections()).toBe(1);
  });

  test('an app-level token that is not accepted is told, and ends nothing', async () => {
    const { bot, say, warnings } = await slackWalk({
      settings: { SLACK_APP_TOKEN: 'xapp-1-wrong' },
      waits: false,
    });
    await until(() => bot.links()['slack']?.says === 'the app-level token is not accepted');
    expect(bot.links()['slack']).toMatchObject({ ok: false });
    expect(warnings.join()).toContain('SLACK_APP_TOKEN');
    expect(await say('/help')).toContain('/subscribe');
  });
});

function inner(payload: unknown): { readonly type?: string } | undefined {
  return (payload as { readonly event?: { readonly type?: string } }).event;
}

/** As Slack does it if it has not heard that the event came. */
async function resent(slack: Walk['slack'], event: Walk['slack']['deliveries']['all'][number]) {
  const carrier = slack.http.isOn() ? slack.http : slack.socketMode;
  await carrier.carry(event, { n: 1, reason: carrier.timeoutReason });
  await soon(() => true);
}
