/**
 * Every word of the user interface, by where it is read. One file per language gives them all (`en.ts`, `fr.ts`):
 * a text that is missing in one of them does not compile. Plain text without markup; each face escapes it and lays it out.
 */
import type { Language } from '../domain.ts';
import type { DiscordTexts } from './discord-texts.ts';
import type { SlackTexts } from './slack-texts.ts';
import type { QueryTexts } from './query-texts.ts';

export interface Texts {
  /** The language these words are in. */
  readonly language: Language;
  readonly run: RunTexts;
  readonly chat: ChatTexts;
  readonly alert: AlertTexts;
  readonly notice: NoticeTexts;
  readonly commands: CommandTexts;
  readonly discord: DiscordTexts;
  readonly slack: SlackTexts;
  readonly query: QueryTexts;
  readonly mistakes: MistakeTexts;
}

/** What the process says in the terminal it was started from. */
interface RunTexts {
  /** What `npm start` prints when the bot runs: its page, and what to try. */
  readonly ready: (url: string, inbox: string) => readonly string[];
  /** The same where the page answers nobody: `host` is reachable from outside, and there is no password. */
  readonly readyWithoutPage: (host: string, inbox: string) => readonly string[];
  readonly stopping: string;
  /** What the demo begins with. */
  readonly demo: (url: string) => readonly string[];
  /** None of the files rang for the subscription. */
  readonly nothingRang: string;
}

/** The local page and the terminal. */
interface ChatTexts {
  readonly channels: string;
  readonly newChannel: string;
  readonly channelName: string;
  readonly typeCommand: string;
  readonly send: string;
  readonly suggestions: string;
  /** Where a screen reader is: the log of this channel. */
  readonly messagesIn: (channel: string) => string;
  readonly skipToCommandLine: string;
  readonly earlierMessages: string;
  readonly newMessages: (count: number) => string;
  /** Behind the name of another channel, for who cannot see the dot. */
  readonly unread: string;
  readonly you: string;
  readonly edited: string;
  /** In place of the alerts of a preview. */
  readonly emptyPreview: string;
  readonly emptyChannel: string;
  /** What to try in an empty channel, as lines that can be clicked or typed. */
  readonly firstLines: readonly string[];
  /** What to try next; `folder` is the inbox. */
  readonly dropAnArticle: (folder: string) => string;
  readonly connectionLost: string;
  readonly notSent: string;
  readonly somethingBroke: string;
  /** Too many wait for an answer; nothing was done. */
  readonly busy: string;
  readonly noSuchChannel: (name: string) => string;
  readonly noSuchPage: string;
  /** A link, and above the alerts it leads to. */
  readonly asOnDiscord: string;
  readonly asOnSlack: string;
  /** A link. */
  readonly backToChannel: string;
  /** A link. */
  readonly toFirstChannel: string;
  /** What the keyboard does, key by key. */
  readonly keys: ReadonlyArray<{ readonly key: string; readonly does: string }>;
  /** The terminal's first line. */
  readonly welcome: (channel: string) => string;
  readonly joinedRunning: string;
  readonly runsWithTerminal: string;
  readonly finishing: string;
  /** The bot that a terminal has joined is gone, and what to do. */
  readonly botStopped: string;
}

/** An alert, a card in a reply, and the lines below them. */
interface AlertTexts {
  readonly why: string;
  /** What `/why` takes. */
  readonly number: (articleId: number) => string;
  /** "Rang for" in front of the subscriptions. */
  readonly rangFor: (subscriptions: readonly string[]) => string;
  /** One line of why: the words of the article that met a term. */
  readonly metBy: (term: string, words: readonly string[]) => string;
  /** At most three names, then how many more. */
  readonly alsoReportedBy: (outlets: readonly string[]) => string;
  /** Of an article without text, or whose text is its title again. */
  readonly noText: string;
  readonly updated: string;
  /** A key number that a later report gives otherwise. */
  readonly changed: (was: string, now: string) => string;
  /** In front of the title of the story that this one continues. */
  readonly followsUp: (title: string) => string;
  readonly mute: string;
  readonly unsubscribe: string;
}

/** What the bot says of itself. Reasons stand as the platform gave them. */
interface NoticeTexts {
  readonly channelPaused: (channel: string, reason: string) => string;
  readonly workspacePaused: (workspace: string, reason: string) => string;
  readonly resumed: (since: string, reason: string | undefined, waiting: number) => string;
}

/** What a command says of itself in help and completion. */
interface CommandHelp {
  readonly description: string;
  /** What may follow its name; empty if nothing does. */
  readonly example: string;
}

interface CommandTexts {
  readonly subscribe: CommandHelp & {
    readonly nowRings: (count: number) => string;
    /** In front of what took the place of another subscription. */
    readonly insteadOf: (typed: string) => string;
    readonly nothingNew: string;
    readonly already: string;
    /** In front of subscriptions that were there and are delivered otherwise now. */
    readonly deliveryChanged: string;
    readonly changed: string;
    /** What it would have rung for in the last 7 days. */
    readonly forecast: (stories: number, atLeast: boolean) => string;
    readonly latestOfThose: (count: number) => string;
  };
  readonly unsubscribe: CommandHelp & {
    /** Words that stand for all subscriptions. */
    readonly all: readonly string[];
    readonly removed: (count: number) => string;
    readonly nothingLeft: string;
    readonly stillRings: (typed: readonly string[]) => string;
    readonly absent: (typed: readonly string[]) => string;
    readonly nothingThere: string;
  };
  readonly subscriptions: CommandHelp & {
    readonly none: string;
    readonly count: (count: number) => string;
    readonly howToRemove: (typed: string) => string;
    /** Nothing is sent to the channel for now; the reason as the platform gave it, in its words. */
    readonly paused: (reason: string | undefined) => string;
    readonly pausedBy: (person: string) => string;
    /** How a subscription is delivered, behind it. */
    readonly silent: string;
    readonly inThread: string;
    readonly calls: (count: number) => string;
  };
  readonly latest: CommandHelp & {
    readonly none: string;
    readonly noneFor: (query: string) => string;
    readonly found: (count: number, query: string | undefined) => string;
  };
  readonly why: CommandHelp & {
    readonly nothingRang: string;
    readonly noSubscriptions: string;
    readonly rang: string;
    readonly didNotRing: string;
    readonly noneMet: string;
    /**
     * The term is left out where it is all there is to the subscription; the meaning, where the words show it; where in
     * the article they stand, if that is known.
     */
    readonly met: (
      term: string | undefined,
      words: readonly string[],
      meaning: string | undefined,
      place: string | undefined,
    ) => string;
    /** In front of what was asked for besides the article, by the asker. */
    readonly rangFor: (query: string) => string;
    readonly notFor: (query: string) => string;
    readonly sentence: (sentence: string) => string;
    readonly missing: (terms: readonly string[]) => string;
    /** Terms after "-" that the article has. */
    readonly excluded: (terms: readonly string[]) => string;
    readonly tooEarly: string;
    /** In front of subscriptions that this version does not understand. */
    readonly unreadable: string;
    /** What to do about one of them; `place` is its number in the list. */
    readonly subscribeAgain: (place: number) => string;
    /** Its text was let go of. */
    readonly forgotten: string;
    readonly baseline: string;
    /** Two articles are one story; `title` is the first one's. */
    readonly sameStory: (title: string, shared: string | undefined) => string;
    readonly followsStory: (title: string, shared: string | undefined) => string;
    /** What both name; each part may be empty, not all. */
    readonly shared: (
      names: readonly string[],
      figures: readonly string[],
      concepts: readonly string[],
    ) => string;
    readonly sameText: string;
    /** What the later one of two stories tells that the earlier one does not know. */
    readonly news: (news: readonly string[]) => string;
    readonly muted: string;
  };
  readonly mute: CommandHelp & {
    readonly muted: (title: string) => string;
    readonly already: (title: string) => string;
    readonly nothingRang: string;
  };
  readonly unmute: CommandHelp & {
    readonly unmuted: (title: string) => string;
    readonly notMuted: (title: string) => string;
  };
  readonly pause: CommandHelp & {
    readonly paused: string;
    readonly already: string;
  };
  readonly resume: CommandHelp & {
    readonly resumed: (waiting: number) => string;
    readonly notPaused: string;
  };
  readonly help: CommandHelp & {
    readonly intro: string;
    readonly more: string;
    readonly alsoCalled: (names: readonly string[]) => string;
    readonly howToWrite: string;
    /** The query language by example. */
    readonly writing: ReadonlyArray<{ readonly lead: string; readonly rest: string }>;
  };
  readonly sources: CommandHelp & {
    readonly none: string;
    readonly count: (count: number) => string;
    readonly howToChange: string;
    /** Nobody knows yet what it shows. */
    readonly added: (title: string) => string;
    /** @param newest when the newest of its entries was published, if it says so */
    readonly addedAndRead: (title: string, entries: number, newest: string | undefined) => string;
    /** @param reason a whole sentence; `position`: in the list, from 1 */
    readonly addedInVain: (title: string, reason: string, position: number) => string;
    readonly namesFeed: (page: string, feed: string) => string;
    readonly already: (title: string) => string;
    readonly removed: (title: string) => string;
    readonly notLookedAt: string;
    /** Health of an inbox. */
    readonly watchedAllTheTime: string;
    readonly fine: (lookedAt: string) => string;
    readonly failing: (times: number, error: string) => string;
    readonly inbox: string;
    /** The words after `/sources` that add and remove, as completion offers them. */
    readonly addVerbs: readonly string[];
    readonly removeVerbs: readonly string[];
  };
}

/** A person's mistake: what was wrong, what was expected, what to do. Never blames. */
export interface MistakeTexts {
  readonly unknownCommand: (name: string, nearest: string | undefined) => string;
  readonly notACommand: string;
  readonly emptyLine: string;
  readonly tooLong: (length: number, most: number) => string;
  readonly nothingToSubscribe: (example: string) => string;
  readonly tooManyAtOnce: (count: number, most: number) => string;
  readonly nothingToUnsubscribe: (example: string) => string;
  readonly mayNotSubscribe: string;
  readonly mayNotUnsubscribe: (typed: readonly string[]) => string;
  readonly mayNotChangeSources: string;
  readonly mayNotMute: string;
  readonly mayNotPause: string;
  readonly countOutOfRange: (count: number, most: number, quoted: string) => string;
  readonly noSuchArticle: (what: string) => string;
  readonly noSuchTopic: (name: string, nearest: string | undefined) => string;
  readonly noUrl: (what: string) => string;
  readonly noSuchSource: (what: string) => string;
  readonly inboxStays: string;
  readonly publicStays: (title: string) => string;
  /** Of the query parser, by its code. */
  readonly query: QueryMistakes;
  readonly sourcesUsage: string;
  readonly badChannelName: (typed: string) => string;
}

/** What can be wrong with a query; the codes are the parser's (`match/query-error.ts`). */
type QueryMistakes = {
  readonly [
    code in
      | 'empty'
      | 'quote'
      | 'empty-quote'
      | 'open-parenthesis'
      | 'close-parenthesis'
      | 'only-negative'
      | 'contradiction'
      | 'operand'
      | 'too-deep'
      | 'too-long'
      | 'too-many'
      | 'star'
      | 'short-prefix'
      | 'field-value'
      | 'language'
      | 'small-operator'
      | 'small-words'
  ]: (mistake: QueryMistake) => string;
};

export interface QueryMistake {
  /** The query from the place of the mistake on, cut to a few words. */
  readonly here: string;
  /** The piece that is meant, if any: an operator, a field. */
  readonly what: string;
  readonly most: {
    readonly characters: number;
    readonly depth: number;
    readonly parts: number;
    readonly prefix: number;
  };
}
