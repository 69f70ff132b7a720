/**
 * What people see, held against what they are owed. What is owed is worked out from the articles and subscriptions that
 * are in the database, by other means than the bot's: the topic's letters stand in the article or they do not.
 */
import type Sqlite from 'better-sqlite3';
import type { AlertContent, Ring } from '../../src/domain.ts';
import type { Visible } from '../fakes/platform.ts';
import { unshowable } from './news.ts';

/** One line for each breach. */
export interface Verdict {
  /** Alerts that are owed, whether visible or not. */
  readonly owed: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly outOfOrder: readonly string[];
  readonly notOwed: readonly string[];
  /** Visible, but not in its newest words. */
  readonly stale: readonly string[];
}

interface Article {
  readonly id: number;
  readonly story_id: number;
  readonly rings: string;
  readonly title: string;
  readonly text: string;
  readonly accepted_at: number;
}

interface Subscription {
  readonly channel_id: number;
  readonly channel: string;
  readonly typed: string;
  readonly since_article_id: number;
  readonly removed_at: number | null;
}

interface Message {
  readonly id: string;
  readonly seq: number;
  readonly channel_id: number;
  readonly story_id: number;
  readonly state: string;
  readonly wanted_rev: number;
  readonly content: string;
}

/** Matching waits for the bot to be started again; whoever unsubscribes before that may be alerted or not. */
const matchedWithinMs = 2 * 3_600_000;

export function judge(database: Sqlite.Database, seen: readonly Visible[]): Verdict {
  const articles = read<Article>('select * from article order by id');
  const subscriptions = read<Subscription>(
    'select s.*, c.external_id as channel from subscription s join channel c on c.id = s.channel_id',
  );
  const messages = read<Message>(
    'select m.*, a.story_id from message m join alert a on a.id = m.id order by m.seq',
  );
  const names = new Map(subscriptions.map(({ channel_id, channel }) => [channel_id, channel]));
  const outlets = Map.groupBy(articles, ({ story_id }) => story_id);
  const titles = new Map(articles.map(({ id, title }) => [id, title]));
  /** What was known in silence rings later than its number says. */
  const rangAt = new Map(articles.map((article) => [article.id, ringOf(article)?.no ?? 0]));
  const byId = new Map(messages.map((message) => [message.id, message]));

  const must = new Set<string>();
  const may = new Set<string>();
  for (const article of articles) {
    for (const subscription of subscriptions) {
      if (!rings(article, subscription)) continue;
      const { removed_at } = subscription;
      const place = `${subscription.channel} story ${article.story_id}`;
      if (removed_at === null || removed_at >= article.accepted_at) may.add(place);
      if (removed_at === null || removed_at > article.accepted_at + matchedWithinMs) must.add(place);
    }
  }

  const visible = seen.filter(isAlert).map((one) => ({ ...one, place: placeOf(one) }));
  const notices = seen.filter((one) => one.content.kind === 'notice').map(placeOf);
  const shown = Map.groupBy(visible, ({ place }) => place);
  const refused = new Set(
    messages
      .filter(({ state, content }) => state === 'dead' && content.includes(unshowable))
      .map(({ channel_id, story_id }) => `${names.get(channel_id)} story ${story_id}`),
  );
  // Whoever unsubscribes while an alert waits, or mutes its story, does not want it any more.
  const cancelled = new Set(
    read<{ channel_id: number; story_id: number }>(
      'select channel_id, story_id from alert where dropped is not null',
    ).map(({ channel_id, story_id }) => `${names.get(channel_id)} story ${story_id}`),
  );
  return {
    owed: must.size,
    lost: [...must].filter((place) => !shown.has(place) && !refused.has(place) && !cancelled.has(place)),
    doubled: [
      ...[...shown].filter(([, ones]) => ones.length > 1).map(([place]) => place),
      ...notices.filter((place, at) => notices.indexOf(place) !== at),
    ],
    outOfOrder: [...Map.groupBy(visible, ({ channel }) => channel).values()].flatMap(overtaken),
    notOwed: [...shown.keys()].filter((place) => !may.has(place)),
    stale: visible.filter(isStale).map(({ place, revision }) => `${place} r${revision}`),
  };

  function read<Row>(sql: string): Row[] {
    return database.prepare(sql).all() as Row[];
  }

  function overtaken(ones: readonly VisibleAlert[]): string[] {
    return ones.slice(1).flatMap((one, before) => {
      const former = ones[before]!;
      const inOrder =
        (rangAt.get(one.content.articleId) ?? 0) >= (rangAt.get(former.content.articleId) ?? 0) &&
        (byId.get(one.marker)?.seq ?? 0) > (byId.get(former.marker)?.seq ?? 0);
      return inOrder || one.marker === former.marker
        ? []
        : [`${one.channel}: ${former.marker} ${one.marker}`];
    });
  }

  function isStale({ marker, revision, content, channel }: VisibleAlert): boolean {
    const message = byId.get(marker);
    // Nobody is left there who wants to know more.
    if (cancelled.has(placeOf({ marker, content, channel }))) return false;
    return (
      message === undefined ||
      revision !== message.wanted_rev ||
      !sameWords(content, JSON.parse(message.content) as AlertContent) ||
      content.title !== titles.get(content.articleId) ||
      content.outlets.length !== outlets.get(content.storyId)?.length
    );
  }
}

type VisibleAlert = Visible & { readonly content: AlertContent };

function isAlert(one: Visible): one is VisibleAlert {
  return one.content.kind === 'alert';
}

function placeOf({ channel, marker, content }: Pick<Visible, 'channel' | 'marker' | 'content'>): string {
  return content.kind === 'alert' ? `${channel} story ${content.storyId}` : `${channel} notice ${marker}`;
}

function rings(article: Article, { typed, since_article_id }: Subscription): boolean {
  const ring = ringOf(article);
  const text = `${article.title} ${article.text}`;
  return ring !== undefined && ring.no > since_article_id && text.includes(typed);
}

/** All sources are public: an article rings for everybody, once. */
function ringOf({ rings: json }: Article): Ring | undefined {
  return (JSON.parse(json) as Ring[])[0];
}

function sameWords(a: AlertContent, b: AlertContent): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
