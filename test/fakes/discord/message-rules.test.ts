import { describe, expect, test } from 'vitest';
import { asking } from './asking.ts';

const V2 = 1 << 15;
const text = (content: string): object => ({ type: 10, content });
const button = (more: object): object => ({ type: 2, style: 1, label: 'Mute', custom_id: 'mute', ...more });
const row = (...components: object[]): object => ({ type: 1, components });
const link = { type: 2, style: 5, label: 'Read', url: 'https://example.com/a' };
const section = {
  type: 9,
  components: [text('a')],
  accessory: { type: 11, media: { url: 'https://example.com/a.png' } },
};
const select = (options: number): object => ({
  type: 3,
  custom_id: 'which',
  options: Array.from({ length: options }, (_, n) => ({ label: `l${n}`, value: `v${n}` })),
});

const taken: ReadonlyArray<[about: string, body: object]> = [
  ['2,000 characters', { content: 'a'.repeat(2000) }],
  ['2,000 characters outside the BMP', { content: '🔔'.repeat(2000) }],
  ['a nonce of 25 characters', { content: 'a', nonce: 'n'.repeat(25) }],
  [
    'embeds of 6,000 characters in all',
    { embeds: [{ description: 'a'.repeat(4096) }, { description: 'a'.repeat(1904) }] },
  ],
  ['buttons and a link', { content: 'a', components: [row(button({}), link)] }],
  [
    '40 components, nested ones counted',
    { flags: V2, components: [{ type: 17, components: Array.from({ length: 39 }, () => text('a')) }] },
  ],
  ['4,000 characters of text', { flags: V2, components: [text('a'.repeat(2000)), text('b'.repeat(2000))] }],
  ['a section with a picture', { flags: V2, components: [section] }],
  ['a select of 25', { content: 'a', components: [row(select(25))] }],
  [
    'a gallery and a separator',
    {
      flags: V2,
      components: [
        { type: 12, items: [{ media: { url: 'https://example.com/a.png' } }] },
        { type: 14, divider: true },
      ],
    },
  ],
];

const refused: ReadonlyArray<[about: string, body: object, code: number, wrong: string]> = [
  ['2,001 characters', { content: 'a'.repeat(2001) }, 50035, 'content'],
  ['a nonce of 26 characters', { content: 'a', nonce: 'n'.repeat(26) }, 50035, 'nonce'],
  ['nothing', {}, 50006, ''],
  ['white space', { content: ' \n' }, 50006, ''],
  [
    'embeds of 6,001 characters in all',
    { embeds: [{ description: 'a'.repeat(4096) }, { description: 'a'.repeat(1905) }] },
    50035,
    'embeds',
  ],
  ['11 embeds', { embeds: Array.from({ length: 11 }, () => ({ title: 'a' })) }, 50035, 'embeds'],
  ['a title of 257', { embeds: [{ title: 'a'.repeat(257) }] }, 50035, 'embeds.0.title'],
  ['an empty field', { embeds: [{ fields: [{ name: 'a', value: '' }] }] }, 50035, 'embeds.0.fields.0.value'],
  ['content beside Components V2', { flags: V2, content: 'a', components: [text('a')] }, 50035, 'content'],
  [
    'embeds beside Components V2',
    { flags: V2, embeds: [{ title: 'a' }], components: [text('a')] },
    50035,
    'embeds',
  ],
  ['Components V2 without the flag', { content: 'a', components: [text('a')] }, 50035, 'components.0.type'],
  [
    '41 components',
    { flags: V2, components: [{ type: 17, components: Array.from({ length: 40 }, () => text('a')) }] },
    50035,
    'components',
  ],
  [
    '4,001 characters of text',
    { flags: V2, components: [text('a'.repeat(4000)), text('b')] },
    50035,
    'components',
  ],
  [
    '6 rows of old',
    { content: 'a', components: Array.from({ length: 6 }, (_, n) => row(button({ custom_id: `b${n}` }))) },
    50035,
    'components',
  ],
  [
    '6 buttons in a row',
    {
      content: 'a',
      components: [row(...Array.from({ length: 6 }, (_, n) => button({ custom_id: `b${n}` })))],
    },
    50035,
    'components.0.components',
  ],
  [
    'a custom id of 101',
    { content: 'a', components: [row(button({ custom_id: 'c'.repeat(101) }))] },
    50035,
    'components.0.components.0.custom_id',
  ],
  [
    'the same custom id twice',
    { content: 'a', components: [row(button({}), button({}))] },
    50035,
    'components.0.components.1.custom_id',
  ],
  [
    'a label of 81',
    { content: 'a', components: [row(button({ label: 'l'.repeat(81) }))] },
    50035,
    'components.0.components.0.label',
  ],
  [
    'a link with a custom id',
    { content: 'a', components: [row({ ...link, custom_id: 'x' })] },
    50035,
    'components.0.components.0',
  ],
  [
    'a link to nowhere',
    { content: 'a', components: [row({ ...link, url: 'javascript:1' })] },
    50035,
    'components.0.components.0.url',
  ],
  [
    'a section without an accessory',
    { flags: V2, components: [{ type: 9, components: [text('a')] }] },
    50035,
    'components.0.accessory',
  ],
  [
    'a section in a section',
    { flags: V2, components: [{ ...section, components: [section] }] },
    50035,
    'components.0.components.0.type',
  ],
  [
    'a mistake in an accessory',
    { flags: V2, components: [{ ...section, accessory: button({ custom_id: 'c'.repeat(101) }) }] },
    50035,
    'components.0.accessory.custom_id',
  ],
  [
    'a select of 26',
    { content: 'a', components: [row(select(26))] },
    50035,
    'components.0.components.0.options',
  ],
  [
    'a button beside a select',
    { content: 'a', components: [row(button({}), select(1))] },
    50035,
    'components.0.components',
  ],
  [
    'mentions parsed and listed',
    { content: 'a', allowed_mentions: { parse: ['users'], users: ['1'] } },
    50035,
    'allowed_mentions',
  ],
];

// Our own rules alone: they must hold where Discord's description is not at hand, and its complaints have no places.
test.each(taken)('a message is taken: %s', async (_, body) => {
  const { discord, ask } = await asking({ checkSchema: false });
  const { id } = discord.guild('g').channel('news');
  expect(await ask('POST', `/channels/${id}/messages`, body)).toMatchObject({ status: 200 });
  expect(discord.ledger(id)).toHaveLength(1);
});

test.each(refused)('a message is refused: %s', async (_, body, code, wrong) => {
  const { discord, ask } = await asking({ checkSchema: false });
  const { id } = discord.guild('g').channel('news');
  const came = await ask('POST', `/channels/${id}/messages`, body);
  expect(came).toMatchObject({ status: 400, code });
  expect([...came.wrong, '']).toContain(wrong);
  expect(discord.ledger(id)).toEqual([]);
});

describe('an edit', () => {
  test('changes what is seen, keeps what is absent, and the ledger knows what was said before', async () => {
    const { discord, ask } = await asking();
    const { id } = discord.guild('g').channel('news');
    const { body } = await ask('POST', `/channels/${id}/messages`, {
      content: 'one',
      embeds: [{ title: 'kept' }],
    });
    await ask('PATCH', `/channels/${id}/messages/${String(body['id'])}`, { content: 'two' });
    expect(discord.ledger(id)).toMatchObject([{ text: 'two\nkept', edits: 1, before: ['one\nkept'] }]);
  });

  test('cannot make a Components V2 message one of old', async () => {
    const { discord, ask } = await asking({ checkSchema: false });
    const { id } = discord.guild('g').channel('news');
    const { body } = await ask('POST', `/channels/${id}/messages`, { flags: V2, components: [text('a')] });
    const message = `/channels/${id}/messages/${String(body['id'])}`;
    expect(await ask('PATCH', message, { flags: 0 })).toMatchObject({ code: 50035, wrong: ['flags'] });
    expect(await ask('PATCH', message, { content: 'b' })).toMatchObject({ code: 50035, wrong: ['content'] });
    expect(await ask('PATCH', message, { components: [text('b')] })).toMatchObject({ status: 200 });
  });

  test('of somebody else’s message is refused', async () => {
    const { discord, ask } = await asking();
    const news = discord.guild('g').channel('news');
    const theirs = news.member('ada').say('mine');
    expect(await ask('PATCH', `/channels/${news.id}/messages/${theirs}`, { content: 'x' })).toMatchObject({
      status: 403,
      code: 50005,
    });
  });
});
