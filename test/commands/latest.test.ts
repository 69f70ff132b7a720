import { afterAll, describe, expect, test } from 'vitest';
import { type Conversation, conversation, hour } from '../invoke/conversation.ts';

const shared = await conversation('local', afterAll);
await shared.comes({ title: 'AWS buys a city', agoMs: hour });
await shared.comes({ title: 'Layoffs in Lyon', agoMs: 2 * hour });
await shared.comes({ title: 'AWS layoffs', agoMs: 3 * hour });
await shared.comes({ title: 'AWS 3 is here', agoMs: 4 * hour });

describe('/latest', () => {
  test('shows the newest first, five unless told otherwise', async () => {
    const talk = await conversation();
    await manyArticles(talk);
    expect(await titles(talk, '/latest')).toEqual(['Story 1', 'Story 2', 'Story 3', 'Story 4', 'Story 5']);
  });

  const inputs: ReadonlyArray<[input: string, titles: readonly string[]]> = [
    ['2', ['AWS buys a city', 'Layoffs in Lyon']],
    ['AWS', ['AWS buys a city', 'AWS layoffs', 'AWS 3 is here']],
    ['AWS 2', ['AWS buys a city', 'AWS layoffs']],
    ['AWS layoffs', ['AWS layoffs']],
    ['AWS layoffs 3', ['AWS layoffs']],
    // A comma is "either" here: a search has one list.
    ['AWS, layoffs', ['AWS buys a city', 'Layoffs in Lyon', 'AWS layoffs', 'AWS 3 is here']],
    ['AWS, layoffs 2', ['AWS buys a city', 'Layoffs in Lyon']],
    ['AWS OR layoffs 1', ['AWS buys a city']],
    ['AWS -layoffs', ['AWS buys a city', 'AWS 3 is here']],
    // Quoted, the number is searched for.
    ['AWS "3"', ['AWS 3 is here']],
    ['"aws 3"', ['AWS 3 is here']],
    ['AWS "3" 1', ['AWS 3 is here']],
  ];
  test.each(inputs)('/latest %s', async (input, expected) => {
    expect(await titles(shared, `/latest ${input}`)).toEqual(expected);
  });

  test('finds what the silent first look at a feed gave', async () => {
    const talk = await conversation();
    await talk.comes({ title: 'AWS before we looked', alertable: false });
    expect(await titles(talk, '/latest AWS')).toEqual(['AWS before we looked']);
  });

  test('finds beyond the first page of candidates', async () => {
    const talk = await conversation();
    await talk.comes({ title: 'AWS and layoffs', agoMs: 500 * hour });
    for (let index = 1; index <= 130; index++)
      await talk.comes({ title: `AWS ${index}`, agoMs: index * hour });
    expect(await titles(talk, '/latest AWS layoffs')).toEqual(['AWS and layoffs']);
  });

  test('shows a story once, with everybody who reports it', async () => {
    const { comes, hear } = await conversation();
    const first = await comes({
      title: 'AWS is down',
      outlet: 'BBC',
      url: 'https://bbc.example/1',
      agoMs: 2 * hour,
    });
    await comes({
      title: 'AWS outage',
      outlet: 'AFP',
      url: 'https://afp.example/1',
      with: first,
      text: 'Servers in three regions did not answer for two hours on Tuesday.',
    });
    expect(await hear('/latest AWS')).toEqual([
      'The newest article on AWS:',
      '[2] AWS outage',
      '    AFP · today 16:30',
      '    Servers in three regions did not answer for two hours on Tuesday.',
      '    https://afp.example/1',
      '    Also reported by BBC',
    ]);
  });

  test('nothing found says how to hear of it', async () => {
    const { hear } = await conversation();
    expect(await hear('/latest')).toEqual(['No article has come in yet. /sources shows what is watched.']);
    expect(await hear('/latest quantum')).toEqual([
      'No article on quantum yet. /subscribe quantum rings when one comes.',
    ]);
  });

  test('another workspace’s articles are not there', async () => {
    const { comes, hear } = await conversation();
    await comes({ title: 'AWS contract of our rival', audience: 99 });
    expect(await hear('/latest AWS')).toHaveLength(1);
  });

  const restricted: ReadonlyArray<[query: string, found: readonly string[]]> = [
    ['source:lequai.example', ['Panne chez AWS']],
    ['source:"Le Quai"', ['Panne chez AWS']],
    ['lang:en', ['Cryptographers meet', 'An AWS region']],
    ['author:Roy, tag:security', ['Panne chez AWS', 'Cryptographers meet']],
    ['AWS -lang:fr', ['An AWS region']],
    ['title:AWS', ['Panne chez AWS', 'An AWS region']],
    ['crypto*', ['Cryptographers meet']],
    ['lang:de', []],
  ];
  test.each(restricted)('/latest %s', async (query, found) => {
    const talk = await conversation();
    const url = 'https://www.lequai.example/panne';
    const outlet = 'Le Quai du Port';
    await talk.comes({ title: 'An AWS region', agoMs: 3 * hour });
    await talk.comes({ title: 'Cryptographers meet', tags: ['Security', 'Talks'], agoMs: 2 * hour });
    await talk.comes({ title: 'Panne chez AWS', language: 'fr', outlet, url, author: 'Jeanne Roy' });
    expect(await titles(talk, `/latest ${query}`)).toEqual(found);
    const forecast = found.length === 0 ? /no news of it/ : /would have rung/;
    expect((await talk.hear(`/subscribe ${query}`)).join('\n')).toMatch(forecast);
  });

  const outOfRange: ReadonlyArray<[input: string, sentence: string]> = [
    [
      'iPhone 17',
      'I can show 1 to 10 articles at a time, not 17. To search for the number itself, quote it: /latest iPhone "17"',
    ],
    [
      '0',
      'I can show 1 to 10 articles at a time, not 0. To search for the number itself, quote it: /latest "0"',
    ],
    [
      '2026',
      'I can show 1 to 10 articles at a time, not 2,026. To search for the number itself, quote it: /latest "2026"',
    ],
  ];
  test.each(outOfRange)('/latest %s is told what it can do', async (input, sentence) => {
    expect(await shared.hear(`/latest ${input}`)).toEqual([sentence]);
  });
});

async function manyArticles({ comes }: Conversation): Promise<void> {
  for (let index = 8; index > 0; index--) await comes({ title: `Story ${index}`, agoMs: index * hour });
}

async function titles({ say }: Conversation, line: string): Promise<readonly string[]> {
  const { parts } = await say(line);
  return parts.flatMap((part) => (part.kind === 'cards' ? part.cards : [])).map(({ title }) => title);
}
