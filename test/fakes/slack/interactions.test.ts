import { expect, test } from 'vitest';
import { manualWorld } from '../world.ts';
import { fakeSlack } from './fake-slack.ts';
import type { Json } from './shapes.ts';
import { webClient } from './web-client.ts';

const plain = (text: string): Json => ({ type: 'plain_text', text });
const actions = (...elements: readonly Json[]): Json => ({ type: 'actions', block_id: 'row', elements });
const button = { type: 'button', action_id: 'why', text: plain('Why?'), value: 's1' };
const option = (text: string): Json => ({ text: plain(text), value: text.toLowerCase() });
const modal = (title: string, more: Json = {}): Json => ({
  type: 'modal',
  title: plain(title),
  blocks: [],
  ...more,
});
const field = (label: string, more: Json = {}): Json => ({
  type: 'input',
  block_id: label.toLowerCase(),
  label: plain(label),
  element: { type: 'plain_text_input', action_id: 'text', ...more },
});

const typed: ReadonlyArray<[about: string, command: string, escapesNames: boolean, text: string]> = [
  ['signs', '/news subscribe "A&B" <C>', false, 'subscribe "A&amp;B" &lt;C&gt;'],
  ['nothing', '/news', false, ''],
  ['names as they are', '/news in #news for @ada', false, 'in #news for @ada'],
  ['names as ids', '/news in #news for @ada', true, 'in <#CHANNEL|news> for <@USER|ada>'],
];

test.each(typed)('a command comes with %s', async (_, command, escapesNames, text) => {
  const { slack, ada, news, told } = listening();
  slack.app.escapesNames = escapesNames;
  await ada.types(command, news);
  expect(told()).toMatchObject({
    command: '/news',
    text: text.replace('CHANNEL', news.id).replace('USER', ada.id),
    channel_id: news.id,
    channel_name: 'news',
    user_id: ada.id,
    team_domain: 'acme',
  });
});

test('what nobody could do is a mistake of the test', async () => {
  const { slack, ada, news } = listening();
  const guest = slack.team('acme').person('gus', { kind: 'guest' });
  await expect(ada.types('/unknown', news)).rejects.toThrow('there is no command /unknown');
  await expect(guest.types('/news', news)).rejects.toThrow('gus is not in #news');
  news.archive();
  await expect(ada.types('/news', news)).rejects.toThrow('#news is archived');
  await expect(ada.submits()).rejects.toThrow('no form is open for ada');
});

test('in private places a command does not name them', async () => {
  const { slack, ada, told } = listening();
  const den = slack.team('acme').channel('den', { private: true });
  ada.joins(den);
  await ada.types('/news', den);
  expect(told()).toMatchObject({ channel_name: 'privategroup' });
  await ada.types('/news');
  expect(told()).toMatchObject({ channel_name: 'directmessage' });
});

test('a press tells of the message, its place and its value', async () => {
  const { ada, news, post, told } = listening();
  const ts = await post({ blocks: [actions(button)] });
  await ada.presses(news.lines()[0]!, 'Why?');
  expect(told()).toMatchObject({
    type: 'block_actions',
    container: { type: 'message', message_ts: ts, channel_id: news.id, is_ephemeral: false },
    channel: { id: news.id, name: 'news' },
    message: { ts, blocks: [{ block_id: 'row' }] },
    actions: [{ type: 'button', action_id: 'why', block_id: 'row', value: 's1' }],
  });
  await expect(ada.presses(news.lines()[0]!, 'Mute')).rejects.toThrow('no control "Mute" here, only: Why?');
});

test('of an ephemeral message the app is not told what it said, and may still replace it', async () => {
  const { slack, ada, news, told, web } = listening();
  ada.joins(news);
  await web.apiCall('chat.postEphemeral', {
    channel: news.id,
    user: ada.id,
    text: 'x',
    blocks: [actions(button)],
  });
  await ada.presses(ada.sees(news)[0]!, 'Why?');
  const payload = told();
  expect(payload).toMatchObject({ container: { is_ephemeral: true } });
  expect(payload).not.toHaveProperty('message');
  await answer(slack, payload['response_url'], { replace_original: true, text: 'because' });
  expect(ada.sees(news).map(({ text }) => text)).toEqual(['because']);
  await answer(slack, payload['response_url'], { delete_original: true });
  expect(ada.sees(news)).toEqual([]);
});

test('a menu tells what was chosen, by label or by value', async () => {
  const { ada, news, post, told } = listening();
  const menu = {
    type: 'static_select',
    action_id: 'how',
    placeholder: plain('How'),
    options: ['Once', 'Daily'].map(option),
  };
  const more = { type: 'overflow', action_id: 'more', options: ['Pause', 'Remove'].map(option) };
  await post({ blocks: [actions(menu, more)] });
  const [line] = news.lines();
  await ada.chooses(line!, 'How', 'Daily');
  expect(told()).toMatchObject({
    actions: [{ action_id: 'how', selected_option: { value: 'daily' } }],
    state: { values: { row: { how: { selected_option: { value: 'daily' } } } } },
  });
  await ada.chooses(line!, 'more', 'remove');
  expect(told()).toMatchObject({ actions: [{ action_id: 'more', selected_option: { value: 'remove' } }] });
  await expect(ada.chooses(line!, 'How', 'Weekly')).rejects.toThrow(
    '"Weekly" is not offered, only: Once, Daily',
  );
});

test('a menu that asks the app shows what it may show, and nothing of what Slack would refuse', async () => {
  const { slack, ada, news, post, answers } = listening();
  const menu = {
    type: 'external_select',
    action_id: 'k',
    placeholder: plain('Keyword'),
    min_query_length: 1,
  };
  await post({ blocks: [actions(menu)] });
  const ask = (): Promise<readonly string[]> => ada.completes(news.lines()[0]!, 'Keyword', 'a');
  answers({ options: ['AWS', 'Azure'].map(option) });
  expect(await ask()).toEqual(['AWS', 'Azure']);
  answers({ option_groups: [{ label: plain('Clouds'), options: [option('AWS')] }] });
  expect(await ask()).toEqual(['AWS']);
  expect(slack.complaints).toEqual([]);
  answers({ options: [option('x'.repeat(76))] });
  expect(await ask()).toEqual([]);
  expect(slack.complaints).toEqual([expect.stringContaining('must be less than 76 characters')]);
});

test('a form is sent with all its values, and closes', async () => {
  const { ada, open, told } = listening();
  const select = { type: 'multi_static_select', action_id: 'days', options: ['Mon', 'Tue'].map(option) };
  await open(
    modal('Digest', {
      callback_id: 'digest',
      private_metadata: 'p',
      submit: plain('Save'),
      blocks: [
        field('Name', { initial_value: 'Mine' }),
        { type: 'input', block_id: 'days', label: plain('Days'), element: select },
        {
          type: 'input',
          block_id: 'where',
          label: plain('Where'),
          optional: true,
          element: { type: 'conversations_select', action_id: 'c' },
        },
      ],
    }),
  );
  await ada.submits({ Days: ['Mon', 'Tue'] });
  expect(told()).toMatchObject({
    type: 'view_submission',
    view: {
      callback_id: 'digest',
      private_metadata: 'p',
      state: {
        values: {
          name: { text: { type: 'plain_text_input', value: 'Mine' } },
          days: { days: { selected_options: [{ value: 'mon' }, { value: 'tue' }] } },
          where: { c: { selected_conversation: null } },
        },
      },
    },
  });
  expect(ada.form()).toBeUndefined();
});

test('the answer to a form changes it, puts another on it, or clears all away', async () => {
  const { ada, open, answers, slack } = listening();
  const form = (title: string): Json =>
    modal(title, { submit: plain('Go'), blocks: [field('Name', { initial_value: 'x' })] });
  await open(form('One'));
  answers({ response_action: 'update', view: form('Two') });
  await ada.submits();
  expect(ada.form()).toMatchObject({ title: 'Two' });
  answers({ response_action: 'push', view: form('Three') });
  await ada.submits();
  expect(ada.form()).toMatchObject({ title: 'Three' });
  answers({ response_action: 'errors', errors: { name: 'No' } });
  expect((await ada.submits()).errors).toEqual({ name: 'No' });
  answers({ response_action: 'clear' });
  await ada.submits();
  expect(ada.form()).toBeUndefined();
  expect(slack.complaints).toEqual([]);
});

const wrongAnswers: ReadonlyArray<[about: string, answer: Json]> = [
  ['errors for a field that is not there', { response_action: 'errors', errors: { other: 'No' } }],
  ['a view that Slack does not take', { response_action: 'update', view: { type: 'modal', blocks: [] } }],
  ['an action that there is not', { response_action: 'sing' }],
  ['something else', { text: 'saved' }],
];

test.each(wrongAnswers)('a form is answered with %s, and Slack complains', async (_, wrong) => {
  const { ada, open, answers, slack } = listening();
  await open(modal('One', { submit: plain('Go'), blocks: [field('Name')] }));
  answers(wrong);
  await ada.submits({ Name: 'x' });
  expect(slack.complaints).toEqual([expect.stringContaining('the answer to view_submission')]);
});

test('a form whose answer is late stays open', async () => {
  const { ada, open, world, silence } = listening();
  await open(modal('One', { submit: plain('Go'), blocks: [field('Name')] }));
  silence();
  const sent = ada.submits({ Name: 'x' });
  await world.advance(3000);
  expect(await sent).toMatchObject({ acknowledged: false });
  expect(ada.form()).toMatchObject({ title: 'One', fields: [{ value: 'x' }] });
});

test('that a form was closed the app hears only if it wants to', async () => {
  const { ada, open, told } = listening();
  await open(modal('One'));
  await ada.closes();
  expect(told()).toMatchObject({ command: '/news' });
  await open(modal('Two', { notify_on_close: true }));
  await ada.closes();
  expect(told()).toMatchObject({ type: 'view_closed', is_cleared: false });
});

test('response_url is good for 30 minutes', async () => {
  const { slack, ada, news, told, world } = listening();
  await ada.types('/news', news);
  const { response_url: url } = told();
  await world.advance(29 * 60_000);
  expect(await answer(slack, url, { text: 'just in time' })).toBe(200);
  await world.advance(2 * 60_000);
  expect(await answer(slack, url, { text: 'too late' })).toBe(404);
  expect(ada.sees(news).map(({ text }) => text)).toEqual(['just in time']);
});

async function answer(
  { fetch: send }: ReturnType<typeof fakeSlack>,
  url: unknown,
  body: Json,
): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  return (await send(String(url), { method: 'POST', headers, body: JSON.stringify(body) })).status;
}

/** An app of a few lines, without sockets: it hears, and says what the test wants. */
function listening() {
  const world = manualWorld();
  let said: Json | 'silence' | undefined;
  const send: typeof fetch = async () => {
    if (said === 'silence') return new Promise<Response>(() => {});
    const body = said;
    said = undefined;
    return body === undefined ? new Response('') : Response.json(body);
  };
  const slack = fakeSlack({ clock: world, send });
  slack.http.sendTo({ events: 'https://app.test/slack/events' });
  const acme = slack.team('acme');
  const [news, ada] = [acme.channel('news'), acme.person('ada')];
  const web = webClient(slack, acme.token(), { fetch: slack.fetch });
  const told = (): Json => slack.deliveries.all.at(-1)!.payload;
  return {
    slack,
    world,
    ada,
    news,
    web,
    /** What the app heard last. */
    told,
    /** What the app says to what it hears next. */
    answers: (body: Json) => void (said = body),
    silence: () => void (said = 'silence'),
    post: async (message: Json): Promise<string> => {
      await web.apiCall('chat.postMessage', { channel: news.id, text: 'x', ...message });
      return news.lines().at(-1)!.ts;
    },
    open: async (view: Json): Promise<void> => {
      await ada.types('/news', news);
      await web.apiCall('views.open', { trigger_id: told()['trigger_id'], view });
    },
  };
}
