import { fold } from '../language/fold.ts';
import type { Command } from './context.ts';

/** By name or alias; case, width and accents do not count, nor does a slash in front. */
export function findCommand(name: string, commands: readonly Command[]): Command | undefined {
  const wanted = fold(withoutSlash(name));
  return commands.find((command) => namesOf(command).some((known) => fold(known) === wanted));
}

/** The name or alias that was most likely meant, if one is near: at most one slip in every three characters. */
export function nearestName(name: string, commands: readonly Command[]): string | undefined {
  const wanted = fold(withoutSlash(name));
  const most = Math.min(2, Math.floor(wanted.length / 3));
  const near = commands
    .flatMap(namesOf)
    .map((known) => ({ known, slips: slipsBetween(wanted, fold(known), most) }))
    .filter(({ slips }) => slips <= most)
    .toSorted((a, b) => a.slips - b.slips);
  return near[0]?.known;
}

export function namesOf(command: Command): readonly string[] {
  return [command.name, ...command.aliases];
}

/** Keyboards for Chinese and Japanese give a wide slash. */
export function withoutSlash(name: string): string {
  return name.replace(/^[/／]/, '');
}

/**
 * Slips of the finger from one word to the other: letters missing, added, wrong, or two next to each other swapped
 * (optimal string alignment). Infinity where the lengths alone tell that it is more than `most`.
 */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        rows[i - 1]![j]! + 1,
        row[j - 1]! + 1,
        rows[i - 1]![j - 1]! + wrong,
        swapped ? rows[i - 2]![j - 2]! + 1 : Infinity,
      );
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}
