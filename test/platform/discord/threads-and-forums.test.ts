import { describe, expect, test } from 'vitest';
import type { Post } from '../../../src/platform/platform.ts';
import { refusal } from '../../fakes/http/http-fault.ts';
import { alert } from '../sample-post.ts';
import { titleOf } from './open-discord.ts';
import { opened, withDelivery } from './opened.ts';

describe('follow-ups', () => {
  test('are replies', async () => {
    const { platform, channel, discord } = await opened();
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    await platform.post(channel, { ...alert('m2', 'Second'), replyTo: first });
    expect(discord.ledger(channel.externalId)[1]).toMatchObject({ replyTo: first, pings: { users: [] } });
  });

  test('are messages of their own where a reply is not allowed, or has nothing to reply to', async () => {
    const { platform, channel, place, visible } = await opened();
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    place.deny('READ_MESSAGE_HISTORY');
    expect(await platform.post(channel, { ...alert('m2', 'Second'), replyTo: first })).toMatchObject({
      kind: 'posted',
    });
    place.allow('READ_MESSAGE_HISTORY');
    expect(await platform.post(channel, { ...alert('m3', 'Third'), replyTo: '12345' })).toMatchObject({
      kind: 'posted',
    });
    expect(await visible(channel)).toEqual(['First', 'Second', 'Third']);
  });

  test('go into the story’s thread where that is wanted, are changed and found there', async () => {
    const { platform, channel, discord } = await opened();
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    const follow = (marker: string, title: string): Post => ({
      ...withDelivery(alert(marker, title), { thread: true }),
      replyTo: first,
    });
    const second = Object(await platform.post(channel, follow('m2', 'Second')));
    const third = await platform.post(channel, { ...follow('m3', 'Third'), replyTo: second.externalId });
    expect(third).toMatchObject({ kind: 'posted' });
    const [parent, ...others] = discord.ledger(channel.externalId);
    expect(others).toEqual([]);
    expect(parent?.thread.map(titleOf)).toEqual(['Second', 'Third']);
    await platform.edit(channel, second.externalId, alert('m2', 'Second, corrected', 2));
    expect(discord.ledger(channel.externalId)[0]?.thread.map(titleOf)).toEqual([
      'Second, corrected',
      'Third',
    ]);
    const found = { kind: 'found', externalId: second.externalId, revision: 2 };
    expect(await platform.readBack(channel, 'm2', { replyTo: first })).toEqual(found);
    expect(await platform.readBack(channel, 'm9', { replyTo: first })).toEqual({ kind: 'absent' });
  });

  const shut = [
    [400, { code: 50083 }],
    [403, { code: 160_005 }],
    [404, {}],
  ] as const;
  test.each(shut)('stand in the channel where the thread is shut: %i %o', async (status, said) => {
    const { platform, channel, discord, visible } = await opened();
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    const follow = { ...withDelivery(alert('m2', 'Second'), { thread: true }), replyTo: first };
    discord.network.misbehave(refusal(status, { message: 'no', ...said }));
    discord.misbehave({ fault: { kind: 'error', status: 403, code: 50013 }, path: /threads$/ });
    expect(await platform.post(channel, follow)).toMatchObject({ kind: 'posted' });
    expect(await visible(channel)).toEqual(['First', 'Second']);
  });

  test('stand in the channel where threads are not allowed, or the thread is locked', async () => {
    const { platform, channel, place, visible } = await opened();
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    place.deny('CREATE_PUBLIC_THREADS');
    const follow = { ...withDelivery(alert('m2', 'Second'), { thread: true }), replyTo: first };
    expect(await platform.post(channel, follow)).toMatchObject({ kind: 'posted' });
    expect(await visible(channel)).toEqual(['First', 'Second']);
    expect(await platform.readBack(channel, 'm2', { replyTo: first })).toMatchObject({ kind: 'found' });
  });
});

describe('forums', () => {
  test('a post carries the tags that are named like what rang', async () => {
    const { platform, channel, discord, place } = await opened({
      kind: 'forum',
      forum: { tags: ['aws', 'Layoffs', 'Staff!'] },
    });
    await platform.post(channel, alert('m1', 'AWS cuts jobs'));
    expect(discord.asked.at(-1)).toMatchObject({
      status: 201,
      body: { name: 'AWS cuts jobs', applied_tags: [place.tags['aws']] },
    });
  });

  test('a forum that asks for a tag gets one, or is closed until it has one for us', async () => {
    const open = await opened({ kind: 'forum', forum: { tags: ['Staff!', 'News'], tagRequired: true } });
    expect(await open.platform.post(open.channel, alert('m1', 'GPT-6'))).toMatchObject({ kind: 'posted' });
    const shut = await opened({ kind: 'forum', forum: { tags: ['Staff!'], tagRequired: true } });
    expect(await shut.platform.post(shut.channel, alert('m1', 'AWS'))).toMatchObject({
      kind: 'closed',
      reason: expect.stringContaining('tag'),
    });
  });

  test('a tag that is gone, or asked for since, is looked for anew: the alert is not lost for it', async () => {
    const { platform, channel, discord, guild } = await opened({ kind: 'forum', told: false });
    const forum = guild.channel('ideas', 'forum', { tags: ['AWS'] });
    const ideas = { ...channel, externalId: forum.id };
    expect(await platform.post(ideas, alert('m1', 'AWS'))).toMatchObject({ kind: 'posted' });
    const rules = discord.state.channels.get(forum.id);
    Object.assign(rules ?? {}, { tags: [{ id: '77', name: 'aws', moderated: false }] });
    expect(await platform.post(ideas, alert('m2', 'AWS'))).toMatchObject({ kind: 'posted' });
    expect(discord.asked.at(-1)).toMatchObject({ status: 201, body: { applied_tags: ['77'] } });
    Object.assign(rules ?? {}, { tags: [{ id: '78', name: 'News', moderated: false }], tagRequired: true });
    expect(await platform.post(ideas, alert('m3', 'AWS'))).toMatchObject({ kind: 'posted' });
    expect(discord.asked.at(-1)).toMatchObject({ status: 201, body: { applied_tags: ['78'] } });
  });

  test('a tag that Discord does not know, though it has told us of it, is left out', async () => {
    const { platform, channel, discord, visible } = await opened({
      kind: 'forum',
      forum: { tags: ['AWS'] },
    });
    discord.misbehave({ fault: { kind: 'error', status: 400, code: 10087 }, method: 'POST' });
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ kind: 'posted' });
    discord.misbehave({ fault: { kind: 'error', status: 400, code: 10087 }, method: 'POST', times: 2 });
    expect(await platform.post(channel, alert('m2', 'AWS'))).toMatchObject({ kind: 'busy' });
    expect(await visible(channel)).toEqual(['AWS']);
  });

  test('a follow-up goes into the post of its story, or is one of its own where that is gone', async () => {
    const { platform, channel, place, visible } = await opened({ kind: 'forum' });
    const { externalId: first } = Object(await platform.post(channel, alert('m1', 'First')));
    await platform.post(channel, { ...alert('m2', 'Second'), replyTo: first });
    const [thread] = place.threads();
    expect(thread?.ledger().map(titleOf)).toEqual(['First', 'Second']);
    expect(await platform.readBack(channel, 'm2', { replyTo: first })).toMatchObject({ kind: 'found' });
    thread?.remove();
    expect(await platform.edit(channel, first, alert('m1', 'First', 2))).toMatchObject({ kind: 'refused' });
    await platform.post(channel, { ...alert('m3', 'Third'), replyTo: first });
    expect(await visible(channel)).toEqual(['Third']);
  });

  test('is recognised as one when nobody has told', async () => {
    const { platform, channel, visible } = await opened({ kind: 'forum', told: false });
    // It might be a forum: nothing is promised about a marker that is posted twice.
    expect(platform.sameMarkerMsIn?.(channel)).toBe(0);
    expect(await platform.post(channel, alert('m1', 'AWS'))).toMatchObject({ kind: 'posted' });
    expect(await visible(channel)).toEqual(['AWS']);
    expect(platform.sameMarkerMsIn?.(channel)).toBe(0);
  });

  test('an archived post is found too', async () => {
    const { platform, channel, place } = await opened({ kind: 'forum' });
    await platform.post(channel, alert('m1', 'AWS'));
    place.threads()[0]?.archive();
    expect(await platform.readBack(channel, 'm1')).toMatchObject({ kind: 'found', revision: 1 });
  });
});
