/** Where the gateway is, and how often one may still identify ("Get Gateway Bot" of Discord's "Gateway"). */
import type { Call, Reply, Route } from './call.ts';
import type { State } from './state.ts';

export const gatewayRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/gateway',
    needsBot: false,
    run: ({ state }) => ({ body: { url: state.gatewayUrl } }),
  },
  { method: 'GET', path: '/gateway/bot', needsBot: true, run: readGateway },
];

function readGateway({ state }: Call): Reply {
  return { body: { url: state.gatewayUrl, shards: 1, session_start_limit: startLimit(state) } };
}

function startLimit(state: State): unknown {
  const { identifies, identifyAtOnce } = state.limits;
  const left = state.windows.left('identifies', identifies, state.now());
  return {
    total: identifies.limit,
    remaining: left.remaining,
    reset_after: left.resetAfterMs,
    max_concurrency: identifyAtOnce.limit,
  };
}
