/**
 * Full-jitter exponential back-off (M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015):
 * uniformly between 0 and `baseMs × 2^attempt`, capped, so that many who failed together do not come back together.
 * @param attempt how many tries have failed before this one, from 0
 */
export function fullJitterMs(
  attempt: number,
  random: () => number,
  { baseMs = 1000, capMs = 5 * 60_000 }: { readonly baseMs?: number; readonly capMs?: number } = {},
): number {
  return Math.round(random() * Math.min(capMs, baseMs * 2 ** Math.min(attempt, 30)));
}
