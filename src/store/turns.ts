/** Who is served next by the one connection of SQLite. */

/**
 * `prompt`: somebody waits for it. `news`: the same, and it is a step on the way of an article, of which more steps
 * follow: deliveries wait for those too. `last step`: what was accepted is matched before more is accepted.
 * `patient`: deliveries.
 */
export type Urgency = 'last step' | 'news' | 'prompt' | 'patient';

export interface Turns<T> {
  readonly add: (urgency: Urgency, one: T) => void;
  /**
   * Whose turn it is: what is patient goes last; among equals, who came first.
   * @returns in how many milliseconds to ask again, if there is only what must wait; undefined if there is nothing
   */
  readonly next: () => Turn<T> | { readonly kind: 'wait'; readonly ms: number } | undefined;
  /** One more of those that are served together with it, whatever else waits. */
  readonly more: (with_: Turn<T>) => Turn<T> | undefined;
}

export interface Turn<T> {
  readonly kind: 'turn';
  readonly urgency: Urgency;
  readonly one: T;
}

/** However much else there is, what is patient goes on: it is served every so often. */
const longestPatienceMs = 250;
/** The next step of an article follows within so long: it is read, compared or matched meanwhile. */
const nextStepMs = 10;

interface Waiting<T> extends Turn<T> {
  readonly since: number;
}

/** @param now milliseconds that never go back */
export function createTurns<T>(now: () => number): Turns<T> {
  const first: Array<Waiting<T>> = [];
  const patient: Array<Waiting<T>> = [];
  let patientAt = -Infinity;
  let newsAt = -Infinity;
  let served: Urgency | undefined;
  return {
    add(urgency, one) {
      const waiting = { kind: 'turn', urgency, one, since: now() } as const;
      if (urgency === 'patient') patient.push(waiting);
      else if (urgency === 'last step') first.splice(lastSteps(), 0, waiting);
      else first.push(waiting);
    },
    next() {
      if (served === 'news' || served === 'last step') newsAt = now();
      if (served === 'patient') patientAt = now();
      served = undefined;
      const patienceMs = patienceLeft();
      if (first.length > 0 && patienceMs > 0) return serve(first.shift());
      const ms = Math.min(patienceMs, newsAt + nextStepMs - now());
      return patient.length > 0 && ms > 0 ? { kind: 'wait', ms } : serve(patient.shift());
    },
    more: ({ urgency }) => serve((urgency === 'patient' ? patient : first).shift()),
  };

  /** Those that stand in front already. */
  function lastSteps(): number {
    const others = first.findIndex(({ urgency }) => urgency !== 'last step');
    return others < 0 ? first.length : others;
  }

  function serve(turn: Turn<T> | undefined): Turn<T> | undefined {
    // One that is news among others makes all of them so.
    if (turn !== undefined && served !== 'news' && served !== 'last step') served = turn.urgency;
    return turn;
  }

  /** Of the oldest; since none had a turn, if that is later: one that had to wait for many of its own does not count. */
  function patienceLeft(): number {
    const since = patient[0]?.since ?? Infinity;
    return Math.max(since, patientAt) + longestPatienceMs - now();
  }
}
