/**
 * What people see, held against what they are owed: each channel one alert for each event, whoever told of it and in
 * however many stories. What is owed is worked out from the articles and subscriptions that are in the database, by other
 * means than the bot's: the topic's letters stand in the article or they do not, and so do those of the event.
 */
import type Sqlite from 'better-sqlite3';
import type { AlertContent, Ring } from '../../src/domain.ts';
import type { Visible } from '../fakes/platform.ts';
import { eventIn, unshowable } from './news.ts';

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
  readonly audience: number;
  readonly rings: string;
  readonly title: string;
  readonly text: string;
  readonly accepted_at: number;
}

interface Subscription {
  readonly channel: string;
  readonly workspace_id: number;
  readonly typed: string;
  readonly since_article_id: number;
  readonly removed_at: number | null;
}

interface Message {
  readonly id: string;
  readonly seq: number;
  readonly channel: string;
  readonly article_id: number;
  readonly state: string;
  readonly wanted_rev: number;
  readonly content: string;
}

/** Matching waits for the bot to be started again; whoever unsubscribes before that may be alerted or not. */
const matchedWithinMs = 2 * 3_600_000;

export function judge(database: Sqlite.Database, seen: readonly Visible[]): Verdict {
  const articles = read<Article>('select * from article order by id');
  const subscriptions = read<Subscription>(
    `select s.*, c.external_id as channel, c.workspace_id
     from subscription s join channel c on c.id = s.channel_id`,
  );
  const messages = read<Message>(
    `select m.*, c.external_id as channel, a.article_id from message m
     join alert a on a.id = m.id join channel c on c.id = m.channel_id order by m.seq`,
  );
  const articleOf = new Map(articles.map((article) => [article.id, article]));
  const eventOf = new Map(articles.map(({ id, text }) => [id, eventIn(text)]));
  const ofEvent = Map.groupBy(articles, ({ id }) => eventOf.get(id));
  const workspaces = new Map(
    read<{ external_id: string; workspace_id: number }>('select external_id, workspace_id from channel').map(
      ({ external_id, workspace_id }) => [external_id, workspace_id],
    ),
  );
  const byId = new Map(messages.map((message) => [message.id, message]));

  const must = new Set<string>();
  const may = new Set<string>();
  for (const article of articles) {
    for (const subscription of subscriptions) {
      if (!rings(article, subscription)) continue;
      const { removed_at, channel } = subscription;
      const place = placeOn(channel, article.id);
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
      .map(({ channel, article_id }) => placeOn(channel, article_id)),
  );
  // Whoever unsubscribes while an alert waits, or mutes its story, does not want it any more.
  const cancelled = new Set(
    read<{ channel: string; article_id: number }>(
      `select c.external_id as channel, article_id from alert a join channel c on c.id = a.channel_id
       where dropped is not null`,
    ).map(({ channel, article_id }) => placeOn(channel, article_id)),
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
        rangAt(one) >= rangAt(former) &&
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
      content.title !== articleOf.get(content.articleId)?.title ||
      !namesOutlets(content, visibleIn(channel, content.articleId))
    );
  }

  /** Of what was kept in silence nobody is told for its own sake; it is named where the alert is edited for another reason. */
  function namesOutlets({ outlets }: AlertContent, known: readonly Article[]): boolean {
    const told = known.filter(({ rings: rung }) => rung !== '[]');
    return outlets.length >= told.length && outlets.length <= known.length;
  }

  /** What is known of its event to those who are in this channel. */
  function visibleIn(channel: string, articleId: number): readonly Article[] {
    const all = ofEvent.get(eventOf.get(articleId)) ?? [];
    return all.filter(({ audience }) => audience === 0 || audience === workspaces.get(channel));
  }

  /** What was known in silence rings later than its number says. */
  function rangAt({ content, channel }: VisibleAlert): number {
    const article = articleOf.get(content.articleId);
    return (article && ringIn(article, workspaces.get(channel))?.no) ?? 0;
  }

  function placeOf({ channel, marker, content }: Pick<Visible, 'channel' | 'marker' | 'content'>): string {
    return content.kind === 'alert' ? placeOn(channel, content.articleId) : `${channel} notice ${marker}`;
  }

  function placeOn(channel: string, articleId: number): string {
    return `${channel} event ${eventOf.get(articleId)}`;
  }
}

type VisibleAlert = Visible & { readonly content: AlertContent };

function isAlert(one: Visible): one is VisibleAlert {
  return one.content.kind === 'alert';
}

function rings(article: Article, { typed, workspace_id, since_article_id }: Subscription): boolean {
  const ring = ringIn(article, workspace_id);
  const text = `${article.title} ${article.text}`;
  return ring !== undefined && ring.no > since_article_id && text.includes(typed);
}

/** The first that the workspace may hear. */
function ringIn({ rings: json }: Article, workspaceId: number | undefined): Ring | undefined {
  return (JSON.parse(json) as Ring[]).find(({ audience }) => audience === 0 || audience === workspaceId);
}

function sameWords(a: AlertContent, b: AlertContent): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
