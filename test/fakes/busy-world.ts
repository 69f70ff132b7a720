/**
 * A world for very much that happens at once: its clock leaps over whatever would only be waited for, and moves on by what
 * this thread computes, as on a machine with one core for us, however busy the real one is.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { World } from '../../src/world.ts';
import { mondayMorning, seededRandom } from './world.ts';

export interface BusyWorld extends World {
  /** Until nothing is left to do, or the clock stands at `end`. */
  readonly run: (end: number) => Promise<void>;
  /** Milliseconds that were computed so far. */
  readonly workedMs: () => number;
}

interface Task {
  readonly at: number;
  /** Undefined: it was cancelled. */
  run: (() => void) | undefined;
}

/** What a task begins goes on in some turns of the event loop. */
const turnsOfATask = 5;

/** @param costOfWork 1: work takes the time that it takes; 0: none, so that a run is the same on every machine */
export function busyWorld(costOfWork: 0 | 1, start: number = mondayMorning): BusyWorld {
  const begun = cpuMs();
  const workedMs = (): number => cpuMs() - begun;
  let leapt = 0;
  const exactly = (): number => start + leapt + (costOfWork === 0 ? 0 : workedMs());
  /** The next one last. */
  const tasks: Task[] = [];

  return {
    now: () => Math.floor(exactly()),
    elapsedMs: exactly,
    workedMs,
    random: seededRandom(1),
    after(delayMs, run) {
      const task: Task = { at: exactly() + Math.max(0, delayMs), run };
      tasks.splice(placeOf(task.at), 0, task);
      return () => void (task.run = undefined);
    },
    reach() {},
    async run(end) {
      while (exactly() < end) {
        for (let turns = 0; turns < turnsOfATask; turns += 1) await turn();
        while (tasks.length > 0 && tasks.at(-1)?.run === undefined) tasks.pop();
        const next = tasks.at(-1);
        if (next === undefined || next.at >= end) return;
        tasks.pop();
        leapt += Math.max(0, next.at - exactly());
        next.run?.();
      }
    },
  };

  /** Behind those that come later; of equal times the first one asked for comes first. */
  function placeOf(at: number): number {
    let [low, high] = [0, tasks.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (tasks[middle]!.at > at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Of this thread alone: what the database's or the collector's do meanwhile takes nobody's turn. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
