/** App Home: what rings for somebody and in their channels, what is watched, and how they want to be answered. */
import type { Channel, Subscription } from '../../domain.ts';
import type { Reply } from '../../invoke/invocation.ts';
import { allTexts } from '../../messages/choose.ts';
import type { Texts } from '../../messages/texts.ts';
import type { Wishes } from '../../store/store.ts';
import {
  type Block,
  button,
  context,
  header,
  mostBlocksInView,
  mostInLabel,
  mrkdwn,
  type Option,
  plain,
  type Section,
} from './blocks.ts';
import { letters } from './escape.ts';
import { renderReply, type ReplyRendering } from './render-reply.ts';

export const homeActions = {
  follow: 'home:follow',
  pause: 'home:pause',
  resume: 'home:resume',
  subscription: 'home:subscription',
  language: 'home:language',
  zone: 'home:zone',
} as const;

export interface HomeContent {
  readonly channels: ReadonlyArray<{
    readonly channel: Channel;
    readonly subscriptions: readonly Subscription[];
    /** This person may change what it receives. */
    readonly manages: boolean;
  }>;
  /** The answer to `/sources`. */
  readonly sources: Reply;
  readonly wishes: Wishes;
  readonly zone: string;
  /** What came of what was pressed last, in which channel. */
  readonly notice?: { readonly reply: Reply; readonly channel: string } | undefined;
}

/** The parts below the subscriptions have so many blocks at most. */
const mostBelow = 30;

/** The view of `views.publish`. */
export function homeView(content: HomeContent, rendering: ReplyRendering): object {
  const { texts } = rendering;
  const { notice: said } = content;
  const notice =
    said === undefined
      ? []
      : renderReply(said.reply, { ...rendering, about: said.channel }).blocks.slice(0, 6);
  const below = [
    { type: 'divider' } as const,
    header(texts.slack.home.sources),
    ...renderReply(content.sources, rendering).blocks.slice(0, mostBelow - 8),
    { type: 'divider' } as const,
    header(texts.slack.home.settings),
    languageOf(content, texts),
    zoneOf(content, texts),
  ];
  const above = [...notice, ...subscriptionsOf(content, rendering)];
  const room = mostBlocksInView - below.length - 1;
  const shown =
    above.length <= room ? above : [...above.slice(0, room), context(plain(typedMore(rendering)))];
  return { type: 'home', callback_id: 'home', blocks: [...shown, ...below] };
}

function typedMore({ texts, typed }: ReplyRendering): string {
  return typed(texts.slack.home.more);
}

function subscriptionsOf({ channels }: HomeContent, rendering: ReplyRendering): readonly Block[] {
  const { texts, typed } = rendering;
  const { home } = texts.slack;
  const follow: Block = {
    type: 'actions',
    elements: [button(home.follow, homeActions.follow, 'follow', { style: 'primary' })],
  };
  const ringing = channels.filter(({ subscriptions }) => subscriptions.length > 0);
  if (ringing.length === 0) {
    return [
      header('Bellwire'),
      { type: 'section', text: plain(home.empty) },
      follow,
      context(plain(home.examples.map(typed).join('\n'))),
    ];
  }
  return [header(home.subscriptions), follow, ...ringing.flatMap((one) => channelBlocks(one, texts))];
}

function channelBlocks(
  { channel, subscriptions, manages }: HomeContent['channels'][number],
  texts: Texts,
): readonly Block[] {
  const { home } = texts.slack;
  const paused = channel.status === 'paused';
  const [actionId, label] = paused
    ? [homeActions.resume, home.resume]
    : ([homeActions.pause, home.pause] as const);
  const head: Section = {
    type: 'section',
    text: channel.externalId.startsWith('D') ? plain(home.direct) : mrkdwn(`*<#${channel.externalId}>*`),
    ...(manages && { accessory: button(label, actionId, String(channel.id)) }),
  };
  const reason = channel.pausedBy === undefined ? channel.reason : undefined;
  return [
    { type: 'divider' },
    head,
    ...(paused ? [context(plain(home.paused(reason && letters(reason, 300))))] : []),
    ...subscriptions.map((subscription) => subscriptionBlock(subscription, texts)),
  ];
}

function subscriptionBlock({ id, typed, delivery = {} }: Subscription, { slack, commands }: Texts): Block {
  const { home } = slack;
  const { mentions = [], thread = false } = delivery;
  const how = [
    ...(thread ? [commands.subscriptions.inThread] : []),
    ...(mentions.length > 0 ? [commands.subscriptions.calls(mentions.length)] : []),
  ];
  const option = (label: string, what: string): Option => ({ text: plain(label), value: `${what}:${id}` });
  return {
    type: 'section',
    text: plain([letters(typed, 500) || '…', ...how].join(' · ')),
    accessory: {
      type: 'overflow',
      action_id: homeActions.subscription,
      options: [option(home.edit, 'edit'), option(home.test, 'test'), option(home.remove, 'remove')],
    },
  };
}

const automatic = 'auto';

function languageOf({ wishes }: HomeContent, { slack }: Texts): Section {
  const options: readonly Option[] = [
    { text: plain(slack.home.automatic), value: automatic },
    ...allTexts.map(({ language }) => ({ text: plain(nameOf(language)), value: language })),
  ];
  const chosen = options.find(({ value }) => value === wishes.language) ?? options[0];
  return {
    type: 'section',
    text: plain(slack.home.language),
    accessory: {
      type: 'static_select',
      action_id: homeActions.language,
      options,
      ...(chosen !== undefined && { initial_option: chosen }),
    },
  };
}

/** "Français" */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

function zoneOf({ zone }: HomeContent, { slack }: Texts): Section {
  return {
    type: 'section',
    text: plain(slack.home.zone),
    accessory: {
      type: 'external_select',
      action_id: homeActions.zone,
      min_query_length: 0,
      initial_option: { text: plain(zone.slice(0, mostInLabel)), value: zone },
    },
  };
}

/** What was chosen; the empty text takes a wish back. */
export function wishOf(value: string | undefined): string | undefined {
  return value === automatic ? '' : value;
}

/** Time zones that have this in their names. */
export function zonesLike(typed: string): readonly Option[] {
  const wanted = typed.trim().toLowerCase().replaceAll(/\s+/g, '_');
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, 100)
    .map((zone) => ({ text: plain(zone), value: zone }));
}
