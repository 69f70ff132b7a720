import { expect, onTestFinished, test } from 'vitest';
import { keepsThePlatformContract } from '../contract.ts';
import { alert } from '../sample-post.ts';
import { sendThrough } from '../send-through.ts';
import { openSlack } from './open-slack.ts';

keepsThePlatformContract('Slack', openSlack);

test('where only blocks tell what a message is, it is found all the same', async () => {
  const open = await openSlack({ metadata: false });
  onTestFinished(open.close);
  const { platform, channel } = open;
  const { externalId } = Object(await platform.post(channel, alert('m1', 'AWS')));
  await platform.edit(channel, externalId, alert('m1', 'AWS, corrected', 2));
  expect(await platform.readBack(channel, 'm1')).toEqual({ kind: 'found', externalId, revision: 2 });
  expect(await platform.readBack(channel, 'm2')).toEqual({ kind: 'absent' });
});

test.each(['reset before commit', 'reset after commit'] as const)(
  'and nothing is doubled or lost for it: %s',
  async (fault) => {
    const open = await openSlack({ metadata: false });
    onTestFinished(open.close);
    expect(await sendThrough(open, fault, 10)).toMatchObject({ visible: 10, doubled: 0, lost: 0, stale: 0 });
  },
);
