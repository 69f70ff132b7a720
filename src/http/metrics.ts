/** `/metrics` for Prometheus: what waits, how long articles take, what fails. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { boundedCache } from '../language/bounded-cache.ts';
import type { Meter } from '../meter.ts';
import type { Backlog } from '../store/store.ts';

export interface Metrics {
  readonly meter: Meter;
  /** In the text format 0.0.4 of Prometheus. */
  readonly read: () => Promise<string>;
}

/** Articles that were accepted lately: an alert that takes longer to appear than so many articles is not timed. */
const remembered = 10_000;

export function createMetrics(
  backlog: () => Promise<Backlog>,
  now: () => number,
  { ofProcess = true }: { readonly ofProcess?: boolean } = {},
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry, prefix: 'bellwire_' });

  const dueRows = new Gauge({
    name: 'bellwire_due_rows',
    help: 'Rows that wait for a step: articles to match, alerts to place, channels to send to.',
    labelNames: ['step'],
    registers,
  });
  const dueAge = new Gauge({
    name: 'bellwire_due_oldest_age_seconds',
    help: 'How long the oldest of them has waited; for match, since its article was accepted. 0 = nothing waits.',
    labelNames: ['step'],
    registers,
  });
  const messages = new Gauge({
    name: 'bellwire_messages',
    help: 'Messages that need something, by state; "edit": visible, in old words.',
    labelNames: ['state'],
    registers,
  });
  const latency = new Histogram({
    name: 'bellwire_accepted_to_sent_seconds',
    help: 'From the acceptance of an article to its alert being visible.',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800],
    registers,
  });
  const delivered = new Counter({
    name: 'bellwire_deliveries_total',
    help: 'Steps of messages, by what became of them.',
    labelNames: ['platform', 'outcome'],
    registers,
  });
  const doubted = new Counter({
    name: 'bellwire_doubted_total',
    help: 'Messages that may be visible where no history tells, by what was done: sent again, or left.',
    labelNames: ['platform', 'decision'],
    registers,
  });
  const busy = new Counter({
    name: 'bellwire_busy_total',
    help: 'Answers of a platform that asked us to come back later (429).',
    labelNames: ['platform'],
    registers,
  });
  const faults = new Counter({
    name: 'bellwire_faults_total',
    help: 'Failures of a step; it is tried again.',
    labelNames: ['step'],
    registers,
  });

  const waiting = new Gauge({
    name: 'bellwire_people_waiting',
    help: 'People who wait for an answer to a command, a button or a question.',
    labelNames: ['platform'],
    registers,
  });
  const answered = new Histogram({
    name: 'bellwire_asked_to_answered_seconds',
    help: 'From a command, a button or a question to its answer.',
    labelNames: ['platform'],
    buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900],
    registers,
  });
  const turnedAway = new Counter({
    name: 'bellwire_turned_away_total',
    help: 'People who were told to come back later, because too many waited for an answer.',
    labelNames: ['platform'],
    registers,
  });

  const acceptedAt = rememberedTimes();
  return {
    meter: {
      accepted: (articleId, at) => acceptedAt.note(articleId, at),
      appeared(articleId, at) {
        const since = acceptedAt.of(articleId);
        if (since !== undefined) latency.observe((at - since) / 1000);
      },
      delivered: (platform, outcome) => delivered.inc({ platform, outcome }),
      doubted: (platform, decision) => doubted.inc({ platform, decision }),
      busy: (platform) => busy.inc({ platform }),
      failed: (step) => faults.inc({ step }),
      waiting: (platform, people) => waiting.set({ platform }, people),
      answered: (platform, afterMs) => answered.observe({ platform }, afterMs / 1000),
      turnedAway: (platform) => turnedAway.inc({ platform }),
    },
    async read() {
      const { due, messages: byState } = await backlog();
      for (const [step, { rows, oldestAt }] of Object.entries(due)) {
        dueRows.set({ step }, rows);
        dueAge.set({ step }, oldestAt === undefined ? 0 : Math.max(0, now() - oldestAt) / 1000);
      }
      for (const [state, rows] of Object.entries(byState)) messages.set({ state }, rows);
      return registry.metrics();
    },
  };
}

function rememberedTimes() {
  const times = boundedCache<{ at?: number }>(remembered, () => ({}));
  return {
    note(articleId: number, at: number): void {
      times(String(articleId)).at = at;
    },
    of: (articleId: number): number | undefined => times(String(articleId)).at,
  };
}
