/** Keeps App Home true, and does what is pressed there: all of it by commands, with the rights of whoever pressed. */
import type { Channel, Subscription } from '../../domain.ts';
import type { InvokeParts } from '../../invoke/open-context.ts';
import type { Log } from '../../log.ts';
import { textsFor } from '../../messages/choose.ts';
import type { FrontDesk } from '../front-desk.ts';
import { plain } from './blocks.ts';
import { homeActions, type HomeContent, homeView, wishOf } from './home.ts';
import type { RawAction } from './payloads.ts';
import type { People, Who } from './people.ts';
import type { Places } from './places.ts';
import { renderReply } from './render-reply.ts';
import type { Tokens } from './tokens.ts';

export interface HomeDesk {
  /** Publishes App Home as things are now. @param notice what came of what was pressed */
  readonly refresh: (who: Who, notice?: HomeContent['notice']) => Promise<void>;
  /** @returns what is to be opened for it, which takes what Slack gave with the press */
  readonly press: (who: Who, action: RawAction) => Promise<Wanted>;
  /** A form has changed a subscription: what it was before ends, unless it is what there is now. */
  readonly replaced: (who: Who, before: number, channel: Channel, isNew: boolean) => Promise<void>;
}

export type Wanted =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'form';
      readonly channel?: string | undefined;
      readonly changes?: Subscription | undefined;
    }
  | { readonly kind: 'view'; readonly view: object };

export interface HomeDeskParts {
  readonly tokens: Tokens;
  readonly people: People;
  readonly places: Places;
  readonly invoke: InvokeParts;
  readonly ask: FrontDesk['ask'];
  readonly typedIn: (sentence: string) => string;
  readonly log: Log;
}

interface Known {
  readonly channel: Channel;
  readonly subscription: Subscription;
}

export function createHomeDesk(parts: HomeDeskParts): HomeDesk {
  const { tokens, people, places, invoke, ask, typedIn, log } = parts;
  const { store } = invoke;
  return {
    refresh,

    async press(who, { action_id: action, value, selected_option: chosen }) {
      switch (action) {
        case homeActions.follow:
          return { kind: 'form', channel: await people.direct(who) };
        case homeActions.pause:
          await refresh(who, await inChannel(who, Number(value), 'pause'));
          break;
        case homeActions.resume:
          await refresh(who, await inChannel(who, Number(value), 'resume'));
          break;
        case homeActions.subscription:
          return pressSubscription(who, chosen?.value ?? '');
        case homeActions.language:
          await wish(who, { language: wishOf(chosen?.value) });
          break;
        case homeActions.zone:
          await wish(who, { zone: chosen?.value });
          break;
      }
      return { kind: 'nothing' };
    },

    async replaced(who, before, channel, isNew) {
      const known = await find(who, before);
      if (known === undefined) return;
      // Other words for the same thing, or only delivered otherwise.
      if (!isNew && known.channel.id === channel.id) return;
      await inChannel(who, known.channel.id, 'unsubscribe', known.subscription.typed);
    },
  };

  async function refresh(who: Who, notice?: HomeContent['notice']): Promise<void> {
    const workspace = await people.openWorkspace(who.team);
    const visible = await places.of(who);
    const direct = await people.direct(who);
    const channels = [];
    for (const channel of await store.workspaces.channels(workspace.id)) {
      const subscriptions = await store.subscriptions.ofChannel(channel.id);
      const own = channel.externalId === direct;
      if (!own && !isSeen(channel, subscriptions, visible, who)) continue;
      const { manages } = await people.person(who, workspace, channel.externalId);
      channels.push({ channel, subscriptions, manages });
    }
    const place = await people.place(who, { channel: direct ?? who.user }, 'sources');
    const at = invoke.now();
    const view = homeView(
      {
        channels,
        sources: await ask({ ...place, name: 'sources', input: '', at }),
        wishes: await store.people.find(workspace.id, who.user),
        zone: place.person.zone,
        notice,
      },
      { texts: textsFor(place.person.language), typed: typedIn },
    );
    const { outcome, error } = await tokens.ask(who.team, 'views.publish', { user_id: who.user, view });
    if (outcome.kind !== 'done') log.info({ error, outcome: outcome.kind }, 'Slack: App Home is not shown');
  }

  async function pressSubscription(who: Who, value: string): Promise<Wanted> {
    const [what, id] = value.split(':');
    const known = await find(who, Number(id));
    if (known === undefined) {
      await refresh(who);
      return { kind: 'nothing' };
    }
    const { channel, subscription } = known;
    if (what === 'edit') return { kind: 'form', channel: channel.externalId, changes: subscription };
    if (what === 'test') return { kind: 'view', view: await testView(who, known) };
    await refresh(who, await inChannel(who, channel.id, 'unsubscribe', subscription.typed));
    return { kind: 'nothing' };
  }

  /** What would have rung last for it. */
  async function testView(who: Who, { channel, subscription }: Known): Promise<object> {
    const place = await people.place(who, { channel: channel.externalId });
    const asked = { ...place, name: 'latest', input: `${subscription.typed} 3`, at: invoke.now() };
    const { slack, ...texts } = textsFor(place.person.language);
    const rendering = { texts: { slack, ...texts }, typed: typedIn };
    return {
      type: 'modal',
      title: plain(slack.home.test),
      close: plain(slack.form.close),
      blocks: renderReply(await ask(asked), rendering).blocks,
    };
  }

  async function wish(who: Who, wishes: { language?: string | undefined; zone?: string | undefined }) {
    const workspace = await people.openWorkspace(who.team);
    await store.people.set(workspace.id, who.user, wishes);
    await refresh(who);
  }

  /** A subscription in a channel that this person sees. */
  async function find(who: Who, id: number): Promise<Known | undefined> {
    const workspace = await people.workspace(who.team);
    if (workspace === undefined) return undefined;
    for (const channel of await store.workspaces.channels(workspace.id)) {
      const subscription = (await store.subscriptions.ofChannel(channel.id)).find((one) => one.id === id);
      if (subscription !== undefined)
        return (await sees(who, channel)) ? { channel, subscription } : undefined;
    }
    return undefined;
  }

  async function sees(who: Who, channel: Channel): Promise<boolean> {
    if (channel.externalId === (await people.direct(who))) return true;
    const subscriptions = await store.subscriptions.ofChannel(channel.id);
    return isSeen(channel, subscriptions, await places.of(who), who);
  }

  async function inChannel(
    who: Who,
    channelId: number,
    name: string,
    input = '',
  ): Promise<HomeContent['notice']> {
    const workspace = await people.workspace(who.team);
    const channel = await store.workspaces.channel(channelId);
    if (workspace === undefined || channel?.workspaceId !== workspace.id) return undefined;
    if (!(await sees(who, channel))) return undefined;
    const person = await people.person(who, workspace, channel.externalId, name);
    const reply = await ask({ channel, person, name, input, at: invoke.now() });
    return { reply, channel: channel.externalId };
  }
}

/** Where nobody can tell which channels somebody is in it is those in which they subscribed. */
function isSeen(
  { externalId }: Channel,
  subscriptions: readonly Subscription[],
  visible: ReadonlySet<string> | undefined,
  { user }: Who,
): boolean {
  return visible?.has(externalId) ?? subscriptions.some(({ createdBy }) => createdBy === user);
}
