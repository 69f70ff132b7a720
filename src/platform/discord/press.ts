/** The buttons of an alert: Why? · Mute story · Unsubscribe. What they do are commands, answered to whoever pressed. */
import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import type { AlertContent, Channel, Person, Subscription } from '../../domain.ts';
import type { Reply } from '../../invoke/invocation.ts';
import type { InvokeParts } from '../../invoke/open-context.ts';
import { answer, mistake, text } from '../../invoke/reply.ts';
import { textsFor } from '../../messages/choose.ts';
import type { FrontDesk } from '../front-desk.ts';
import type { Answered, Slowly } from './answer.ts';
import { select } from './components.ts';
import { oneLine } from '../one-line.ts';
import { type AlertAction, readAlertControl } from './marker.ts';
import type { People } from './people.ts';
import { readExternalId } from './place-id.ts';

type Pressed = ButtonInteraction | StringSelectMenuInteraction;

/** The alert that was pressed, by somebody in its channel. */
interface PressedAlert {
  readonly channel: Channel;
  readonly person: Person;
  readonly content: AlertContent;
}

const mostOptions = 25;
const mostInOption = 100;

/** @returns undefined for what is no button of ours */
export function readPress(
  pressed: Pressed,
  {
    people,
    invoke,
    ask,
  }: {
    readonly people: People;
    readonly invoke: InvokeParts;
    readonly ask: FrontDesk['ask'];
  },
): { readonly slowly: Slowly; readonly run: () => Promise<Answered> } | undefined {
  const { action: what, marker: messageId = '' } = controlIn(pressed.customId) ?? {};
  if (what === undefined) return undefined;
  const words = textsFor(pressed.locale).discord;
  return {
    slowly: what === 'stop' ? 'in place' : 'private',
    async run() {
      const alert = await find();
      if (alert === undefined) return { reply: mistake(words.noSuchAlert) };
      switch (what) {
        case 'unsubscribe':
          return askWhich(alert);
        case 'stop':
          return { reply: await stop(alert) };
        case 'why':
        case 'mute':
          return { reply: await command(alert, what, String(alert.content.articleId)) };
      }
    },
  };

  /** In the channel that it was sent to, or in a thread or forum post there. */
  async function find(): Promise<PressedAlert | undefined> {
    const workspace = await people.workspace(pressed);
    const message = await invoke.store.deliveries.message(messageId);
    if (workspace === undefined || message?.content.kind !== 'alert') return undefined;
    const channel = await invoke.store.workspaces.channel(message.channelId);
    if (channel?.workspaceId !== workspace.id) return undefined;
    // Of an archived thread discord.js knows no parent; of a post whose answer was lost we know no thread yet.
    const parent = pressed.channel?.isThread() === true ? pressed.channel.parentId : undefined;
    const { thread } = readExternalId(message.externalId ?? '');
    const isHere = [pressed.channelId, parent].includes(channel.externalId) || pressed.channelId === thread;
    if (!isHere) return undefined;
    return { channel, person: people.person(pressed, workspace), content: message.content };
  }

  async function command({ channel, person }: PressedAlert, name: string, input: string): Promise<Reply> {
    const reply = await ask({ channel, person, name, input, at: invoke.now() });
    return { ...reply, audience: 'caller' };
  }

  async function askWhich(alert: PressedAlert): Promise<Answered> {
    const rang = await stillThere(alert);
    const [only] = rang;
    if (only === undefined) return { reply: answer(text(words.stoppedAlready)) };
    if (rang.length === 1) return { reply: await command(alert, 'unsubscribe', only.typed) };
    const options = rang
      .slice(0, mostOptions)
      .map(({ id, typed }) => ({ label: oneLine(typed, mostInOption) || String(id), value: String(id) }));
    return {
      reply: answer(text(words.whichToStop)),
      below: [select(`stop:${messageId}`, options, words.chooseToStop)],
    };
  }

  async function stop(alert: PressedAlert): Promise<Reply> {
    const chosen = pressed.isStringSelectMenu() ? pressed.values : [];
    const rang = (await stillThere(alert)).find(({ id }) => chosen.includes(String(id)));
    return rang === undefined
      ? answer(text(words.stoppedAlready))
      : command(alert, 'unsubscribe', rang.typed);
  }

  /** Of the subscriptions that rang for the alert, those that were not removed since. */
  async function stillThere({ channel, content }: PressedAlert): Promise<readonly Subscription[]> {
    const rang = new Set(content.reasons.map(({ subscriptionId }) => subscriptionId));
    return (await invoke.store.subscriptions.ofChannel(channel.id)).filter(({ id }) => rang.has(id));
  }
}

/** "stop:<marker>" is the select below the answer to Unsubscribe. */
function controlIn(
  customId: string,
): { readonly action: AlertAction | 'stop'; readonly marker: string } | undefined {
  const [, marker] = /^stop:(.+)$/.exec(customId) ?? [];
  return marker === undefined ? readAlertControl(customId) : { action: 'stop', marker };
}
