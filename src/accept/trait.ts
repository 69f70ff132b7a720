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

/** Of a figure: it names one thing alone. */
export const identifierWeight = 5;
/** Of what comes later: what kind of report it is. */
export const genreWeight = 2;

export type Place = 'body' | 'lead' | 'title';
