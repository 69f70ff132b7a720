import type { FigureChange, KeyFigure } from '../domain.ts';

/** Each kind that either report gives one value of, and clearly another one than the other. */
export function changedFigures(
  before: readonly KeyFigure[],
  after: readonly KeyFigure[],
): readonly FigureChange[] {
  const kinds = new Set(before.map(({ of }) => of));
  return [...kinds].flatMap((of) => {
    const was = onlyOne(before, of);
    const now = onlyOne(after, of);
    return was && now && isClearChange(was, now) ? [{ was: was.written, now: now.written }] : [];
  });
}

function onlyOne(figures: readonly KeyFigure[], of: string): KeyFigure | undefined {
  const all = figures.filter((figure) => figure.of === of);
  return new Set(all.map(({ value }) => value)).size === 1 ? all[0] : undefined;
}

/**
 * Within 5 % it is rounding, within 10 % it is about as much; four times as much is something else that is counted with
 * the same word.
 */
function isClearChange(was: KeyFigure, now: KeyFigure): boolean {
  const [less, more] = was.value < now.value ? [was.value, now.value] : [now.value, was.value];
  const alike = was.about === true || now.about === true ? 0.9 : 0.95;
  return less > 0 && less < more * alike && more <= 4 * less;
}
