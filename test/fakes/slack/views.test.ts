import { expect, test } from 'vitest';
import { clientOfFake, errorOf, refusalOf, type Client } from './web-client.ts';
import { openTrigger } from './interaction.ts';
import type { Json, View } from './shapes.ts';

const plain = (text: string): Json => ({ type: 'plain_text', text });
const modal = (more: Json = {}): Json => ({ type: 'modal', title: plain('Subscribe'), blocks: [], ...more });
const home = (more: Json = {}): Json => ({ type: 'home', blocks: [], ...more });
const input: Json = {
  type: 'input',
  label: plain('Keywords'),
  element: { type: 'plain_text_input', action_id: 'keywords' },
};

test('a trigger is good once, within three seconds, in its workspace', async () => {
  const { open, trigger, world, slack } = withTriggers();
  expect(await errorOf(open(trigger()))).toBeUndefined();
  const twice = trigger();
  await open(twice);
  expect(await errorOf(open(twice))).toBe('exchanged_trigger_id');
  const old = trigger();
  await world.advance(3001);
  expect(await errorOf(open(old))).toBe('expired_trigger_id');
  expect(await errorOf(open('1.2.abc'))).toBe('invalid_trigger_id');
  slack.team('globex');
  expect(await errorOf(open(trigger('globex')))).toBe('invalid_trigger_id');
});

const wrong: ReadonlyArray<[about: string, view: Json, complaint: string]> = [
  [
    'a long title',
    modal({ title: plain('x'.repeat(25)) }),
    'must be less than 25 characters [json-pointer:/view/title/text]',
  ],
  ['no title', { type: 'modal', blocks: [] }, 'missing required field: title [json-pointer:/view]'],
  [
    'a field and no button to send it',
    modal({ blocks: [input] }),
    'missing required field: submit [json-pointer:/view]',
  ],
  [
    'much that is private',
    modal({ private_metadata: 'x'.repeat(3001) }),
    'must be less than 3001 characters [json-pointer:/view/private_metadata]',
  ],
  [
    '101 blocks',
    modal({ blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }),
    'no more than 100 items allowed [json-pointer:/view/blocks]',
  ],
  ['a home page', home(), 'unsupported type: home [json-pointer:/view/type]'],
  [
    'a wrong block',
    modal({ blocks: [{ type: 'header', text: plain('') }] }),
    'must be more than 0 characters [json-pointer:/view/blocks/0/text/text]',
  ],
];

test.each(wrong)('no form opens with %s', async (_, view, complaint) => {
  const { open, trigger } = withTriggers();
  const refused = await refusalOf(open(trigger(), view));
  expect(refused).toMatchObject({ error: 'invalid_arguments' });
  expect((refused!['response_metadata'] as Json)['messages']).toContain(`[ERROR] ${complaint}`);
});

test('a view of more than 250 kB is too large', async () => {
  const { open, trigger } = withTriggers();
  const section = { type: 'section', text: plain('x'.repeat(3000)) };
  const view = modal({ blocks: Array.from({ length: 100 }, () => section) });
  expect(await errorOf(open(trigger(), view))).toBe('view_too_large');
});

test('three forms lie on each other at most', async () => {
  const { open, trigger, web, slack } = withTriggers();
  await open(trigger());
  const push = (): Promise<unknown> => {
    const top = [...slack.state.views.values()].at(-1)!;
    return web.apiCall('views.push', { trigger_id: trigger('acme', top), view: modal() });
  };
  await push();
  await push();
  expect(await errorOf(push())).toBe('push_limit_reached');
});

test('a form keeps what was put into it when the app changes it', async () => {
  const { open, trigger, web, ada } = withTriggers();
  const blocks = [{ ...input, block_id: 'k' }];
  const view = modal({ blocks, submit: plain('Save') });
  const { view: opened } = (await open(trigger(), view)) as { view: { id: string; hash: string } };
  ada.fills({ Keywords: 'AWS' });
  const change = (hash: string): Promise<unknown> =>
    web.apiCall('views.update', { view_id: opened.id, hash, view: { ...view, title: plain('Again') } });
  await change(opened.hash);
  expect(ada.form()).toMatchObject({ title: 'Again', fields: [{ label: 'Keywords', value: 'AWS' }] });
  expect(await errorOf(change(opened.hash))).toBe('hash_conflict');
});

test('a form that is closed is changed no more', async () => {
  const { open, trigger, web, ada } = withTriggers();
  await open(trigger());
  const { id } = ada.form()!;
  await ada.closes();
  expect(await errorOf(web.apiCall('views.update', { view_id: id, view: modal() }))).toBe('not_found');
});

test('a home page is published for one person, and in one place', async () => {
  const { web, ada, acme } = withTriggers();
  const publish = (view: Json, more: Json = {}): Promise<unknown> =>
    web.apiCall('views.publish', { user_id: ada.id, view, ...more });
  await publish(home({ blocks: [{ type: 'section', text: plain('one') }] }));
  await publish(home({ blocks: [{ type: 'section', text: plain('two') }] }));
  expect(ada.home()).toMatchObject({ text: 'two' });
  expect(acme.person('bob').home()).toBeUndefined();
  expect(await errorOf(publish(modal()))).toBe('invalid_arguments');
  expect(await errorOf(publish(home(), { hash: 'x' }))).toBe('hash_conflict');
});

test('where the home tab is switched off nothing is published', async () => {
  const { web, ada, slack } = withTriggers();
  slack.state.app.homeTab = false;
  expect(await errorOf(web.apiCall('views.publish', { user_id: ada.id, view: home() }))).toBe('not_enabled');
});

interface WithTriggers extends Client {
  readonly ada: ReturnType<Client['acme']['person']>;
  readonly trigger: (team?: string, view?: View) => string;
  readonly open: (trigger: string, view?: Json) => Promise<unknown>;
}

function withTriggers(): WithTriggers {
  const client = clientOfFake();
  const { slack, acme, web } = client;
  const ada = acme.person('ada');
  return {
    ...client,
    ada,
    trigger: (team = 'acme', view?: View) => openTrigger(slack.state, slack.team(team).team, ada.user, view),
    open: (trigger, view = modal()) => web.apiCall('views.open', { trigger_id: trigger, view }),
  };
}
