/** What kind of channel each one is: told by the gateway where there is one, asked of Discord otherwise. */
import { type Answer, type Api } from './api.ts';

export interface ChannelFacts {
  readonly kind: 'text' | 'announcement' | 'forum';
  readonly guildId?: string | undefined;
  /** Of a forum. */
  readonly tags?: readonly Tag[] | undefined;
  /** A forum that takes no post without a tag. */
  readonly tagRequired?: boolean | undefined;
}

export interface Tag {
  readonly id: string;
  readonly name: string;
  /** Only moderators may set it. */
  readonly moderated: boolean;
}

export type KnownFacts = (channelId: string) => ChannelFacts | undefined;

export interface Places {
  /** What is known without asking. */
  readonly known: KnownFacts;
  /** Asks, unless it is known; what came instead where that does not work. */
  readonly look: (channelId: string) => Promise<Looked>;
  /** Asks in any case: what was known has turned out to be wrong. */
  readonly lookAnew: (channelId: string) => Promise<Looked>;
}

type Looked = { readonly facts: ChannelFacts } | { readonly answer: Answer };

/** @param told what the gateway knows */
export function createPlaces(api: Api, told: KnownFacts = () => undefined): Places {
  const asked = new Map<string, ChannelFacts>();
  const known: KnownFacts = (channelId) => told(channelId) ?? asked.get(channelId);
  return {
    known,
    async look(channelId) {
      const facts = known(channelId);
      return facts === undefined ? lookAnew(channelId) : { facts };
    },
    lookAnew,
  };

  async function lookAnew(channelId: string): Promise<Looked> {
    const answer = await api.ask('GET', `/channels/${channelId}`);
    if (answer.outcome.kind !== 'done') return { answer };
    const facts = factsOf(answer.said as RawChannel);
    asked.set(channelId, facts);
    return { facts };
  }
}

/** A channel as Discord writes it (https://discord.com/developers/docs/resources/channel#channel-object). */
export interface RawChannel {
  readonly type?: number;
  readonly guild_id?: string;
  readonly flags?: number;
  readonly available_tags?: readonly Tag[];
}

export function factsOf({
  type,
  guild_id: guildId,
  flags = 0,
  available_tags: tags,
}: RawChannel): ChannelFacts {
  if (type !== 15 && type !== 16) return { kind: type === 5 ? 'announcement' : 'text', guildId };
  return { kind: 'forum', guildId, tags: tags ?? [], tagRequired: (flags & requireTag) !== 0 };
}

const requireTag = 1 << 4;
