/** What a look at a source found. */
export type Looked =
  | {
      readonly kind: 'read';
      readonly title: string;
      readonly entries: number;
      /** When the newest of those with a date was published. */
      readonly newestAt?: number | undefined;
      /** Where it is from now on, if that is not where it was. */
      readonly movedTo?: string | undefined;
      /** A web page was given, which names the feed at `movedTo`. */
      readonly named: boolean;
    }
  /** One sentence. */
  | { readonly kind: 'failed'; readonly reason: string };
