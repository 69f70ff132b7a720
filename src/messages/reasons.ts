import type { Reason } from '../domain.ts';

/** Without those in which the very word that was subscribed to is what was found: "AWS: “AWS”" tells nobody anything. */
export function telling<Shown extends Pick<Reason, 'subscription' | 'term' | 'words'>>(
  reasons: readonly Shown[],
): readonly Shown[] {
  return reasons.filter(({ subscription, term, words }) =>
    [term, ...words].some((word) => word.toLowerCase() !== subscription.toLowerCase()),
  );
}
