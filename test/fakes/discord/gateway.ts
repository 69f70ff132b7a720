/**
 * The gateway's protocol over any kind of connection.
 * Payloads, close codes and limits: Discord's "Gateway" and "Gateway Close Event Codes".
 */
import { record } from './form.ts';
import { intentsRefused } from './intents.ts';
import { openSession, type Session, type Wire } from './session.ts';
import type { Json } from './shapes.ts';
import type { State } from './state.ts';
import { tokenOf } from './state.ts';

export interface Gateway {
  /** @param query of the address that was connected to: "v=10&encoding=json" */
  readonly connect: (wire: Wire, query: string) => Connection;
  readonly sessions: readonly Session[];
  readonly forget: (session: Session) => void;
  readonly identified: () => number;
  readonly resumed: () => number;
  readonly heartbeats: () => number;
  /** While true, heartbeats are not acknowledged. */
  readonly deaf: (deaf: boolean) => void;
}

export interface Connection {
  readonly receive: (text: string) => void;
  /** @param code the client closed with */
  readonly closed: (code: number) => void;
}

/** A payload larger than this is closed with 4002. */
const maxPayloadBytes = 4096;
/** A client that is late by half an interval is still let live. */
const patience = 1.5;

export function openGateway(state: State): Gateway {
  const sessions: Session[] = [];
  const counted = { identified: 0, resumed: 0, heartbeats: 0 };
  let isDeaf = false;
  let lastSession = 0;

  state.listen((event) => {
    for (const session of sessions) session.tell(event);
  });

  const forget = (session: Session): void => {
    const at = sessions.indexOf(session);
    if (at >= 0) sessions.splice(at, 1);
  };

  const connect: Gateway['connect'] = (wire, query) => {
    let session: Session | undefined;
    let open = true;
    let stopWatch: (() => void) | undefined;
    const windowKey = `gateway ${++lastSession}`;

    const close = (code: number): void => {
      closed(code);
      wire.close(code);
    };
    const closed = (code: number): void => {
      if (!open) return;
      open = false;
      stopWatch?.();
      if (session === undefined || session.wire !== wire) return;
      session.wire = undefined;
      session.leftAt = state.now();
      // "When you close the connection with 1000 or 1001, your session will be invalidated."
      if (code === 1000 || code === 1001) forget(session);
    };
    const watch = (): void => {
      stopWatch?.();
      stopWatch = state.after(state.limits.heartbeatMs * patience, () => close(4000));
    };

    const identify = (data: Json): void => {
      if (session?.wire === wire) return close(4005);
      if (data['token'] !== state.token) return close(4004);
      const shard = data['shard'];
      if (shard !== undefined && !isShard(shard)) return close(4010);
      const refused = intentsRefused(state, data['intents']);
      if (refused !== undefined) return close(refused);
      const { identifies, identifyAtOnce } = state.limits;
      if (!state.windows.take('identify at once', identifyAtOnce, state.now()).allowed) {
        return wire.send({ op: 9, d: false });
      }
      if (!state.windows.take('identifies', identifies, state.now()).allowed) return tooOften();
      counted.identified += 1;
      session = openSession(state, `session-${lastSession}`, Number(data['intents']), shard, wire);
      sessions.push(session);
      session.start();
    };

    /** "All active sessions will be terminated, the bot token will be reset." */
    const tooOften = (): void => {
      state.token = tokenOf(state.bot.id, Number(state.token.split('-').at(-1)) + 1);
      for (const one of sessions.splice(0)) one.wire?.close(4004);
      return close(4004);
    };

    const resume = (data: Json): void => {
      if (session?.wire === wire) return close(4005);
      if (data['token'] !== state.token) return close(4004);
      const known = sessions.find(({ id }) => id === data['session_id']);
      const tooLate =
        known?.wire === undefined && state.now() - (known?.leftAt ?? 0) > state.limits.sessionMs;
      if (known === undefined || tooLate || !known.remembers(Number(data['seq']))) {
        if (known !== undefined) forget(known);
        return wire.send({ op: 9, d: false });
      }
      const seq = Number(data['seq']);
      if (!Number.isInteger(seq) || seq > known.seq) {
        forget(known);
        return close(4007);
      }
      counted.resumed += 1;
      session = known;
      session.resume(wire, seq);
    };

    const receive = (text: string): void => {
      if (!open) return;
      if (!state.windows.take(windowKey, state.limits.gatewaySends, state.now()).allowed) return close(4008);
      const payload = Buffer.byteLength(text) > maxPayloadBytes ? undefined : parsed(text);
      if (payload === undefined) return close(4002);
      switch (payload['op']) {
        case 1:
          counted.heartbeats += 1;
          watch();
          return isDeaf ? undefined : wire.send({ op: 11 });
        case 2:
          return identify(record(payload['d']));
        case 6:
          return resume(record(payload['d']));
        case 8:
          return session === undefined ? close(4003) : session.tellMembers(record(payload['d']));
        case 3:
        case 4:
          return session === undefined ? close(4003) : undefined;
        default:
          return close(4001);
      }
    };

    const connection = { receive, closed };
    if (new URLSearchParams(query).get('v') !== '10') close(4012);
    else {
      wire.send({ op: 10, d: { heartbeat_interval: state.limits.heartbeatMs } });
      watch();
    }
    return connection;
  };

  return {
    connect,
    sessions,
    forget,
    identified: () => counted.identified,
    resumed: () => counted.resumed,
    heartbeats: () => counted.heartbeats,
    deaf: (deaf) => void (isDeaf = deaf),
  };
}

function isShard(shard: unknown): boolean {
  return Array.isArray(shard) && shard.length === 2 && Number(shard[0]) < Number(shard[1]);
}

function parsed(text: string): Json | undefined {
  try {
    const payload: unknown = JSON.parse(text);
    return typeof payload === 'object' && payload !== null ? (payload as Json) : undefined;
  } catch {
    return undefined;
  }
}
