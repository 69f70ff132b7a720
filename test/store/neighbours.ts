/** Two workspaces beside each other, one of which has a source of its own. */
import type { Channel, Source, Workspace } from '../../src/domain.ts';
import type { Acceptance } from '../../src/store/port/articles.ts';
import type { DueAlert } from '../../src/store/port/deliveries.ts';
import {
  acceptance,
  content,
  matched,
  openSource,
  openWorkspace,
  reason,
  ring,
  sketchOfText,
  smallTown,
  type OpenStore,
  type Town,
} from './given.ts';

export interface Neighbours extends Town {
  /** The workspace's own. */
  readonly own: Source;
  readonly second: Channel;
  readonly strangers: Workspace;
  readonly theirs: Channel;
}

/** Texts that are alike by this number; `sketchOfText`. */
export const [event, other] = [1, 2];

export async function neighbours(open: OpenStore): Promise<Neighbours> {
  const town = await smallTown(open);
  const { store, workspace } = town;
  const own = await openSource(store, 'https://private.example/', workspace.id);
  const second = await store.workspaces.openChannel(workspace.id, 'second');
  const strangers = await openWorkspace(store, 'T1');
  const theirs = await store.workspaces.openChannel(strangers.id, 'theirs');
  return { ...town, own, second, strangers, theirs };
}

export function accept({ store }: Town, source: Source, text: number, changes: Partial<Acceptance> = {}) {
  return store.articles.accept(acceptance(source, { sketched: sketchOfText(text), ...changes }));
}

/** @returns the story of an article that rings in these channels */
export async function rings(
  town: Town,
  source: Source,
  text: number,
  channels: readonly Channel[],
  changes: Partial<Acceptance> = {},
  term = 'AWS',
  subscriptionId = 1,
): Promise<number> {
  const { article } = await accept(town, source, text, changes);
  const found = matched(article, channels);
  const reasons = [reason(term, subscriptionId)];
  await ring(town.store, { ...found, alerts: found.alerts.map((alert) => ({ ...alert, reasons })) });
  return article.storyId;
}

export function mute({ store }: Town, { id }: Channel, storyId: number): Promise<boolean> {
  return store.deliveries.muteStory({ channelId: id, storyId, by: 'ada', now: 6 });
}

/** Channel, story and due number of each alert that is due. */
export async function dueIn({ store }: Town): Promise<ReadonlyArray<readonly [number, number, number]>> {
  const due = await store.deliveries.dueAlerts(99_999, 100);
  return due
    .map(({ alert, dueNo }): [number, number, number] => [alert.channelId, alert.storyId, dueNo])
    .toSorted(([a, x], [b, y]) => a - b || x - y);
}

export async function placeAll({ store }: Town): Promise<void> {
  const due = await store.deliveries.dueAlerts(99_999, 100);
  const placed = due.map(async (one: DueAlert) => ({
    due: one,
    messageId: one.alert.id,
    content: content(`Of story ${one.alert.storyId}`),
    follows: (await store.articles.story(one.alert.storyId)).follows?.storyId,
    now: 30_000,
    editDelayMs: 0,
  }));
  await store.deliveries.place(await Promise.all(placed));
}
