/** What only Slack's face says: its forms and its home, and what stands in our way there. */

export interface SlackTexts {
  /** Above a reply that is about another channel than the one where it is seen; `place` is shown as that channel's name. */
  readonly about: (place: string) => string;
  /** The last line of a reply that is longer than Slack takes. */
  readonly cut: string;
  readonly toArticle: string;
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
}
