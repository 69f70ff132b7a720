/** What a test makes the gateway do to the bot. */
import type { Gateway } from './gateway.ts';
import type { Json } from './shapes.ts';
import type { State } from './state.ts';
import { tokenOf } from './state.ts';

export interface GatewayFaults {
  /** Op 7: the bot is asked to come back and resume. */
  readonly reconnect: () => void;
  /** Op 9. A session that cannot be resumed is forgotten. */
  readonly invalidate: (resumable: boolean) => void;
  /** 4000 and others that leave the session alive; 4003, 4007 and 4009 end it. */
  readonly close: (code: number) => void;
  /** The connection breaks without a word; the session stays. */
  readonly drop: () => void;
  /** No session can be resumed any more; nobody is told. */
  readonly forget: () => void;
  /** An event as no rule of Discord's makes it: not asked for, or in a form of its own. */
  readonly say: (name: string, data: Json) => void;
  /** Op 1: asks for a heartbeat now. */
  readonly askHeartbeat: () => void;
  /** While true, heartbeats are not acknowledged. */
  readonly deaf: (deaf: boolean) => void;
  /** The token is no longer good, anywhere; the answer is the new one. */
  readonly revokeToken: () => string;
}

/** Codes after which there is nothing to resume. */
const final: readonly number[] = [4003, 4004, 4005, 4007, 4009, 4010, 4011, 4012, 4013, 4014];

export function openGatewayFaults(state: State, gateway: Gateway): GatewayFaults {
  const live = (): typeof gateway.sessions => gateway.sessions.filter(({ wire }) => wire !== undefined);
  const close: GatewayFaults['close'] = (code) => {
    for (const session of live()) {
      const { wire } = session;
      if (final.includes(code)) gateway.forget(session);
      wire?.close(code);
    }
  };
  return {
    reconnect() {
      for (const { wire } of live()) wire?.send({ op: 7, d: null });
    },
    invalidate(resumable) {
      for (const session of live()) {
        const { wire } = session;
        // The connection stays, without a session until the bot resumes or identifies over it.
        session.wire = undefined;
        session.leftAt = state.now();
        if (!resumable) gateway.forget(session);
        wire?.send({ op: 9, d: resumable });
      }
    },
    close,
    drop() {
      for (const { wire } of live()) wire?.drop();
    },
    forget() {
      for (const session of gateway.sessions.slice()) gateway.forget(session);
    },
    say(name, data) {
      for (const session of live()) session.say(name, data);
    },
    askHeartbeat() {
      for (const { wire } of live()) wire?.send({ op: 1, d: null });
    },
    deaf: gateway.deaf,
    revokeToken() {
      state.token = tokenOf(state.bot.id, Number(state.token.split('-').at(-1)) + 1);
      close(4004);
      return state.token;
    },
  };
}
