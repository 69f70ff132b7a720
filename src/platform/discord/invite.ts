/** The link by which somebody adds the bot to a server. */
import { PermissionsBitField } from 'discord.js';

/** The least that delivering takes; `docs/discord.md` says what each is for. */
const permissions = new PermissionsBitField([
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'SendMessagesInThreads',
]);

export function inviteLink(applicationId: string): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: 'bot applications.commands',
    permissions: permissions.bitfield.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}

/** And not another server that speaks like it, or a proxy. */
export function isDiscord(apiUrl: string): boolean {
  return /(?:^|\.)discord(?:app)?\.com$/.test(new URL(apiUrl).hostname);
}
