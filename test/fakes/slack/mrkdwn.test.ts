import { expect, test } from 'vitest';
import { isDeceptive, kept } from './mrkdwn.ts';
import { clientOfFake } from './web-client.ts';
import type { Json } from './shapes.ts';

const section = (text: string, more: Json = {}): Json => ({
  type: 'section',
  text: { type: 'mrkdwn', text, ...more },
});
const rich = (element: Json): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [element] }],
});

const calls: ReadonlyArray<[about: string, said: Json, called: readonly string[]]> = [
  ['everybody here', { text: '<!here> look' }, ['here']],
  ['the channel', { text: '<!channel|channel> look' }, ['channel']],
  ['everyone', { text: '<!everyone>' }, ['everyone']],
  ['a person', { text: 'by <@U012AB3CD>' }, ['user U012AB3CD']],
  ['a group', { text: '<!subteam^S012AB3CD>' }, ['group S012AB3CD']],
  ['in a block', { text: 'x', blocks: [section('<!channel>')] }, ['channel']],
  ['in the text behind blocks', { text: '<!channel>', blocks: [section('x')] }, ['channel']],
  ['in code', { text: '`<!channel>`' }, ['channel']],
  ['a bare name in a block', { text: 'x', blocks: [section('@here')] }, ['here']],
  ['a bare name in a verbatim block', { text: 'x', blocks: [section('@here', { verbatim: true })] }, []],
  ['a bare name in the text', { text: '@here' }, []],
  ['a bare name to be linked', { text: '@here @owner', link_names: true }, ['here', 'user']],
  ['a bare name to be parsed', { text: '@channel', parse: 'full' }, ['channel']],
  ['an escaped one', { text: '&lt;!channel&gt;' }, []],
  ['one escaped twice', { text: '&amp;lt;!channel&amp;gt;' }, []],
  [
    'in plain text',
    { text: 'x', blocks: [{ type: 'header', text: { type: 'plain_text', text: '<!channel>' } }] },
    [],
  ],
  ['in rich text', { text: 'x', blocks: [rich({ type: 'broadcast', range: 'here' })] }, ['here']],
  [
    'a person in rich text',
    { text: 'x', blocks: [rich({ type: 'user', user_id: 'U012AB3CD' })] },
    ['user U012AB3CD'],
  ],
  ['words in rich text', { text: 'x', blocks: [rich({ type: 'text', text: '<!channel>' })] }, []],
  ['in an attachment', { attachments: [{ text: '<!channel>', fallback: 'x' }] }, ['channel']],
  ['an address of mail', { text: 'write to a@here.example' }, []],
  ['a date', { text: '<!date^1392734382^{date_short}|18 Feb>' }, []],
];

test.each(calls)('who is called: %s', async (_, said, called) => {
  const { web, news } = clientOfFake();
  await web.apiCall('chat.postMessage', { channel: news.id, ...said });
  const [line] = news.lines();
  expect(
    line!.pings.map(({ kind, id }) =>
      id?.startsWith('U0') === true && id.length < 11
        ? `${kind} ${id}`
        : id?.startsWith('S0') === true
          ? `${kind} ${id}`
          : kind,
    ),
  ).toEqual(called);
});

test('an edit calls nobody, and is seen to name somebody', async () => {
  const { web, news } = clientOfFake();
  const { ts } = await web.chat.postMessage({ channel: news.id, text: 'one' });
  await web.chat.update({ channel: news.id, ts: ts!, text: '<!here>' });
  expect(news.lines()).toMatchObject([{ pings: [], mentions: [{ kind: 'here', where: 'text' }] }]);
});

const labels: ReadonlyArray<[url: string, label: string, deceptive: boolean]> = [
  ['https://evil.example/', 'https://bank.example/login', true],
  ['https://evil.example/', 'www.bank.example', true],
  ['https://evil.example/', 'bank.com', true],
  ['https://evil.example/', 'bank.com/login', true],
  ['https://evil.example/', '→ bank.com!', true],
  ['https://a.example/', 'Why Booking.com cuts jobs', false],
  ['https://evil.example/', 'ｂａｎｋ．ｃｏｍ', true],
  ['https://bank.com.evil.example/', 'bank.com', true],
  ['https://www.bank.example/a', 'bank.example', false],
  ['https://news.bank.com/', 'bank.com', false],
  ['https://a.example/', 'Node.js 26 is out', false],
  ['https://a.example/', 'AWS cuts jobs', false],
  ['mailto:ada@bank.com', 'ada@bank.com', false],
];

test.each(labels)('%s, shown as "%s", is deceptive: %s', (url, label, deceptive) => {
  expect(isDeceptive(url, label)).toBe(deceptive);
});

test('links are told with what is shown for them; without unfurls nothing is shown below', async () => {
  const { web, news } = clientOfFake();
  const text = '<https://a.example/1?x=1&amp;y=2|AWS &lt;cuts&gt;> https://b.example/c.png';
  await web.chat.postMessage({ channel: news.id, text });
  await web.chat.postMessage({ channel: news.id, text, unfurl_links: true });
  await web.chat.postMessage({ channel: news.id, text, unfurl_links: false, unfurl_media: false });
  const [first, second, third] = news.lines();
  expect(first!.links).toMatchObject([
    { url: 'https://a.example/1?x=1&y=2', label: 'AWS <cuts>', deceptive: false },
    { url: 'https://b.example/c.png' },
  ]);
  expect(first!.text).toBe('AWS <cuts> https://b.example/c.png');
  expect([first, second, third].map((line) => line!.unfurls.length)).toEqual([1, 2, 0]);
});

test('Slack keeps a text with its stray signs escaped', () => {
  expect(kept('AT&T <3 <https://a.example|x> &lt; <b> <!here>')).toBe(
    'AT&amp;T &lt;3 <https://a.example|x> &lt; &lt;b&gt; <!here>',
  );
});
