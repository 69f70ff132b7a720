/** News from all sides while a bot runs: files are dropped into its inbox, and feeds that it watches grow. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FeedServer, startFeedServer } from '../fakes/feed-server.ts';
import { reportNumbered, titleOf } from './reports.ts';

export interface Rush {
  /** Of the settings: what is watched. */
  readonly feeds: readonly string[];
  /** A burst of so many, one after the other. */
  readonly begin: (reports: number) => void;
  /** Nothing new comes, and every feed answers. */
  readonly end: () => void;
  /** Titles of all that must have arrived once the bot has looked at everything. */
  readonly titles: () => readonly string[];
  readonly close: () => Promise<void>;
}

const everyMs = 30;
/** What has left a feed is never seen again, which is no fault of who was stopped before it looked. */
const shown = 60;
const feedNames = ['/a', '/b', '/c', '/d', '/e', '/f'] as const;
/** Never answer: whoever stops does not wait for them. */
const silentFeeds = ['/silent-1', '/silent-2'] as const;

export async function rushInto(inbox: string): Promise<Rush> {
  const server = await startFeedServer();
  const items = new Map<string, number[]>(feedNames.map((name) => [name, []]));
  const dropped: number[] = [];
  let last = 0;
  let until = 0;
  let timer: NodeJS.Timeout | undefined;
  mkdirSync(inbox, { recursive: true });
  for (const name of feedNames) server.answer(name, feedOf([]));

  return {
    feeds: [...feedNames, ...silentFeeds].map((name) => `${server.origin}${name}`),
    begin(reports) {
      until = last + reports;
      timer ??= setInterval(() => last < until && happen(), everyMs);
      for (const name of silentFeeds) server.answer(name, { neverAnswers: true });
    },
    end() {
      clearInterval(timer);
      timer = undefined;
      for (const name of silentFeeds) server.answer(name, { status: 404 });
    },
    titles: () =>
      [...dropped, ...[...items.values()].flatMap((numbers) => numbers.slice(-shown))].map(titleOf),
    close: server.close,
  };

  /** Odd reports come as files; even ones, and what tells them again, in feeds. */
  function happen(): void {
    last += 1;
    if (last % 2 === 1) return drop(last);
    const name = feedNames[(last / 2) % feedNames.length]!;
    const numbers = items.get(name)!;
    numbers.push(last);
    server.answer(name, feedOf(numbers.slice(-shown)));
  }

  function drop(no: number): void {
    const { name, content } = reportNumbered(no);
    writeFileSync(join(inbox, `${name}.part`), content);
    renameSync(join(inbox, `${name}.part`), join(inbox, name));
    dropped.push(no);
  }
}

function feedOf(numbers: readonly number[]): Parameters<FeedServer['answer']>[1] {
  const items = numbers.toReversed().map((no) => {
    const { title, text } = reportNumbered(no);
    return { id: `item-${no}`, title, content_text: text };
  });
  const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'Rush', language: 'en', items };
  return { headers: { 'content-type': 'application/feed+json' }, body: JSON.stringify(feed) };
}
