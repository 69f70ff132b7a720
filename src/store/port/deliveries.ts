/** What is asked of a store about alerts and messages: placing, leasing, sending, pausing, muting. See `../store.ts`. */
import type { Alert, AlertContent, Channel, Message, MessageContent, PlatformName } from '../../domain.ts';

export interface DueAlert {
  readonly alert: Alert;
  /** Counts up each time the alert becomes due: what `place` has not seen stays due. */
  readonly dueNo: number;
  /** Its channel's. */
  readonly platform: PlatformName;
  readonly workspaceId: number;
}

/** A channel held by one sender until `fence` grows. */
export interface Lease {
  readonly channel: Channel;
  readonly fence: number;
}

export interface Pause {
  readonly now: number;
  /** What the platform says; absent if a person wants it. */
  readonly reason?: string | undefined;
  readonly by?: string | undefined;
  /** When one message is tried again; absent: only a person ends the pause. */
  readonly retryAt?: number | undefined;
  /** The channel of whoever looks after the bot, where a notice says so when the pause begins. */
  readonly noticeTo?: number | undefined;
}

export type Recorded =
  /** `revision` is visible now; `reason` if that is not the newest and we leave it at that. */
  | {
      readonly kind: 'sent';
      readonly externalId: string;
      readonly revision: number;
      readonly reason?: string | undefined;
    }
  /** Had no effect; try again. A message whose earlier revision is visible goes back to `sent`, still wanting the new one. */
  | {
      readonly kind: 'later';
      readonly nextTryAt: number;
      readonly reason: string;
      /** The tries so far say nothing about the message: the channel was closed. */
      readonly afresh?: boolean | undefined;
      /** No other edit in its channel is due before that either. */
      readonly editsWait?: boolean | undefined;
    }
  | {
      readonly kind: 'unknown';
      readonly nextTryAt: number;
      readonly reason: string;
      /** The same; since when it is in doubt is kept. */
      readonly afresh?: boolean | undefined;
    }
  /** `refused`: for what it says, so that it is wanted again once it says something else. */
  | { readonly kind: 'dead'; readonly reason: string; readonly refused?: boolean | undefined };

export interface Transition {
  readonly messageId: string;
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly reason?: string | undefined;
}

export interface Deliveries {
  /** Parts of what was matched that wait to be fanned out, oldest first, at most 500 alerts each. */
  readonly waitingFanOuts: (limit: number) => Promise<readonly number[]>;
  /**
   * Makes the alerts of a part. One that the channel already has for this story gets the further reasons and is due
   * again; one whose subscriptions have ended is not made. A public article is not due in a channel that has an alert for
   * its workspace's own copy: one with the same address, content or file. Safe to repeat.
   */
  readonly fanOut: (no: number) => Promise<void>;
  /** Alerts that wait to be put into a message, oldest first. */
  readonly dueAlerts: (now: number, limit: number) => Promise<readonly DueAlert[]>;
  /**
   * Puts each alert into its message, all of them or none. A new message is `pending`. One that exists and would say
   * something else wants its next revision: at once if nothing is visible yet, else not before `now + editDelayMs` (a wait
   * already begun is not prolonged). One that was cancelled is wanted again, and so is one that was refused, in other words. Messages of a channel get their order from
   * that of the list. Safe to repeat.
   */
  readonly place: (
    placed: ReadonlyArray<{
      readonly due: DueAlert;
      readonly messageId: string;
      readonly content: MessageContent;
      /** The story that this one follows: a new message is a reply to that one's, if the channel has it. */
      readonly follows?: number | undefined;
      readonly now: number;
      readonly editDelayMs: number;
    }>,
  ) => Promise<void>;
  /**
   * Leases the channel of one of these platforms that has waited longest: something to do, its pace allows it, it is
   * not paused (or it is time to see whether that was mended), and no lease or one that ran out. What the former holder
   * was sending becomes `unknown`. The fence grows.
   */
  readonly leaseChannel: (request: {
    readonly platforms: readonly PlatformName[];
    /** Whose token must rest. */
    readonly exceptWorkspaces?: readonly number[] | undefined;
    /** Whoever asks is still at these, whatever the clock says of their leases. */
    readonly exceptChannels?: readonly number[] | undefined;
    readonly owner: string;
    readonly now: number;
    readonly leaseMs: number;
  }) => Promise<Lease | undefined>;
  /**
   * What the channel needs next: a message in doubt first (nothing may overtake it), then pending ones in the order they
   * were placed, then edits. A message waiting for its `nextTryAt` holds back the pending ones behind it, never edits.
   */
  readonly nextMessage: (channelId: number, now: number) => Promise<Message | undefined>;
  /** What waits behind it for its first time to be seen, and may be tried now: of several, what was tried longest ago. */
  readonly messageBehind: (messageId: string, now: number) => Promise<Message | undefined>;
  /** Whether something that stood behind it (any other, for an edit) was shown after it was last tried. */
  readonly isOvertaken: (messageId: string) => Promise<boolean>;
  /** Commits "sending" with the wanted revision, or nothing if the fence has grown or the message changed. */
  readonly startSending: (messageId: string, fence: number, now: number) => Promise<Message | undefined>;
  /**
   * What is sent shows that a channel or workspace which took no messages takes them again: it is resumed.
   * @returns false, and writes nothing, if the fence has grown: another sender has taken over.
   */
  readonly record: (messageId: string, fence: number, recorded: Recorded, now: number) => Promise<boolean>;
  /** Gives the channel back; nothing is sent to it before `nextSendAt`. */
  readonly releaseChannel: (channelId: number, fence: number, nextSendAt: number) => Promise<void>;
  /** Its messages wait until it is resumed. Pausing what is paused already keeps since when it is. */
  readonly pauseChannel: (channelId: number, pause: Pause) => Promise<void>;
  /** The same for all of the workspace's channels. */
  readonly pauseWorkspace: (workspaceId: number, pause: Pause) => Promise<void>;
  /**
   * What waited goes out. If the platform had been the one that took no messages, a notice is sent after it, unless it
   * is done quietly: whoever asked for it hears it in the answer.
   * @returns how many alerts waited
   */
  readonly resumeChannel: (
    channelId: number,
    now: number,
    how?: { readonly quietly: boolean },
  ) => Promise<number>;
  readonly resumeWorkspace: (workspaceId: number, now: number) => Promise<number>;
  /**
   * The channel hears no more of this story, nor of what follows it: what was not sent yet is cancelled.
   * @returns false if it was muted already
   */
  readonly muteStory: (mute: {
    readonly channelId: number;
    readonly storyId: number;
    readonly by: string;
    readonly now: number;
  }) => Promise<boolean>;
  readonly isMuted: (channelId: number, storyId: number) => Promise<boolean>;
  /** @returns false if it was not muted. What was cancelled meanwhile is not sent. */
  readonly unmuteStory: (channelId: number, storyId: number) => Promise<boolean>;
  /**
   * For the one process that owns the data (`lock.ts`), before it sends anything: every lease is void, and what was
   * being sent is `unknown`. Beside another process that sends, it would take away what that one holds: where several
   * share a database nobody calls it, and a lease ends by running out.
   * @returns how many messages are in doubt.
   */
  readonly takeOver: (now: number) => Promise<number>;
  /**
   * A dead message gets another chance: it is `unknown`, so that it is looked for before it is sent.
   * @returns false if there is no such message, or it is not dead.
   */
  readonly resend: (messageId: string, now: number) => Promise<boolean>;
  /** When there will be something to do on these platforms (now or in the past: at once); undefined = nothing waits. */
  readonly nextDueAt: (platforms: readonly PlatformName[]) => Promise<number | undefined>;
  readonly message: (id: string) => Promise<Message | undefined>;
  /** Newest first; the newest alert in a channel is what `/why` explains. */
  readonly latestAlerts: (
    channelId: number,
    limit: number,
  ) => Promise<ReadonlyArray<Message & { readonly content: AlertContent }>>;
  /** The way of a message through its states, oldest first. */
  readonly transitions: (messageId: string) => Promise<readonly Transition[]>;
}
