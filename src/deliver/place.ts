import type { Article, Outlet, PlatformName } from '../domain.ts';
import type { DueAlert, Store } from '../store/store.ts';
import type { SetAside } from '../set-aside.ts';
import type { World } from '../world.ts';
import { composeContent } from './compose.ts';

/** What an alert is composed from; the same for all channels of a workspace in which the article rang. */
interface StoryFacts {
  readonly article: Article;
  readonly summary: string;
  readonly outlets: readonly Outlet[];
}

/** What a placer needs of the rest. */
interface PlacerParts {
  readonly store: Pick<Store, 'articles' | 'deliveries'>;
  readonly world: Pick<World, 'now' | 'reach'>;
  /** Alerts that could not be placed; they hold up nobody. */
  readonly aside: SetAside<string>;
  readonly editDelayMs: (platform: PlatformName) => number;
  readonly stopped: () => boolean;
}

const batchSize = 200;

/**
 * Puts every due alert into its message: a new one, or a new revision of the one its channel already has.
 * @returns when one that could not be placed may be tried again
 */
export async function placeDue({
  store,
  world,
  aside,
  editDelayMs,
  stopped,
}: PlacerParts): Promise<number | undefined> {
  const { articles, deliveries } = store;
  while (!stopped()) {
    const limit = batchSize + aside.size();
    const batch = await deliveries.dueAlerts(world.now(), limit);
    const ready = batch.filter(({ alert }) => aside.isReady(alert.id));
    const facts = new Map<string, StoryFacts>();
    for (const due of ready) await aside.attempt(due.alert.id, () => place(due, facts));
    if (ready.length === 0 || batch.length < limit) break;
  }
  return aside.nextAt();

  async function place(due: DueAlert, facts: Map<string, StoryFacts>): Promise<void> {
    const { article, summary, outlets } = await factsOf(due, facts);
    const content = composeContent(due.alert, article, summary, outlets);
    await deliveries.place({
      due,
      // An alert has one message and shares its id: both are derived from channel, story and n.
      messageId: due.alert.id,
      content,
      now: world.now(),
      editDelayMs: editDelayMs(due.platform),
    });
    world.reach('message placed');
  }

  async function factsOf(
    { alert, workspaceId }: DueAlert,
    facts: Map<string, StoryFacts>,
  ): Promise<StoryFacts> {
    // Each workspace sees its own private articles in the story, and nobody else's.
    const key = `${alert.articleId} ${workspaceId}`;
    const known = facts.get(key);
    if (known !== undefined) return known;
    const article = await articles.article(alert.articleId);
    if (article === undefined)
      throw new Error(`alert ${alert.id} is about article ${alert.articleId}, which is not there`);
    const read = {
      article,
      summary: (await articles.summary(alert.storyId, workspaceId)) ?? '',
      outlets: await articles.outlets(alert.storyId, workspaceId),
    };
    facts.set(key, read);
    return read;
  }
}
