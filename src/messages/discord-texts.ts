/** What only Discord's face says: names in its menus, and what stands in our way there. */
import type { Language } from '../domain.ts';

export interface DiscordTexts {
  /** Of the commands, by our own names: 1 to 32 characters in lower case, without spaces, as Discord wants them. */
  readonly commandNames: Readonly<Record<string, string>>;
  /** The one thing that may follow a command's name, by what completes it. */
  readonly inputs: Readonly<
    Record<'keywords' | 'subscriptions' | 'articles' | 'commands' | 'sources', OptionTexts>
  >;
  /** Another channel than the one where the command is given. */
  readonly channelOption: OptionTexts;
  /** How what rings is delivered. */
  readonly delivery: Readonly<Record<'mention' | 'thread' | 'silent' | 'colour', OptionTexts>>;
  readonly colours: Readonly<Record<'blue' | 'green' | 'yellow' | 'red' | 'purple' | 'grey', string>>;
  /** A role was named that the person may not call themselves, or the bot may not. */
  readonly notToBeCalled: string;
  /** Above a reply that is about another channel than the one where it is seen; `place` is shown as that channel's name. */
  readonly about: (place: string) => string;
  /** The last line of a reply that is longer than Discord takes. */
  readonly cut: string;
  readonly toArticle: string;
  /** A button of an alert that we know nothing of any more. */
  readonly noSuchAlert: string;
  /** A channel was chosen in which commands concern nothing that we know of. */
  readonly noSuchChannel: string;
  /** Above and in the select of the subscriptions that rang for one alert. */
  readonly whichToStop: string;
  readonly chooseToStop: string;
  readonly stoppedAlready: string;
  /** Why we cannot post; a clause that begins in lower case and has no full stop. */
  readonly because: {
    readonly deleted: string;
    readonly hidden: string;
    readonly lacks: (permissions: readonly string[]) => string;
    readonly noPlaceForMessages: string;
    readonly tagsForModerators: string;
    readonly kicked: string;
    readonly tokenRefused: string;
    readonly noSuchAddress: string;
    readonly tagRequired: string;
    readonly noDirectMessages: string;
    readonly noSharedServer: string;
    readonly threadLocked: string;
    readonly tooManyThreads: string;
  };
  /** Discord's names of permissions, as they stand in its settings. */
  readonly permissions: Readonly<
    Record<'ViewChannel' | 'SendMessages' | 'SendMessagesInThreads' | 'ManageThreads', string>
  >;
  /** To whoever subscribed, in a direct message; `place` is "#news (Team)". */
  readonly channelPaused: (place: string, reason: string) => string;
  readonly channelDeleted: (place: string) => string;
  /** @param more how many are not named; none if it is not positive */
  readonly places: (named: readonly string[], more: number) => string;
  readonly serverPaused: (server: string, reason: string) => string;
  /** Below the answer to a command that wants alerts where none can be posted. */
  readonly willWait: (reason: string) => string;
  /** Discord's locales in which these words are offered. */
  readonly locales: readonly Language[];
}

interface OptionTexts {
  /** As of a command. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
}
