/** What only Slack's face says: its forms and its home, and what stands in our way there. */

export interface SlackTexts {
  /** Above a reply that is about another channel than the one where it is seen; `place` is shown as that channel's name. */
  readonly about: (place: string) => string;
  /** The last line of a reply that is longer than Slack takes. */
  readonly cut: string;
  readonly toArticle: string;
}
