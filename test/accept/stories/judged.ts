/** How well stories are told apart, counted over labelled reports: each with each, and all in a row as they would come. */
import { sketchOf } from '../../../src/accept/sketch-article.ts';
import { chooseStory } from '../../../src/accept/story.ts';
import type { StoryChoice } from '../../../src/domain.ts';
import { openStoryStream } from '../../../src/cli/story-stream.ts';
import { analyze } from '../../../src/language/analyze.ts';
import { eventOf, publishedAt, type Report, writerOf } from './reports.ts';

/** `one hour`: as if no report had a date, which is when follow-ups look most like their event. */
export type Dates = 'as given' | 'one hour';

export interface Pair {
  readonly first: Report;
  readonly second: Report;
  readonly choice: StoryChoice | undefined;
}

export function judgedPairs(all: readonly Report[], dates: Dates): readonly Pair[] {
  const sketched = all.map((report) => {
    const draft = draftOf(report, dates);
    return { report, language: report.lang, ...sketchOf(draft, analyze(draft)) };
  });
  return sketched.flatMap((second, at) =>
    sketched
      .slice(0, at)
      .filter((first) => writerOf(first.report) === writerOf(second.report))
      .map((first) => ({
        first: first.report,
        second: second.report,
        choice: chooseStory(second, [{ storyId: 1, lastAt: 0, ...first }]),
      })),
  );
}

export interface Score {
  readonly recall: number;
  readonly precision: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

export function joinsScore(pairs: readonly Pair[]): Score {
  return scoreOf(
    pairs,
    ({ first, second }) => eventOf(first) === eventOf(second),
    ({ choice }) => choice?.kind === 'joins',
  );
}

/** Pairs of one event that were not joined are left out: in its own event's thread a report is not lost. */
export function followsScore(pairs: readonly Pair[]): Score {
  return scoreOf(
    pairs.filter(({ first, second }) => eventOf(first) !== eventOf(second)),
    ({ first, second }) => second.follows === eventOf(first),
    ({ choice }) => choice?.kind === 'follows',
  );
}

function scoreOf(
  pairs: readonly Pair[],
  isSo: (pair: Pair) => boolean,
  isSaid: (pair: Pair) => boolean,
): Score {
  const so = pairs.filter(isSo);
  const said = pairs.filter(isSaid);
  const right = said.filter(isSo).length;
  return {
    recall: so.length === 0 ? 1 : right / so.length,
    precision: said.length === 0 ? 1 : right / said.length,
    missed: so.filter((pair) => !isSaid(pair)).map(named),
    wrong: said.filter((pair) => !isSo(pair)).map(named),
  };
}

function named({ first, second }: Pair): string {
  return `${first.id} ${second.id}`;
}

export interface StreamScore {
  readonly events: number;
  /** Stories opened; each rings once for whoever asked for it. */
  readonly alerts: number;
  /** Events that were put into the story of another one, and so ring for nobody. */
  readonly swallowed: readonly string[];
  /** Of the events that follow another, those that were put into its thread, and those put into a wrong one. */
  readonly followed: readonly string[];
  readonly followedWrongly: readonly string[];
  readonly followUps: number;
}

/** Each writer's reports in a row of their own. */
export async function streamScore(all: readonly Report[], dates: Dates): Promise<StreamScore> {
  const scores: StreamScore[] = [];
  for (const some of Map.groupBy(all, writerOf).values()) scores.push(await scoreInARow(some, dates));
  const sum = (of: (score: StreamScore) => number): number =>
    scores.reduce((total, score) => total + of(score), 0);
  return {
    events: sum(({ events }) => events),
    alerts: sum(({ alerts }) => alerts),
    swallowed: scores.flatMap(({ swallowed }) => swallowed),
    followed: scores.flatMap(({ followed }) => followed),
    followedWrongly: scores.flatMap(({ followedWrongly }) => followedWrongly),
    followUps: sum(({ followUps }) => followUps),
  };
}

async function scoreInARow(all: readonly Report[], dates: Dates): Promise<StreamScore> {
  const inOrder = dates === 'as given' ? all.toSorted((a, b) => publishedAt(a) - publishedAt(b)) : all;
  const stream = await openStoryStream();
  const eventsOf = new Map<number, Set<string>>();
  /** By the story that opened each. */
  const threads = new Map<number, Set<string>>();
  const followed = new Set<string>();
  const followedWrongly = new Set<string>();
  for (const report of inOrder) {
    const { storyId, follows } = await stream.tell(draftOf(report, dates));
    const thread = threads.getOrInsertComputed(follows ?? storyId, () => new Set());
    if (follows !== undefined && !eventsOf.has(storyId)) {
      const right = thread.has(report.follows ?? '') || thread.has(eventOf(report));
      (right ? followed : followedWrongly).add(eventOf(report));
    }
    thread.add(eventOf(report));
    eventsOf.getOrInsertComputed(storyId, () => new Set()).add(eventOf(report));
  }
  await stream.close();
  return {
    events: new Set(all.map(eventOf)).size,
    alerts: eventsOf.size,
    swallowed: [...eventsOf.values()].flatMap((events) => [...events].slice(1)),
    followed: [...followed],
    followedWrongly: [...followedWrongly],
    followUps: new Set(all.filter(({ follows }) => follows !== undefined).map(eventOf)).size,
  };
}

function draftOf(report: Report, dates: Dates) {
  const { title, text, lang: language } = report;
  return {
    title,
    text,
    language,
    publishedAt: dates === 'as given' ? publishedAt(report) : Date.UTC(2026, 11, 1, 9),
  };
}
