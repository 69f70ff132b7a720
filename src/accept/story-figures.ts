/** The key figures of a story, as its reports give them one after the other. */
import type { KeyFigure, StoryFigures } from '../domain.ts';
import { changedFigures } from './changed-figures.ts';

/** A report has at most 6 of them; a story of many reports has them again and again. */
const mostSeen = 24;
/** An alert shows what is newest. */
const mostChanges = 3;

/**
 * What is known of a story's figures after one more report, or a correction of one. A figure changes when it is clearly
 * another one than all that were given for the same thing before: an outlet that is late, and still gives an old one,
 * changes nothing. Nor does a part of what its report still gives: "1,940 jobs in Poland, 7,300 worldwide".
 */
export function tellFigures({ seen, changes }: StoryFigures, own: readonly KeyFigure[]): StoryFigures {
  const clear = own.filter(({ of, value }) => own.every((other) => other.of !== of || other.value === value));
  const news = clear.filter(
    ({ of, value, besides }, at) =>
      clear.findIndex((other) => other.of === of) === at &&
      !seen.some((before) => before.of === of && (before.value === value || besides?.includes(before.value))),
  );
  const newer = news.flatMap((figure) => changeBy(figure, seen));
  return {
    seen: [...seen, ...news.map(asKept)].slice(-mostSeen),
    changes: [...changes.filter(({ of }) => !newer.some((change) => change.of === of)), ...newer].slice(
      -mostChanges,
    ),
  };
}

function changeBy(figure: KeyFigure, seen: readonly KeyFigure[]): StoryFigures['changes'] {
  const before = seen.filter(({ of }) => of === figure.of);
  const newest = before.at(-1);
  const isNew = before.every((one) => changedFigures([one], [figure]).length > 0);
  return newest !== undefined && isNew ? [{ of: figure.of, was: newest.written, now: figure.written }] : [];
}

function asKept({ of, value, written, about }: KeyFigure): KeyFigure {
  return { of, value, written, ...(about && { about }) };
}
