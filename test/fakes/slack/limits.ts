/**
 * How much Slack lets through. Sources: "Rate limits" and each method's page (docs.slack.dev), "Message text limits",
 * and for what is not documented the issues named below. A test may change every figure.
 */

/** A bucket of `burst` calls that fills again at `perMinute`. */
export interface Rate {
  readonly perMinute: number;
  readonly burst: number;
}

export type Tier = 1 | 2 | 3 | 4;

export interface Limits {
  /** "20+ per minute": the figure is what Slack promises, bursts are tolerated. */
  readonly tiers: Readonly<Record<Tier, Rate>>;
  /** "hundreds per minute": auth.test, oauth.v2.access, chat.getPermalink. */
  readonly special: Rate;
  /** "1 per second. Short bursts … are allowed." */
  readonly postsPerChannel: Rate;
  /** "A workspace-wide limit also applies … several hundred messages per minute". */
  readonly postsPerTeam: Rate;
  /** "4,000 characters" when a message is changed. */
  readonly updateText: number;
  /** Where a new message's text is cut by Slack; the fake refuses it. */
  readonly postText: number;
  /**
   * All blocks of a message together: characters of text, and so many more for each block. Not documented; measured by
   * others as 13,297 in one markdown block and 13,172 with a divider (slackapi/bolt-js#2509, #2867).
   */
  readonly blocksTotal: number;
  readonly eachBlock: number;
  /** Of a markdown block, all of a message together. */
  readonly markdownText: number;
  /** Bytes of JSON; Slack says only that there is a limit. */
  readonly metadataBytes: number;
  /** "greater than 250kb" */
  readonly viewBytes: number;
  readonly triggerMs: number;
  readonly acknowledgeMs: number;
  readonly responseUrlUses: number;
  readonly responseUrlMs: number;
  /** Slack takes 10 connections of one app in Socket Mode. */
  readonly sockets: number;
  /** An authorization code lives for 10 minutes. */
  readonly codeMs: number;
}

const plain = (perMinute: number): Rate => ({ perMinute, burst: perMinute });

export const usualLimits: Limits = {
  tiers: { 1: plain(1), 2: plain(20), 3: plain(50), 4: plain(100) },
  special: plain(600),
  postsPerChannel: { perMinute: 60, burst: 3 },
  postsPerTeam: plain(300),
  updateText: 4000,
  postText: 40_000,
  blocksTotal: 13_422,
  eachBlock: 125,
  markdownText: 12_000,
  metadataBytes: 8000,
  viewBytes: 250_000,
  triggerMs: 3000,
  acknowledgeMs: 3000,
  responseUrlUses: 5,
  responseUrlMs: 30 * 60_000,
  sockets: 10,
  codeMs: 10 * 60_000,
};
