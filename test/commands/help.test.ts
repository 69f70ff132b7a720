import { describe, expect, test } from 'vitest';
import { allCommands } from '../../commands/all.ts';
import { conversation } from '../invoke/conversation.ts';

describe('/help', () => {
  test('shows every command as it could be typed', async () => {
    const { hear } = await conversation();
    expect(await hear('/help')).toEqual([
      'Bellwire reads the news and rings here when it is about what you named, in whatever language it is written.',
      '  /subscribe AWS, layoffs — Ring in this channel when news is about something',
      '  /unsubscribe AWS — Stop ringing for something',
      '  /subscriptions — What this channel rings for',
      '  /latest AWS 3 — The newest articles, on everything or on something',
      '  /why 12 — Why an article rang here, or why not; with a keyword behind it: why not for that',
      '  /sources add https://example.com/feed.xml — What is watched for news, and how it is doing',
      '  /help subscribe — What can be done here, and how',
      '  /mute 12 — Hear no more of a story in this channel',
      '  /unmute 12 — Hear of a muted story again',
      '  /pause — Let the alerts of this channel wait',
      '  /resume — Send what waits, and ring again',
      'More on one of them: /help subscribe',
    ]);
  });

  test('on a command that takes a query says how to write one', async () => {
    const { hear } = await conversation();
    const said = await hear('/help subscribe');
    expect(said).toContain('  "job cuts" — in quotes: exactly these words');
    expect(said.at(-1)).toBe('Also: /sub, /follow, /abonner, /abonne, /suivre');
  });

  const topics: ReadonlyArray<[line: string]> = [
    ['/help /latest'],
    ['/help LATEST'],
    ['/help dernières'],
    ['help latest'],
    ['/aide actus'],
  ];
  test.each(topics)('%s is help on /latest', async (line) => {
    const { hear } = await conversation();
    expect((await hear(line))[0]).toMatch(/^ {2}\/latest AWS 3/);
  });

  test.each(allCommands.map(({ name }) => name))('there is help on /%s', async (name) => {
    const { say } = await conversation();
    expect(await say(`/help ${name}`)).toMatchObject({ mistake: false });
  });

  test('what help shows as an example of a query works', async () => {
    const { hear, say } = await conversation();
    const examples = (await hear('/help subscribe'))
      .flatMap((line) => /^ {2}(.+?) — /.exec(line)?.[1] ?? [])
      .slice(1);
    expect(examples.length).toBeGreaterThan(5);
    for (const example of examples) {
      expect(await say(`/subscribe ${example}`), example).toMatchObject({ mistake: false });
    }
  });
});
