import { describe, expect, test } from 'vitest';
import { bolted, modes, until } from './bolt-app.ts';

describe.each(modes)('an unmodified Bolt in %s', (mode) => {
  test('answers a command in its acknowledgement, to the caller alone', async () => {
    const { ada, news, slack, acme } = await bolted(mode, (app) => {
      app.command('/news', async ({ ack, command }) => ack(`you said ${command.text}`));
    });
    expect((await ada.types('/news', news)).reply?.text).toBe('you said ');
    const done = await ada.types('/news subscribe A & B', news);
    expect(done).toMatchObject({
      acknowledged: true,
      reply: { text: 'you said subscribe A & B', privateTo: ada.id },
    });
    expect(acme.person('bob').sees(news)).toEqual([]);
    expect(news.lines()).toEqual([]);
    expect(slack.complaints).toEqual([]);
  });

  test('answers later through response_url, five times and no more', async () => {
    const { ada, news, slack } = await bolted(mode, (app) => {
      app.command('/news', async ({ ack, respond }) => {
        await ack();
        for (let n = 1; n <= 6; n += 1) await respond({ text: `${n}`, response_type: 'in_channel' });
      });
    });
    const done = await ada.types('/news', news);
    expect(done).toMatchObject({ acknowledged: true, reply: undefined });
    await until(() => slack.responded.length === 6);
    expect(news.lines().map(({ text }) => text)).toEqual(['1', '2', '3', '4', '5']);
    expect(slack.responded.at(-1)).toMatchObject({ error: 'used_url' });
  });

  test('is not told to have answered when it answers late', async () => {
    const late = Promise.withResolvers<void>();
    const { ada, news, slack, world } = await bolted(mode, (app) => {
      app.command('/news', async ({ ack }) => {
        await late.promise;
        await ack('too late');
      });
    });
    const typed = ada.types('/news', news);
    await until(() => slack.deliveries.all.length === 1);
    await world.advance(3000);
    expect(await typed).toMatchObject({ acknowledged: false, reply: undefined });
    late.resolve();
    await until(() => slack.deliveries.all[0]!.attempts[0]!.outcome !== 'missing');
    expect(slack.deliveries.all[0]!.attempts).toMatchObject([{ outcome: 'late', afterMs: 3000 }]);
    expect(slack.deliveries.counts).toEqual({ acknowledged: 0, late: 1, missing: 0, failed: 0 });
    expect(ada.sees(news)).toEqual([]);
  });

  test('hears a button, and changes the message it is on', async () => {
    const { ada, news, app, failures } = await bolted(mode, (it) => {
      it.action('mute', async ({ ack, respond, body }) => {
        await ack();
        await respond({ replace_original: true, text: `muted by ${body.user.id}` });
      });
    });
    await app.client.chat.postMessage({
      channel: news.id,
      text: 'AWS cuts jobs',
      blocks: [
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'mute', text: { type: 'plain_text', text: 'Mute' }, value: 's1' },
          ],
        },
      ],
    });
    expect(await ada.presses(news.lines()[0]!, 'Mute')).toMatchObject({ acknowledged: true });
    await until(() => news.lines()[0]!.edits === 1);
    expect(news.lines()).toMatchObject([{ text: `muted by ${ada.id}` }]);
    expect(failures).toEqual([]);
  });

  test('opens a form, completes in it, refuses it, takes it', async () => {
    const { ada, news, slack, failures } = await bolted(mode, (app) => {
      app.command('/news', async ({ ack, command, client }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view: form });
      });
      app.options('keywords', async ({ ack, options }) =>
        ack({
          options: ['AWS', 'Azure'].map((text) => ({ text: plain(text), value: `${options.value}:${text}` })),
        }),
      );
      app.view('subscribe', async ({ ack, view }) => {
        const note = view.state.values['note']!['text']!.value;
        if (note === 'bad') return ack({ response_action: 'errors', errors: { note: 'Not this' } });
        return ack();
      });
    });
    await ada.types('/news', news);
    await until(() => ada.form() !== undefined);
    expect(ada.form()).toMatchObject({
      title: 'Subscribe',
      fields: [{ label: 'Keywords' }, { label: 'Note' }],
    });
    expect(await ada.completes('form', 'Keywords', 'a')).toEqual([]);
    expect(await ada.completes('form', 'Keywords', 'aws')).toEqual(['AWS', 'Azure']);
    await expect(ada.submits({ Note: 'x' })).rejects.toThrow('these fields are needed: Keywords');
    const refused = await ada.submits({ Keywords: 'AWS', Note: 'bad' });
    expect(refused.errors).toEqual({ note: 'Not this' });
    expect((await ada.submits({ Note: 'good' })).errors).toEqual({});
    expect(ada.form()).toBeUndefined();
    expect(slack.deliveries.all.at(-1)!.payload).toMatchObject({
      type: 'view_submission',
      view: {
        state: {
          values: {
            keywords: { keywords: { selected_option: { value: 'aws:AWS' } } },
            note: { text: { value: 'good' } },
          },
        },
      },
    });
    expect([slack.complaints, failures]).toEqual([[], []]);
  });

  test('shows a home page of their own to each person', async () => {
    const { ada, acme } = await bolted(mode, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        const text = `Hello <@${event.user}>`;
        await client.views.publish({
          user_id: event.user,
          view: { type: 'home', blocks: [{ type: 'section', text: { type: 'mrkdwn', text } }] },
        });
      });
    });
    expect(ada.opensHome()).toBeUndefined();
    await until(() => ada.home() !== undefined);
    expect(ada.home()).toMatchObject({ text: `Hello <@${ada.id}>` });
    expect(acme.person('bob').home()).toBeUndefined();
  });

  test('hears when it is mentioned and written to, and not what people say besides', async () => {
    const heard: string[] = [];
    const { ada, news, acme } = await bolted(mode, (app) => {
      app.event('app_mention', async ({ event }) => void heard.push(`mention ${event.text}`));
      app.message(async ({ message }) => void heard.push(`message ${'text' in message ? message.text : ''}`));
    });
    ada.says(news, 'lunch?');
    ada.mentions(news, "what's new on AWS?");
    await until(() => heard.length === 1);
    ada.writesToBot('hello');
    await until(() => heard.length === 2);
    expect(heard).toEqual([`mention <@${acme.botUserId}> what's new on AWS?`, 'message hello']);
  });

  test('hears what becomes of channels and of itself', async () => {
    const heard: string[] = [];
    const { news, slack, acme } = await bolted(mode, (app) => {
      app.event(/.*/, async ({ event }) => void heard.push(event.type));
    });
    news.archive();
    news.unarchive();
    news.rename('noise');
    news.removeBot();
    news.inviteBot();
    news.remove();
    await until(() => heard.length === 6);
    // From here on the token is worth nothing, and Bolt asks for nobody's.
    acme.uninstall();
    await until(() => heard.length === 8);
    await slack.deliveries.settled();
    expect(slack.deliveries.all.flatMap(({ attempts }) => attempts.map(({ outcome }) => outcome))).toEqual(
      Array.from({ length: 8 }, () => 'acknowledged'),
    );
    expect(heard.toSorted()).toEqual([
      'app_uninstalled',
      'channel_archive',
      'channel_deleted',
      'channel_left',
      'channel_rename',
      'channel_unarchive',
      'member_joined_channel',
      'tokens_revoked',
    ]);
  });
});

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const form = {
  type: 'modal' as const,
  callback_id: 'subscribe',
  title: plain('Subscribe'),
  submit: plain('Save'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'keywords',
      label: plain('Keywords'),
      element: { type: 'external_select' as const, action_id: 'keywords', placeholder: plain('AWS') },
    },
    {
      type: 'input' as const,
      block_id: 'note',
      label: plain('Note'),
      element: { type: 'plain_text_input' as const, action_id: 'text' },
    },
  ],
};
