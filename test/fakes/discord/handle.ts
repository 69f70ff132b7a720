/** REST v10 as a pure function over the state: a request in, an answer out, no socket and no wait. */
import { openBan, type Ban } from './ban.ts';
import { channelRoutes } from './channels.ts';
import type { Call, Route } from './call.ts';
import { commandRoutes } from './commands.ts';
import { faultyAnswer, type Faults } from './faults.ts';
import { gatewayRoutes } from './gateway-routes.ts';
import { interactionRoutes } from './interactions.ts';
import { messageRoutes } from './messages.ts';
import { admit } from './rate-limits.ts';
import { bodyOf, Refusal } from './refusal.ts';
import { openSchemaCheck, type SchemaCheck } from './schema.ts';
import { malformed, type Answer, type Request } from './shapes.ts';
import type { State } from './state.ts';
import { threadRoutes } from './threads.ts';

export interface Rest {
  readonly handle: (request: Request) => Answer;
  readonly ban: Ban;
}

const routes: readonly Route[] = [
  ...messageRoutes,
  ...threadRoutes,
  ...channelRoutes,
  ...commandRoutes,
  ...interactionRoutes,
  ...gatewayRoutes,
];

export function openRest(state: State, faults: Faults, checkSchema: boolean): Rest {
  const ban = openBan(state);
  const schema = checkSchema ? openSchemaCheck() : () => [];

  const usual = (request: Request): Answer => {
    const [path = '', query = ''] = request.path.split('?');
    const found = findRoute(request.method, path.replace(/^\/api(?:\/v\d+)?/, ''));
    if (found === undefined) return refused(state, new Refusal(0), {});
    const { route, params } = found;
    if (route.needsBot && request.authorization !== `Bot ${state.token}`)
      return refused(state, new Refusal(40001), {});
    const admitted = admit(state, route, params);
    if (admitted.kind === 'limited') return admitted.answer;
    const call: Call = {
      state,
      params,
      body: request.body,
      get query() {
        return new URLSearchParams(query);
      },
    };
    try {
      mustFitSchema(schema, route, request.body);
      const { status = 200, body } = route.run(call);
      return { status, headers: admitted.headers, body };
    } catch (error) {
      if (error instanceof Refusal) return refused(state, error, admitted.headers);
      throw error;
    }
  };

  return {
    ban,
    handle(request) {
      const banned = ban.banned();
      if (banned !== undefined) return banned;
      const order = faults.next(request);
      const before = order !== undefined && order.afterEffect !== true && order.fault.kind !== 'slow';
      const first = before ? undefined : usual(request);
      const answer = order === undefined ? first! : faultyAnswer(order.fault, first);
      ban.count(answer);
      return answer;
    },
  };
}

/** 30046 comes with a time to wait, like every 429. */
function refused(state: State, refusal: Refusal, headers: Readonly<Record<string, string>>): Answer {
  const wait = refusal.more['retry_after'];
  return {
    status: refusal.status,
    headers: typeof wait === 'number' ? { ...headers, 'retry-after': String(Math.ceil(wait)) } : headers,
    body: state.errorsHaveCodes ? bodyOf(refusal) : { ...bodyOf(refusal), code: refusal.status },
  };
}

/** A shape that Discord's own description does not know is refused like any other bad form. */
function mustFitSchema(schema: SchemaCheck, route: Route, body: unknown): void {
  if (body === malformed) throw new Refusal(50109);
  if (route.schemaPath === undefined) return;
  const complaints = schema(route.method, route.schemaPath, body ?? {});
  if (complaints.length > 0) {
    throw new Refusal(50035, {
      errors: { _errors: complaints.map((message) => ({ code: 'SCHEMA', message })) },
    });
  }
}

interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** By method and number of parts, so that the search stays short. */
const byShape = Map.groupBy(
  routes.map((route) => ({ route, parts: route.path.split('/') })),
  ({ route, parts }) => `${route.method} ${parts.length}`,
);

function findRoute(method: string, path: string): Found | undefined {
  const given = path.split('/');
  for (const { route, parts } of byShape.get(`${method} ${given.length}`) ?? []) {
    const params: Record<string, string> = {};
    const fits = parts.every((part, at) => {
      if (!part.startsWith('{')) return part === given[at];
      params[part.slice(1, -1)] = decodeURIComponent(given[at]!);
      return given[at] !== '';
    });
    if (fits) return { route, params };
  }
  return undefined;
}
