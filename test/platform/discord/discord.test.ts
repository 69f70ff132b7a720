import { keepsThePlatformContract } from '../contract.ts';
import { openDiscord } from './open-discord.ts';

keepsThePlatformContract('Discord', openDiscord);
keepsThePlatformContract('a forum of Discord', () => openDiscord({ kind: 'forum' }));
keepsThePlatformContract('a server like Discord that forgets nonces', () =>
  openDiscord({ remembersNonces: false }),
);
