/**
 * One kind of happening. By language, the words that tell it: a word stands for all that begin with it, with a full
 * stop behind it for itself alone, with `_` for a space. In scripts without spaces it is met anywhere.
 */
export interface Happening {
  readonly id: string;
  /** It is rather what a report is about than what happened: many events of one day share it. */
  readonly subject?: boolean;
  readonly words: Readonly<Record<string, string>>;
}
