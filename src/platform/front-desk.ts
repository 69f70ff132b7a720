/**
 * People who ask the bot something, on any platform: some are answered at once, the others wait, and whoever comes when
 * too many do is told so instead. An acknowledgement never waits for any of it.
 */
import { begin } from '../invoke/dispatch.ts';
import type { Invocation, Reply } from '../invoke/invocation.ts';
import type { InvokeParts } from '../invoke/open-context.ts';
import type { Meter } from '../meter.ts';
import { fairTurns } from './fair-turns.ts';

export interface FrontDesk {
  /** @returns what is to be called when they have their answer; undefined: too many wait already */
  readonly enter: (workspace: string) => (() => void) | undefined;
  /** `dispatch`, when it is their turn. What waits for the platform itself, or for another server, holds up nobody. */
  readonly ask: (invocation: Invocation) => Promise<Reply>;
}

export interface FrontDeskParts {
  readonly platform: string;
  readonly invoke: InvokeParts;
  readonly meter: Meter;
}

/**
 * Searches take turns of the event loop, all that run in each of its rounds: of many at once, what a platform waits for
 * would wait as well. Answers have a quarter of an hour or more, acknowledgements three seconds.
 */
const answeredAtOnce = 8;

/**
 * Discord takes an answer for 15 minutes after it was asked for (docs.discord.com, "Receiving and Responding"), Slack for
 * 30 (docs.slack.dev, "Handling user interaction"): whose time is over would hear nothing, whoever is turned away can ask
 * again. Most questions take a core some milliseconds, the dearest one (a subscription to a word of 2,000 long articles)
 * three seconds: even if every fourth of a thousand is such a one, the last is answered in time.
 */
export const mostWaiting = 1000;
/** All of one workspace may be of the dearest kind, and there is room for others. */
export const mostWaitingOfOne = 250;

export function createFrontDesk({ platform, invoke, meter }: FrontDeskParts): FrontDesk {
  const inTurn = fairTurns(answeredAtOnce);
  const waiting = new Map<string, number>();
  let inAll = 0;
  return {
    enter(workspace) {
      const own = waiting.get(workspace) ?? 0;
      if (own >= mostWaitingOfOne || inAll >= mostWaiting) {
        meter.turnedAway(platform);
        return undefined;
      }
      const since = invoke.now();
      waiting.set(workspace, own + 1);
      inAll += 1;
      meter.waiting(platform, inAll);
      return () => {
        leave(workspace);
        meter.answered(platform, invoke.now() - since);
      };
    },
    async ask(invocation) {
      const told = await inTurn(String(invocation.channel.workspaceId), () => begin(invocation, invoke));
      return 'later' in told ? told.later() : told;
    },
  };

  function leave(workspace: string): void {
    const left = (waiting.get(workspace) ?? 1) - 1;
    if (left > 0) waiting.set(workspace, left);
    else waiting.delete(workspace);
    inAll -= 1;
    meter.waiting(platform, inAll);
  }
}
