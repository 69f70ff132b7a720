import { describe, expect, test } from 'vitest';
import { mostWaiting, mostWaitingOfOne } from '../../../src/platform/front-desk.ts';
import { busyWorld } from '../../fakes/busy-world.ts';
import { crowd } from './crowd.ts';

const texts = ['Nvidia', 'OpenAI', 'Microsoft', 'Hollowgate'].map((name, n) => ({
  title: `${name} announces layoffs`,
  text: `${name} cuts ${n}00 jobs. Its cloud had outages.`,
}));
const everyFiveSeconds = { everyMs: 5000, forMs: 2000 };

describe('hundreds of commands a second', () => {
  test('are all acknowledged in time and answered, while the database stands still for two seconds', async () => {
    const world = busyWorld(0);
    const usual = { perSecond: 200, seconds: 5, teams: 10, stall: everyFiveSeconds, texts };
    const heard = await crowd(usual, world);
    expect(heard).toMatchObject({ commands: 1000, inTime: 1000, late: 0, answered: 1000, turnedAway: 0 });
    expect(heard.slowestAnswerMs).toBeLessThan(3000);
  }, 120_000);

  test('are all acknowledged in time while it hardly does anything; some are turned away, the others are answered', async () => {
    const world = busyWorld(0);
    const stall = { everyMs: 5000, forMs: 4500 };
    const heard = await crowd({ perSecond: 300, seconds: 5, teams: 10, stall, texts }, world);
    expect(heard).toMatchObject({ commands: 1500, inTime: 1500, late: 0, unanswered: 0 });
    expect(heard.turnedAway).toBeGreaterThan(200);
    expect(heard.mostWaiting).toBe(mostWaiting);
  }, 120_000);

  test('of one workspace leave room for others', async () => {
    const world = busyWorld(0);
    const stall = { everyMs: 5000, forMs: 4000 };
    const heard = await crowd({ perSecond: 200, seconds: 5, teams: 1, stall, texts }, world);
    expect(heard).toMatchObject({ commands: 1000, inTime: 1000, late: 0, unanswered: 0 });
    expect(heard.mostWaiting).toBe(mostWaitingOfOne);
  }, 120_000);
});
