import { keepsThePlatformContract } from '../contract.ts';
import { openDiscord } from './open-discord.ts';

keepsThePlatformContract('Discord', openDiscord);
keepsThePlatformContract('a forum of Discord', () => openDiscord({ kind: 'forum' }));
