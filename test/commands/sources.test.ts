import { describe, expect, test } from 'vitest';
import type { Looked } from '../../src/invoke/looked.ts';
import { conversation, hour, now } from '../invoke/conversation.ts';

const feed = 'https://example.com/feed.xml';

describe('/sources', () => {
  test('shows what is watched and how it is doing', async () => {
    const { hear, store } = await conversation();
    for (const [path, title] of [
      ['a', 'Le Monde'],
      ['b', 'BBC'],
      ['c', 'New one'],
    ]) {
      const source = await store.sources.open({
        audience: 0,
        kind: 'feed',
        url: `https://example.com/${path}`,
        title: title ?? '',
        intervalMs: hour,
      });
      if (path === 'a')
        await store.sources.recordPoll(source.id, { kind: 'ok', gaveNew: true }, now - 60_000, now);
      if (path === 'b') {
        await store.sources.recordPoll(
          source.id,
          { kind: 'failed', error: 'It is a web page, not a feed.' },
          now,
          now,
        );
      }
    }
    expect(await hear('/sources')).toEqual([
      '4 sources are watched:',
      '  1. Inbox — /news/inbox · watched all the time',
      '  2. Le Monde — example.com/a · fine, last looked at today 17:29',
      '  3. BBC — example.com/b · the last look failed: It is a web page, not a feed.',
      '  4. New one — example.com/c · will be looked at within a minute',
      'To change that: /sources add and a feed’s address, or /sources remove and a number',
    ]);
  });

  test('a feed is added, once, and looked at soon', async () => {
    const { hear, store, workspace, looked } = await conversation();
    expect(await hear(`/sources add ${feed}`)).toEqual([
      'example.com is watched from now on. What it already shows is kept without ringing; what comes next rings. In a minute, /sources tells whether it can be read.',
    ]);
    expect(looked).toHaveLength(1);
    expect(await hear('/sources add example.com/feed.xml')).toEqual(['example.com is already watched.']);
    expect(await store.sources.list(workspace.id)).toHaveLength(2);
  });

  const found: ReadonlyArray<[what: string, found: Looked, told: readonly string[]]> = [
    [
      'a feed',
      { kind: 'read', title: 'The Wire', entries: 12, newestAt: now - hour, named: false },
      [
        'The Wire is watched from now on: 12 entries, newest today 16:30. What it already shows is kept without ringing; what comes next rings.',
      ],
    ],
    [
      'entries without dates',
      { kind: 'read', title: 'The Wire', entries: 1, named: false },
      [
        'The Wire is watched from now on: 1 entry. What it already shows is kept without ringing; what comes next rings.',
      ],
    ],
    [
      'an empty feed',
      { kind: 'read', title: 'The Wire', entries: 0, named: false },
      ['The Wire is watched from now on. It has no entries yet; what comes rings.'],
    ],
    [
      'a page that names a feed',
      { kind: 'read', title: 'The Wire', entries: 0, movedTo: 'https://example.com/rss?key=k', named: true },
      [
        'example.com/feed.xml names a feed: example.com/rss?…. That is what is watched.',
        'The Wire is watched from now on. It has no entries yet; what comes rings.',
      ],
    ],
    [
      'what is wrong',
      { kind: 'failed', reason: 'example.com/feed.xml does not exist (404).' },
      [
        'example.com is watched from now on, but the first look failed: example.com/feed.xml does not exist (404). It is tried again, later each time. /sources remove 2 gives up.',
      ],
    ],
  ];
  test.each(found)('what is added is looked at, and it is told what was found: %s', async (_, look, told) => {
    const { hear, finds, store, workspace } = await conversation();
    finds(look);
    expect(await hear(`/sources add ${feed}`)).toEqual(told);
    expect(await store.sources.list(workspace.id)).toHaveLength(2);
  });

  test('a title of any length is cut where it is told', async () => {
    const { hear, finds } = await conversation();
    finds({ kind: 'read', title: 'Wire '.repeat(500), entries: 1, named: false });
    const [line = ''] = await hear(`/sources add ${feed}`);
    expect(line.length).toBeLessThan(300);
    expect(line).toContain('Wire… is watched from now on: 1 entry.');
  });

  test('what leads to a feed that is watched already is not watched twice', async () => {
    const { hear, finds, store, workspace } = await conversation();
    await hear(`/sources add ${feed}`);
    finds({ kind: 'read', title: 'The Wire', entries: 3, movedTo: feed, named: true });
    expect(await hear('/sources add example.com')).toEqual(['example.com is already watched.']);
    expect((await store.sources.list(workspace.id)).map(({ url }) => url)).toEqual(['/news/inbox', feed]);
  });

  const written: ReadonlyArray<[typed: string, url: string]> = [
    ['https://example.com/feed.xml', 'https://example.com/feed.xml'],
    ['HTTP://Example.com/Feed', 'http://example.com/Feed'],
    ['example.com', 'https://example.com/'],
    ['example.com/feed?format=rss', 'https://example.com/feed?format=rss'],
    ['feed://example.com/rss', 'https://example.com/rss'],
    ['feed:https://example.com/rss', 'https://example.com/rss'],
    ['<https://example.com/rss>', 'https://example.com/rss'],
    ['https://example.com/rss#top', 'https://example.com/rss'],
    ['http://localhost:8080/rss', 'http://localhost:8080/rss'],
    ['https://bücher.example/rss', 'https://xn--bcher-kva.example/rss'],
  ];
  test.each(written)('add %s watches %s', async (typed, url) => {
    const { say, store, workspace } = await conversation();
    await say(`/sources add ${typed}`);
    expect((await store.sources.list(workspace.id)).map((source) => source.url)).toContain(url);
  });

  const noAddress = [
    'lemonde',
    'ftp://example.com/feed',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'mailto:a@b.example x',
    'a b.com',
    'https://',
  ];
  test.each(noAddress)('add %s is told what an address looks like', async (typed) => {
    const { hear, store, workspace } = await conversation();
    expect(await hear(`/sources add ${typed}`)).toEqual([
      `${typed} is not a web address. A feed’s begins with https:// such as https://example.com/feed.xml`,
    ]);
    expect(await store.sources.list(workspace.id)).toHaveLength(1);
  });

  const removals: ReadonlyArray<[what: string]> = [['2'], [feed], ['example.com/feed.xml'], ['Example.com']];
  test.each(removals)('remove %s', async (what) => {
    const { hear, store, workspace } = await conversation();
    await hear(`/sources add ${feed}`);
    expect(await hear(`/sources remove ${what}`)).toEqual([
      'example.com is no longer watched. Its articles stay.',
    ]);
    expect(await store.sources.list(workspace.id)).toHaveLength(1);
  });

  const mistakes: ReadonlyArray<[line: string, sentence: RegExp]> = [
    ['/sources remove 9', /Nothing that is watched fits 9/],
    ['/sources remove', /To change it: \/sources add/],
    ['/sources add', /To change it: \/sources add/],
    ['/sources frobnicate', /To see what is watched/],
    // The inbox is a setting.
    ['/sources remove 1', /INBOX_DIR/],
  ];
  test.each(mistakes)('%s changes nothing and says what would', async (line, sentence) => {
    const { say, hear, store, workspace } = await conversation();
    expect((await hear(line)).join('\n')).toMatch(sentence);
    expect(await say(line)).toMatchObject({ mistake: true });
    expect(await store.sources.list(workspace.id)).toHaveLength(1);
  });

  test('only who manages may change what is watched; everybody may look', async () => {
    const { hear } = await conversation();
    const refused = ['Only those who manage this workspace can change what is watched. Ask one of them.'];
    expect(await hear(`/sources add ${feed}`, { manages: false })).toEqual(refused);
    expect(await hear('/sources remove 1', { manages: false })).toEqual(refused);
    expect((await hear('/sources', { manages: false }))[0]).toBe('One source is watched:');
  });
});

describe('who sees the articles of a source that is added', () => {
  const addresses: ReadonlyArray<[what: string, url: string, sees: 'everybody' | 'the workspace']> = [
    ['a plain feed', 'https://example.com/feed.xml', 'everybody'],
    ['a feed in a folder with words', 'https://example.com/2026-tech-news/rss', 'everybody'],
    // What stands there may be all that protects it.
    ['a query', 'https://example.com/feed?token=abc', 'the workspace'],
    ['a name and password', 'https://ada:secret@example.com/feed', 'the workspace'],
    ['a long random part', 'https://example.com/f/x8Kd02mVq91LpZt4/rss', 'the workspace'],
  ];
  test.each(addresses)('%s, added in the local workspace', async (_, url, sees) => {
    const { say, store, workspace } = await conversation();
    await say(`/sources add ${url}`);
    const added = (await store.sources.list(workspace.id)).at(-1);
    expect(added?.audience).toBe(sees === 'everybody' ? 0 : workspace.id);
  });

  test('what a Slack workspace adds is its own', async () => {
    const { say, store, workspace } = await conversation('slack');
    await say(`/sources add ${feed}`);
    expect((await store.sources.list(workspace.id)).at(-1)?.audience).toBe(workspace.id);
  });

  test('what is watched for everybody is not removed, and not watched twice, by one Slack workspace', async () => {
    const { hear, store, workspace } = await conversation('slack');
    await store.sources.open({ audience: 0, kind: 'feed', url: feed, title: 'Le Monde', intervalMs: hour });
    expect(await hear(`/sources add ${feed}`)).toEqual(['Le Monde is already watched.']);
    expect((await hear('/sources remove Le Monde'))[0]).toMatch(/^Le Monde is watched for everybody\./);
    expect(await store.sources.list(workspace.id)).toHaveLength(2);
  });

  test('a list never shows what protects a source', async () => {
    const { hear } = await conversation();
    await hear('/sources add https://ada:secret@example.com/f/x8Kd02mVq91LpZt4/rss?token=abc');
    expect((await hear('/sources')).join('\n')).not.toMatch(/secret|x8Kd02|abc/);
  });
});
