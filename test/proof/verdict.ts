/** What people see, held against what they are owed: the topic's letters stand in the report or they do not. */
import Sqlite from 'better-sqlite3';
import type { Known } from './outside.ts';
import { asked } from './reports.ts';

/** One line for each breach. */
export interface Verdict {
  readonly articles: number;
  /** Alerts that are owed. */
  readonly owed: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly outOfOrder: readonly string[];
}

export interface Article {
  readonly id: number;
  readonly story_id: number;
  readonly title: string;
  readonly text: string;
}

export interface Alert {
  readonly channel: string;
  readonly story: number;
  /** The article of which it spoke when it appeared. */
  readonly article: number;
}

/**
 * @param titles of all that was accepted
 * @param seen what appeared, in its order
 */
export function judge(
  articles: readonly Article[],
  titles: readonly string[],
  seen: readonly Alert[],
): Verdict {
  const there = new Set(articles.map(({ title }) => title));
  const owed = new Set(
    asked.flatMap(([channel, topics]) =>
      articles
        .filter(({ title, text }) => topics.some((topic) => `${title} ${text}`.includes(topic)))
        .map(({ story_id }) => `${channel} story ${story_id}`),
    ),
  );
  const shown = Map.groupBy(seen, ({ channel, story }) => `${channel} story ${story}`);
  return {
    articles: articles.length,
    owed: owed.size,
    lost: [
      ...titles.filter((title) => !there.has(title)).map((title) => `article ${title}`),
      ...[...owed].filter((place) => !shown.has(place)),
    ],
    doubled: [
      ...[...shown].filter(([, ones]) => ones.length > 1).map(([place]) => place),
      ...[...shown.keys()].filter((place) => !owed.has(place)).map((place) => `${place}, not owed`),
    ],
    outOfOrder: [...Map.groupBy(seen, ({ channel }) => channel).values()].flatMap((ones) =>
      ones
        .slice(1)
        .filter(({ article }, before) => article < ones[before]!.article)
        .map(({ channel, story }) => `${channel} story ${story}`),
    ),
  };
}

export function readArticles(database: string): readonly Article[] {
  using db = closing(new Sqlite(database, { readonly: true }));
  return db.prepare('select id, story_id, title, text from article order by id').all() as Article[];
}

export function alertsIn(known: readonly Known[]): readonly Alert[] {
  return known.flatMap((one) => (one.kind === 'posted' ? [one] : []));
}

function closing(db: Sqlite.Database): Sqlite.Database & Disposable {
  return Object.assign(db, { [Symbol.dispose]: () => void db.close() });
}
