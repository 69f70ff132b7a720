/** What a mode of the soak gives: one line of figures, and how to see the first failure again. */
export interface Outcome {
  readonly figures: Readonly<Record<string, number>>;
  readonly firstFailure?: Failure | undefined;
}

export interface Failure {
  /** What to type after `npm run soak --`, or where to look. */
  readonly replay: string;
  readonly found: object;
}
