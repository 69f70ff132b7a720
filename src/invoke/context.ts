/** What a command may do: all it gets to see of Bellwire. `invoke/open-context.ts` makes one for each invocation. */
import type { Article, Source, StoryReason, Subscription } from '../domain.ts';
import type { Explained } from '../match/explain.ts';
import type { Texts } from '../messages/texts.ts';
import type { FirstLook } from './first-look.ts';
import type { Card, Invocation, Later, Reply } from './invocation.ts';
import type { TypingHint } from './typing-help.ts';

export interface Context {
  readonly invocation: Invocation;
  /** The words of the user interface in the caller's language. */
  readonly texts: Texts;
  readonly commands: readonly Command[];
  /** A time as the caller says it: "today 18:04". */
  readonly when: (at: number) => string;
  /**
   * One subscription for each part between commas; "nvdia => Nvidia": in the place of another, and delivered as that was.
   * Throws `UserError` before anything is changed.
   */
  readonly subscribe: (typed: string) => Promise<readonly Subscribed[]>;
  /** By what was typed (any spelling of the same meaning) or by number in the list; "all" by the command's own means. */
  readonly unsubscribe: (typed: string) => Promise<readonly Unsubscribed[]>;
  readonly subscriptions: () => Promise<readonly Subscription[]>;
  /** The newest articles, those that meet `query` if one is given: what it finds is what would have rung. */
  readonly search: (query: string | undefined, count: number) => Promise<readonly Card[]>;
  /** What may have been meant by a query that finds nothing. Throws `UserError` of it. */
  readonly hint: (query: string) => Promise<TypingHint | undefined>;
  /**
   * Why an article rang here or not: `what` is its number, its URL or words of its title; empty = the newest alert here.
   * A query may follow a number, a URL or a title in quotes: then why that is met or not. Throws `UserError` of it.
   */
  readonly explain: (what: string) => Promise<Explanation | undefined>;
  /** The channel hears no more of the story of this article (as of `explain`); undefined if there is no such article. */
  readonly mute: (what: string) => Promise<StoryChange | undefined>;
  readonly unmute: (what: string) => Promise<StoryChange | undefined>;
  /** Lets the alerts of this channel wait. @returns false if they do already */
  readonly pause: () => Promise<boolean>;
  /** @returns how many alerts waited and are sent now; undefined if the channel was not paused */
  readonly resume: () => Promise<number | undefined>;
  readonly sources: () => Promise<readonly Source[]>;
  /** Throws `UserError` for what is no http(s) URL. It is first looked at within a minute. */
  readonly addSource: (url: string) => Promise<Source>;
  /** Looks at once at what was added; it takes some seconds at most. */
  readonly firstLook: (source: Source) => Promise<FirstLook>;
  /** By URL or number in the list. */
  readonly removeSource: (what: string) => Promise<Source | undefined>;
}

/** What became of a story in a channel. */
export interface StoryChange {
  /** Of the article that was meant. */
  readonly title: string;
  /** False: it was so already. */
  readonly changed: boolean;
}

export interface Subscribed {
  readonly kind: 'added' | 'already' | 'changed';
  readonly subscription: Subscription;
  readonly forecast: Forecast;
  /** What it rings for, in the caller's language. */
  readonly paraphrase: string;
  /** What ended for it, as typed. */
  readonly insteadOf?: string | undefined;
  /** What may have been meant. */
  readonly hint?: TypingHint | undefined;
}

/** What a query would have rung for in the last 7 days. */
export interface Forecast {
  /** Stories, as each rings once. */
  readonly count: number;
  /** There may be more: not every article of these days was looked at. */
  readonly atLeast: boolean;
  readonly latest?: Card | undefined;
}

export type Unsubscribed =
  | { readonly kind: 'removed'; readonly subscription: Subscription }
  | { readonly kind: 'absent'; readonly typed: string };

/** Whether an article meets a query, and why. */
export interface Verdict {
  readonly typed: string;
  /** Met or missed, term by term. */
  readonly terms: readonly Explained[];
  readonly met: boolean;
  /** Met, but accepted before the subscription was made. */
  readonly tooEarly: boolean;
}

export interface Explanation {
  readonly article: Article;
  readonly card: Card;
  /** On the query that was asked about, if one was: then there are no others. */
  readonly asked?: Verdict | undefined;
  /** One for each subscription of the channel, the ones that are met first. */
  readonly verdicts: readonly Verdict[];
  /** The article is not alone: it was told before by another one, or it continues an earlier story. */
  readonly story?:
    | { readonly kind: 'joins' | 'follows'; readonly title: string; readonly reason: StoryReason | undefined }
    | undefined;
  /** The channel hears no more of its story. */
  readonly muted: boolean;
  /** Subscriptions that this version cannot read, with their number in the list: they ring for nothing. */
  readonly unreadable: ReadonlyArray<{ readonly number: number; readonly subscription: Subscription }>;
}

/** One slash command, platform-neutral. */
export interface Command {
  /** Lower case a–z, at most 32 characters: what Discord and Slack both take. */
  readonly name: string;
  /** Other names that mean it, in any UI language ("abonner"). */
  readonly aliases: readonly string[];
  /** The one option's shape: what may follow the name. */
  readonly input: 'none' | 'optional' | 'required';
  /** What completion offers after the name. */
  readonly completes: 'keywords' | 'subscriptions' | 'articles' | 'commands' | 'sources' | 'nothing';
  /** It can be said how what rings is delivered (`Invocation.delivery`); platforms that can do that ask for it. */
  readonly takesDelivery?: true;
  readonly description: (texts: Texts) => string;
  /** What follows the name, as help shows it: "AWS, layoffs". */
  readonly example: (texts: Texts) => string;
  readonly run: (context: Context) => Promise<Reply | Later>;
}
