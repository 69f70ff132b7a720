import { keepsThePlatformContract } from './contract.ts';
import { openChat } from './open-chat.ts';

keepsThePlatformContract('a chat server over HTTP', openChat);
keepsThePlatformContract('a chat server over HTTP that recognises a marker for two minutes', () =>
  openChat({ sameMarkerMs: 120_000 }),
);
