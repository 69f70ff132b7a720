import { expect, test } from 'vitest';
import type { AlertContent } from '../../src/domain.ts';
import { english } from '../../src/messages/en.ts';
import { alert } from '../platform/sample-post.ts';
import { served } from './served.ts';

test('the alerts of a channel are shown as Slack would; without any, that there are none', async () => {
  const { ask, platform, room } = await served();
  const [general] = await room.channels();
  const page = async () => (await ask('/channels/general/slack')).text();
  expect(await page()).toContain(english.chat.emptyPreview);
  const post = alert('m1', 'AWS <cuts> jobs');
  const content: AlertContent = {
    ...(post.content as AlertContent),
    delivery: { mentions: [{ kind: 'role', id: 'S0123' }] },
  };
  await platform.post(general!.channel, { ...post, content });
  const shown = await page();
  expect(shown).toContain('<b>AWS</b>');
  expect(shown).toContain('AWS &lt;cuts&gt; jobs</a>');
  expect(shown).toContain('<mark>@S0123</mark>');
  expect(shown).toMatch(/The Register<\/span>\s+<span>·\s+[^<]*09:00/);
  expect(shown).toContain('<button type="button" disabled>Mute story</button>');
  expect((await ask('/channels/none/slack')).status).toBe(404);
});
