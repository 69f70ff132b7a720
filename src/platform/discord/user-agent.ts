/** Who asks, in the form that Discord wants (https://discord.com/developers/docs/reference#user-agent). */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

export const userAgent = 'DiscordBot (https://github.com/bellwire/bellwire, 1)';

/**
 * discord.js opens the gateway without a name, and takes none from us. Discord does not mind; a server that speaks like
 * it may close what has no name. So it is put on the request as Node makes it.
 * @returns what ends that
 */
export function nameTheGateway(): () => void {
  const created = 'http.client.request.created';
  const name = (message: unknown): void => {
    const { request } = message as { readonly request: ClientRequest };
    if (request.getHeader('upgrade') !== 'websocket' || !asDiscord.test(request.path)) return;
    if (!request.hasHeader('user-agent')) request.setHeader('user-agent', userAgent);
  };
  subscribe(created, name);
  return () => void unsubscribe(created, name);
}

/** "/?v=10&encoding=json" */
const asDiscord = /\?v=\d+&encoding=\w+/;
