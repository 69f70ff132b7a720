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
    return was && now && isClearChange(was.value, now.value) ? [{ was: was.written, now: now.written }] : [];
  });
}

function onlyOne(figures: readonly KeyFigure[], of: string): KeyFigure | undefined {
  const all = figures.filter((figure) => figure.of === of);
  return new Set(all.map(({ value }) => value)).size === 1 ? all[0] : undefined;
}

/** Within 5 % it is rounding; four times as much is something else that is counted with the same word. */
function isClearChange(was: number, now: number): boolean {
  const [less, more] = was < now ? [was, now] : [now, was];
  return less > 0 && less < more * 0.95 && more <= 4 * less;
}
