import type { Channel } from '../domain.ts';
import type { Completion } from '../invoke/invocation.ts';
import type { Log } from '../log.ts';
import type { Texts } from '../messages/texts.ts';
import type { Room } from '../platform/local/room.ts';
import type { World } from '../world.ts';
import type { Door } from './guard.ts';

/** What the page stands on. */
export interface HttpParts {
  readonly room: Room;
  /** Ways to go on with a line, best first. */
  readonly complete: (channel: Channel, line: string, texts: Texts) => Promise<readonly Completion[]>;
  /** Resolves when nothing is due any more. */
  readonly settle: () => Promise<void>;
  /** Gives a dead message another chance; false if there is none of this id. */
  readonly resend: (messageId: string) => Promise<boolean>;
  /** False when only a new process can help. */
  readonly isAlive: () => boolean;
  readonly health: () => Promise<Health>;
  /** For Prometheus. */
  readonly metrics: () => Promise<string>;
  /** What is asked below /slack/, which checks for itself who asks; absent where Slack is not wanted. */
  readonly slack?: ((request: Request) => Promise<Response>) | undefined;
  readonly door: Door;
  /** The inbox folder as a person would type it, for the empty channel's hint. */
  readonly inbox: string;
  readonly world: Pick<World, 'now' | 'after'>;
  readonly log: Log;
}

export interface Health {
  readonly ready: boolean;
  /** What each part says of itself, in a few words; seen without a password. */
  readonly parts: Readonly<Record<string, string>>;
}
