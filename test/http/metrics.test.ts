import { describe, expect, test } from 'vitest';
import { createHealth } from '../../src/http/health.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import type { Backlog } from '../../src/store/store.ts';
import { manualWorld } from '../fakes/world.ts';
import { served } from './served.ts';

const nothing = { rows: 0 };

describe('/metrics', () => {
  test('what waits, since when, and messages by state', async () => {
    const text = await read({
      due: { match: { rows: 3, oldestAt: 4000 }, place: nothing, send: { rows: 2, oldestAt: 9500 } },
      messages: { pending: 5, sending: 1, unknown: 2, edit: 4 },
    });
    expect(text).toContain('bellwire_due_rows{step="match"} 3\n');
    expect(text).toContain('bellwire_due_oldest_age_seconds{step="match"} 6\n');
    expect(text).toContain('bellwire_due_oldest_age_seconds{step="place"} 0\n');
    expect(text).toContain('bellwire_due_oldest_age_seconds{step="send"} 0.5\n');
    expect(text).toContain('bellwire_messages{state="unknown"} 2\n');
  });

  test('how long an article took until it was visible, faults, busy answers and outcomes', async () => {
    const text = await read(undefined, ({ accepted, appeared, delivered, busy, failed }) => {
      accepted(7, 1000);
      appeared(7, 1200);
      appeared(8, 1200); // accepted before a restart: nobody knows when
      delivered('slack', 'sent');
      delivered('slack', 'unknown');
      busy('discord');
      failed('matching');
      failed('matching');
    });
    expect(text).toContain('bellwire_accepted_to_sent_seconds_bucket{le="0.1"} 0\n');
    expect(text).toContain('bellwire_accepted_to_sent_seconds_bucket{le="0.25"} 1\n');
    expect(text).toContain('bellwire_accepted_to_sent_seconds_count 1\n');
    expect(text).toContain('bellwire_deliveries_total{platform="slack",outcome="sent"} 1\n');
    expect(text).toContain('bellwire_busy_total{platform="discord"} 1\n');
    expect(text).toContain('bellwire_faults_total{step="matching"} 2\n');
  });

  test('who waits for an answer, how long it took, and who was turned away', async () => {
    const text = await read(undefined, ({ waiting, answered, turnedAway }) => {
      waiting('slack', 2);
      answered('slack', 300);
      waiting('slack', 1);
      turnedAway('discord');
    });
    expect(text).toContain('bellwire_people_waiting{platform="slack"} 1\n');
    expect(text).toContain('bellwire_asked_to_answered_seconds_bucket{le="0.25",platform="slack"} 0\n');
    expect(text).toContain('bellwire_asked_to_answered_seconds_bucket{le="0.5",platform="slack"} 1\n');
    expect(text).toContain('bellwire_turned_away_total{platform="discord"} 1\n');
  });

  test('no series is made for a channel, a feed or a person', async () => {
    const text = await read();
    const labels = new Set([...text.matchAll(/[{,](\w+)="/g)].map((found) => found[1]));
    expect(
      [...labels].filter((label) => !['step', 'state', 'platform', 'outcome', 'le'].includes(label!)),
    ).toEqual([]);
  });

  test('is in the format of Prometheus, and behind the door', async () => {
    const { ask } = await served({ door: { password: 'open sesame' } });
    expect((await ask('/metrics')).status).toBe(401);
    const answer = await ask('/metrics', { headers: { authorization: 'Bearer terminal-token' } });
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  });
});

describe('/readyz', () => {
  test('ready: the database answers and no step keeps failing', async () => {
    expect(await health({})).toEqual({ ready: true, parts: { database: 'ok' } });
  });

  test('a step that keeps failing is named', async () => {
    const failing = [{ step: 'matching', faults: 4 }];
    expect(await health({ failing: () => failing })).toEqual({
      ready: false,
      parts: { database: 'ok', matching: 'has failed 4 times in a row' },
    });
  });

  test('a connection to a chat platform that is lost', async () => {
    const links = () => ({ discord: { ok: false, says: 'connection lost 61 s ago' } });
    expect(await health({ links })).toEqual({
      ready: false,
      parts: { database: 'ok', discord: 'connection lost 61 s ago' },
    });
  });

  test('a database that cannot be read', async () => {
    const broken = () => Promise.reject(new Error('secret path'));
    expect(await health({ backlog: broken })).toEqual({
      ready: false,
      parts: { database: 'cannot be read' },
    });
  });

  test('a database that does not answer is not waited for', async () => {
    const hanging = () => new Promise(() => {});
    expect(await health({ backlog: hanging })).toEqual({
      ready: false,
      parts: { database: 'does not answer' },
    });
  });
});

function read(
  backlog: Backlog = {
    due: { match: nothing, place: nothing, send: nothing },
    messages: { pending: 0, sending: 0, unknown: 0, edit: 0 },
  },
  happen: (meter: ReturnType<typeof createMetrics>['meter']) => void = () => {},
): Promise<string> {
  const metrics = createMetrics(
    () => Promise.resolve(backlog),
    () => 10_000,
    { ofProcess: false },
  );
  happen(metrics.meter);
  return metrics.read();
}

async function health(parts: Partial<Parameters<typeof createHealth>[0]>) {
  const world = manualWorld();
  const asked = createHealth({ backlog: async () => {}, failing: () => [], world, ...parts })();
  await world.advance(2000);
  return asked;
}
