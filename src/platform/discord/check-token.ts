import type { Channel } from '../../domain.ts';
import { textsFor } from '../../messages/choose.ts';
import { afterUnauthorized } from '../unauthorized.ts';
import type { Api } from './api.ts';

/** After a 401: what it means for the channel in which something was asked. */
export function checkToken(
  api: Api,
  { language }: Pick<Channel, 'language'>,
): ReturnType<typeof afterUnauthorized> {
  return afterUnauthorized(
    async () => (await api.ask('GET', '/users/@me')).outcome,
    textsFor(language).discord.because.tokenRefused,
  );
}
