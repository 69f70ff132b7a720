export const kinds = ['rare', 'known', 'doubtful', 'common', 'figure', 'concept', 'word', 'later'] as const;

/** One of the things that tell an event from others. */
export interface Trait {
  /** 32 bits; equal for the same name, value, concept or stem in any language. */
  readonly hash: number;
  readonly kind: (typeof kinds)[number];
  /** Where it stands first. */
  readonly place: Place;
  /**
   * Of a figure, 0 to 4: how much it says that two texts share it. Of a concept, 1: another one here implies it, or it is but
   * a subject. Of what comes later, 1: it says only that.
   */
  readonly weight: number;
  /** For people; not kept. */
  readonly written: string;
  /** Of a name: it stands behind another one. Not kept. */
  readonly joined?: boolean;
  /** Of a concept: the hash of its denial, or of what it denies. Not kept. */
  readonly opposite?: number;
}

/** Of a name: it is that of a place. */
export const placeWeight = 1;
/** Of a name: it is not named, but what is named lies in it. */
export const aroundWeight = 2;
/** Of a figure: it names one thing alone. */
export const identifierWeight = 5;
/** Of a figure: not its value but what it counts ("percent staff"). */
export const countedWeight = 6;
/** Of what comes later: what kind of report it is. */
export const genreWeight = 2;

/**
 * The lead is what an agency sends first. What stands in it but below its first paragraph weighs the same, but is no
 * more what the report is about than the rest of the text (`Evidence.background`).
 */
export type Place = 'body' | 'below' | 'lead' | 'title';

export function isName({ kind }: Pick<Trait, 'kind'>): boolean {
  return kind === 'rare' || kind === 'known' || kind === 'doubtful' || kind === 'common';
}

/** A value, not what it counts. */
export function isFigure({ kind, weight }: Pick<Trait, 'kind' | 'weight'>): boolean {
  return kind === 'figure' && weight !== countedWeight;
}

/** What a figure counts, what a place lies in: not written as such, so that to share it is to share nothing said. */
export function isUnsaid(trait: Pick<Trait, 'kind' | 'weight'>): boolean {
  return isName(trait) ? trait.weight === aroundWeight : trait.kind === 'figure' && !isFigure(trait);
}
