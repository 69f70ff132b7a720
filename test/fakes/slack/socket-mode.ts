/** Socket Mode: connections that the app opens, envelopes and their acknowledgements. Knows of no socket. */
import type { Carried, Transport } from './delivery.ts';
import type { Json } from './shapes.ts';
import type { State } from './state.ts';

/** What a connection can do at Slack's end. */
export interface Wire {
  readonly send: (message: Json) => void;
  readonly close: () => void;
  /** Without a close frame. */
  readonly drop: () => void;
  readonly ping: () => void;
  /** Reads nothing more, and so answers no ping. */
  readonly freeze: () => void;
}

export interface Connection {
  readonly receive: (data: string) => void;
  readonly closed: () => void;
}

export interface SocketMode extends Transport {
  readonly connect: (wire: Wire, ticket: string) => Connection;
  /** A ticket for one connection, as `apps.connections.open` gives it. */
  readonly ticket: () => string;
  readonly connections: () => number;
  /** How many connections were opened so far. */
  readonly opened: () => number;
  /** "approximately 10 seconds before" it is closed */
  readonly warn: () => void;
  /** The connection is to be opened anew; Slack closes it. */
  readonly refresh: () => void;
  /** Socket Mode is switched off: connections end, and no more are taken. */
  readonly disable: () => void;
  readonly enable: () => void;
  /** Every connection breaks. */
  readonly drop: () => void;
  /** Every connection goes silent, and stays. */
  readonly freeze: () => void;
  readonly ping: () => void;
  /** Messages of the app that acknowledge nothing that it was told. */
  readonly strayAcknowledgements: readonly string[];
}

interface Line {
  readonly wire: Wire;
  /** By the id of the envelope. */
  readonly waiting: Map<string, (carried: Carried) => void>;
  isOpen: boolean;
}

export function openSocketMode(state: State): SocketMode {
  const lines: Line[] = [];
  const tickets = new Set<string>();
  const known = new Map<string, (carried: Carried) => void>();
  const stray: string[] = [];
  let opened = 0;
  let turn = 0;
  let isEnabled = true;

  const end = (line: Line): void => {
    if (!line.isOpen) return;
    line.isOpen = false;
    lines.splice(lines.indexOf(line), 1);
    for (const settle of line.waiting.values()) settle({ kind: 'failed', reason: 'connection_failed' });
  };
  const disconnect = (line: Line, reason: string): void => {
    line.wire.send({ type: 'disconnect', reason, debug_info: debugInfo });
  };
  const each = (what: (line: Line) => void): void => {
    // Lines go away meanwhile.
    for (const line of lines.slice()) what(line);
  };

  return {
    timeoutReason: 'timeout',
    strayAcknowledgements: stray,
    connections: () => lines.length,
    opened: () => opened,
    ticket() {
      const ticket = state.nextId('ticket');
      tickets.add(ticket);
      return ticket;
    },
    connect(wire, ticket) {
      const line: Line = { wire, waiting: new Map(), isOpen: true };
      const refused = isEnabled
        ? lines.length >= state.limits.sockets
          ? 'too_many_websockets'
          : undefined
        : 'link_disabled';
      if (!tickets.delete(ticket) || refused !== undefined) {
        if (refused !== undefined) disconnect(line, refused);
        wire.close();
        return { receive() {}, closed() {} };
      }
      lines.push(line);
      opened += 1;
      wire.send({
        type: 'hello',
        num_connections: lines.length,
        debug_info: debugInfo,
        connection_info: { app_id: state.app.id },
      });
      return { receive: (data) => receive(data), closed: () => end(line) };
    },
    async carry({ kind, payload, takesAnswer }, retry) {
      // Slack may send over any of the connections: here they take turns.
      const line = lines[(turn += 1) % Math.max(1, lines.length)];
      if (line === undefined) return { kind: 'failed', reason: 'connection_failed' };
      const envelopeId = state.nextId('envelope');
      const { promise, resolve } = Promise.withResolvers<Carried>();
      const settle = (carried: Carried): void => {
        line.waiting.delete(envelopeId);
        resolve(carried);
      };
      line.waiting.set(envelopeId, settle);
      known.set(envelopeId, settle);
      line.wire.send({
        envelope_id: envelopeId,
        type: kind,
        payload,
        accepts_response_payload: takesAnswer,
        ...(kind === 'events_api' && {
          retry_attempt: retry?.n ?? 0,
          retry_reason: retry?.reason ?? '',
        }),
      });
      return promise;
    },
    warn: () => each((line) => disconnect(line, 'warning')),
    refresh: () =>
      each((line) => {
        disconnect(line, 'refresh_requested');
        line.wire.close();
        end(line);
      }),
    disable() {
      isEnabled = false;
      each((line) => {
        disconnect(line, 'link_disabled');
        line.wire.close();
        end(line);
      });
    },
    enable: () => void (isEnabled = true),
    drop: () =>
      each((line) => {
        line.wire.drop();
        end(line);
      }),
    freeze: () => each(({ wire }) => wire.freeze()),
    ping: () => each(({ wire }) => wire.ping()),
  };

  /** An acknowledgement counts over whichever connection it comes. */
  function receive(data: string): void {
    const { envelope_id: id, payload } = JSON.parse(data) as { envelope_id?: string; payload?: unknown };
    const settle = id === undefined ? undefined : known.get(id);
    if (id === undefined || settle === undefined) return void stray.push(data);
    known.delete(id);
    settle({ kind: 'answered', answer: isEmpty(payload) ? '' : payload });
  }
}

function isEmpty(payload: unknown): boolean {
  return payload === undefined || payload === null || Object.keys(payload).length === 0;
}

const debugInfo = { host: 'applink-fake', build_number: 1, approximate_connection_time: 18_060 };
