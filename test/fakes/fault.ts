/** What can become of a request on its way to a platform and back. */
import type { PostOutcome } from '../../src/platform/platform.ts';
import type { World } from '../../src/world.ts';

export type Fault =
  | 'lost before' // the request never arrived
  | 'lost after' // it took effect, the answer was lost
  | 'thrown' // a bug of ours: nothing was sent
  /** All is well, but the answer takes its time. */
  | { readonly kind: 'late'; readonly afterMs: number }
  /** No answer: whoever asks gives up after so long, or never; the effect, if there is one, comes when it comes. */
  | { readonly kind: 'hang'; readonly givesUpAfterMs?: number; readonly effectAfterMs?: number }
  | { readonly kind: 'busy'; readonly retryAfterMs?: number; readonly scope?: 'channel' | 'token' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'closed'; readonly scope?: 'channel' | 'workspace' };

/** Makes a request that meets this. @param effect what it does where it arrives */
export async function meet(
  fault: Fault | 'none',
  effect: () => Promise<PostOutcome>,
  after: World['after'],
): Promise<PostOutcome> {
  if (fault === 'none') return effect();
  if (fault === 'thrown') throw new TypeError('cannot read properties of undefined');
  if (fault === 'lost before') return { kind: 'unknown', reason: 'connection reset' };
  if (fault === 'lost after') {
    await effect();
    return { kind: 'unknown', reason: 'no answer within 10 s' };
  }
  switch (fault.kind) {
    case 'late': {
      const outcome = await effect();
      await passed(fault.afterMs, after);
      return outcome;
    }
    case 'hang': {
      if (fault.effectAfterMs !== undefined) after(fault.effectAfterMs, () => void effect());
      if (fault.givesUpAfterMs === undefined) return never();
      await passed(fault.givesUpAfterMs, after);
      return { kind: 'unknown', reason: 'no answer in time' };
    }
    case 'busy':
    case 'refused':
    case 'closed':
      return { ...fault, reason: fault.kind };
  }
}

export function never(): Promise<never> {
  return new Promise(() => {});
}

function passed(ms: number, after: World['after']): Promise<void> {
  return new Promise((resolve) => void after(ms, resolve));
}
