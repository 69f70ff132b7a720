/** The global limit and the buckets of routes, with the headers of Discord's "Rate Limits". */
import { createHash } from 'node:crypto';
import type { Route } from './call.ts';
import type { Answer } from './shapes.ts';
import type { State } from './state.ts';
import type { Taken } from './window.ts';

export type Admitted =
  | { readonly kind: 'in'; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'limited'; readonly answer: Answer };

/** Uses up what a request uses up. Interaction endpoints do not count for the global limit. */
export function admit(state: State, route: Route, params: Readonly<Record<string, string>>): Admitted {
  const { limits, windows } = state;
  const now = state.now();
  if (route.needsBot) {
    const global = windows.take('global', limits.global, now);
    if (!global.allowed) return { kind: 'limited', answer: limited(global, true, {}) };
  }
  const name = `${route.method} ${route.path}`;
  const bucket = limits.routes[name] ?? limits.otherRoutes;
  const taken = windows.take(`${name} ${majorOf(params)}`, bucket, now);
  const headers = {
    'x-ratelimit-limit': String(bucket.limit),
    'x-ratelimit-remaining': String(taken.remaining),
    'x-ratelimit-reset': seconds(now + taken.resetAfterMs),
    'x-ratelimit-reset-after': seconds(taken.resetAfterMs),
    'x-ratelimit-bucket': bucketName(name),
  };
  return taken.allowed
    ? { kind: 'in', headers }
    : { kind: 'limited', answer: limited(taken, false, headers) };
}

/** Channel, guild, or webhook with its token: each has windows of its own. */
function majorOf(params: Readonly<Record<string, string>>): string {
  return params['channel'] ?? params['token'] ?? params['guild'] ?? '';
}

/** `Retry-After` is in whole seconds, rounded up; the body has the fraction. */
function limited(taken: Taken, global: boolean, headers: Readonly<Record<string, string>>): Answer {
  return {
    status: 429,
    headers: {
      ...headers,
      'retry-after': String(Math.ceil(taken.resetAfterMs / 1000)),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    },
    body: { message: 'You are being rate limited.', retry_after: taken.resetAfterMs / 1000, global },
  };
}

const bucketNames = new Map<string, string>();

function bucketName(route: string): string {
  let name = bucketNames.get(route);
  if (name === undefined) {
    name = createHash('md5').update(route).digest('hex');
    bucketNames.set(route, name);
  }
  return name;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
