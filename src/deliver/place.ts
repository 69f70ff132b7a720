import type { Article, Outlet, PlatformName } from '../domain.ts';
import type { Log } from '../log.ts';
import type { DueAlert, Store } from '../store/store.ts';
import type { World } from '../world.ts';
import { composeContent } from './compose.ts';

/** What an alert is composed from; the same for all channels of a workspace in which the article rang. */
interface StoryFacts {
  readonly article: Article;
  readonly summary: string;
  readonly outlets: readonly Outlet[];
}

const batchSize = 200;

/** Puts every due alert into its message: a new one, or a new revision of the one its channel already has. */
export async function placeDue(
  { articles, deliveries }: Pick<Store, 'articles' | 'deliveries'>,
  { world, log }: { readonly world: Pick<World, 'now' | 'reach'>; readonly log: Log },
  editDelayMs: (platform: PlatformName) => number,
): Promise<void> {
  for (;;) {
    const batch = await deliveries.dueAlerts(world.now(), batchSize);
    const facts = new Map<string, StoryFacts>();
    for (const due of batch) {
      const { article, summary, outlets } = await factsOf(due);
      const content = composeContent(due.alert, article, summary, outlets);
      // An alert has one message and shares its id: both are derived from channel, story and n.
      await deliveries.place({
        due,
        messageId: due.alert.id,
        content,
        now: world.now(),
        editDelayMs: editDelayMs(due.platform),
      });
      world.reach('message placed');
      log.debug({ message: due.alert.id, article: due.alert.articleId }, 'alert placed');
    }
    if (batch.length < batchSize) return;

    async function factsOf({ alert, workspaceId }: DueAlert): Promise<StoryFacts> {
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
}
