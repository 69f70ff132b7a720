/** What discord.js 14.28.1 makes of a bad day, which is why Bellwire drives it as it does. */
import { REST } from 'discord.js';
import { expect, onTestFinished, test } from 'vitest';
import { startFakeDiscord } from './server.ts';

async function posting() {
  const discord = await startFakeDiscord();
  onTestFinished(discord.close);
  const rest = new REST({ api: discord.apiUrl }).setToken(discord.token());
  const { id } = discord.guild('g').channel('news');
  const post = (more: object = {}) =>
    rest.post(`/channels/${id}/messages`, { body: { content: 'a', ...more } });
  return { discord, post, seen: () => discord.ledger(id).length };
}

const lost = ['reset after', 'reset after', 'reset after'] as const;

test('answers that are lost make it post up to four copies', async () => {
  const { discord, post, seen } = await posting();
  discord.network.misbehave(...lost);
  await post();
  expect(seen()).toBe(4);
});

test('with an enforced nonce there is one', async () => {
  const { discord, post, seen } = await posting();
  discord.network.misbehave(...lost);
  await post({ nonce: 'n', enforce_nonce: true });
  expect([seen(), discord.asked.length]).toEqual([1, 4]);
});

test('a 429 that does not say for how long is asked again at once, without end', async () => {
  const { discord, post } = await posting();
  discord.misbehave({ fault: { kind: 'limited' }, times: 40 });
  await post();
  expect(discord.asked.map(({ status }) => status)).toEqual([...Array.from({ length: 40 }, () => 429), 200]);
  expect(discord.invalidRequests()).toBe(40);
});

test('one 401 takes its token away for good', async () => {
  const { discord, post } = await posting();
  discord.misbehave({ fault: { kind: 'error', status: 401 } });
  await expect(post()).rejects.toMatchObject({ status: 401 });
  await expect(post()).rejects.toThrow('Expected token to be set');
  expect(discord.asked).toHaveLength(1);
});
