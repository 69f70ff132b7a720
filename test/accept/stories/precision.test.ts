/** How often articles are rightly put into one story. A wrong merge swallows an alert, a missed one repeats it. */
import { describe, expect, test } from 'vitest';
import { followsScore, joinsScore, judgedPairs, streamScore } from './judged.ts';
import { eventOf, reports, subjectOf } from './reports.ts';

test('the reports: 290 in 17 languages, 180 pairs of one event, 200 that only look so, 30 follow-ups', () => {
  const all = [...reports('tuned'), ...reports('kept')];
  const alike = judgedPairs(all, 'one hour').filter(
    ({ first, second }) => subjectOf(first) === subjectOf(second),
  );
  const ofOneEvent = alike.filter(({ first, second }) => eventOf(first) === eventOf(second));
  expect(all.length).toBeGreaterThanOrEqual(290);
  expect(new Set(all.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(17);
  expect(ofOneEvent.length).toBeGreaterThanOrEqual(180);
  expect(alike.length - ofOneEvent.length).toBeGreaterThanOrEqual(200);
  expect(new Set(all.filter(({ follows }) => follows).map(eventOf)).size).toBeGreaterThanOrEqual(30);
});

describe.each([
  { part: 'tuned', dates: 'as given', precision: 0.98, recall: 0.88, followsRecall: 0.6 },
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

describe.each(['tuned', 'kept'] as const)('%s reports, one after the other as they come', (part) => {
  const score = streamScore(reports(part), 'as given');

  test('at most 1.12 alerts an event, and no event is swallowed', () => {
    expect(score.alerts / score.events).toBeLessThanOrEqual(1.12);
    expect(score.swallowed).toEqual([]);
  });

  test('of the follow-ups in a thread, 9 of 10 are in their own', () => {
    expect(score.followed.length, score.followedWrongly.join(', ')).toBeGreaterThanOrEqual(
      9 * score.followedWrongly.length,
    );
  });
});
