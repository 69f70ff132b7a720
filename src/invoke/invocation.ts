/** What a person did, and what is answered: the same on every platform. */
import type { Channel, DeliveryOptions, Outlet, Person, Reason } from '../domain.ts';

/** A command was given: by a line in a chat, a slash command, or a button that stands for one. */
export interface Invocation {
  readonly channel: Channel;
  readonly person: Person;
  /** The command's name without "/", as typed. */
  readonly name: string;
  /** What follows the name, as typed, ends trimmed. At most 10,000 characters are looked at. */
  readonly input: string;
  /** The channel is somebody's own conversation with the bot. */
  readonly direct?: boolean | undefined;
  /** How what rings is to be delivered, where the command takes that and the person said so. */
  readonly delivery?: DeliveryOptions | undefined;
  readonly at: number;
}

/** One article in a reply. */
export interface Card {
  /** The number people use in `/why 12`. */
  readonly articleId: number;
  readonly title: string;
  readonly url?: string | undefined;
  readonly outlet: string;
  readonly publishedAt: number;
  readonly summary?: string | undefined;
  readonly outlets?: readonly Outlet[] | undefined;
  readonly reasons?: readonly Reason[] | undefined;
  /** The reply explains this article: a way to its `/why` would lead in a circle. */
  readonly explained?: true;
}

export type ReplyPart =
  | { readonly kind: 'text'; readonly text: string }
  /** `lead` is emphasised (a command, a subscription, a term); `rest` explains it. */
  | { readonly kind: 'list'; readonly items: ReadonlyArray<{ readonly lead: string; readonly rest: string }> }
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | ChoicesPart;

/** A question that can be answered by one press; what is pressed could have been typed as well. */
export interface ChoicesPart {
  readonly kind: 'choices';
  readonly question: string;
  /** At most 5; `line` is a whole line with its slash. */
  readonly choices: ReadonlyArray<{ readonly label: string; readonly line: string }>;
}

/** Platform-neutral: plain text only, no markup; each platform escapes and lays it out. */
export interface Reply {
  /** `caller`: for the eyes of the person who asked, where the platform can do that. */
  readonly audience: 'caller' | 'channel';
  /** The person made a mistake and nothing was changed. */
  readonly mistake: boolean;
  readonly parts: readonly ReplyPart[];
}

/** An answer that waits for something outside: whoever calls it keeps nobody else waiting meanwhile. */
export interface Later {
  readonly later: () => Promise<Reply>;
}

/** One way to go on with what is typed so far. */
export interface Completion {
  /** The whole line if this one is taken. */
  readonly line: string;
  /** What is shown: the new word. */
  readonly label: string;
  readonly hint: string;
}
