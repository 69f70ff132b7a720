import type { Settings } from './config.ts';
import type { HttpParts } from './http/http-parts.ts';
import type { Log } from './log.ts';
import type { Meter } from './meter.ts';
import type { Pipeline } from './pipeline.ts';
import type { Acceptance } from './pipeline/accepting.ts';
import type { Room } from './platform/local/room.ts';
import type { Platform } from './platform/platform.ts';
import type { Store } from './store/store.ts';
import type { Disk } from './watch/disk.ts';
import type { OfferedFile } from './watch/inbox.ts';
import type { World } from './world.ts';

/** What a bot is made of and stands in; tests give their own. */
export interface BotParts {
  readonly settings: Settings;
  readonly store: Store;
  readonly world: World;
  readonly disk: Disk;
  readonly log: Log;
  readonly meter?: Meter;
  /** Delivers instead of the local platform; tests only. */
  readonly platform?: Platform;
}

/** One connection: whether it is well, and in a few words how it is. */
export interface Link {
  readonly ok: boolean;
  readonly says: string;
}

/** A bot that is wired but does not run yet. */
export interface Bot {
  readonly room: Room;
  readonly complete: HttpParts['complete'];
  /** Takes in one file as if it had been found in the inbox. */
  readonly accept: (file: OfferedFile) => Promise<Acceptance>;
  /** Takes up what an earlier run left, and delivers. */
  readonly start: () => Promise<void>;
  /** Begins to watch the inbox and the feeds. */
  readonly watch: () => void;
  /** Looks at everything that may be due; so does a clock, every ten seconds, while the bot watches. */
  readonly tick: () => void;
  /** Resolves when nothing that is due now is left, nor, if it is watched, a file in the inbox. */
  readonly settle: () => Promise<void>;
  readonly resend: HttpParts['resend'];
  readonly failing: Pipeline['failing'];
  /** The connections to chat platforms, as `/readyz` shows them. */
  readonly links: () => Readonly<Record<string, Link>>;
  readonly slack: HttpParts['slack'];
  readonly stop: () => Promise<void>;
}
