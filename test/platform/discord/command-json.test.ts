import { expect, test } from 'vitest';
import { allCommands } from '../../../commands/all.ts';
import { namesOf } from '../../../src/invoke/find-command.ts';
import { allTexts } from '../../../src/messages/choose.ts';
import { english } from '../../../src/messages/en.ts';
import { commandJson } from '../../../src/platform/discord/command-json.ts';
import { plainCommand } from '../../../src/platform/discord/plain-command.ts';
import { registerCommands } from '../../../src/platform/discord/register.ts';
import { REST } from 'discord.js';
import { fakeDiscord } from '../../fakes/discord/fake-discord.ts';

const commands = allCommands.map((command) => commandJson(command, english, allTexts));

test('Discord takes all commands, and they are sent only when something is different', async () => {
  const discord = fakeDiscord();
  const rest = new REST({ makeRequest: discord.makeRequest }).setToken(discord.token());
  const register = (wanted = commands) => registerCommands(rest, discord.applicationId, wanted);
  const puts = () => discord.asked.filter(({ method }) => method === 'PUT').length;

  expect(await register()).toEqual({ changed: true, plain: false });
  expect(await register()).toEqual({ changed: false, plain: false });
  expect(await register(commands.toReversed())).toMatchObject({ changed: false });
  expect(puts()).toBe(1);
  expect(discord.asked.every(({ status }) => status === 200)).toBe(true);

  const changed = commands.map((command) => ({ ...command, description: `${command.description}!` }));
  expect(await register(changed)).toMatchObject({ changed: true });
  expect(await register(changed.slice(1))).toMatchObject({ changed: true });
  expect(puts()).toBe(3);
});

test('a server that does not take them as they are gets them plain, and only when something is different', async () => {
  const discord = fakeDiscord();
  const rest = new REST({ makeRequest: discord.makeRequest }).setToken(discord.token());
  const register = () => {
    const fault = { kind: 'error', status: 400, code: 50035, message: 'Invalid Form Body' } as const;
    discord.misbehave({ fault, method: 'PUT', path: /commands/ });
    return registerCommands(rest, discord.applicationId, commands);
  };
  expect(await register()).toEqual({ changed: true, plain: true });
  expect(await register()).toEqual({ changed: false, plain: true });
  expect(discord.asked.map(({ method, status }) => `${method} ${status}`)).toEqual([
    'GET 200',
    'PUT 400',
    'PUT 200',
    'GET 200',
    'PUT 400',
  ]);
  const there = JSON.stringify(discord.asked.at(2)?.body);
  expect(there).not.toMatch(/autocomplete|channel_types|"type":(9|1\d)/);
  const { options = [] } = commands.find(({ name }) => name === 'subscribe')!;
  const plain = plainCommand(commands.find(({ name }) => name === 'subscribe')!);
  expect(plain.options?.map(({ name }) => name)).toEqual(
    options.filter(({ name }) => name !== 'mention').map(({ name }) => name),
  );
});

test.each(allCommands)(
  '/$name has a name in each language, which it also hears where people type lines',
  (command) => {
    for (const { discord } of allTexts) {
      const name = discord.commandNames[command.name];
      expect(namesOf(command)).toContain(name);
      expect(name).toBe(name?.toLowerCase());
    }
    expect(english.discord.commandNames[command.name]).toBe(command.name);
  },
);

test.each(commands)('/$name says all it has to say within 100 characters', ({ name }) => {
  const command = allCommands.find((one) => one.name === name)!;
  for (const texts of allTexts) {
    expect(command.description(texts).length).toBeLessThanOrEqual(100);
    for (const { description } of Object.values(texts.discord.inputs)) {
      expect(description.length).toBeLessThanOrEqual(100);
    }
  }
});

test('commands are offered in servers and in direct messages; only what silences others is for managers at first', () => {
  expect(commands.every(({ contexts }) => contexts?.join() === '0,1')).toBe(true);
  const managers = commands.filter(({ default_member_permissions: needs }) => needs !== null);
  expect(managers.map(({ name }) => name).toSorted()).toEqual(['mute', 'pause', 'resume', 'unmute']);
});
