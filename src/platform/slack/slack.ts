/** Slack as a platform: posts, edits and reads back. What people do there comes in elsewhere (`talk.ts`). */
import { realWorld, type World } from '../../world.ts';
import type { Platform } from '../platform.ts';
import { type Api, createApi, timeoutMs } from './api.ts';
import { createEditPace } from './edit-pace.ts';
import { createPoster } from './post.ts';
import { createReadBack } from './read-back.ts';
import type { TokenOf } from './tokens.ts';
import { overHttp, type Transport } from './transport.ts';

export interface SlackOptions {
  readonly tokenOf: TokenOf;
  /** Of Slack, or of a server that speaks like it: "https://slack.com/api". */
  readonly apiUrl?: string | undefined;
  readonly world?: Pick<World, 'now' | 'elapsedMs' | 'after'>;
  /** Instead of HTTP to `apiUrl`. */
  readonly transport?: Transport;
  /** Shared with whoever else asks something of Slack. */
  readonly api?: Api;
}

export const slackApiUrl = 'https://slack.com/api';

/** One that we have given up on may still be in Slack's hands. */
const effectWithinMs = timeoutMs + 20_000;
/** "1 per second" for each channel (docs.slack.dev, "Rate limits"); the rest is for clocks that are not one. */
const paceMs = 1050;
/** "Several hundred messages per minute" for each workspace: 290 in the first of them, 240 in the others. */
const perSecond = 4;
const burst = 50;

export function slackPlatform({
  tokenOf,
  apiUrl = slackApiUrl,
  world = realWorld,
  transport = overHttp(apiUrl),
  api = createApi({ transport, world }),
}: SlackOptions): Platform {
  const poster = createPoster({
    api,
    tokenOf,
    editPace: createEditPace(world.elapsedMs),
    elapsedMs: world.elapsedMs,
  });
  return {
    name: 'slack',
    // Slack knows no message again that it has seen.
    sameMarkerMs: 0,
    effectWithinMs,
    paceMs,
    token: { of: 'workspace', perSecond, burst },
    editDelayMs: 10 * 60_000,
    editsAtMost: 5,
    post: poster.post,
    edit: poster.edit,
    readBack: createReadBack({ api, tokenOf, now: world.now }),
  };
}
