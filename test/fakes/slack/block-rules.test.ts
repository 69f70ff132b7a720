import { expect, test } from 'vitest';
import { checkMessageBlocks, type BlockRules } from './block-rules.ts';
import { usualLimits } from './limits.ts';
import { Refusal } from './refusal.ts';
import { schemaIsThere } from './schema.ts';
import type { Json } from './shapes.ts';

const rules: BlockRules = { limits: usualLimits, checkSchema: true, fetchesImage: () => true };
const plain = (text: string): Json => ({ type: 'plain_text', text });
const mrkdwn = (text: string): Json => ({ type: 'mrkdwn', text });
const long = (length: number): string => 'x'.repeat(length);
const times = <T>(count: number, make: (n: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, n) => make(n));
const button = (more: Json = {}): Json => ({
  type: 'button',
  text: plain('Why?'),
  action_id: 'why',
  ...more,
});
const actions = (...elements: readonly Json[]): Json => ({ type: 'actions', elements });
const option = (n: number, more: Json = {}): Json => ({ text: plain(`${n}`), value: `${n}`, ...more });
const select = (options: readonly Json[], more: Json = {}): Json =>
  actions({ type: 'static_select', action_id: 's', placeholder: plain('Pick'), options, ...more });
const image = (more: Json = {}): Json => ({
  type: 'image',
  image_url: 'https://a.example/b.png',
  alt_text: 'B',
  ...more,
});

/** At its limit a block is taken, and beyond it is refused where it is said to be. */
const limits: ReadonlyArray<[about: string, fits: Json, over: Json, pointer: string]> = [
  [
    'header 150',
    { type: 'header', text: plain(long(150)) },
    { type: 'header', text: plain(long(151)) },
    'text/text',
  ],
  [
    'section 3000',
    { type: 'section', text: mrkdwn(long(3000)) },
    { type: 'section', text: mrkdwn(long(3001)) },
    'text/text',
  ],
  [
    '10 fields',
    { type: 'section', fields: times(10, () => mrkdwn('x')) },
    { type: 'section', fields: times(11, () => mrkdwn('x')) },
    'fields',
  ],
  [
    'a field of 2000',
    { type: 'section', fields: [mrkdwn(long(2000))] },
    { type: 'section', fields: [mrkdwn(long(2001))] },
    'fields/0/text',
  ],
  [
    '10 elements of context',
    { type: 'context', elements: times(10, () => mrkdwn('x')) },
    { type: 'context', elements: times(11, () => mrkdwn('x')) },
    'elements',
  ],
  [
    '25 actions',
    actions(...times(25, (n) => button({ action_id: `${n}` }))),
    actions(...times(26, (n) => button({ action_id: `${n}` }))),
    'elements',
  ],
  [
    'a button of 75',
    actions(button({ text: plain(long(75)) })),
    actions(button({ text: plain(long(76)) })),
    'elements/0/text/text',
  ],
  [
    'a value of 2000',
    actions(button({ value: long(2000) })),
    actions(button({ value: long(2001) })),
    'elements/0/value',
  ],
  [
    'an action_id of 255',
    actions(button({ action_id: long(255) })),
    actions(button({ action_id: long(256) })),
    'elements/0/action_id',
  ],
  [
    'an address of 3000',
    actions(button({ url: `https://a.example/${long(2982)}` })),
    actions(button({ url: `https://a.example/${long(2983)}` })),
    'elements/0/url',
  ],
  [
    'a block_id of 255',
    { type: 'divider', block_id: long(255) },
    { type: 'divider', block_id: long(256) },
    'block_id',
  ],
  ['alt_text of 2000', image({ alt_text: long(2000) }), image({ alt_text: long(2001) }), 'alt_text'],
  ['a title of 2000', image({ title: plain(long(2000)) }), image({ title: plain(long(2001)) }), 'title/text'],
  ['100 options', select(times(100, option)), select(times(101, option)), 'elements/0/options'],
  [
    'an option of 75',
    select([option(1, { text: plain(long(75)) })]),
    select([option(1, { text: plain(long(76)) })]),
    'elements/0/options/0/text/text',
  ],
  [
    'an option value of 150',
    select([option(1, { value: long(150) })]),
    select([option(1, { value: long(151) })]),
    'elements/0/options/0/value',
  ],
  [
    'a placeholder of 150',
    select([option(1)], { placeholder: plain(long(150)) }),
    select([option(1)], { placeholder: plain(long(151)) }),
    'elements/0/placeholder/text',
  ],
  [
    '5 options of an overflow menu',
    actions({ type: 'overflow', action_id: 'o', options: times(5, option) }),
    actions({ type: 'overflow', action_id: 'o', options: times(6, option) }),
    'elements/0/options',
  ],
];

test.each(limits)('the limit of %s', (_, fits, over, pointer) => {
  expect(complaints([fits])).toEqual([]);
  expect(complaints([over])).toContainEqual(expect.stringContaining(`[json-pointer:/blocks/0/${pointer}]`));
});

const wrong: ReadonlyArray<[about: string, block: Json]> = [
  ['a section of nothing', { type: 'section' }],
  ['an empty text', { type: 'section', text: mrkdwn('') }],
  ['mrkdwn in a header', { type: 'header', text: mrkdwn('x') }],
  ['a text that is no object', { type: 'section', text: 'x' }],
  ['a block of no known type', { type: 'banner' }],
  ['a button that leads to a script', actions(button({ url: 'javascript:alert(1)' }))],
  ['no actions', actions()],
  ['two actions of one name', actions(button(), button())],
  ['an image without a description', { type: 'image', image_url: 'https://a.example/b.png' }],
  ['an image from nowhere', { type: 'image', alt_text: 'B' }],
  ['a style that there is not', actions(button({ style: 'loud' }))],
  ['emoji in mrkdwn', { type: 'section', text: { ...mrkdwn('x'), emoji: true } }],
  ['a choice that is none of the options', select([option(1)], { initial_option: option(2) })],
];

test.each(wrong)('refused: %s', (_, block) => {
  expect(complaints([block])).not.toEqual([]);
});

test('ids of blocks are unique, and there are 50 of them at most', () => {
  const divider = { type: 'divider' };
  expect(complaints(times(50, () => divider))).toEqual([]);
  expect(complaints(times(51, () => divider))).toEqual([
    'no more than 50 items allowed [json-pointer:/blocks]',
  ]);
  expect(
    complaints([
      { ...divider, block_id: 'm' },
      { ...divider, block_id: 'm' },
    ]),
  ).toEqual(['`block_id` already exists [json-pointer:/blocks/1/block_id]']);
});

test('all blocks together have a measure of their own', () => {
  const text = (length: number): Json => ({ type: 'markdown', text: long(length) });
  expect(() => checkMessageBlocks([text(12_000)], { ...rules, checkSchema: false })).not.toThrow();
  const five = times(5, () => ({ type: 'section', text: mrkdwn(long(2600)) }));
  expect(() => checkMessageBlocks(five, rules)).toThrow('msg_blocks_too_long');
});

test.skipIf(!schemaIsThere)('what does not fit the types of Slack is refused, its place named', () => {
  const block = { type: 'context', elements: [{ ...mrkdwn('x'), colour: 'red' }] };
  expect(complaints([block])).toContain(
    'invalid additional property: colour [json-pointer:/blocks/0/elements/0]',
  );
});

function complaints(blocks: readonly Json[]): readonly string[] {
  try {
    checkMessageBlocks(blocks, { ...rules, limits: { ...usualLimits, blocksTotal: Infinity } });
    return [];
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'invalid_blocks') throw error;
    return error.more['errors'] as readonly string[];
  }
}
