/** The buttons of an alert: Why? · Mute story · Unsubscribe. What they do are commands, answered to whoever pressed. */
import type { AlertContent, Channel, Person, Subscription } from '../../domain.ts';
import type { Reply } from '../../invoke/invocation.ts';
import type { InvokeParts } from '../../invoke/open-context.ts';
import { answer, mistake, text } from '../../invoke/reply.ts';
import { textsFor } from '../../messages/choose.ts';
import { type Block, mostInLabel, plain } from './blocks.ts';
import { letters } from './escape.ts';
import { type AlertAction, alertActions } from './marker.ts';
import type { RawAction } from './payloads.ts';
import type { People, Who } from './people.ts';
import type { FrontDesk } from '../front-desk.ts';

export interface Pressed {
  readonly reply: Reply;
  readonly below?: readonly Block[] | undefined;
  /** The message that was pressed becomes the answer. */
  readonly replaces?: boolean | undefined;
}

/** The alert that was pressed, by somebody in its channel. */
interface PressedAlert {
  readonly messageId: string;
  readonly channel: Channel;
  readonly person: Person;
  readonly content: AlertContent;
}

export interface PressParts {
  readonly people: People;
  readonly invoke: InvokeParts;
  readonly ask: FrontDesk['ask'];
}

/** Slack takes 100. */
const mostOptions = 50;
const stop = 'stop';

/** Whether it is a control of an alert, or of the answer to one. */
export function isAlertControl(actionId: string): boolean {
  return actionId === stop || alertActions.some((action) => action === actionId);
}

export async function press(
  { action_id: actionId, value, block_id: blockId, selected_option: chosen }: RawAction,
  who: Who,
  channelId: string,
  { people, invoke, ask }: PressParts,
): Promise<Pressed> {
  const words = textsFor(await people.language(who)).slack;
  const messageId = actionId === stop ? (blockId ?? '').replace(/^stop:/, '') : (value ?? '');
  const alert = await find();
  if (alert === undefined) return { reply: mistake(words.noSuchAlert) };
  switch (actionId as AlertAction | typeof stop) {
    case 'unsubscribe':
      return askWhich(alert);
    case stop:
      return { reply: await stopOne(alert, chosen?.value), replaces: true };
    case 'why':
      return { reply: await command(alert, 'why', String(alert.content.articleId)) };
    case 'mute':
      return { reply: await command(alert, 'mute', String(alert.content.articleId)) };
  }

  /** Only in the channel that it was sent to: a marker may be copied elsewhere. */
  async function find(): Promise<PressedAlert | undefined> {
    const workspace = await people.workspace(who.team);
    const message = await invoke.store.deliveries.message(messageId);
    if (workspace === undefined || message?.content.kind !== 'alert') return undefined;
    const channel = await invoke.store.workspaces.channel(message.channelId);
    if (channel?.workspaceId !== workspace.id || channel.externalId !== channelId) return undefined;
    const person = await people.person(who, workspace, channelId);
    return { messageId, channel, person, content: message.content };
  }

  async function command({ channel, person }: PressedAlert, name: string, input: string): Promise<Reply> {
    const reply = await ask({ channel, person, name, input, at: invoke.now() });
    return { ...reply, audience: 'caller' };
  }

  async function askWhich(pressed: PressedAlert): Promise<Pressed> {
    const rang = await stillThere(pressed);
    const [only] = rang;
    if (only === undefined) return { reply: answer(text(words.stoppedAlready)) };
    if (rang.length === 1) return { reply: await command(pressed, 'unsubscribe', only.typed) };
    const options = rang.slice(0, mostOptions).map(({ id, typed }) => {
      return { text: plain(letters(typed, mostInLabel) || String(id)), value: String(id) };
    });
    return {
      reply: answer(text(words.whichToStop)),
      below: [
        {
          type: 'actions',
          block_id: `stop:${pressed.messageId}`,
          elements: [
            {
              type: 'static_select',
              action_id: stop,
              placeholder: plain(words.chooseToStop),
              options,
            },
          ],
        },
      ],
    };
  }

  async function stopOne(pressed: PressedAlert, subscriptionId: string | undefined): Promise<Reply> {
    const rang = (await stillThere(pressed)).find(({ id }) => String(id) === subscriptionId);
    return rang === undefined
      ? answer(text(words.stoppedAlready))
      : command(pressed, 'unsubscribe', rang.typed);
  }

  /** Of the subscriptions that rang for the alert, those that were not removed since. */
  async function stillThere({ channel, content }: PressedAlert): Promise<readonly Subscription[]> {
    const rang = new Set(content.reasons.map(({ subscriptionId }) => subscriptionId));
    return (await invoke.store.subscriptions.ofChannel(channel.id)).filter(({ id }) => rang.has(id));
  }
}
