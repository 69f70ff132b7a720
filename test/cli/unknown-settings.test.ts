import { expect, test } from 'vitest';
import { unknownSettings } from '../../src/cli/unknown-settings.ts';
import { exampleSettings, settingNames } from '../../src/config.ts';
import { parseEnv } from 'node:util';

const misspelt: ReadonlyArray<[name: string, meant: string]> = [
  ['FETCH_ALOW', 'FETCH_ALLOW'],
  ['INBOX_FRO', 'INBOX_FOR'],
  ['FEED', 'FEEDS'],
  ['TIMEZONE', 'TIME_ZONE'],
  ['POLL-MINUTES', 'POLL_MINUTES'],
  ['port', 'PORT'],
  ['SLACK_TOKEN', 'SLACK_BOT_TOKEN'],
  ['DISCORD_TOKEN_', 'DISCORD_TOKEN'],
];

test.for(misspelt)('%s is told with %s', ([name, meant]) => {
  expect(unknownSettings([name])).toEqual([
    `${name} in .env is no setting of Bellwire and does nothing; did you mean ${meant}?`,
  ]);
});

test('what is like no setting is told by itself', () => {
  for (const name of ['COMPOSE_PROJECT_NAME', 'TZ', 'X'])
    expect(unknownSettings([name])).toEqual([`${name} in .env is no setting of Bellwire and does nothing.`]);
});

test('of settings nothing is said', () => {
  expect(unknownSettings(settingNames)).toEqual([]);
  expect(unknownSettings(Object.keys(parseEnv(exampleSettings())))).toEqual([]);
});
