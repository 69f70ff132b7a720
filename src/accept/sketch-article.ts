/** An article is sketched once, when it is understood; from then on there are only numbers to compare (`story.ts`). */
import type { Draft, KeyFigure } from '../domain.ts';
import type { Analysis } from '../language/analyze.ts';
import { copyHashesOf } from './copied-text.ts';
import { keyFiguresOf } from './key-figures.ts';
import { type Sketched, writeSketch } from './sketch.ts';
import { isFigure, type Trait } from './trait.ts';
import { traitsOf } from './traits.ts';

const hourMs = 3_600_000;

/** What it is compared with stories by, and found by among them. */
export interface ArticleSketch extends Sketched {
  /**
   * By which stories that may be of the article's event are found among thousands: names, figures and a part of the
   * text's hashes. Two reports that share none of them are never of one event (`weigh.ts`). Each once, at most 40.
   */
  readonly telling: readonly number[];
}

export function sketchOf(
  draft: Pick<Draft, 'title' | 'text' | 'publishedAt'>,
  analysis: Analysis,
  figures: readonly KeyFigure[] = keyFiguresOf(draft, analysis),
): ArticleSketch {
  const copyHashes = copyHashesOf(draft);
  const traits = traitsOf(analysis, figures);
  return {
    sketch: writeSketch(Math.floor(draft.publishedAt / hourMs), copyHashes, traits),
    traits,
    telling: tellingOf(copyHashes, traits),
  };
}

function tellingOf(copyHashes: readonly number[], traits: readonly Trait[]): readonly number[] {
  const names = traits.filter(({ kind }) => kind === 'rare' || kind === 'known' || kind === 'doubtful');
  const figures = traits.filter((trait) => isFigure(trait) && trait.weight > 0);
  const telling = [
    ...copyHashes.slice(0, copyHashesAsked),
    ...[...names, ...figures].map(({ hash }) => hash),
  ];
  return [...new Set(telling)].slice(0, mostTelling);
}

const mostTelling = 40;
/** Of two copies at least 16 of 32 are equal: all of these 8 differ in one of 800 pairs, which share names besides. */
const copyHashesAsked = 8;
