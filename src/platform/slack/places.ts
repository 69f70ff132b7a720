/** Channels as people mean them, and who may use them. */
import type { RawInner } from './payloads.ts';
import type { Option } from './blocks.ts';
import { optionOf } from './form.ts';
import type { People, Where, Who } from './people.ts';
import type { Tokens } from './tokens.ts';

export interface Places {
  /** The channel that a command is about: where it was given, or one's own conversation with the bot. */
  readonly meant: (who: Who, where: Where) => Promise<Where>;
  /** Whether somebody may have alerts sent there: everybody may in public, only members in private. */
  readonly isOpenTo: (who: Who, channel: string) => Promise<boolean>;
  /** Slack's ids of the channels that somebody is in, as far as the bot sees them; undefined if nobody can tell. */
  readonly of: (who: Who) => Promise<ReadonlySet<string> | undefined>;
  /** Groups of people that can be called, by what their names begin with. */
  readonly groups: (team: string, typed: string) => Promise<readonly Option[]>;
  /** One of them, as it is offered; undefined if it is not there (any more), or nobody can tell. */
  readonly group: (team: string, id: string) => Promise<Option | undefined>;
  /** The id of the group with exactly this handle ("desk"). */
  readonly groupCalled: (team: string, handle: string) => Promise<string | undefined>;
  readonly happened: (team: string, event: RawInner) => void;
}

const groupsBelievedMs = 60_000;
const mostPages = 5;

export function createPlaces({
  tokens,
  people,
  happened,
  now,
}: {
  readonly tokens: Tokens;
  readonly people: Pick<People, 'direct'>;
  readonly happened: Places['happened'];
  readonly now: () => number;
}): Places {
  const groupsOf = new Map<string, { readonly all: readonly RawGroup[]; readonly until: number }>();
  return {
    happened,
    of,

    async meant(who, where) {
      // Of a conversation of two people the bot is no part: what is said there is meant for oneself.
      if (where.name !== 'directmessage' && !where.channel.startsWith('D')) return where;
      const own = await people.direct(who);
      return own === undefined ? where : { channel: own };
    },

    async isOpenTo(who, channel) {
      if (channel === (await people.direct(who))) return true;
      const { said, error } = await tokens.ask(who.team, 'conversations.info', { channel });
      // What the bot does not see it cannot post in, either. Slack itself offers only what people see.
      if (error !== undefined) return !channel.startsWith('D') && error !== 'channel_not_found';
      const { is_im: isDirect, is_private: isPrivate } = (said?.['channel'] ?? {}) as {
        readonly is_im?: boolean;
        readonly is_private?: boolean;
      };
      if (isDirect === true) return false;
      return isPrivate !== true || (await of(who))?.has(channel) !== false;
    },

    async groups(team, typed) {
      const wanted = typed.toLowerCase().replace(/^@/, '');
      return (await allGroups(team))
        .filter(({ handle = '', name = '' }) =>
          [handle, name].some((one) => one.toLowerCase().includes(wanted)),
        )
        .flatMap((group) => groupOption(group) ?? [])
        .slice(0, 100);
    },

    async group(team, wanted) {
      const group = (await allGroups(team)).find(({ id }) => id === wanted);
      return group && groupOption(group);
    },

    async groupCalled(team, wanted) {
      const known = await allGroups(team);
      return known.find(({ handle }) => handle?.toLowerCase() === wanted.toLowerCase())?.id;
    },
  };

  async function of(who: Who): Promise<ReadonlySet<string> | undefined> {
    const ids = new Set<string>();
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const { said, outcome } = await tokens.ask(who.team, 'users.conversations', {
        user: who.user,
        types: 'public_channel,private_channel',
        exclude_archived: false,
        limit: 999,
        cursor,
      });
      if (outcome.kind !== 'done') return undefined;
      const channels = said?.['channels'];
      for (const { id } of (Array.isArray(channels) ? channels : []) as ReadonlyArray<{ id: string }>)
        ids.add(id);
      const next = said?.response_metadata?.next_cursor;
      if (typeof next !== 'string' || next === '') break;
      cursor = next;
    }
    return ids;
  }

  async function allGroups(team: string): Promise<readonly RawGroup[]> {
    const known = groupsOf.get(team);
    if (known !== undefined && known.until > now()) return known.all;
    const { said, outcome } = await tokens.ask(team, 'usergroups.list', {});
    const all = (Array.isArray(said?.['usergroups']) ? said['usergroups'] : []) as readonly RawGroup[];
    if (outcome.kind !== 'done') return all;
    groupsOf.set(team, { all, until: now() + groupsBelievedMs });
    return all;
  }
}

function groupOption({ id, handle, name }: RawGroup): Option | undefined {
  return optionOf(id, `@${handle ?? name ?? id}`);
}

interface RawGroup {
  readonly id: string;
  readonly handle?: string;
  readonly name?: string;
}
