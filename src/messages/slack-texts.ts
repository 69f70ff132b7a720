/** What only Slack's face says: its forms and its home, and what stands in our way there. */

export interface SlackTexts {
  /** Above a reply that is about another channel than the one where it is seen; `place` is shown as that channel's name. */
  readonly about: (place: string) => string;
  /** The same, of somebody's direct messages with the bot. */
  readonly aboutDirect: string;
  /** The last line of a reply that is longer than Slack takes. */
  readonly cut: string;
  readonly toArticle: string;
  /** A button of an alert that we know nothing of any more. */
  readonly noSuchAlert: string;
  /** Somebody chose a channel for alerts in which they are not, or none at all. */
  readonly noSuchChannel: string;
  /** Somebody is to be called by a name that nobody has: "@desk". */
  readonly nobodyIsCalled: (name: string) => string;
  /** Above and in the select of the subscriptions that rang for one alert. */
  readonly whichToStop: string;
  readonly chooseToStop: string;
  readonly stoppedAlready: string;
  readonly form: FormTexts;
  readonly home: HomeTexts;
  /** Pages of the installation, seen in a browser. */
  readonly install: {
    readonly done: (workspace: string) => string;
    readonly failed: string;
  };
  /** Why we cannot post; a clause that begins in lower case and has no full stop. */
  readonly because: {
    /** Slack says the same of a channel that was deleted and of a private one that we are not in. */
    readonly notThere: string;
    readonly notMember: string;
    readonly archived: string;
    readonly restricted: string;
    readonly threadsOnly: string;
    readonly messagesTabOff: string;
    readonly noDirectMessages: string;
    readonly workspaceDenies: string;
    readonly tokenRefused: string;
    readonly notInstalled: string;
    readonly lacksScope: (scope: string) => string;
    /** Slack's own word, where we have no better one. */
    readonly says: (error: string) => string;
  };
  /** To whoever subscribed, in a direct message; `place` is "#news". */
  readonly channelPaused: (place: string, reason: string) => string;
  /** Below the answer to a command that wants alerts where none can be posted. */
  readonly willWait: (reason: string) => string;
}

/** Title and buttons have at most 24 characters. */
interface FormTexts {
  readonly title: string;
  readonly submit: string;
  /** Instead, where a subscription is changed. */
  readonly save: string;
  readonly close: string;
  readonly keywords: string;
  readonly keywordsHint: string;
  readonly keywordsPlaceholder: string;
  readonly channel: string;
  readonly channelHint: string;
  readonly person: string;
  readonly group: string;
  readonly options: string;
  readonly thread: string;
  readonly direct: string;
  readonly nothingChosen: string;
  /** An offer that stands for what is too long to be one: at most 75 characters. */
  readonly tooLong: string;
  /** Below the field, if that one was taken. */
  readonly tooLongToChoose: string;
}

interface HomeTexts {
  /** To whom nothing rings yet: what this is, and what to do. */
  readonly empty: string;
  /** What to try, line by line. */
  readonly examples: readonly string[];
  readonly follow: string;
  readonly subscriptions: string;
  /** The conversation with the bot, in the list of channels. */
  readonly direct: string;
  readonly edit: string;
  readonly test: string;
  readonly remove: string;
  readonly pause: string;
  readonly resume: string;
  readonly paused: (reason: string | undefined) => string;
  readonly sources: string;
  readonly settings: string;
  readonly language: string;
  /** The language or the zone of the profile. */
  readonly automatic: string;
  readonly zone: string;
  /** There are more subscriptions than fit. */
  readonly more: string;
}
