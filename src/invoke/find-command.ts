import { fold } from '../language/fold.ts';
import { slipsBetween } from '../match/distance.ts';
import type { Command } from './context.ts';

/** By name or alias; case, width and accents do not count, nor does a slash in front. */
export function findCommand(name: string, commands: readonly Command[]): Command | undefined {
  const wanted = fold(withoutSlash(name));
  return commands.find((command) => namesOf(command).some((known) => fold(known) === wanted));
}

/** The name or alias that was most likely meant, if one is near: at most one slip in every three characters. */
export function nearestName(name: string, commands: readonly Command[]): string | undefined {
  const wanted = Array.from(fold(withoutSlash(name)));
  const most = Math.min(2, Math.floor(wanted.length / 3));
  const near = commands
    .flatMap(namesOf)
    .map((known) => ({ known, slips: slipsBetween(wanted, Array.from(fold(known)), most) }))
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
