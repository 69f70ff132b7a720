import { afterAll, describe, expect, test } from 'vitest';
import { type Conversation, conversation } from './conversation.ts';

const french = { language: 'fr' };

/** Every bad line is answered with one sentence, for the one who typed it, and changes nothing. */
const mistakes: ReadonlyArray<[what: string, line: string, english: RegExp]> = [
  ['an unknown command', '/banana', /^There is no command \/banana\. \/help shows what there is\.$/],
  [
    'a slip of the finger',
    '/subcribe AWS',
    /^There is no command \/subcribe: did you mean \/subscribe\? \/help shows all\.$/,
  ],
  ['a slip without the slash', 'subcribe AWS', /did you mean \/subscribe\?/],
  ['a very long command', `/${'x'.repeat(9_000)}`, /^There is no command \/x{79}…\./],
  ['something said', 'hello there', /^Lines are commands here, such as \/subscribe AWS or \/latest\./],
  ['nothing', '', /^Type a command, such as \/subscribe AWS\./],
  ['white space', ' \t ', /^Type a command/],
  ['a slash alone', '/', /^Type a command/],
  ['a slash and a space', '/ subscribe', /^There is no command|^Type a command/],
  ['an empty query', '/subscribe', /^Say what to ring for, for example: \/subscribe AWS, layoffs$/],
  ['a blank query', '/subscribe   ', /^Say what to ring for/],
  ['a query of commas', '/subscribe ,,,', /./],
  ['an unclosed quote', '/subscribe "job cuts', /./],
  ['an unclosed parenthesis', '/subscribe (AWS OR Azure', /./],
  ['a parenthesis too many', '/subscribe AWS)', /./],
  ['only what is ruled out', '/subscribe -AWS', /./],
  ['an operator without an operand', '/subscribe AWS OR', /./],
  ['empty quotes', '/subscribe ""', /./],
  ['a query without words', '/subscribe !!!', /./],
  ['an unclosed quote in a search', '/latest "job cuts', /./],
  ['too much text', `/subscribe ${'x'.repeat(10_001)}`, /^That is 10,001 characters; I read up to 10,000\./],
  [
    'too many at once',
    `/subscribe ${Array.from({ length: 51 }, (_, n) => `topic${n}`).join(',')}`,
    /^That is 51 subscriptions at once; I take up to 50\./,
  ],
  [
    'nothing to unsubscribe',
    '/unsubscribe',
    /^Say which subscription to stop, for example: \/unsubscribe AWS\./,
  ],
  ['an article that is not there', '/why 99', /^No article found for 99\. \/latest shows/],
  ['a title that is not there', '/why no such words', /^No article found for no such words\./],
  [
    'an address that is not there',
    '/why https://example.com/x',
    /^No article found for https:\/\/example\.com\/x\./,
  ],
  ['a topic that is not there', '/help banana', /^There is no command \/banana to explain\./],
  ['a topic nearly there', '/help subcribe', /did you mean \/help subscribe\?$/],
];

/** One for all: a mistake changes nothing, which the last test checks. */
const talk = await conversation('local', afterAll);

describe.each(mistakes)('%s', (_, line, english) => {
  test('is told in one clear sentence, to the caller alone', async () => {
    const reply = await talk.say(line);
    expect(reply).toMatchObject({ mistake: true, audience: 'caller' });
    const said = await talk.hear(line);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(english);
    expect(said[0]?.length).toBeLessThan(260);
  });

  test('is told in French to a French person', async () => {
    const [said = ''] = await talk.hear(line, french);
    expect(said).not.toBe((await talk.hear(line))[0]);
    expect(said).not.toMatch(/\b(?:the|is|not|expected|nothing|there)\b/i);
  });
});

test('none of them changed anything', async () => {
  expect(await changes(talk)).toEqual([]);
});

test('the longest input that is read', async () => {
  const { say } = await conversation();
  expect(await say(`/subscribe ${'x '.repeat(4_999)}x`)).toBeDefined();
});

test('what is our mistake is not told as theirs: it climbs', async () => {
  const { say, store } = await conversation();
  await store.close();
  await expect(say('/subscriptions')).rejects.toThrow();
});

async function changes({ subscriptions, store, workspace }: Conversation): Promise<readonly string[]> {
  const sources = await store.sources.list(workspace.id);
  return [...(await subscriptions()), ...sources.filter(({ kind }) => kind === 'feed').map(({ url }) => url)];
}
