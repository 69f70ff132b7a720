/** The bot as the terminal sees it: in this process (`room-bot.ts`), or running already (`joined-bot.ts`). */
import type { AlertContent, Notice } from '../domain.ts';
import type { Completion, Reply } from '../invoke/invocation.ts';
import type { LocalPost } from '../store/store.ts';
import { readPost } from '../platform/local/posted.ts';

/** An alert has arrived, or one that is visible says something else; or the bot says something of itself. */
export type News =
  | { readonly type: 'alert' | 'edit'; readonly channel: string; readonly content: AlertContent }
  | { readonly type: 'notice'; readonly channel: string; readonly notice: Notice };

export interface Bot {
  /** The first one is where a terminal begins. Never empty. */
  readonly channels: () => Promise<readonly string[]>;
  /** Finds or makes a channel; throws `UserError` for what cannot be a name. @returns the name as it is written. */
  readonly open: (typed: string) => Promise<string>;
  readonly say: (channel: string, line: string) => Promise<Reply>;
  readonly complete: (channel: string, line: string) => Promise<readonly Completion[]>;
  /**
   * Resolves when news are heard; with what ends it.
   * @param connection is told when the bot cannot be reached any more, and when it can again.
   */
  readonly listen: (
    listener: (news: News) => void,
    connection?: (state: 'lost' | 'back') => void,
  ) => Promise<() => void>;
  /** Resolves when nothing is due any more and the listener has heard of all of it. */
  readonly settle: () => Promise<void>;
}

/** What an event of the room means to a terminal; replies are printed by whoever asked. */
export function newsOf(
  event: { readonly type: string; readonly post?: LocalPost },
  channel: string,
): News | undefined {
  const { type, post } = event;
  if (post === undefined || (type !== 'alert' && type !== 'edit' && type !== 'notice')) return undefined;
  const posted = readPost(post);
  if (posted.kind === 'notice') return { type: 'notice', channel, notice: posted.notice };
  return posted.kind === 'alert' && type !== 'notice'
    ? { type, channel, content: posted.content }
    : undefined;
}
