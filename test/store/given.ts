/** What the store's tests start from: a place for data, and things with everything that does not matter filled in. */
import { hash, randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type {
  AlertContent,
  Channel,
  Draft,
  Message,
  Reason,
  Source,
  StoryChoice,
  Workspace,
} from '../../src/domain.ts';
import { writeSketch } from '../../src/accept/sketch.ts';
import type { ArticleSketch } from '../../src/accept/sketch-article.ts';
import type { Acceptance, Matched } from '../../src/store/port/articles.ts';
import type { Lease } from '../../src/store/port/deliveries.ts';
import type { Store } from '../../src/store/store.ts';

/** Opens the data of that name; the same name gives the same data again. */
export type OpenStore = (place: string) => Promise<Store>;

export interface Place {
  readonly store: Store;
  /** Another store on the same data: a second process. */
  readonly openAgain: () => Promise<Store>;
  /** Closes the store and opens one on the same data: the process was started again. */
  readonly restart: (running: Store) => Promise<Store>;
}

/** An empty store; whatever is open on it at the end of the test is closed. */
export async function emptyPlace(open: OpenStore): Promise<Place> {
  const place = `p${randomBytes(6).toString('hex')}`;
  const running = new Set<Store>();
  onTestFinished(async () => {
    for (const store of running) await store.close();
  });
  return { store: await openAgain(), openAgain, restart };

  async function openAgain(): Promise<Store> {
    const store = await open(place);
    running.add(store);
    return store;
  }

  async function restart(store: Store): Promise<Store> {
    running.delete(store);
    await store.close();
    return openAgain();
  }
}

export interface Town extends Place {
  readonly workspace: Workspace;
  readonly channel: Channel;
  /** Public. */
  readonly source: Source;
}

/** A store with one workspace, one channel and one public source. */
export async function smallTown(open: OpenStore): Promise<Town> {
  const place = await emptyPlace(open);
  const workspace = await openWorkspace(place.store, 'local');
  const channel = await place.store.workspaces.openChannel(workspace.id, 'news');
  return { ...place, workspace, channel, source: await openSource(place.store, 'https://a.example/feed') };
}

export function openWorkspace(store: Store, externalId: string): Promise<Workspace> {
  return store.workspaces.open({
    platform: 'local',
    externalId,
    name: `Workspace ${externalId}`,
    language: 'en',
    zone: 'Europe/Paris',
  });
}

export function openSource(store: Store, url: string, audience = 0): Promise<Source> {
  return store.sources.open({ audience, kind: 'feed', url, title: `Feed at ${url}`, intervalMs: 600_000 });
}

let drafts = 0;

/** A draft with a key of its own. */
export function draft(changes: Partial<Draft> = {}): Draft {
  drafts += 1;
  const title = changes.title ?? `Article ${drafts}`;
  const text = changes.text ?? `Text of article ${drafts}.`;
  return {
    keys: [`url:https://a.example/${drafts}`],
    title,
    text,
    outlet: 'A Times',
    language: 'en',
    publishedAt: 1000,
    contentHash: `${title}/${text}`,
    ...changes,
  };
}

/** A report with nothing in common with others but, by these, the way to be found. */
export function telling(...hashes: readonly number[]): ArticleSketch {
  return { sketch: [], traits: [], telling: hashes };
}

/** A text that is like none but the one with the same number. */
export function sketchOfText(no: number): ArticleSketch {
  const hashes = Array.from({ length: 64 }, (_, at) => no * 1000 + at);
  return { sketch: writeSketch(0, hashes, []), traits: [], telling: hashes.slice(0, 8) };
}

export function acceptance(source: Source, changes: Partial<Acceptance> = {}): Acceptance {
  return {
    draft: draft(),
    audience: source.audience,
    sourceId: source.id,
    alertable: true,
    now: 10_000,
    terms: ['article'],
    sketched: telling(),
    figures: [],
    ...changes,
  };
}

/** Ann follows a query in this channel. */
export async function subscribe(store: Store, channel: Channel, query: string, typed = query) {
  const queries = [{ query, typed }];
  const asked = { channelId: channel.id, queries, createdBy: 'ann', now: 1 };
  const [subscribed] = await store.subscriptions.add(asked);
  if (subscribed === undefined) throw new Error(`${query} was not answered`);
  return subscribed;
}

export function reason(term: string, subscriptionId = 1): Reason {
  return { subscription: term, subscriptionId, term, words: [term] };
}

/** Letters and digits that no database makes shorter. */
export function incompressible(length: number): string {
  const parts = Array.from({ length: length / 40 + 1 }, (_, at) => hash('sha256', `${at}`, 'base64url'));
  return parts.join('').slice(0, length);
}

/** An article has rung in these channels. */
export function matched(
  article: { readonly id: number; readonly revision: number; readonly storyId: number },
  channels: readonly Channel[],
  changes: Partial<Matched> = {},
): Matched {
  return {
    articleId: article.id,
    revision: article.revision,
    storyId: article.storyId,
    alerts: channels.map((channel) => ({
      id: `a${article.storyId}-${channel.id}`,
      channelId: channel.id,
      reasons: [reason('AWS')],
    })),
    now: 20_000,
    ...changes,
  };
}

/** Notes what was matched, and makes all alerts that wait to be made. */
export async function ring(store: Store, rung: Matched): Promise<void> {
  await store.articles.recordMatched(rung);
  for (const no of await store.deliveries.waitingFanOuts(1000)) await store.deliveries.fanOut(no);
}

export function content(title: string, changes: Partial<AlertContent> = {}): AlertContent {
  return {
    kind: 'alert',
    storyId: 1,
    articleId: 1,
    title,
    outlet: 'A Times',
    publishedAt: 1000,
    language: 'en',
    summary: '',
    reasons: [reason('AWS')],
    outlets: [{ name: 'A Times', title }],
    ...changes,
  };
}

/** An article that has rung in this channel and stands in a message of its own, pending since `now`. */
export async function pendingMessage(
  { store, source }: Pick<Town, 'store' | 'source'>,
  channel: Channel,
  now = 30_000,
): Promise<string> {
  const { article } = await store.articles.accept(acceptance(source));
  await ring(store, matched(article, [channel], { now }));
  return placeAlert(store, channel, article.storyId, article.title, { now });
}

/** Puts the alert a channel has for a story into its message, with this title. @returns the message's id. */
export async function placeAlert(
  store: Store,
  channel: Channel,
  storyId: number,
  title: string,
  { now = 30_000, editDelayMs = 600_000, dueNo }: { now?: number; editDelayMs?: number; dueNo?: number } = {},
): Promise<string> {
  const id = `a${storyId}-${channel.id}`;
  const due = (await store.deliveries.dueAlerts(now, 1000)).find(({ alert }) => alert.id === id);
  if (due === undefined) throw new Error(`alert ${id} is not due`);
  const placed = {
    due: { ...due, dueNo: dueNo ?? due.dueNo },
    messageId: id,
    content: content(title),
    now,
    editDelayMs,
  };
  await store.deliveries.place([placed]);
  return id;
}

/** The story gets another article, so that its alerts are due again. */
export async function joinStory(
  { store, source }: Pick<Town, 'store' | 'source'>,
  storyId: number,
): Promise<void> {
  const { article } = await store.articles.accept(acceptance(source, { choice: joining(storyId) }));
  await ring(store, matched(article, []));
}

export async function lease(
  store: Store,
  now: number,
  changes: { owner?: string; leaseMs?: number } = {},
): Promise<Lease> {
  const held = await tryLease(store, now, changes);
  if (held === undefined) throw new Error(`no channel can be leased at ${now}`);
  return held;
}

export function tryLease(
  store: Store,
  now: number,
  { owner = 'me', leaseMs = 60_000 }: { owner?: string; leaseMs?: number } = {},
): Promise<Lease | undefined> {
  return store.deliveries.leaseChannel({ platforms: ['local'], owner, now, leaseMs });
}

export async function messageAt(store: Store, id: string): Promise<Message> {
  const message = await store.deliveries.message(id);
  if (message === undefined) throw new Error(`there is no message ${id}`);
  return message;
}

/** The states a message has gone through, from the first. */
export async function wayOf(store: Store, id: string): Promise<readonly string[]> {
  const transitions = await store.deliveries.transitions(id);
  return [...transitions.slice(0, 1).map(({ from }) => from), ...transitions.map(({ to }) => to)];
}

/** The decision that an article joins this story. */
export function joining(storyId: number | undefined): StoryChoice | undefined {
  return storyId === undefined ? undefined : { kind: 'joins', storyId, reason: { kind: 'same text' } };
}

/** The decision that an article opens a story which follows this one. */
export function following(storyId: number): StoryChoice {
  const because = {
    kind: 'later development',
    names: ['Amazon'],
    figures: [],
    concepts: [],
    news: ['inquiry'],
  } as const;
  return { kind: 'follows', storyId, reason: because };
}
