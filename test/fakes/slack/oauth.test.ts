import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, MemoryInstallationStore } from '@slack/bolt';
import { expect, onTestFinished, test } from 'vitest';
import { manualWorld } from '../world.ts';
import { until } from './bolt-app.ts';
import { openFakeSlack, type RunningSlack } from './server.ts';
import { clientOfFake, errorOf, silent, webClient } from './web-client.ts';

test('an unmodified Bolt is installed in two workspaces, each with a token of its own', async () => {
  const { slack, install, store, heard } = await installable();
  for (const name of ['acme', 'globex']) {
    const page = await install(slack.asPerson(name, 'ada').allows);
    expect(page).toMatch(/thank you|success/i);
  }
  const installed = await Promise.all(
    ['acme', 'globex'].map(async (name) => {
      const { id: teamId } = slack.team(name);
      return store.fetchInstallation({ teamId, enterpriseId: undefined, isEnterpriseInstall: false });
    }),
  );
  expect(installed.map(({ bot }) => bot?.scopes)).toEqual([
    ['chat:write', 'commands'],
    ['chat:write', 'commands'],
  ]);
  const acme = slack.team('acme');
  expect(installed[0]!.bot?.token).toBe(acme.token());
  expect(acme.token()).not.toBe(slack.team('globex').token());
  for (const name of ['acme', 'globex']) {
    const done = await slack.asPerson(name, 'ada').types('/news');
    expect(done.reply?.text).toBe(`in ${slack.team(name).id}`);
  }
  acme.uninstall();
  await until(() => heard.includes('app_uninstalled'));
  expect(await errorOf(webClient(slack, acme.token()).auth.test())).toBe('account_inactive');
  expect(await errorOf(webClient(slack, slack.team('globex').token()).auth.test())).toBeUndefined();
});

test('whoever declines is sent back without a code', async () => {
  const { slack, install } = await installable();
  expect(await install(slack.asPerson('acme', 'ada').declines)).toMatch(
    /something went wrong|access_denied|oops/i,
  );
  expect(() => slack.team('acme').token()).toThrow('never installed');
});

test('a code is good once, for ten minutes, for the app and its address', async () => {
  const { slack, world } = clientOfFake();
  const { clientId, clientSecret } = slack.app;
  const code = (): string => {
    const url = slack.asPerson('acme', 'ada').allows(link(slack.url, clientId));
    return new URL(url).searchParams.get('code')!;
  };
  const web = webClient(slack, '', { fetch: slack.fetch });
  const app = { client_id: clientId, client_secret: clientSecret };
  const exchange = (more: object): Promise<string | undefined> =>
    errorOf(web.apiCall('oauth.v2.access', { ...app, ...more }));

  expect(await exchange({ code: 'x' })).toBe('invalid_code');
  expect(await exchange({ code: code(), client_secret: 'x' })).toBe('bad_client_secret');
  expect(await exchange({ code: code(), client_id: 'x' })).toBe('invalid_client_id');
  expect(await exchange({ code: code(), redirect_uri: 'https://b.example/' })).toBe('bad_redirect_uri');
  const good = code();
  expect(await exchange({ code: good })).toBeUndefined();
  expect(await exchange({ code: good })).toBe('invalid_code');
  const old = code();
  await world.advance(11 * 60_000);
  expect(await exchange({ code: old })).toBe('invalid_code');
});

test('the page lists the workspaces, and says what is wrong with a link', async () => {
  const { slack } = clientOfFake();
  const page = await slack.fetch(link(slack.url, slack.app.clientId));
  expect(await page.text()).toContain('Allow in acme');
  const wrong = await slack.fetch(link(slack.url, 'x'));
  expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('Invalid client_id')]);
  slack.app.redirectUrl = 'https://b.example/';
  const elsewhere = await slack.fetch(link(slack.url, slack.app.clientId));
  expect([elsewhere.status, await elsewhere.text()]).toEqual([400, expect.stringContaining('redirect_uri')]);
});

test('a token revoked by its app is worth nothing, and a new installation brings another', async () => {
  const { slack, web, acme } = clientOfFake();
  const old = acme.token();
  await web.auth.revoke();
  expect(await errorOf(web.auth.test())).toBe('token_revoked');
  acme.install(['chat:write']);
  expect(acme.token()).not.toBe(old);
  const renewed = webClient(slack, acme.token(), { fetch: slack.fetch });
  expect(await errorOf(renewed.auth.test())).toBeUndefined();
  expect(await errorOf(renewed.team.info())).toBe('missing_scope');
});

test('an app that uninstalls itself is gone from every channel', async () => {
  const { slack, web, acme, news } = clientOfFake();
  const { clientId, clientSecret } = slack.app;
  await web.apps.uninstall({ client_id: clientId, client_secret: clientSecret });
  expect(await errorOf(web.auth.test())).toBe('account_inactive');
  expect(news.channel.members.has(acme.botUserId)).toBe(false);
});

function link(url: string, clientId: string): string {
  const query = new URLSearchParams({
    client_id: clientId,
    scope: 'chat:write,commands',
    redirect_uri: 'https://a.example/back',
    state: 's',
  });
  return `${url}/oauth/v2/authorize?${query.toString()}`;
}

/** A Bolt that can be installed anywhere; `install` walks the way of a browser, with its cookie. */
async function installable() {
  const slack = await openFakeSlack({ clock: manualWorld(Date.now()) });
  slack.team('acme', { installed: false });
  slack.team('globex', { installed: false });
  const store = new MemoryInstallationStore();
  const heard: string[] = [];
  const { app, origin } = await started(slack, store);
  app.command('/news', async ({ ack, context }) => ack(`in ${context.teamId}`));
  app.event('app_uninstalled', async () => void heard.push('app_uninstalled'));
  onTestFinished(async () => {
    await app.stop();
    await slack.close();
  });
  const install = async (decide: (url: string) => string): Promise<string> => {
    const first = await fetch(`${origin}/slack/install`, { redirect: 'manual' });
    const back = decide(first.headers.get('location')!);
    const cookie = first.headers.get('set-cookie')!.split(';')[0]!;
    return (await fetch(back, { headers: { cookie } })).text();
  };
  return { slack, store, heard, install };
}

async function started(slack: RunningSlack, installationStore: MemoryInstallationStore) {
  const { clientId, clientSecret, signingSecret } = slack.app;
  const clientOptions = { slackApiUrl: slack.apiUrl };
  const receiver = new HTTPReceiver({
    clientId,
    clientSecret,
    signingSecret,
    stateSecret: 'state',
    scopes: ['chat:write', 'commands'],
    installationStore,
    logger: silent,
    installerOptions: {
      authorizationUrl: `${slack.url}/oauth/v2/authorize`,
      directInstall: true,
      clientOptions,
    },
  });
  const app = new App({
    receiver,
    logger: silent,
    clientOptions,
  });
  const server = (await app.start({ port: 0, host: '127.0.0.1' })) as Server;
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  slack.state.app.redirectUrl = `${origin}/slack/oauth_redirect`;
  slack.http.sendTo({ events: `${origin}/slack/events` });
  return { app, origin };
}
