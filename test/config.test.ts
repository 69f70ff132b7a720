import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { exampleSettings, readSettings } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';
import { allowedPlaces } from '../src/watch/address.ts';

test('without any setting everything has a default', () => {
  expect(readSettings({})).toEqual({
    DATA_DIR: './data',
    INBOX_DIR: './inbox',
    INBOX_FOR: 'local',
    DISCORD_API_URL: 'https://discord.com/api',
    SLACK_API_URL: 'https://slack.com/api',
    SLACK_COMMANDS: 'news',
    SLACK_MANAGERS: 'members',
    HOST: '127.0.0.1',
    PORT: 3000,
    LOG_LEVEL: 'info',
    FEEDS: [],
    POLL_MINUTES: 10,
    UI_LANGUAGE: 'en',
    IN_DOUBT: 'send-again',
    KEEP_DAYS: 90,
    FETCH_ALLOW: [],
  });
});

test('an empty setting counts as absent', () => {
  expect(readSettings({ PORT: '', DATA_DIR: '  ' })).toMatchObject({ PORT: 3000, DATA_DIR: './data' });
});

test('lists are parted by spaces, commas or both', () => {
  expect(
    readSettings({ FEEDS: 'https://a.example/rss, https://b.example/atom\nhttp://c.example' }).FEEDS,
  ).toEqual(['https://a.example/rss', 'https://b.example/atom', 'http://c.example']);
});

test('a token of Discord is any word: other servers that speak like it have others', () => {
  for (const token of ['aaa.bbb.ccc', 'test-token', 'x'])
    expect(readSettings({ DISCORD_TOKEN: token })).toMatchObject({ DISCORD_TOKEN: token });
});

test('the address of an API is taken with and without its version', () => {
  for (const end of ['', '/', '/v10', '/v9/'])
    expect(readSettings({ DISCORD_API_URL: `http://chat.example:4000/api${end}` })).toMatchObject({
      DISCORD_API_URL: 'http://chat.example:4000/api',
    });
});

test('places that may be fetched are networks, addresses and hosts, and the fetcher understands each', () => {
  const places = [
    '10.1.0.0/16',
    'fd00::/8',
    '10.1.2.3',
    '::1',
    'wiki.corp',
    'localhost:8080',
    '127.0.0.1:80',
    '[::1]:8080',
  ];
  const { FETCH_ALLOW } = readSettings({ FETCH_ALLOW: places.join(',') });
  expect(FETCH_ALLOW).toEqual(places);
  expect(() => allowedPlaces(FETCH_ALLOW)).not.toThrow();
});

describe('a wrong setting is told by name, with what was expected', () => {
  const wrong: ReadonlyArray<[name: string, value: string, expected: string]> = [
    ['PORT', '70000', 'PORT: expected a whole number from 0 to 65535 (0 = any free port)'],
    ['PORT', 'http', 'PORT: expected a whole number from 0 to 65535 (0 = any free port)'],
    ['PORT', '80.5', 'PORT: expected a whole number from 0 to 65535 (0 = any free port)'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL: expected fatal, error, warn, info, debug, trace or silent'],
    ['FEEDS', 'ftp://a.example', 'FEEDS: expected http(s) URLs parted by spaces'],
    ['FEEDS', 'https://a.example not-a-url', 'FEEDS: expected http(s) URLs parted by spaces'],
    ['FEEDS', 'https://a.example, not-a-url', 'parted by spaces; wrong: the 2nd'],
    ['FEEDS', 'x https://a.example y', 'parted by spaces; wrong: the 1st, 3rd'],
    [
      'FETCH_ALLOW',
      'xyz!',
      'FETCH_ALLOW: expected networks, addresses or hosts parted by spaces, such as 10.1.0.0/16 or localhost:8080; wrong: the 1st',
    ],
    ['FETCH_ALLOW', 'localhost,10.0.0.0/33', 'wrong: the 2nd'],
    ['FETCH_ALLOW', 'wiki.corp/24', 'wrong: the 1st'],
    ['FETCH_ALLOW', 'http://wiki.corp', 'wrong: the 1st'],
    ['FETCH_ALLOW', '10.0.0.256', 'wrong: the 1st'],
    ['FETCH_ALLOW', '[wiki]:8080', 'wrong: the 1st'],
    ['KEEP_DAYS', '3', 'KEEP_DAYS: expected a whole number of days from 7 to 36500'],
    ['POLL_MINUTES', '0', 'POLL_MINUTES: expected a number of minutes from 1 to 1440'],
    ['DISCORD_TOKEN', 'two words', 'DISCORD_TOKEN: expected the token'],
    ['DISCORD_TOKEN', 'quo"ted', 'DISCORD_TOKEN: expected the token'],
    ['DISCORD_TOKEN', 'back\\slash', 'DISCORD_TOKEN: expected the token'],
    ['UI_LANGUAGE', 'klingon', 'UI_LANGUAGE: expected en or fr'],
    ['TIME_ZONE', 'Mars/Olympus', 'TIME_ZONE: expected an IANA time zone such as Europe/Paris'],
    ['PAGE_PASSWORD', 'short', 'PAGE_PASSWORD: expected at least 8 characters'],
    ['HOST', 'not a host', 'HOST: expected an address or host name such as 127.0.0.1'],
  ];
  test.each(wrong)('%s=%s', (name, value, expected) => {
    expect(() => readSettings({ [name]: value })).toThrow(expected);
  });

  test('all of them at once', () => {
    const read = () => readSettings({ PORT: '-1', LOG_LEVEL: 'x', TIME_ZONE: 'y' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/PORT: .+\n.+LOG_LEVEL: .+\n.+TIME_ZONE: /);
  });

  test('and its value is never shown: it may be a secret in the wrong place', () => {
    const secret = 'hunter2';
    const given = { PAGE_PASSWORD: secret, PORT: secret, LOG_LEVEL: secret, FEEDS: secret };
    expect(() => readSettings(given)).toThrow(/^(?!.*hunter2)/s);
  });
});

test('.env.example is what the schema says', () => {
  const kept = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  expect(kept, 'run `npm run --silent env:example > .env.example`').toBe(exampleSettings());
});

test('.env.example, copied as it is, changes nothing', () => {
  expect(readSettings(parseEnv(exampleSettings()))).toEqual(readSettings({}));
});

test('what many workspaces of Slack need is asked for together, and a key that is none is told', () => {
  const key = 'ab'.repeat(32);
  const many = {
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'secret-of-nobody',
    SLACK_TOKEN_KEY: key,
    SLACK_PUBLIC_URL: 'https://bellwire.example',
  };
  expect(readSettings(many)).toMatchObject(many);
  const { SLACK_TOKEN_KEY: _, ...withoutKey } = many;
  expect(() => readSettings(withoutKey)).toThrow('SLACK_TOKEN_KEY: needed beside SLACK_CLIENT_ID');
  expect(() => readSettings({ ...many, SLACK_TOKEN_KEY: 'short' })).toThrow('expected 32 bytes');
});
