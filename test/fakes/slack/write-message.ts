/** Puts a message where people see it, changes it, takes it away. Asks no permission. */
import { readMessage, type Parsing, usualParsing } from './reading.ts';
import type { Channel, Id, Json, Message, Said, Team, Ts, Unfurls, Version } from './shapes.ts';
import type { State } from './state.ts';

export interface Writing {
  readonly by: Id;
  readonly botId?: Id | undefined;
  readonly subtype?: string | undefined;
  readonly threadTs?: Ts | undefined;
  readonly broadcast?: boolean;
  readonly privateTo?: Id | undefined;
  readonly unfurls?: Unfurls;
  readonly parsing?: Parsing;
}

export function writeMessage(
  state: State,
  team: Team,
  channel: Channel,
  said: Said,
  writing: Writing,
): Message {
  const message: Message = {
    ts: state.nextTs(),
    channelId: channel.id,
    by: writing.by,
    botId: writing.botId,
    subtype: writing.subtype,
    threadTs: writing.threadTs,
    broadcast: writing.broadcast ?? false,
    privateTo: writing.privateTo,
    // "By default, we unfurl media, and not text-based content" of apps.
    unfurls: writing.unfurls ?? { links: false, media: true },
    versions: [versionOf(state, team, said, writing.parsing)],
    deletedAt: undefined,
  };
  channel.messages.push(message);
  channel.byTs.set(message.ts, message);
  if (message.threadTs !== undefined) {
    channel.threads.set(message.threadTs, [...(channel.threads.get(message.threadTs) ?? []), message]);
  }
  return message;
}

export function rewriteMessage(
  state: State,
  team: Team,
  message: Message,
  said: Said,
  parsing?: Parsing,
): void {
  message.versions.push(versionOf(state, team, said, parsing));
}

export function removeMessage(state: State, message: Message): void {
  message.deletedAt = state.clock.now();
}

function versionOf(state: State, team: Team, said: Said, parsing: Parsing = usualParsing): Version {
  const blocks = numbered(state, said.blocks);
  const { pings, links } = readMessage(team, { ...said, blocks }, parsing);
  return { ...said, blocks, at: state.clock.now(), pings, links };
}

const interactive = /(?:^button|_select|^overflow|picker|^radio_buttons|^checkboxes|_input)$/;

/** Slack gives an id to every block that has none, and to every element that can be used. */
export function numbered(state: State, blocks: readonly Json[]): readonly Json[] {
  const named = (element: Json): Json =>
    interactive.test(String(element['type'])) && element['action_id'] === undefined
      ? { ...element, action_id: state.nextId('a') }
      : element;
  return blocks.map((block) => {
    const { accessory, elements, element } = block;
    return {
      ...block,
      block_id: block['block_id'] ?? state.nextId('b'),
      ...(isObject(accessory) && { accessory: named(accessory) }),
      ...(isObject(element) && { element: named(element) }),
      ...(Array.isArray(elements) && { elements: (elements as readonly Json[]).map(named) }),
    };
  });
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
