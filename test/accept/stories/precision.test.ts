/** How often articles are rightly put into one story. A wrong merge swallows an alert, a missed one repeats it. */
import { describe, expect, test } from 'vitest';
import { followsScore, joinsScore, judgedPairs, streamScore } from './judged.ts';
import { eventOf, reports, subjectOf } from './reports.ts';

test('the reports: 340 in 17 languages, 190 pairs of one event, 250 that only look so, 30 follow-ups', () => {
  const all = [...reports('tuned'), ...reports('kept')];
  const alike = judgedPairs(all, 'one hour').filter(
    ({ first, second }) => subjectOf(first) === subjectOf(second),
  );
  const ofOneEvent = alike.filter(({ first, second }) => eventOf(first) === eventOf(second));
  expect(all.length).toBeGreaterThanOrEqual(340);
  expect(new Set(all.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(17);
  expect(ofOneEvent.length).toBeGreaterThanOrEqual(190);
  expect(alike.length - ofOneEvent.length).toBeGreaterThanOrEqual(250);
  expect(new Set(all.filter(({ follows }) => follows).map(eventOf)).size).toBeGreaterThanOrEqual(30);
});

describe.each([
  { part: 'tuned', dates: 'as given', precision: 0.98, recall: 0.9, followsRecall: 0.6 },
  { part: 'kept', dates: 'as given', precision: 0.97, recall: 0.85, followsRecall: 0.4 },
  { part: 'tuned', dates: 'one hour', precision: 0.98, recall: 0.88, followsRecall: 0.6 },
  { part: 'kept', dates: 'one hour', precision: 0.9, recall: 0.85, followsRecall: 0.35 },
] as const)('$part reports, dates $dates', ({ part, dates, precision, recall, followsRecall }) => {
  const pairs = judgedPairs(reports(part), dates);

  test(`of pairs put together, at least ${100 * precision} % are of one event`, () => {
    const score = joinsScore(pairs);
    expect(score.precision, score.wrong.join(', ')).toBeGreaterThanOrEqual(precision);
  });

  test(`of pairs of one event, at least ${100 * recall} % are put together`, () => {
    const score = joinsScore(pairs);
    expect(score.recall, score.missed.join(', ')).toBeGreaterThanOrEqual(recall);
  });

  test('of follow-ups put into a thread, at least 90 % belong there', () => {
    const score = followsScore(pairs);
    expect(score.precision, score.wrong.join(', ')).toBeGreaterThanOrEqual(0.9);
    expect(score.recall, score.missed.join(', ')).toBeGreaterThanOrEqual(followsRecall);
  });
});

test.each(['tuned', 'kept'] as const)(
  '%s reports as they come: at most 1.12 alerts an event, and no event is swallowed',
  async (part) => {
    const { alerts, events, swallowed } = await streamScore(reports(part), 'as given');
    expect(alerts / events).toBeLessThanOrEqual(1.12);
    expect(swallowed).toEqual([]);
  },
);

test('of the follow-ups that are put into a thread as they come, nine in ten are put into their own', async () => {
  const scores = await Promise.all(
    (['tuned', 'kept'] as const).map((part) => streamScore(reports(part), 'as given')),
  );
  const followed = scores.flatMap((score) => score.followed);
  const wrongly = scores.flatMap((score) => score.followedWrongly);
  expect(followed.length, wrongly.join(', ')).toBeGreaterThanOrEqual(9 * wrongly.length);
  expect(followed.length).toBeGreaterThanOrEqual(16);
});
