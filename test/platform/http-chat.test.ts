import { expect, onTestFinished, test } from 'vitest';
import { refusal } from '../fakes/http/http-fault.ts';
import { keepsThePlatformContract } from './contract.ts';
import { networkFaults } from './network-faults.ts';
import { openChat } from './open-chat.ts';
import { alert } from './sample-post.ts';

keepsThePlatformContract('a chat server over HTTP', openChat);
keepsThePlatformContract('a chat server over HTTP that recognises a marker for two minutes', () =>
  openChat({ sameMarkerMs: 120_000 }),
);

test('one 401 is a bad moment, and is tried again', async () => {
  const { platform, channel, server } = await opened();
  server.misbehave(refusal(401, { error: 'unauthorized' }));
  expect(await platform.post(channel, alert('m1', 'AWS cuts jobs'))).toMatchObject({ kind: 'busy' });
  expect(await platform.post(channel, alert('m1', 'AWS cuts jobs'))).toMatchObject({ kind: 'posted' });
});

test('a token that is not valid any more closes the way', async () => {
  const { platform, channel, server } = await opened();
  server.revoke();
  expect(await platform.post(channel, alert('m1', 'AWS cuts jobs'))).toMatchObject({
    kind: 'closed',
    reason: expect.stringContaining('token'),
  });
});

test('messages wait in a deleted channel until it is back', async () => {
  const { platform, channel, server, visible } = await opened();
  server.remove('general');
  expect(await platform.post(channel, alert('m1', 'AWS cuts jobs'))).toMatchObject({ kind: 'closed' });
  expect(await platform.readBack(channel, 'm1')).toMatchObject({ kind: 'closed' });
  server.bringBack('general');
  await platform.post(channel, alert('m1', 'AWS cuts jobs'));
  expect(await visible(channel)).toEqual(['AWS cuts jobs']);
});

const readFaults = networkFaults.filter((fault) => !['late', 'hang', 'DNS', 'TLS'].includes(fault));

test.for(readFaults)('a history that cannot be read is not an empty one: %s', async (fault) => {
  const { platform, channel, network } = await opened({ meets: () => true });
  await platform.post(channel, alert('m1', 'AWS cuts jobs'));
  for (const bringAbout of network.faults[fault] ?? []) {
    bringAbout();
    const back = await platform.readBack(channel, 'm1');
    expect(back).toMatchObject({ kind: fault === 'deleted channel' ? 'closed' : 'busy' });
  }
  expect(await platform.readBack(channel, 'm1')).toMatchObject({ kind: 'found' });
});

async function opened(options?: Parameters<typeof openChat>[0]) {
  const chat = await openChat(options);
  onTestFinished(chat.close);
  return chat;
}
