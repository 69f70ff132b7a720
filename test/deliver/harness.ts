/** A store with one channel, a platform that misbehaves on order, and a sender between them, all on a manual clock. */
import type { Article, Draft, MessageContent, Source, StoryChoice } from '../../src/domain.ts';
import { placeDue } from '../../src/deliver/place.ts';
import { createSender } from '../../src/deliver/send.ts';
import { silentLog } from '../../src/log.ts';
import { createSetAside } from '../../src/set-aside.ts';
import { silentMeter } from '../../src/meter.ts';
import type { Store } from '../../src/store/store.ts';

import { fakePlatform } from '../fakes/platform.ts';
import { manualWorld, mondayMorning } from '../fakes/world.ts';
import { inThreadStore } from '../simulate/mortal-store.ts';
import { following, joining } from '../store/given.ts';

/** More turns than a test has channels and messages for. */
const mostTurns = 1000;

export async function delivery(
  options: Parameters<typeof fakePlatform>[1] & { seed?: number; whenInDoubt?: 'send again' | 'leave' } = {},
) {
  const world = manualWorld(mondayMorning, options.seed ?? 1);
  const store = await inThreadStore();
  const platform = fakePlatform(world, options);
  const workspace = await store.workspaces.open({
    platform: 'local',
    externalId: 'local',
    name: 'Local',
    language: 'en',
    zone: 'UTC',
  });
  const channel = await store.workspaces.openChannel(workspace.id, 'news');
  const source = await store.sources.open({
    audience: 0,
    kind: 'feed',
    url: 'https://wire.example/rss',
    title: 'Wire',
    intervalMs: 600_000,
  });
  const refuse = (_id: unknown, fault: unknown): never => {
    throw fault;
  };
  const aside = createSetAside<string>(world, refuse);
  const partsAside = createSetAside<number>(world, refuse);
  const platforms = new Map([['local' as const, platform]]);
  const errors: string[] = [];
  const sender = createSender({
    deliveries: store.deliveries,
    platforms,
    world,
    log: { ...silentLog, error: (_facts, sentence) => void errors.push(sentence) },
    meter: silentMeter,
    owner: 'one',
    onFree() {},
    whenInDoubt: options.whenInDoubt,
    operatorChannel: async () => {
      const all = await store.workspaces.channels(workspace.id);
      return (all.find(({ externalId }) => externalId === 'operators') ?? channel).id;
    },
  });

  return {
    world,
    store,
    platform,
    channel,
    workspace,
    source,
    place,
    oweAlert,
    oweFollowUp,
    tellMore,
    send,
    sender,
    sendDue,
    stateOf,
    /** What the log tells of as an error, while it is sent. */
    errors,
  };

  /** An article rang in the channel: its alert is due. @returns the alert's id */
  async function oweAlert(
    title: string,
    channelId: number = channel.id,
    subscriptionId: number = 1,
  ): Promise<string> {
    const article = await acceptTitle(store, source, title, world.now());
    const id = `${channelId}:${title}`;
    const reason = { subscription: 'AWS', subscriptionId, term: 'aws', words: ['AWS'] };
    await store.articles.recordMatched({
      articleId: article.id,
      revision: article.revision,
      storyId: article.storyId,
      alerts: [{ id, channelId, reasons: [reason] }],
      now: world.now(),
    });
    return id;
  }

  /** The same for an article whose story follows that of `title`. */
  async function oweFollowUp(title: string, more: string, channelId: number = channel.id): Promise<string> {
    const { storyId } = await acceptTitle(store, source, title, world.now());
    await acceptTitle(store, source, more, world.now(), following(storyId));
    return oweAlert(more, channelId);
  }

  /** Another outlet joins the story of this title: its messages want other words. */
  async function tellMore(title: string, outlet = 0): Promise<void> {
    const { storyId } = await acceptTitle(store, source, title, world.now());
    const told = `${title}, told elsewhere${outlet === 0 ? '' : ` (${outlet})`}`;
    const more = await acceptTitle(store, source, told, world.now(), joining(storyId));
    const { id: articleId, revision } = more;
    await store.articles.recordMatched({ articleId, revision, storyId, alerts: [], now: world.now() });
    await place();
  }

  async function place(): Promise<void> {
    await placeDue({
      store,
      world,
      log: silentLog,
      aside,
      partsAside,
      editDelayMs: () => platform.editDelayMs,
      onPlaced() {},
      stopped: () => false,
    });
  }

  /** Places and sends what is due, moving the clock to whatever comes next, at most `hours` ahead. */
  async function send(hours = 48): Promise<void> {
    await place();
    const end = world.now() + hours * 3_600_000;
    for (;;) {
      const nextAt = await sendDue();
      if (nextAt === undefined || nextAt > end) return;
      await world.advance(Math.max(1, nextAt - world.now()));
    }
  }

  /** Serves every channel that waits, letting time pass while a platform takes its time. @returns when there will be more */
  async function sendDue(): Promise<number | undefined> {
    for (let turns = 0; turns < mostTurns; turns += 1) {
      const leased = leases();
      const nextAt = await sender.serveDue();
      await over(sender.idle());
      if (leases() === leased) return nextAt;
    }
    throw new Error('a channel is leased again and again, and nothing comes of it');
  }

  function leases(): number {
    return world.reached.filter((point) => point === 'channel leased').length;
  }

  async function over(work: Promise<void>): Promise<void> {
    const ended = work.then(() => true);
    while (!(await Promise.race([ended, world.settle().then(() => false)]))) await world.advance(100);
  }

  async function stateOf(id: string): Promise<string | undefined> {
    return (await store.deliveries.message(id))?.state;
  }
}

export async function acceptTitle(
  store: Store,
  { id: sourceId, audience }: Source,
  title: string,
  now: number,
  choice?: StoryChoice,
  key = `guid:${title}`,
): Promise<Article> {
  const draft: Draft = {
    keys: [key],
    title,
    text: inShort(title),
    outlet: 'Wire',
    language: 'en',
    publishedAt: now,
    contentHash: title,
  };
  const { article } = await store.articles.accept({
    draft,
    audience,
    sourceId,
    alertable: true,
    now,
    terms: ['aws'],
    sketched: { sketch: [], traits: [], telling: [] },
    choice,
    figures: [],
  });
  return article;
}

/** What an article of this title says, and so its summary. */
export function inShort(title: string): string {
  return `A few words tell what happened: ${title}, in short.`;
}

export function titlesOf(visible: ReadonlyArray<{ readonly content: MessageContent }>): readonly string[] {
  return visible.map(({ content }) => (content.kind === 'alert' ? content.title : content.notice.kind));
}
