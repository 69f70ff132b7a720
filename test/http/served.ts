/** The page's app over a real local workspace. */
import type { Hono } from 'hono';
import { onTestFinished } from 'vitest';
import type { Door } from '../../src/http/guard.ts';
import { createHttp } from '../../src/http/http.ts';
import type { HttpParts } from '../../src/http/http-parts.ts';
import { listen } from '../../src/http/listen.ts';
import type { Completion } from '../../src/invoke/invocation.ts';
import type { Log } from '../../src/log.ts';
import { realWorld } from '../../src/world.ts';
import { type LocalWorkspace, localWorkspace } from '../platform/local-workspace.ts';

export interface Served extends LocalWorkspace {
  readonly app: Hono;
  /** A request as a browser on this machine sends it. */
  readonly ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** Opens a real port; with its URL. */
  readonly open: () => Promise<string>;
  /** Sentences that were logged as errors. */
  readonly errors: readonly string[];
}

const commands: readonly Completion[] = [
  { line: '/subscribe ', label: '/subscribe', hint: 'Ring in this channel when news is about something' },
  { line: '/subscriptions', label: '/subscriptions', hint: 'What this channel rings for' },
  { line: '/help', label: '/help', hint: 'What I can do' },
];

export async function served(
  given: Omit<Partial<HttpParts>, 'door'> & {
    readonly workspace?: LocalWorkspace;
    readonly door?: Partial<Door>;
  } = {},
): Promise<Served> {
  const workspace = given.workspace ?? (await localWorkspace());
  const errors: string[] = [];
  const log: Log = {
    debug() {},
    info() {},
    warn() {},
    error: (_facts, sentence) => void errors.push(sentence),
  };
  const { workspace: _, ...parts } = given;
  const app = createHttp({
    room: workspace.room,
    complete: async (_channel, line) => commands.filter((command) => command.line.startsWith(line)),
    settle: async () => {},
    resend: async () => false,
    metrics: async () => 'bellwire_due_rows 0\n',
    isAlive: () => true,
    health: async () => ({ ready: true, parts: { database: 'ok' } }),
    inbox: './inbox',
    world: realWorld,
    log,
    ...parts,
    door: { host: '127.0.0.1', token: 'terminal-token', ...given.door },
  });
  await workspace.room.channels();
  return {
    ...workspace,
    app,
    errors,
    ask: async (path, init) =>
      app.request(`http://localhost:3000${path}`, {
        ...init,
        headers: { host: 'localhost:3000', ...Object.fromEntries(new Headers(init?.headers)) },
      }),
    async open() {
      const listening = await listen(app, { host: '127.0.0.1', port: 0 });
      onTestFinished(listening.close);
      return listening.url;
    },
  };
}

/** The body of a form, and what htmx says of itself. */
export function form(fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit {
  return { method: 'POST', body: new URLSearchParams(fields), headers };
}

export function json(body: object): RequestInit {
  return { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
