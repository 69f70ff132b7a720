/** How often two articles are rightly put into one story. A wrong merge swallows an alert, a missed one repeats it. */
import { describe, expect, test } from 'vitest';
import { sketchOf } from '../../../src/accept/sketch.ts';
import { chooseStory } from '../../../src/accept/story.ts';
import { analyze } from '../../../src/language/analyze.ts';
import { eventOf, type Report, reports, subjectOf } from './reports.ts';

const known = new Map<string, ReturnType<typeof sketchOf> & { readonly language: string }>();

test('the pairs: at least 60 of one event, 100 that only look so, 12 languages', () => {
  const all = [...reports('tuned'), ...reports('kept')];
  const pairs = pairsOf(all).filter(([a, b]) => subjectOf(a) === subjectOf(b));
  expect(all.length).toBeGreaterThanOrEqual(120);
  expect(pairs.filter(isOneEvent).length).toBeGreaterThanOrEqual(60);
  expect(pairs.filter((pair) => !isOneEvent(pair)).length).toBeGreaterThanOrEqual(100);
  expect(new Set(all.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(12);
});

describe.each(['tuned', 'kept'] as const)('%s pairs', (part) => {
  const pairs = pairsOf(reports(part));
  const joined = pairs.filter(([first, second]) => joins(first, second));
  const right = joined.filter(isOneEvent);

  test('of those put together, at least 95 % are of one event', () => {
    const wrong = joined.filter((pair) => !isOneEvent(pair)).map(([a, b]) => `${a.id} ${b.id}`);
    expect(right.length / joined.length, wrong.join(', ')).toBeGreaterThanOrEqual(0.95);
  });

  test('of those of one event, at least 75 % are put together', () => {
    const missed = pairs.filter((pair) => isOneEvent(pair) && !joined.includes(pair));
    const recall = right.length / pairs.filter(isOneEvent).length;
    expect(recall, missed.map(([a, b]) => `${a.id} ${b.id}`).join(', ')).toBeGreaterThanOrEqual(0.75);
  });
});

type Pair = readonly [first: Report, second: Report];

function pairsOf(all: readonly Report[]): readonly Pair[] {
  return all.flatMap((second, at) => all.slice(0, at).map((first) => [first, second] as const));
}

function isOneEvent([a, b]: Pair): boolean {
  return eventOf(a) === eventOf(b);
}

function joins(first: Report, second: Report): boolean {
  return chooseStory(sketched(second), [{ storyId: 1, lastAt: 0, ...sketched(first) }]) !== undefined;
}

function sketched(report: Report) {
  return known.getOrInsertComputed(report.id, () => {
    const draft = { ...report, language: report.lang, publishedAt: Date.parse(report.date) };
    return { language: report.lang, ...sketchOf(draft, analyze(draft)) };
  });
}
