/** People, channels and roles that somebody picks by name, and what of them travels with an interaction. */
import type { Channel, Json } from './shapes.ts';
import { guildOf, type State } from './state.ts';
import { wireChannel, wireMember, wireRole, wireUser } from './wire.ts';

export interface Resolver {
  /** By name or id; these throw where there is no such thing, and give the id. */
  readonly user: (named: string) => string;
  readonly channel: (named: string) => string;
  readonly role: (named: string) => string;
  readonly userOrRole: (named: string) => string;
  /** `{ resolved }` of all that was picked; nothing if nothing was. */
  readonly travels: () => Json;
}

export function resolverIn(state: State, place: Channel): Resolver {
  const guild = guildOf(state, place);
  const resolved: Record<string, Record<string, Json>> = {};
  const keep = (kind: string, id: string, wire: Json): string => {
    (resolved[kind] ??= {})[id] = wire;
    return id;
  };
  const find = <T extends { readonly id: string; readonly name: string }>(
    what: string,
    all: Iterable<T>,
    named: string,
  ): T => {
    for (const one of all) if (one.id === named || one.name === named) return one;
    throw new Error(`no ${what} is called "${named}"`);
  };
  const user = (named: string): string => {
    const found = find('person', state.users.values(), named);
    const member = guild?.members.get(found.id);
    if (member !== undefined) {
      const { user: _, ...partial } = wireMember(member);
      keep('members', found.id, { ...partial, permissions: '0' });
    }
    return keep('users', found.id, wireUser(found));
  };
  const role = (named: string): string => {
    const found = find('role', guild?.roles.values() ?? [], named);
    return keep('roles', found.id, wireRole(found));
  };
  return {
    user,
    role,
    userOrRole: (named) => {
      const isRole = [...(guild?.roles.values() ?? [])].some(
        ({ id, name }) => id === named || name === named,
      );
      return isRole ? role(named) : user(named);
    },
    channel(named) {
      const channel = find('channel', guild?.channels.values() ?? [], named);
      return keep('channels', channel.id, { ...wireChannel(state, channel), permissions: '0' });
    },
    travels: () => (Object.keys(resolved).length === 0 ? {} : { resolved }),
  };
}
