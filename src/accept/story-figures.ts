/** The key figures of a story, as its reports give them one after the other. */
import type { FigureChange, KeyFigure, StoryFigures } from '../domain.ts';
import { changedFigures } from './changed-figures.ts';

/** A report has at most 6 of them; a story of many reports has them again and again. */
const mostSeen = 24;
/** An alert shows what is newest. */
const mostChanges = 3;

/**
 * What is known of a story's figures after one more report, or a correction of one. A figure changes when it is clearly
 * another one than all that were given for the same thing before: an outlet that is late, and still gives an old one,
 * changes nothing.
 */
export function tellFigures({ seen, changes }: StoryFigures, own: readonly KeyFigure[]): StoryFigures {
  const clear = own.filter(({ of, value }) => own.every((other) => other.of !== of || other.value === value));
  const news = clear.filter(
    ({ of, value }, at) =>
      clear.findIndex((other) => other.of === of) === at &&
      !seen.some((before) => before.of === of && before.value === value),
  );
  return {
    seen: [...seen, ...news].slice(-mostSeen),
    changes: [...changes, ...news.flatMap((figure) => changeBy(figure, seen))].slice(-mostChanges),
  };
}

function changeBy(figure: KeyFigure, seen: readonly KeyFigure[]): readonly FigureChange[] {
  const before = seen.filter(({ of }) => of === figure.of);
  const newest = before.at(-1);
  const isNew = before.every((one) => changedFigures([one], [figure]).length > 0);
  return newest !== undefined && isNew ? [{ was: newest.written, now: figure.written }] : [];
}
