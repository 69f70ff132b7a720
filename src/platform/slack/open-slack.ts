/** Both halves of Slack, sending and talking: loaded only where it is wanted, for its libraries take memory. */
import { Agent, request } from 'undici';
import type { Channel } from '../../domain.ts';
import type { Log } from '../../log.ts';
import type { Store } from '../../store/store.ts';
import type { World } from '../../world.ts';
import type { Platform } from '../platform.ts';
import { createApi } from './api.ts';
import { createSeal } from './seal.ts';
import { slackPlatform } from './slack.ts';
import type { PostJson } from './say.ts';
import { createSlackTalk, type SlackTalk, type TalkParts } from './talk.ts';
import { createTokens } from './tokens.ts';
import { overHttp } from './transport.ts';

export interface Slack {
  readonly platform: Platform;
  /** A channel was paused because of what came of posting there. */
  readonly paused: (channel: Channel, reason: string) => void;
  /** Once, with the parts that themselves need the platform. */
  readonly talk: (
    parts: Pick<TalkParts, 'invoke' | 'complete' | 'deliver' | 'operatorChannel' | 'meter'>,
  ) => SlackTalk;
}

export interface Opening extends Pick<
  TalkParts,
  'apiUrl' | 'appToken' | 'signingSecret' | 'install' | 'commandSet' | 'managers' | 'language' | 'zone'
> {
  readonly token: string | undefined;
  /** Of the tokens in the database. */
  readonly tokenKey: string | undefined;
  readonly store: Pick<Store, 'installations' | 'workspaces'>;
  readonly world: World;
  readonly log: Log;
}

export function openSlack(opening: Opening): Slack {
  const { apiUrl, world, log, store, token, tokenKey } = opening;
  const dispatcher = new Agent();
  const api = createApi({ transport: overHttp(apiUrl, dispatcher), world });
  const seal = tokenKey === undefined ? undefined : createSeal(tokenKey);
  const tokens = createTokens({ api, token, seal, ...store, log });
  const postJson: PostJson = async (url, body, signal) => {
    const { statusCode, body: answer } = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal,
      dispatcher,
    });
    await answer.dump();
    return { status: statusCode };
  };
  let talk: SlackTalk | undefined;
  return {
    platform: slackPlatform({ tokenOf: tokens.of, world, api }),
    paused: (channel, reason) => channel.platform === 'slack' && talk?.paused(channel, reason),
    talk: (parts) => (talk = createSlackTalk({ ...opening, ...parts, api, tokens, postJson })),
  };
}
