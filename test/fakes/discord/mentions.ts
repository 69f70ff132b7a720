/** Who is really called by a message: what its text mentions, its sender allows, and its permissions let through. */
import { textsOf } from './component-tree.ts';
import { record } from './form.ts';
import { has } from './permissions.ts';
import type { Guild, Id, Json, Pings } from './shapes.ts';

export interface Calling {
  readonly content: string;
  readonly components: readonly Json[];
  /** As it came; undefined takes the default of where it came from. */
  readonly allowed: unknown;
  /** Regular messages parse everything by default; interactions only users. */
  readonly fromInteraction: boolean;
  readonly guild: Guild | undefined;
  /** Of the sender, in that channel. */
  readonly permissions: bigint;
  /** The author of the message that is replied to. */
  readonly repliedTo?: Id | undefined;
}

/**
 * Discord's "Allowed Mentions Object": parse and lists filter what the text mentions; @everyone and roles that are not
 * mentionable need MENTION_EVERYONE; `replied_user` is off by default once the object is sent.
 */
export function pingsOf(calling: Calling): Pings {
  // Most messages mention nobody.
  if (calling.repliedTo === undefined && !mentionsAny(calling)) return nobody;
  const text = [calling.content, ...textsOf(calling.components)].join('\n');
  const allowed = calling.allowed === undefined ? usual(calling.fromInteraction) : record(calling.allowed);
  const parse = list(allowed['parse']);
  const mayCallAll = has(calling.permissions, 'MENTION_EVERYONE');

  const permitted = (kind: 'users' | 'roles', id: Id): boolean =>
    parse.includes(kind) || list(allowed[kind]).includes(id);
  const users = mentioned(text, /<@!?(\d+)>/g).filter((id) => permitted('users', id));
  if (calling.repliedTo !== undefined && allowed['replied_user'] === true) users.push(calling.repliedTo);
  return {
    everyone: /@(?:everyone|here)\b/.test(text) && parse.includes('everyone') && mayCallAll,
    users: [...new Set(users)],
    roles: mentioned(text, /<@&(\d+)>/g).filter(
      (id) => permitted('roles', id) && (mayCallAll || calling.guild?.roles.get(id)?.mentionable === true),
    ),
  };
}

const nobody: Pings = { everyone: false, roles: [], users: [] };

function mentionsAny({ content, components }: Calling): boolean {
  return /[<@]/.test(content) || textsOf(components).some((text) => /[<@]/.test(text));
}

function usual(fromInteraction: boolean): Json {
  return { parse: fromInteraction ? ['users'] : ['users', 'roles', 'everyone'], replied_user: true };
}

function mentioned(text: string, pattern: RegExp): Id[] {
  return [...new Set([...text.matchAll(pattern)].map((found) => found[1] ?? ''))];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
