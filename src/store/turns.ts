/** Who has the one connection of SQLite next. */

export type Urgency = 'prompt' | 'patient';

export interface Turns {
  /** Resolves when it is the asker's turn. */
  readonly take: (urgency: Urgency) => Promise<void>;
  /** Ends it. */
  readonly pass: () => void;
}

interface Waiting {
  readonly since: number;
  readonly begin: () => void;
}

/** However much is prompt, what is patient goes on. */
const longestPatienceMs = 200;

/** What is prompt goes first; among equals, who came first. @param now milliseconds that never go back */
export function createTurns(now: () => number): Turns {
  const waiting: Readonly<Record<Urgency, Waiting[]>> = { prompt: [], patient: [] };
  let taken = false;
  let patientAt = 0;
  return {
    take(urgency) {
      if (!taken) {
        begin(urgency);
        return Promise.resolve();
      }
      return new Promise((resolve) => {
        waiting[urgency].push({
          since: now(),
          begin() {
            begin(urgency);
            resolve();
          },
        });
      });
    },
    pass() {
      taken = false;
      const next = isPatienceOver()
        ? waiting.patient.shift()
        : (waiting.prompt.shift() ?? waiting.patient.shift());
      next?.begin();
    },
  };

  function begin(urgency: Urgency): void {
    taken = true;
    if (urgency === 'patient') patientAt = now();
  }

  /** The oldest has waited long, and for so long none had a turn: one that had to wait for many of its own does not count. */
  function isPatienceOver(): boolean {
    const since = waiting.patient[0]?.since ?? Infinity;
    return now() - Math.max(since, patientAt) >= longestPatienceMs;
  }
}
