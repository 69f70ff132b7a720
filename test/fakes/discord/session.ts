/** A bot's session with the gateway: it outlives connections, counts events, and repeats what was missed. */
import { textOf } from './form.ts';
import { hears, toldTo } from './intents.ts';
import type { Event, Id, Json } from './shapes.ts';
import type { State } from './state.ts';
import { wireMember, wireUser, wireWholeGuild } from './wire.ts';

/** One connection, whatever carries it. */
export interface Wire {
  readonly send: (payload: Json) => void;
  readonly close: (code: number) => void;
  /** Breaks the connection without a word. */
  readonly drop: () => void;
}

export interface Session {
  readonly id: string;
  readonly intents: number;
  /** Undefined while nobody is connected. */
  wire: Wire | undefined;
  /** Milliseconds; since when nobody is connected. */
  leftAt: number;
  seq: number;
  readonly tell: (event: Event) => void;
  /** Whatever it is, and whether it was asked for or not. */
  readonly say: (name: string, data: Json) => void;
  /** Sends READY and the guilds. */
  readonly start: () => void;
  /** Whether everything after `seq` is still there to be repeated. */
  readonly remembers: (seq: number) => boolean;
  /** Op 8: members by their ids, or by how their names begin. */
  readonly tellMembers: (asked: Json) => void;
  /** Takes over a connection and sends what came after `seq`. */
  readonly resume: (wire: Wire, seq: number) => void;
}

/** Missed events that are kept; Discord's figure is hidden. */
const kept = 1000;

export function openSession(state: State, id: Id, wanted: number, shard: unknown, wire: Wire): Session {
  const sent: Json[] = [];
  const dispatch = (name: string, data: Json): void => {
    session.seq += 1;
    const payload = { op: 0, t: name, s: session.seq, d: data };
    sent.push(payload);
    if (sent.length > kept) sent.shift();
    session.wire?.send(payload);
  };
  const session: Session = {
    id,
    intents: wanted,
    wire,
    leftAt: 0,
    seq: 0,
    tell(event) {
      if (hears(state, wanted, event)) dispatch(event.name, toldTo(state, wanted, event));
    },
    say: dispatch,
    start() {
      const guilds = [...state.guilds.values()].filter((guild) => guild.members.has(state.bot.id));
      dispatch('READY', {
        v: 10,
        user: { ...wireUser(state.bot), verified: true, mfa_enabled: false, email: null },
        guilds: state.guildsComeLater ? [] : guilds.map((guild) => ({ id: guild.id, unavailable: true })),
        session_id: id,
        resume_gateway_url: state.gatewayUrl,
        application: { id: state.applicationId, flags: 0 },
        ...(shard === undefined ? {} : { shard }),
      });
      for (const guild of guilds) {
        session.tell({ name: 'GUILD_CREATE', data: wireWholeGuild(state, guild) });
      }
    },
    remembers: (seq) => seq >= session.seq - sent.length,
    tellMembers(asked) {
      const guild = state.guilds.get(textOf(asked['guild_id']));
      const ids = [asked['user_ids'] ?? []].flat().map((one) => textOf(one));
      const members = [...(guild?.members.values() ?? [])].filter(({ user }) =>
        asked['user_ids'] === undefined
          ? user.name.startsWith(textOf(asked['query']))
          : ids.includes(user.id),
      );
      dispatch('GUILD_MEMBERS_CHUNK', {
        guild_id: guild?.id,
        members: members.map((member) => wireMember(member)),
        chunk_index: 0,
        chunk_count: 1,
        not_found: ids.filter((one) => guild?.members.has(one) !== true),
        nonce: asked['nonce'],
      });
    },
    resume(next, seq) {
      session.wire = next;
      for (const payload of sent) if (Number(payload['s']) > seq) next.send(payload);
      dispatch('RESUMED', {});
    },
  };
  return session;
}
