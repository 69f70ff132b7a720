/** What a request meets on its way to a platform and back. */
import type { Fault } from '../fakes/fault.ts';

export function usualAnswer(random: () => number): Fault {
  return { kind: 'late', afterMs: 20 + Math.floor(random() * 400) };
}

export function someFault(random: () => number): Fault {
  const effect = random() < 0.5 ? { effectAfterMs: Math.floor(random() * 15_000) } : {};
  const faults: readonly Fault[] = [
    'lost before',
    'lost after',
    'thrown',
    { kind: 'late', afterMs: Math.floor(random() * 40_000) },
    { kind: 'hang', givesUpAfterMs: 10_000, ...effect },
    { kind: 'hang', ...effect },
    { kind: 'busy', retryAfterMs: Math.floor(random() * 600_000) },
    { kind: 'busy' },
  ];
  return faults[Math.floor(random() * faults.length)] ?? 'lost before';
}
