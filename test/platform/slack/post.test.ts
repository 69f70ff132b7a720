import { describe, expect, onTestFinished, test } from 'vitest';
import type { AlertContent } from '../../../src/domain.ts';
import type { Post } from '../../../src/platform/platform.ts';
import { alert } from '../sample-post.ts';
import { channelOf, openSlack, type OpenSlackOptions, titleOf } from './open-slack.ts';

describe('what stands in the way of a message is told apart', () => {
  const rows: ReadonlyArray<readonly [error: string, outcome: Record<string, unknown>]> = [
    ['channel_not_found', { kind: 'closed', reason: expect.stringContaining('deleted') }],
    ['not_in_channel', { kind: 'closed', reason: expect.stringContaining('/invite') }],
    ['is_archived', { kind: 'closed', reason: expect.stringContaining('archived') }],
    ['restricted_action', { kind: 'closed', reason: expect.stringContaining('some people') }],
    ['restricted_action_read_only_channel', { kind: 'closed' }],
    ['messages_tab_disabled', { kind: 'closed', reason: expect.stringContaining('Messages Tab') }],
    ['team_access_not_granted', { kind: 'closed', scope: 'workspace' }],
    ['something_restricted_by_tomorrow', { kind: 'closed', reason: expect.stringContaining('tomorrow') }],
    ['invalid_blocks', { kind: 'refused' }],
    ['msg_blocks_too_long', { kind: 'refused' }],
    ['msg_too_long', { kind: 'refused' }],
    ['nobody_knows_what', { kind: 'refused', reason: 'nobody_knows_what' }],
    ['ratelimited', { kind: 'busy', retryAfterMs: 1000 }],
    ['message_limit_exceeded', { kind: 'busy', scope: 'token' }],
    ['fatal_error', { kind: 'unknown' }],
    ['internal_error', { kind: 'unknown' }],
    ['team_added_to_org', { kind: 'busy' }],
  ];
  test.each(rows)('%s', async (error, outcome) => {
    const { platform, channel, slack } = await opened();
    slack.fail('chat.postMessage', error);
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject(outcome);
  });

  test('a scope that is missing is named, in the language of the channel', async () => {
    const { platform, channel, team } = await opened();
    team.deny('chat:write');
    expect(await platform.post({ ...channel, language: 'fr' }, alert('m1', 'AWS'))).toMatchObject({
      kind: 'closed',
      scope: 'workspace',
      reason: expect.stringMatching(/permission chat:write/),
    });
  });

  test('blocks that are refused say where', async () => {
    const { platform, channel, slack } = await opened();
    const messages = ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'];
    slack.fail('chat.postMessage', { error: 'invalid_blocks', more: { response_metadata: { messages } } });
    expect(await platform.post(channel, alert('m1', 'AWS'))).toEqual({
      kind: 'refused',
      reason: `invalid_blocks (${messages[0]})`,
    });
  });

  test.each(['revokeToken', 'uninstall'] as const)('a void token closes the way for all: %s', async (how) => {
    const { platform, channel, team, slack } = await opened();
    slack.fail('chat.postMessage', 'invalid_auth');
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ kind: 'busy' });
    team[how]();
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({
      kind: 'closed',
      scope: 'workspace',
      reason: 'Slack does not accept my token any more',
    });
  });
});

describe('the pace', () => {
  test('a 429 holds up its channel alone, and nothing is asked there meanwhile', async () => {
    const { platform, channel, other, slack, network } = await opened();
    slack.fail('chat.postMessage', limited(30));
    expect(await platform.post(channel, alert('m1', 'AWS'))).toEqual({
      kind: 'busy',
      retryAfterMs: 30_000,
      reason: expect.any(String),
    });
    const before = slack.asked.length;
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ kind: 'busy' });
    expect(slack.asked.length).toBe(before);
    expect(await platform.post(other, alert('m2', 'AWS'))).toMatchObject({ kind: 'posted' });
    await network.world.advance(30_000);
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ kind: 'posted' });
  });

  test('where a second channel is turned away as well it is the workspace that is too fast', async () => {
    const { platform, channel, other, slack } = await opened();
    slack.fail('chat.postMessage', limited(30), limited(20));
    await platform.post(channel, alert('m1', 'AWS'));
    expect(await platform.post(other, alert('m2', 'AWS'))).toMatchObject({
      kind: 'busy',
      scope: 'token',
      retryAfterMs: 20_000,
    });
  });

  test('edits of a workspace keep within what Slack takes, however many there are', async () => {
    const { platform, channel, slack, network } = await opened();
    const { externalId } = Object(await platform.post(channel, alert('m1', 'AWS')));
    let done = 0;
    for (let second = 0; second < 120; second += 1) {
      const { kind } = await platform.edit(channel, externalId, alert('m1', `AWS ${second}`, 2));
      if (kind === 'posted') done += 1;
      await network.world.advance(1000);
    }
    expect(slack.rateLimited()).toEqual([]);
    expect(done).toBeGreaterThan(90);
  });
});

describe('edits', () => {
  test.each(['edit_window_closed', 'cant_update_message', 'message_not_found'])(
    'that are refused are a normal day: %s',
    async (error) => {
      const { platform, channel, slack } = await opened();
      const { externalId } = Object(await platform.post(channel, alert('m1', 'AWS')));
      slack.fail('chat.update', error);
      expect(await platform.edit(channel, externalId, alert('m1', 'AWS', 2))).toMatchObject({
        kind: 'refused',
      });
    },
  );

  test('call nobody again', async () => {
    const { platform, channel, place } = await opened();
    const called = withDelivery(alert('m1', 'AWS'), { mentions: [{ kind: 'role', id: 'S0123ABC' }] });
    const { externalId } = Object(await platform.post(channel, called));
    await platform.edit(channel, externalId, { ...called, revision: 2 });
    expect(place.lines()[0]).toMatchObject({ edits: 1, pings: [{ kind: 'group' }, { kind: 'group' }] });
  });
});

test('a picture that Slack does not take is left out, and the words are seen once', async () => {
  const { platform, channel, slack, place } = await opened();
  const messages = ['[ERROR] downloading image failed [json-pointer:/blocks/2/accessory/image_url]'];
  slack.fail('chat.postMessage', { error: 'invalid_blocks', more: { response_metadata: { messages } } });
  const post = alert('m1', 'AWS');
  const content = { ...(post.content as AlertContent), image: 'https://example.com/broken.png' };
  expect(await platform.post(channel, { ...post, content })).toMatchObject({ kind: 'posted' });
  expect(place.lines().map(titleOf)).toEqual(['AWS']);
  expect(JSON.stringify(place.lines())).not.toContain('broken.png');
});

test('an alert unfolds no link and calls nobody, whatever its article says', async () => {
  const { platform, channel, place } = await opened();
  await platform.post(channel, alert('m1', '<!channel> @here https://evil.example/login'));
  expect(place.lines()).toMatchObject([{ unfurls: [], pings: [] }]);
  expect(place.lines()[0]?.links.filter(({ deceptive }) => deceptive)).toEqual([]);
});

describe('follow-ups', () => {
  test('stand in the thread of their story, and in the channel as well', async () => {
    const { platform, channel, place } = await opened();
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    const second = Object(await platform.post(channel, { ...alert('m2', 'Second'), replyTo: first }));
    expect(second).toEqual({ kind: 'posted', externalId: expect.stringMatching(`^${first}/`) });
    expect(place.lines()[1]).toMatchObject({ thread: first });
    expect(place.channel.messages[1]?.broadcast).toBe(true);
    const third = { ...alert('m3', 'Third'), replyTo: second.externalId };
    await platform.post(channel, third);
    expect(place.lines()[2]).toMatchObject({ thread: first });
    await platform.edit(channel, second.externalId, alert('m2', 'Second, corrected', 2));
    expect(await platform.readBack(channel, 'm2', { replyTo: first })).toEqual({
      kind: 'found',
      externalId: second.externalId,
      revision: 2,
    });
    expect(await platform.readBack(channel, 'm9', { replyTo: first })).toEqual({ kind: 'absent' });
  });

  test('stand in the thread alone where all of a story is wanted there', async () => {
    const { platform, channel, place } = await opened();
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    const follow = withDelivery({ ...alert('m2', 'Second'), replyTo: first }, { thread: true });
    await platform.post(channel, follow);
    expect(place.channel.messages[1]).toMatchObject({ threadTs: first, broadcast: false });
    expect(await platform.readBack(channel, 'm2', { replyTo: first })).toMatchObject({ kind: 'found' });
  });

  test('stand in the channel where the story is gone, or takes no replies', async () => {
    const { platform, channel, place, network, visible } = await opened();
    const gone = { ...alert('m2', 'Second'), replyTo: '1600000000.000100' };
    await platform.post(channel, gone);
    const { externalId } = Object(await platform.post(channel, alert('m3', 'Third')));
    await network.world.advance(5000);
    place.restrict('no threads');
    await platform.post(channel, { ...alert('m4', 'Fourth'), replyTo: externalId });
    expect(await visible(channel)).toEqual(['Second', 'Third', 'Fourth']);
    expect(place.lines().every(({ thread }) => thread === undefined)).toBe(true);
  });

  test('go into the thread also where histories may not be read', async () => {
    const { platform, channel, place, team } = await opened();
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    team.deny('channels:history', 'groups:history', 'im:history');
    await platform.post(channel, { ...alert('m2', 'Second'), replyTo: first });
    expect(place.lines()[1]).toMatchObject({ thread: first });
  });
});

test('what nobody waits for any more is neither posted nor edited', async () => {
  const { platform, channel, visible } = await opened();
  const { externalId } = Object(await platform.post(channel, alert('m1', 'AWS')));
  const signal = AbortSignal.abort();
  const reply = { ...alert('m2', 'GPT-6'), replyTo: externalId, signal };
  expect(await platform.post(channel, reply)).toMatchObject({ kind: 'busy' });
  const corrected = { ...alert('m1', 'AWS, corrected', 2), signal };
  expect(await platform.edit(channel, externalId, corrected)).toMatchObject({ kind: 'busy' });
  expect(await visible(channel)).toEqual(['AWS']);
});

test('where the app is not installed any more nothing is asked', async () => {
  const { slackPlatform } = await import('../../../src/platform/slack/slack.ts');
  const platform = slackPlatform({ tokenOf: async () => undefined });
  const channel = channelOf(1, 'C1');
  expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({
    kind: 'closed',
    scope: 'workspace',
  });
  expect(await platform.edit(channel, '1', alert('m1', 'AWS'))).toMatchObject({ kind: 'closed' });
  expect(await platform.readBack(channel, 'm1')).toMatchObject({ kind: 'closed', scope: 'workspace' });
});

function limited(seconds: number) {
  return { error: 'ratelimited', status: 429, headers: { 'retry-after': String(seconds) } };
}

async function opened(options?: OpenSlackOptions) {
  const slack = await openSlack(options);
  onTestFinished(slack.close);
  return slack;
}

function withDelivery(post: Post, delivery: NonNullable<AlertContent['delivery']>): Post {
  return { ...post, content: { ...(post.content as AlertContent), delivery } };
}
