import type { Corpus } from './corpus.ts';
import type { Compared } from './turns.ts';

/** Some work of the product that is measured, by itself: `npm run bench -- --only match`. */
export interface Figure {
  readonly name: string;
  /** @param minutes how long a figure that takes any length of time is measured */
  readonly measure: (corpus: Corpus, minutes: number) => AsyncIterable<Row | Note>;
}

/** One line of the table. */
export interface Row {
  readonly what: string;
  /** What the times are for one of: "article", "subscription". */
  readonly per: string;
  /** How many of them a turn has. */
  readonly count: number;
  readonly compared: Compared;
  readonly against: string;
}

/** A line with figures that stand for themselves, where a promise names them: seconds, megabytes. */
export interface Note {
  readonly what: string;
  readonly said: string;
}
