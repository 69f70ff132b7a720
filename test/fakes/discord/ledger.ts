/** What people see in a channel, oldest first: every message with its edits, its calls and its thread. */
import { components, componentTypes, textsOf } from './component-tree.ts';
import { record, textOf } from './form.ts';
import { flags } from './message-rules.ts';
import type { Channel, Id, Json, Message, Pings, User } from './shapes.ts';
import type { State } from './state.ts';

export interface Line {
  readonly id: Id;
  readonly by: string;
  /** All text: content, embeds, text displays; a line each. */
  readonly text: string;
  /** Labels of buttons and placeholders of selects. */
  readonly controls: readonly string[];
  /** Addresses of link buttons, pictures and embeds. */
  readonly links: readonly string[];
  readonly pings: Pings;
  /** How often it was edited, and what it said before, oldest first. */
  readonly edits: number;
  readonly before: readonly string[];
  readonly replyTo: Id | undefined;
  /** Waiting for the bot ("is thinking…"). */
  readonly loading: boolean;
  readonly private: boolean;
  readonly crossposted: boolean;
  readonly sentAt: number;
  /** The thread that hangs on it. */
  readonly thread: readonly Line[];
}

/** @param seenBy whose private messages are shown too */
export function ledgerOf(state: State, channel: Channel, seenBy?: User): readonly Line[] {
  return channel.messages
    .filter((message) => message.deletedAt === undefined)
    .filter(({ privateTo }) => privateTo === undefined || privateTo === seenBy?.id)
    .map((message) => lineOf(state, channel, message));
}

/** Posts of a forum and threads without a message, oldest first. */
export function threadsOf(state: State, channel: Channel): readonly Channel[] {
  return [...state.channels.values()].filter(
    (one) => one.parentId === channel.id && one.thread !== undefined,
  );
}

export function lineOf(state: State, channel: Channel, message: Message): Line {
  const texts = message.versions.map((version) => textOfVersion(version));
  const { components: parts, embeds } = message.versions.at(-1)!;
  const thread = state.channels.get(message.id);
  return {
    id: message.id,
    by: message.author.name,
    text: texts.at(-1) ?? '',
    controls: controlsOf(parts),
    links: linksOf(parts, embeds),
    pings: message.pings,
    edits: texts.length - 1,
    before: texts.slice(0, -1),
    replyTo: message.replyTo,
    loading: (message.flags & flags.loading) !== 0,
    private: message.privateTo !== undefined,
    crossposted: (message.flags & flags.crossposted) !== 0,
    sentAt: message.sentAt,
    thread: thread === undefined || thread === channel ? [] : ledgerOf(state, thread),
  };
}

function textOfVersion({ content, embeds, components: parts }: Message['versions'][number]): string {
  const inEmbeds = embeds.flatMap((embed) => [
    embed['title'],
    embed['description'],
    ...(Array.isArray(embed['fields']) ? embed['fields'] : []).flatMap((field) => [
      record(field)['name'],
      record(field)['value'],
    ]),
    record(embed['footer'])['text'],
  ]);
  return [content, ...textsOf(parts), ...inEmbeds.map((text) => textOf(text))]
    .filter((text) => text !== '')
    .join('\n');
}

function controlsOf(parts: readonly Json[]): readonly string[] {
  return [...components(parts)].flatMap(({ component, type }) =>
    type === componentTypes.button || 'options' in component
      ? [textOf(component['label']) || textOf(component['placeholder']) || textOf(component['custom_id'])]
      : [],
  );
}

function linksOf(parts: readonly Json[], embeds: readonly Json[]): readonly string[] {
  const inParts = [...components(parts)].flatMap(({ component }) => [
    component['url'],
    record(component['media'])['url'],
  ]);
  return [...inParts, ...embeds.map((embed) => embed['url'])]
    .map((url) => textOf(url))
    .filter((url) => url !== '');
}
