import { SlashCommandBuilder } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { manualWorld } from '../world.ts';
import { asking } from './asking.ts';

const named = (name: string, more: object = {}): object => ({ name, description: 'd', ...more });
const option = (name: string, more: object = {}): object => ({ type: 3, name, description: 'd', ...more });
const many = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => make(n));

const taken: ReadonlyArray<[about: string, command: object]> = [
  ['a name in another script', named('購読')],
  ['25 options', named('a', { options: many(25, (n) => option(`o${n}`)) })],
  ['names in other languages', named('a', { name_localizations: { fr: 'abonner', ja: '購読' } })],
  [
    'a subcommand in a group',
    named('a', {
      options: [
        { type: 2, name: 'g', description: 'd', options: [{ type: 1, name: 's', description: 'd' }] },
      ],
    }),
  ],
];

const refused: ReadonlyArray<[about: string, command: object, wrong: string]> = [
  ['capital letters', named('Subscribe'), '0.name'],
  ['a space', named('a b'), '0.name'],
  ['33 characters', named('a'.repeat(33)), '0.name'],
  ['no description', { name: 'a', description: '' }, '0.description'],
  ['a description of 101', named('a', { description: 'd'.repeat(101) }), '0.description'],
  ['26 options', named('a', { options: many(26, (n) => option(`o${n}`)) }), '0.options'],
  [
    '26 choices',
    named('a', { options: [option('o', { choices: many(26, (n) => ({ name: `n${n}`, value: `v${n}` })) })] }),
    '0.options.0.choices',
  ],
  [
    'choices and autocomplete',
    named('a', { options: [option('o', { autocomplete: true, choices: [{ name: 'n', value: 'v' }] })] }),
    '0.options.0',
  ],
  ['the same option twice', named('a', { options: [option('o'), option('o')] }), '0.options.1'],
  [
    'required after optional',
    named('a', { options: [option('o'), option('p', { required: true })] }),
    '0.options.1',
  ],
  [
    'a language Discord does not know',
    named('a', { name_localizations: { en: 'a' } }),
    '0.name_localizations.en',
  ],
  [
    'a capital letter in another language',
    named('a', { name_localizations: { fr: 'Abonner' } }),
    '0.name_localizations.fr',
  ],
  [
    'more than 8,000 characters',
    named('a', {
      options: many(4, (n) =>
        option(`o${n}`, { choices: many(25, (m) => ({ name: `${m}`.padEnd(100, 'n'), value: `${m}` })) }),
      ),
    }),
    '0',
  ],
];

test.each(taken)('a command is taken: %s', async (_, command) => {
  const { discord, ask } = await asking();
  expect(await ask('PUT', `/applications/${discord.applicationId}/commands`, [command])).toMatchObject({
    status: 200,
  });
});

test.each(refused)('a command is refused: %s', async (_, command, wrong) => {
  const { discord, ask } = await asking({ checkSchema: false });
  const path = `/applications/${discord.applicationId}/commands`;
  const came = await ask('PUT', path, [command]);
  expect(came).toMatchObject({ status: 400, code: 50035 });
  expect(came.wrong).toContain(wrong);
  expect((await ask('GET', path)).body).toEqual([]);
});

describe('registering', () => {
  test('the whole list again changes nothing, and costs nothing of the day’s 200', async () => {
    const world = manualWorld();
    const { discord, ask } = await asking({ now: world.now, after: world.after });
    const path = `/applications/${discord.applicationId}/commands`;
    const list = [new SlashCommandBuilder().setName('subscribe').setDescription('d').toJSON()];
    const first = await ask('PUT', path, list);
    for (let n = 0; n < 250; n += 1) await ask('PUT', path, list);
    expect((await ask('PUT', path, list)).body).toEqual(first.body);

    let creates = 1;
    const add = (n: number) => ask('POST', path, named(`c${n % 50}`));
    const drop = (id: unknown) => ask('DELETE', `${path}/${String(id)}`);
    for (let came = await add(0); came.status === 200; came = await add(creates)) {
      creates += 1;
      await drop(came.body['id']);
    }
    expect(creates).toBe(200);
    expect(await add(1)).toMatchObject({ status: 400, code: 30034 });
    await world.advance(24 * 60 * 60_000);
    expect(await add(1)).toMatchObject({ status: 200 });
  });

  test('is for this application alone', async () => {
    const { ask } = await asking();
    expect(await ask('PUT', '/applications/12345678901234567/commands', [])).toMatchObject({
      status: 403,
      code: 20012,
    });
  });

  test('a guild’s command is there beside the global ones', async () => {
    const { discord, ask } = await asking();
    const guild = discord.guild('g');
    const path = `/applications/${discord.applicationId}`;
    await ask('PUT', `${path}/commands`, [named('everywhere')]);
    await ask('PUT', `${path}/guilds/${guild.id}/commands`, [named('here')]);
    expect((await ask('GET', `${path}/commands`)).body).toMatchObject([{ name: 'everywhere' }]);
    expect((await ask('GET', `${path}/guilds/${guild.id}/commands`)).body).toMatchObject([
      { name: 'here', guild_id: guild.id },
    ]);
  });
});
