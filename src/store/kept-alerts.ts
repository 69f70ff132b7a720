/** Matched alerts as they are kept until they are fanned out: as JSON, for objects cost more on their way to another thread. */
import type { Reason } from '../domain.ts';
import { fromJson } from './json.ts';
import type { Matched } from './port/articles.ts';

type MatchedAlert = Matched['alerts'][number];

export interface KeptMatched extends Omit<Matched, 'alerts'> {
  readonly parts: ReadonlyArray<{
    /** How many alerts. */
    readonly size: number;
    /** For `alertsOfPart`. */
    readonly alerts: string;
  }>;
}

/** Alerts that are made in one transaction, some 20 ms: an answer to a person may have to wait for it. */
const alertsAtOnce = 500;

export function keptOf({ alerts, ...matched }: Matched): KeptMatched {
  const parts = [];
  for (let at = 0; at < alerts.length; at += alertsAtOnce) {
    const part = alerts.slice(at, at + alertsAtOnce);
    parts.push({ size: part.length, alerts: JSON.stringify(part) });
  }
  return { ...matched, parts };
}

export function alertsOfPart(alerts: string): readonly MatchedAlert[] {
  return fromJson<MatchedAlert[]>(alerts);
}

/** One for each subscription and term: the same again is no news, in whatever words. */
export function withFurther(there: readonly Reason[], further: readonly Reason[]): readonly Reason[] {
  if (there.length + further.length < 2) return there.length === 0 ? further : there;
  const names = new Set(there.map(nameOf));
  const reasons = [...there];
  for (const reason of further) {
    if (names.has(nameOf(reason))) continue;
    names.add(nameOf(reason));
    reasons.push(reason);
  }
  return reasons;
}

function nameOf({ subscriptionId, term }: Reason): string {
  return `${subscriptionId} ${term}`;
}
