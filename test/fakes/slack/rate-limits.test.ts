import { expect, test } from 'vitest';
import { clientOfFake } from './web-client.ts';

test('a channel takes a short burst, then a message a second', async () => {
  const { web, news, world, slack, acme } = clientOfFake();
  const post = () => web.chat.postMessage({ channel: news.id, text: 'x' });
  for (let n = 0; n < 3; n += 1) await post();
  await expect(post()).rejects.toMatchObject({ retryAfter: 1 });
  // Another channel is not held up by it.
  await web.chat.postMessage({ channel: acme.channel('other').id, text: 'x' });
  for (let n = 0; n < 100; n += 1) {
    await world.advance(1000);
    await post();
  }
  expect(slack.rateLimited()).toHaveLength(1);
  expect(news.lines()).toHaveLength(103);
});

test('a workspace takes some hundreds of messages a minute in all its channels', async () => {
  const { web, acme, slack } = clientOfFake({ limits: { postsPerTeam: { perMinute: 10, burst: 10 } } });
  const posts = Array.from({ length: 12 }, (_, n) =>
    web.chat.postMessage({ channel: acme.channel(`c${n}`).id, text: 'x' }).catch(() => undefined),
  );
  await Promise.all(posts);
  expect(slack.rateLimited()).toMatchObject([{ retryAfter: 6 }, { retryAfter: 6 }]);
});

test('each method and each workspace counts for itself', async () => {
  const { web, acme, news, slack, world } = clientOfFake();
  const { ts } = await web.chat.postMessage({ channel: news.id, text: 'x' });
  const edit = () => web.chat.update({ channel: news.id, ts: ts!, text: 'y' });
  for (let n = 0; n < 50; n += 1) await edit();
  await expect(edit()).rejects.toMatchObject({ retryAfter: 2 });
  await web.users.info({ user: acme.person('ada').id });
  await world.advance(2000);
  await edit();
  expect(slack.rateLimited()).toHaveLength(1);
});

test('whoever comes again when told to is let through', async () => {
  const { web, news, world } = clientOfFake({ limits: { postsPerChannel: { perMinute: 7, burst: 1 } } });
  for (let n = 0; n < 20; n += 1) {
    await web.chat.postMessage({ channel: news.id, text: 'x' });
    await world.advance(1);
    const error = await web.chat.postMessage({ channel: news.id, text: 'y' }).then(
      () => undefined,
      (refusal: { readonly retryAfter: number }) => refusal,
    );
    await world.advance(error!.retryAfter * 1000);
  }
  expect(news.lines()).toHaveLength(20);
});
