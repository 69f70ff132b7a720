/**
 * A person of a workspace: what they do, and what they see of it.
 *
 * ```ts
 * const ada = slack.asPerson('acme', 'ada');
 * await ada.types('/news subscribe AWS', news);
 * await ada.presses(news.lines()[0]!, 'Why?');
 * await ada.submits({ Keywords: 'AWS', Channel: news.id });
 * ada.sees(news);
 * ```
 */
import { choose, complete, press, typeCommand, type Done } from './acts.ts';
import { channelPlace, type ChannelPlace } from './channel-place.ts';
import type { Core } from './core.ts';
import { surfaceOf, type Surface } from './interaction.ts';
import { seenBy, type Line } from './ledger.ts';
import { tellMentioned, tellWritten } from './message-events.ts';
import { close, fillIn, show, submit, topModal, type Sent, type ShownView } from './modals.ts';
import { allow, decline, wantedIn } from './oauth-page.ts';
import { nothingSaid } from './said.ts';
import type { Channel, Id, Message, Team, Ts, User, View } from './shapes.ts';
import { directChannel, type State } from './state.ts';
import type { Filled } from './view-values.ts';
import { wireView } from './wire.ts';
import { writeMessage } from './write-message.ts';

/** Where something can be used: a message, the form on top, the app's own page. */
export type Where = Line | 'form' | 'home';

export interface PersonPlace {
  readonly id: Id;
  readonly name: string;
  readonly user: User;
  /** The conversation with the bot. */
  readonly direct: () => ChannelPlace;
  readonly joins: (channel: ChannelPlace) => void;
  /** What this person sees in a channel, private messages too. */
  readonly sees: (channel: ChannelPlace) => readonly Line[];
  /** A slash command; in the conversation with the bot unless another place is named. */
  readonly types: (command: string, channel?: ChannelPlace) => Promise<Done>;
  readonly presses: (where: Where, button: string) => Promise<Done>;
  /** By what is written on a menu, check boxes or a date. */
  readonly chooses: (where: Where, control: string, filled: Filled) => Promise<Done>;
  /** Types into a menu that asks the app. @returns what it offers */
  readonly completes: (where: Where, control: string, typed: string) => Promise<readonly string[]>;
  /** The form on top. */
  readonly form: () => ShownView | undefined;
  /** Fills fields of the form on top, by label, without sending it. */
  readonly fills: (values: Readonly<Record<string, Filled>>) => void;
  /** Fills in and sends the form on top. */
  readonly submits: (values?: Readonly<Record<string, Filled>>) => Promise<Sent>;
  readonly closes: () => Promise<void>;
  /** Looks at the app's own page. @returns what is there at once; `home()` tells what the app made of it */
  readonly opensHome: () => ShownView | undefined;
  readonly home: () => ShownView | undefined;
  /** Looks at the conversation with the bot: the app hears of that by the same event. */
  readonly opensMessages: () => void;
  /** Writes a message; the bot hears of it only where it may. @returns its ts */
  readonly says: (channel: ChannelPlace, text: string, threadTs?: Ts) => Ts;
  /** "@bellwire …" @returns the message's ts */
  readonly mentions: (channel: ChannelPlace, text: string, threadTs?: Ts) => Ts;
  /** In the conversation with the bot. @returns the message's ts */
  readonly writesToBot: (text: string, threadTs?: Ts) => Ts;
  /** Lets the app into the workspace. @param url the link to Slack's page @returns where the person is sent back to */
  readonly allows: (url: string) => string;
  readonly declines: (url: string) => string;
  /** The account is deactivated. */
  readonly leavesTheTeam: () => void;
}

export function personPlace(core: Core, team: Team, user: User): PersonPlace {
  const { state } = core;
  const who = { core, team, user };
  const bot = (): Id => team.install!.botUserId;
  const direct = (): Channel => directChannel(state, team, user.id, bot());
  const openForm = (): View => {
    const view = topModal(who);
    if (view === undefined) throw new Error(`no form is open for ${user.name}`);
    return view;
  };
  const surface = (where: Where): Surface => {
    if (where === 'form') return { kind: 'view', view: openForm() };
    if (where !== 'home') return surfaceOf(team, where);
    const view = state.homes.get(user.id);
    if (view === undefined) throw new Error(`the app has published no home page for ${user.name}`);
    return { kind: 'view', view };
  };
  const home = (): ShownView | undefined => {
    const view = state.homes.get(user.id);
    return view === undefined ? undefined : show(core, view);
  };
  const write = (channel: Channel, text: string, threadTs: Ts | undefined): Message => {
    mustReach(user, channel);
    const message = writeMessage(state, team, channel, { ...nothingSaid, text }, { by: user.id, threadTs });
    tellWritten(state, team, channel, message);
    return message;
  };

  return {
    id: user.id,
    name: user.name,
    user,
    direct: () => channelPlace(state, team, direct()),
    joins: ({ channel }) => join(core, team, channel, user),
    sees: ({ channel }) => seenBy(team, channel, user),
    async types(command, place) {
      const channel = place?.channel ?? direct();
      mustReach(user, channel);
      return typeCommand(who, command, channel);
    },
    presses: async (where, button) => press(who, surface(where), button),
    chooses: async (where, control, filled) => choose(who, surface(where), control, filled),
    completes: async (where, control, typed) => complete(who, surface(where), control, typed),
    form() {
      const view = topModal(who);
      return view === undefined ? undefined : show(core, view);
    },
    fills: (values) => fillIn(who, openForm(), values),
    async submits(values = {}) {
      const view = openForm();
      fillIn(who, view, values);
      return submit(who, view);
    },
    closes: async () => close(who, openForm()),
    opensHome() {
      tellOpened(state, team, user, direct(), 'home');
      return home();
    },
    opensMessages: () => tellOpened(state, team, user, direct(), 'messages'),
    home,
    says: ({ channel }, text, threadTs) => write(channel, text, threadTs).ts,
    mentions({ channel }, text, threadTs) {
      const message = write(channel, `<@${bot()}> ${text}`, threadTs);
      tellMentioned(state, team, channel, message);
      return message.ts;
    },
    writesToBot: (text, threadTs) => write(direct(), text, threadTs).ts,
    allows: (url) => allow(state, team, user, wantedIn(state, url)),
    declines: (url) => decline(wantedIn(state, url)),
    leavesTheTeam() {
      user.deleted = true;
    },
  };
}

function tellOpened(state: State, team: Team, user: User, direct: Channel, tab: 'home' | 'messages'): void {
  const view = state.homes.get(user.id);
  state.emit(team, {
    type: 'app_home_opened',
    user: user.id,
    channel: direct.id,
    tab,
    ...(tab === 'home' && view !== undefined && { view: wireView(state, view) }),
  });
}

function join({ state }: Core, team: Team, channel: Channel, user: User): void {
  if (channel.members.has(user.id)) return;
  channel.members.add(user.id);
  if (!channel.members.has(team.install?.botUserId ?? '')) return;
  state.emit(team, {
    type: 'member_joined_channel',
    user: user.id,
    channel: channel.id,
    channel_type: channel.kind === 'private' ? 'G' : 'C',
    team: team.id,
  });
}

/** Whoever writes in a public channel has joined it; guests and private channels need an invitation. */
function mustReach(user: User, channel: Channel): void {
  if (channel.archived) throw new Error(`#${channel.name} is archived: nobody writes there`);
  if (channel.members.has(user.id)) return;
  const isGuest = user.kind === 'guest' || user.kind === 'single-channel guest';
  if (channel.kind !== 'public' || isGuest) {
    throw new Error(`${user.name} is not in #${channel.name}: joins() comes first`);
  }
  channel.members.add(user.id);
}
