import { describe, expect, test } from 'vitest';
import { markdownHtml } from '../../src/http/discord-markdown.ts';
import { english } from '../../src/messages/en.ts';
import { escapeMarkdown } from '../../src/platform/discord/escape.ts';
import { alert } from '../platform/sample-post.ts';
import { served } from './served.ts';

const reader = { texts: english, zone: 'UTC', now: Date.UTC(2026, 0, 5, 12) };

describe('the Markdown of an alert', () => {
  const cases: ReadonlyArray<[markdown: string, shown: RegExp]> = [
    ['### [AWS](https://a.example/x)', /<h3[^>]*><a href="https:\/\/a\.example\/x"[^>]*>AWS<\/a><\/h3>/],
    ['-# small', /<small>small<\/small>/],
    ['cuts **300 jobs** now', /cuts <b>300 jobs<\/b> now/],
    [`<t:${Date.UTC(2026, 0, 5, 9) / 1000}:R>`, /today 09:00/],
    [`<t:${Date.UTC(2026, 0, 5, 9) / 1000}:f>`, /today 09:00/],
    ['<@&7> <@8>', /<mark>@7<\/mark> <mark>@8<\/mark>/],
    ['\\*\\*plain\\*\\*', /<p[^>]*>\*\*plain\*\*<\/p>/],
    ['[x](javascript:alert)', /\[x\]\(javascript:alert\)/],
    ['<script>', /&lt;script&gt;/],
  ];
  test.each(cases)('%s', async (markdown, shown) => {
    expect(String(await markdownHtml(markdown, reader))).toMatch(shown);
  });

  test('shows what was escaped as it was', async () => {
    const text = '**a** [b](https://evil.example) # c ~~d~~ `e` <@1> \\ _f_';
    const shown = String(await markdownHtml(escapeMarkdown(text), reader));
    expect(shown).toContain(text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    expect(shown).not.toContain('<a ');
  });
});

test('the alerts of a channel are shown as Discord would; without any, that there are none', async () => {
  const { ask, platform, room } = await served();
  const [general] = await room.channels();
  const page = async () => (await ask('/channels/general/discord')).text();
  expect(await page()).toContain(english.chat.emptyPreview);
  await platform.post(general!.channel, alert('m1', 'AWS <cuts> jobs'));
  await platform.post(general!.channel, {
    marker: 'n1',
    revision: 1,
    content: { kind: 'notice', notice: { kind: 'resumed', since: Date.UTC(2026, 0, 5), waiting: 4 } },
  });
  const shown = await page();
  expect(shown).toContain('the 4 alerts that waited');
  expect(shown).toContain('<b>AWS</b> is cutting several hundred jobs.');
  expect(shown).toContain('AWS &lt;cuts&gt; jobs');
  expect(shown).toContain('<button type="button" disabled>Mute story</button>');
  // The line at the side is an alert's; a notice has none.
  expect(shown.match(/class="accent"/g)).toHaveLength(1);
  expect((await ask('/channels/none/discord')).status).toBe(404);
});
