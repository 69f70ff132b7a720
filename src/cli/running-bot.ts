import type { UserError } from '../errors.ts';
import type { HttpParts } from '../http/http-parts.ts';
import type { Acceptance } from '../pipeline/accepting.ts';
import type { Room } from '../platform/local/room.ts';
import type { OfferedFile } from '../watch/inbox.ts';

/** A bot that delivers and whose page is open. */
export interface RunningBot {
  /** Of the page, without "/" at the end. */
  readonly url: string;
  readonly room: Room;
  readonly complete: HttpParts['complete'];
  /** Takes in one file as if it had been found in the inbox. */
  readonly accept: (file: OfferedFile) => Promise<Acceptance>;
  /** Begins to watch the inbox and the feeds. */
  readonly watch: () => void;
  /** Resolves when every whole file of the inbox was read and nothing that is due now is left. */
  readonly settle: () => Promise<void>;
  /** Resolves, with the sentence that says why, when the bot can do nothing any more: only a new process can. */
  readonly lost: Promise<UserError>;
  /** Finishes what is under way and lets go of the data. */
  readonly stop: () => Promise<void>;
}
