import type { Command } from '../src/invoke/context.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';
import { mute } from './mute.ts';
import { pause } from './pause.ts';
import { resume } from './resume.ts';
import { sources } from './sources.ts';
import { subscribe } from './subscribe.ts';
import { subscriptions } from './subscriptions.ts';
import { unmute } from './unmute.ts';
import { unsubscribe } from './unsubscribe.ts';
import { why } from './why.ts';

/** In the order help shows them; the first eight are offered to who has typed nothing yet. A command that is not here does not exist. */
export const allCommands: readonly Command[] = [
  subscribe,
  unsubscribe,
  subscriptions,
  latest,
  why,
  sources,
  help,
  mute,
  unmute,
  pause,
  resume,
];
