/** What a method is given, and how it finds what its arguments name. */
import { textIn } from './arguments.ts';
import type { Tier } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { Channel, Install, Json, Message, Team, Token } from './shapes.ts';
import type { State } from './state.ts';

export interface Call {
  readonly state: State;
  readonly args: Json;
  readonly request: Request;
  /** Of the token; methods without one must not ask. */
  readonly team: Team;
  readonly install: Install;
  readonly token: Token;
}

export interface Method {
  readonly name: string;
  /** Whether arguments may come as JSON: "json_input_supported" in Slack's reference. */
  readonly json: boolean;
  /** Whose token is needed; `none`: the app's own secret, or nothing. */
  readonly token: 'bot' | 'app' | 'none';
  /** One of these is needed; more may be, by what is asked for. */
  readonly scopes?: readonly string[];
  /** `posts`: by channel and workspace; `own`: the method counts for itself. */
  readonly rate: Tier | 'special' | 'posts';
  /** Whether people or the app see a change; those requests meet faults of the network. */
  readonly writes?: true;
  readonly run: (call: Call) => Json;
}

/** @throws Refusal missing_scope */
export function mustHave({ token }: Pick<Call, 'token'>, ...scopes: readonly string[]): void {
  if (scopes.length === 0 || scopes.some((scope) => token.scopes.has(scope))) return;
  throw new Refusal('missing_scope', { needed: scopes.join(','), provided: [...token.scopes].join(',') });
}

/** The channel if the bot can see it. @throws Refusal channel_not_found */
export function channelIn(call: Call, name = 'channel'): Channel {
  return seen(call, textIn(call.args, name));
}

export function seen({ team, install }: Call, id: string | undefined): Channel {
  const channel = id === undefined ? undefined : team.channels.get(id);
  if (channel === undefined) throw new Refusal('channel_not_found');
  if (channel.kind !== 'public' && !channel.members.has(install.botUserId)) {
    throw new Refusal('channel_not_found');
  }
  return channel;
}

const scopePrefix = { public: 'channels', private: 'groups', im: 'im' } as const;

/** "channels:history" for a public channel. @throws Refusal missing_scope */
export function mustHaveFor(call: Call, channel: Channel, right: 'read' | 'history'): void {
  mustHave(call, `${scopePrefix[channel.kind]}:${right}`);
}

export function allKinds(right: 'read' | 'history'): readonly string[] {
  return [`channels:${right}`, `groups:${right}`, `mpim:${right}`, `im:${right}`];
}

/** What is there for everybody to see. @throws Refusal message_not_found */
export function messageIn(channel: Channel, ts: string | undefined): Message {
  const message = channel.byTs.get(ts ?? '');
  if (message === undefined || message.deletedAt !== undefined || message.privateTo !== undefined) {
    throw new Refusal('message_not_found');
  }
  return message;
}

/** One page of a list, and the cursor of the next, "" at the end. */
export function page<T>(
  all: readonly T[],
  cursor: string | undefined,
  limit: number,
): { readonly items: readonly T[]; readonly next: string } {
  const from = cursor === undefined ? 0 : offsetOf(cursor);
  const end = from + limit;
  return { items: all.slice(from, end), next: end < all.length ? encoded(`offset:${end}`) : '' };
}

function offsetOf(cursor: string): number {
  const found = /^offset:(\d+)$/.exec(decoded(cursor))?.[1];
  if (found === undefined) throw new Refusal('invalid_cursor');
  return Number(found);
}

export function encoded(text: string): string {
  return Buffer.from(text).toString('base64');
}

export function decoded(text: string): string {
  return Buffer.from(text, 'base64').toString();
}
