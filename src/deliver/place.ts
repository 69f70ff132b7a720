import type { Article, Outlet, PlatformName, StoryFacts } from '../domain.ts';
import type { Log } from '../log.ts';
import type { DueAlert } from '../store/port/deliveries.ts';
import type { Store } from '../store/store.ts';
import type { SetAside } from '../set-aside.ts';
import { summarize } from '../summarize/extract.ts';
import type { World } from '../world.ts';
import { composeContent } from './compose.ts';

/** What an alert is composed from; the same for all channels of a workspace in which the article rang. */
interface Facts {
  readonly article: Article;
  readonly summary: string;
  readonly outlets: readonly Outlet[];
  readonly story: StoryFacts;
}

/** What a placer needs of the rest. */
interface PlacerParts {
  readonly store: Pick<Store, 'articles' | 'deliveries'>;
  readonly world: Pick<World, 'now' | 'reach'>;
  readonly log: Log;
  /** Alerts that could not be placed; they hold up nobody. */
  readonly aside: SetAside<string>;
  /** Parts of what was matched whose alerts could not be made; the same. */
  readonly partsAside: SetAside<number>;
  readonly editDelayMs: (platform: PlatformName) => number;
  /** There are messages to send. */
  readonly onPlaced: () => void;
  readonly stopped: () => boolean;
}

const batchSize = 200;
/** The alerts of an article are placed one after the other, in however many batches. */
const summariesKept = 50;

/**
 * Puts every due alert into its message: a new one, or a new revision of the one its channel already has. What was
 * matched is fanned out to its channels as far as nothing made before waits.
 * @returns when one that could not be placed may be tried again
 */
export async function placeDue({
  store,
  world,
  log,
  aside,
  partsAside,
  editDelayMs,
  onPlaced,
  stopped,
}: PlacerParts): Promise<number | undefined> {
  const { articles, deliveries } = store;
  const summaries = new Map<string, string>();
  while (!stopped()) {
    const limit = batchSize + aside.size();
    const batch = await deliveries.dueAlerts(world.now(), limit);
    if (batch.length < limit) aside.forgetOthers(batch.map(({ alert }) => alert.id));
    const ready = batch.filter(({ alert }) => aside.isReady(alert.id));
    if (ready.length > 0) await placeAll(ready);
    const isLast = ready.length === 0 || batch.length < limit;
    if (isLast && !(await fanOutNext())) break;
  }
  return earlier(aside.nextAt(), partsAside.nextAt());

  /** @returns whether there was a part that waits no more */
  async function fanOutNext(): Promise<boolean> {
    const limit = 1 + partsAside.size();
    const waiting = await deliveries.waitingFanOuts(limit);
    if (waiting.length < limit) partsAside.forgetOthers(waiting);
    const next = waiting.find((no) => partsAside.isReady(no));
    if (next === undefined) return false;
    await partsAside.attempt(next, () => deliveries.fanOut(next));
    world.reach('fanned out');
    return true;
  }

  /** All at once; if that fails, each by itself, so that one that cannot be placed holds up no other. */
  async function placeAll(ready: readonly DueAlert[]): Promise<void> {
    const facts = new Map<string, Facts>();
    try {
      await place(ready, facts);
      for (const { alert } of ready) aside.done(alert.id);
    } catch {
      for (const due of ready) await aside.attempt(due.alert.id, () => place([due], facts));
    }
    onPlaced();
  }

  async function place(ready: readonly DueAlert[], facts: Map<string, Facts>): Promise<void> {
    const now = world.now();
    const placed = [];
    for (const due of ready) {
      const { article, summary, outlets, story } = await factsOf(due, facts);
      const content = composeContent(due.alert, article, summary, outlets, story);
      // An alert has one message and shares its id: both are derived from channel, story and n.
      const messageId = due.alert.id;
      placed.push({
        due,
        messageId,
        content,
        follows: story.follows?.storyId,
        now,
        editDelayMs: editDelayMs(due.platform),
      });
    }
    await deliveries.place(placed);
    world.reach('message placed');
    for (const { messageId, due } of placed)
      log.debug({ message: messageId, article: due.alert.articleId }, 'alert placed');
  }

  async function factsOf({ alert, workspaceId }: DueAlert, facts: Map<string, Facts>): Promise<Facts> {
    // Each workspace sees its own private articles in the story, and nobody else's.
    const key = `${alert.articleId} ${workspaceId}`;
    const known = facts.get(key);
    if (known !== undefined) return known;
    const article = await articles.article(alert.articleId);
    if (article === undefined)
      throw new Error(`alert ${alert.id} is about article ${alert.articleId}, which is not there`);
    const read = {
      article,
      summary: summaryOf(article),
      outlets: await articles.outlets(alert.storyId, workspaceId),
      story: await articles.story(alert.storyId),
    };
    facts.set(key, read);
    return read;
  }

  /** What the article says now, which is what its title says. It may ring in a thousand workspaces and is read once. */
  function summaryOf(article: Article): string {
    if (summaries.size >= summariesKept) summaries.clear();
    return summaries.getOrInsertComputed(`${article.id} ${article.revision}`, () => summarize(article));
  }
}

function earlier(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);
}
