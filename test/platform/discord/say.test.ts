import { expect, test } from 'vitest';
import { announce, choices } from '../../../src/invoke/reply.ts';
import { textsFor } from '../../../src/messages/choose.ts';
import { renderReply } from '../../../src/platform/discord/render-reply.ts';
import { discordWalk } from './walk.ts';

test('a correction is one press away', async () => {
  const { discord } = await discordWalk();
  const guild = discord.guild('g');
  guild.member('ada', 'MANAGE_CHANNELS');
  const ada = guild.channel('news').member('ada');
  const seen = await ada.slash('/subscribe', { keywords: 'nvdia' });
  expect(seen.text).toContain('nvdia: did you mean Nvidia?');
  const corrected = await seen.press('Nvidia');
  expect(corrected).toMatchObject({ private: false });
  expect(corrected.text).toContain('Instead of nvdia, this channel rings for');
  expect((await ada.slash('/subscriptions')).text).toMatch(/1\\?\. Nvidia/);
});

test('whoever presses has typed it: with their own rights, in their own language', async () => {
  const { discord } = await discordWalk();
  const guild = discord.guild('g');
  guild.member('ada', 'MANAGE_CHANNELS');
  const ada = guild.channel('news').member('ada');
  const seen = await ada.slash('/subscribe', { keywords: 'python' });
  const refused = await guild.channel('news').member('tom').press(seen.line!, 'the animal');
  expect(refused).toMatchObject({ private: true });
  expect(refused.text).toContain('Only those who manage this channel');
  expect((await ada.slash('/subscriptions')).text).toMatch(/1\\?\. python/);
});

test('a question about another channel is answered by typing: a button would act where it is pressed', async () => {
  const { discord } = await discordWalk();
  const guild = discord.guild('g');
  guild.member('ada', 'MANAGE_CHANNELS');
  const other = guild.channel('other').name;
  const seen = await guild
    .channel('news')
    .member('ada')
    .slash('/subscribe', { keywords: 'nvdia', channel: other });
  expect(seen.text).toContain(String.raw`/subscribe nvdia =\> Nvidia`);
  await expect(seen.press('Nvidia')).rejects.toThrow(/no control/);
});

test('what is too long for a button can be typed', () => {
  const reply = announce(choices('Which?', [{ label: 'this', line: `/subscribe ${'x'.repeat(100)}` }]));
  const [content, ...below] = renderReply(reply, textsFor('en')).components;
  expect(JSON.stringify(content)).toContain('x'.repeat(100));
  expect(below).toEqual([]);
});
