import { describe, expect, test } from 'vitest';
import { allCommands } from '../../commands/all.ts';
import type { Source, Subscription } from '../../src/domain.ts';
import { completeLine, type CompletionParts } from '../../src/invoke/complete.ts';
import { english } from '../../src/messages/en.ts';
import { frenchTexts } from '../../src/messages/fr.ts';

const parts: CompletionParts = {
  commands: allCommands,
  texts: english,
  keywords: ['AWS', 'layoffs', 'data breach', 'open source', 'Apple', 'Amazon', 'sécurité'],
  subscriptions: () => Promise.resolve(['AWS', 'Apple layoffs', 'open source'].map(subscriptionTo)),
  articles: () =>
    Promise.resolve([
      { id: 12, title: 'Amazon Web Services supprime des postes' },
      { id: 7, title: 'Apple opens a store' },
      { id: 120, title: 'Rust 2.0 is out' },
    ]),
  sources: () => Promise.resolve(['Le Monde', 'BBC'].map(sourceTitled)),
};

const cases: ReadonlyArray<[line: string, completed: readonly string[]]> = [
  // Commands, by name and then by alias.
  ['/su', ['/subscribe ', '/subscriptions', '/suspendre']],
  ['su', ['/subscribe ', '/subscriptions', '/suspendre']],
  ['/SU', ['/subscribe ', '/subscriptions', '/suspendre']],
  ['／su', ['/subscribe ', '/subscriptions', '/suspendre']],
  ['  /su', ['/subscribe ', '/subscriptions', '/suspendre']],
  ['/abon', ['/abonner ', '/abonnements']],
  ['/desab', ['/désabonner ']],
  ['/zzz', []],
  [
    '/',
    ['/subscribe ', '/unsubscribe ', '/subscriptions', '/latest ', '/why ', '/sources ', '/help ', '/mute '],
  ],
  [
    '',
    ['/subscribe ', '/unsubscribe ', '/subscriptions', '/latest ', '/why ', '/sources ', '/help ', '/mute '],
  ],
  // Keywords: the last part, and in it the longest beginning of a known name.
  ['/subscribe a', ['/subscribe AWS', '/subscribe Apple', '/subscribe Amazon']],
  ['/subscribe AWS, la', ['/subscribe AWS, layoffs']],
  ['/subscribe AWS,la', ['/subscribe AWS,layoffs']],
  ['/subscribe AWS、la', ['/subscribe AWS、layoffs']],
  ['/subscribe data br', ['/subscribe data breach']],
  ['/subscribe Apple data br', ['/subscribe Apple data breach']],
  ['/subscribe Apple lay', ['/subscribe Apple layoffs']],
  ['/subscribe securite', ['/subscribe sécurité']],
  ['/subscribe zzz', []],
  ['subscribe lay', ['subscribe layoffs']],
  ['/abonner lay', ['/abonner layoffs']],
  // What is there already is not offered twice.
  ['/subscribe AWS, a', ['/subscribe AWS, Apple', '/subscribe AWS, Amazon']],
  ['/latest lay', ['/latest layoffs']],
  // The channel's own subscriptions, by word or number.
  ['/unsubscribe ', ['/unsubscribe AWS', '/unsubscribe Apple layoffs', '/unsubscribe open source']],
  ['/unsubscribe lay', ['/unsubscribe Apple layoffs']],
  ['/unsubscribe 3', ['/unsubscribe open source']],
  ['/unsubscribe AWS, ', ['/unsubscribe AWS, Apple layoffs', '/unsubscribe AWS, open source']],
  // Articles, by number or word of the title.
  ['/why ', ['/why 12', '/why 7', '/why 120']],
  ['/why 12', ['/why 12', '/why 120']],
  ['/why rust', ['/why 120']],
  ['/help la', ['/help latest']],
  ['/help /la', ['/help latest']],
  ['/sources ', ['/sources add ', '/sources remove ']],
  ['/sources r', ['/sources remove ']],
  ['/sources remove ', ['/sources remove 1', '/sources remove 2']],
  ['/sources remove bb', ['/sources remove 2']],
  ['/sources add h', []],
  ['/subscriptions ', []],
  ['/nothing la', []],
];

test.each(cases)('"%s" goes on as %j', async (line, completed) => {
  expect((await completeLine(line, parts)).map((one) => one.line)).toEqual(completed);
});

test('at most 8 are offered', async () => {
  const many = { ...parts, keywords: Array.from({ length: 30 }, (_, index) => `cloud ${index}`) };
  expect(await completeLine('/subscribe c', many)).toHaveLength(8);
});

test('a line of over 1,000 characters goes on as it is, and nothing is read for it', async () => {
  const lineOf = (length: number) => `${'/subscribe lay'.padStart(length - 3)},la`;
  expect(await completeLine(lineOf(1_000), parts)).toHaveLength(1);
  expect(await completeLine(lineOf(1_001), parts)).toEqual([]);
  const unread = { ...parts, subscriptions: () => Promise.reject(new Error('read for nothing')) };
  expect(await completeLine(`/unsubscribe ${'AWS, '.repeat(3_000)}`, unread)).toEqual([]);
});

describe('what is shown beside a completion', () => {
  test('a command says what it does, in the language of the one who types', async () => {
    expect(await completeLine('/why', { ...parts, texts: frenchTexts })).toEqual([
      {
        line: '/why ',
        label: '/why',
        hint: expect.stringMatching(/^Pourquoi un article a donné une alerte ici ou non/) as string,
      },
    ]);
  });

  test('an article is its number with its title', async () => {
    const [first] = await completeLine('/why 7', parts);
    expect(first).toEqual({ line: '/why 7', label: '7', hint: 'Apple opens a store' });
  });

  test('French verbs complete for a French person', async () => {
    const french = { ...parts, texts: frenchTexts };
    expect((await completeLine('/sources aj', french)).map(({ line }) => line)).toEqual([
      '/sources ajouter ',
    ]);
    expect((await completeLine('/sources retirer ', french)).map(({ line }) => line)).toEqual([
      '/sources retirer 1',
      '/sources retirer 2',
    ]);
  });
});

test('options are read only when they are asked for', async () => {
  const unread = () => Promise.reject(new Error('read for nothing'));
  const eager = { ...parts, subscriptions: unread, articles: unread, sources: unread };
  expect(await completeLine('/subscribe la', eager)).toHaveLength(1);
  expect(await completeLine('/uns', eager)).not.toHaveLength(0);
});

function subscriptionTo(typed: string, index: number): Subscription {
  return {
    id: index + 40,
    channelId: 1,
    channelKey: 'local-1',
    workspaceId: 1,
    query: typed,
    typed,
    createdBy: 'ada',
    sinceArticleId: 0,
  };
}

function sourceTitled(title: string, index: number): Source {
  return {
    id: index + 70,
    audience: 0,
    kind: 'feed',
    url: `https://example.com/${index}`,
    title,
    nextPollAt: 0,
    intervalMs: 600_000,
    fails: 0,
  };
}
