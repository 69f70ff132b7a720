/** The Web API: a request in, an answer out. What a call changes is changed at once, before anything is awaited. */
import { appMethods } from './apps.ts';
import { argumentsOf, record, textIn } from './arguments.ts';
import { mustHave, type Call, type Method } from './call.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import type { Faults } from './faults.ts';
import type { Rate } from './limits.ts';
import { peopleMethods } from './people.ts';
import { rateLimited, Refusal } from './refusal.ts';
import type { Json, Team, Token } from './shapes.ts';
import { teamOf, type State } from './state.ts';
import { viewMethods } from './views.ts';

/** One call and what became of it. */
export interface Asked {
  readonly method: string;
  readonly teamId: string | undefined;
  readonly args: Json;
  readonly status: number;
  readonly error: string | undefined;
  /** Seconds, of a 429. */
  readonly retryAfter: number | undefined;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export const methods: ReadonlyMap<string, Method> = new Map(
  [...chatMethods, ...conversationMethods, ...peopleMethods, ...viewMethods, ...appMethods].map((method) => [
    method.name,
    method,
  ]),
);

/** "chat.postMessage" of "/api/chat.postMessage" */
export function methodOf({ url }: Request): string | undefined {
  return /^\/api\/([\w.]+)$/.exec(new URL(url).pathname)?.[1];
}

export function openWebApi(state: State, faults: Faults, tell: (asked: Asked) => void) {
  return async (request: Request, name: string): Promise<Response> => {
    const method = methods.get(name);
    const asked = { method: name, teamId: undefined as string | undefined, args: {} as Json };
    const answer = (body: Json, status = 200, headers: Readonly<Record<string, string>> = {}): Response => {
      const error = body['ok'] === true ? undefined : String(body['error']);
      const wait = headers['retry-after'];
      const retryAfter = wait === undefined ? undefined : Number(wait);
      tell({ ...asked, status, error, retryAfter, at: state.clock.now() });
      return Response.json(body, { status, headers });
    };
    try {
      if (method === undefined) throw new Refusal('unknown_method', { req_method: name });
      const { args, warnings } = await argumentsOf(request, method.json);
      asked.args = args;
      const token = method.token === 'none' ? undefined : tokenOf(state, method, request, args);
      const team = token?.teamId === undefined ? undefined : teamOf(state, token.teamId);
      asked.teamId = team?.id;
      const failure = faults.next(name);
      if (failure !== undefined && !failure.effect) throw failure.refusal;
      if (token !== undefined) mustHave({ token }, ...(method.scopes ?? []));
      const wait = state.buckets.take(ratesOf(state, method, team, args), state.clock.now());
      if (wait > 0) throw rateLimited(wait);
      const body = method.run(callOf(state, request, args, team, token));
      if (failure !== undefined) throw failure.refusal;
      return answer({ ok: true, ...withWarnings(body, warnings) }, 200, scopeHeaders(method, token));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return answer({ ok: false, error: error.code, ...error.more }, error.status, error.headers);
    }
  };
}

function tokenOf(state: State, method: Method, request: Request, args: Json): Token {
  const bearer = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  const given = bearer ?? textIn(args, 'token');
  if (given === undefined) throw new Refusal('not_authed');
  const token = state.tokens.get(given);
  if (token === undefined) throw new Refusal('invalid_auth');
  if (token.state !== 'good') throw new Refusal(voidReasons[token.state]);
  if (token.kind !== method.token) throw new Refusal('not_allowed_token_type');
  return token;
}

const voidReasons = {
  revoked: 'token_revoked',
  inactive: 'account_inactive',
  expired: 'token_expired',
} as const;

/** Limits count by method and workspace; messages by channel and workspace. */
function ratesOf(
  { limits, distribution }: State,
  { name, rate }: Method,
  team: Team | undefined,
  args: Json,
): ReadonlyMap<string, Rate> {
  const where = team?.id ?? 'app';
  if (rate === 'posts') {
    return new Map([
      [`${where} posts to ${placeIn(team, textIn(args, 'channel'))}`, limits.postsPerChannel],
      [`${where} posts`, limits.postsPerTeam],
    ]);
  }
  const reads = name === 'conversations.history' || name === 'conversations.replies';
  if (reads && distribution === 'unlisted') return new Map([[`${where} ${name}`, limits.tiers[1]]]);
  return new Map([[`${where} ${name}`, rate === 'special' ? limits.special : limits.tiers[rate]]]);
}

/** One channel under all its names. */
function placeIn(team: Team | undefined, given = ''): string {
  if (team === undefined || team.channels.has(given)) return given;
  const name = given.replace(/^#/, '');
  for (const channel of team.channels.values()) {
    const isNamed = channel.kind !== 'im' && channel.name === name;
    const isWith = channel.kind === 'im' && channel.members.has(given);
    if (isNamed || isWith) return channel.id;
  }
  return given;
}

function callOf(
  state: State,
  request: Request,
  args: Json,
  team: Team | undefined,
  token: Token | undefined,
): Call {
  const there = <T>(value: T | undefined, what: string): T => {
    if (value === undefined) throw new Error(`this method is called without ${what}`);
    return value;
  };
  return {
    state,
    args,
    request,
    get team() {
      return there(team, 'a workspace');
    },
    get install() {
      return there(team?.install, 'an installation');
    },
    get token() {
      return there(token, 'a token');
    },
  };
}

function withWarnings(body: Json, warnings: readonly string[]): Json {
  if (warnings.length === 0) return body;
  const metadata = record(body['response_metadata']);
  const own = (metadata['warnings'] ?? []) as readonly string[];
  const all = [...own, ...warnings];
  return { ...body, warning: all.join(','), response_metadata: { ...metadata, warnings: all } };
}

function scopeHeaders(method: Method, token: Token | undefined): Readonly<Record<string, string>> {
  if (token === undefined) return {};
  return {
    'x-oauth-scopes': [...token.scopes].join(','),
    'x-accepted-oauth-scopes': (method.scopes ?? []).join(','),
  };
}
