/**
 * Who does something, and where. A server is a workspace. So is each person's direct messages with the bot: what one
 * watches there is for nobody else's eyes.
 */
import { type BaseInteraction, GuildMember, PermissionFlagsBits, type PermissionsBitField } from 'discord.js';
import type { Channel, Person, Workspace } from '../../domain.ts';
import { textsFor } from '../../messages/choose.ts';
import type { Store } from '../../store/store.ts';

export interface Place {
  readonly channel: Channel;
  readonly person: Person;
}

/** Another channel than the one where something is asked, and what the person may do there. */
export interface Target {
  readonly id: string;
  readonly permissions: Readonly<PermissionsBitField> | null;
}

export interface People {
  /** Finds or makes the workspace and the channel. @returns undefined if Discord does not say where it is asked */
  readonly place: (interaction: BaseInteraction, target?: Target) => Promise<Place | undefined>;
  /** The channel that is meant, where we know it already. */
  readonly channel: (
    interaction: BaseInteraction,
    workspace: Workspace,
    target?: Target,
  ) => Promise<Channel | undefined>;
  /** Without making anything. */
  readonly workspace: (interaction: BaseInteraction) => Promise<Workspace | undefined>;
  readonly person: (interaction: BaseInteraction, workspace: Workspace, target?: Target) => Person;
}

/** @param zone of the dates in answers; Discord does not tell a person's own */
export function createPeople(
  { workspaces, subscriptions }: Pick<Store, 'workspaces' | 'subscriptions'>,
  zone: string,
): People {
  return {
    channel,
    async place(interaction, target) {
      const id = target?.id ?? interaction.channelId;
      if (id === null) return undefined;
      const wanted = workspaceOf(interaction, zone);
      const known = await workspaces.find('discord', wanted.externalId);
      const workspace = known?.name === wanted.name ? known : await workspaces.open(wanted);
      const there = await channel(interaction, workspace, target);
      const name = nameOf(interaction, there?.externalId ?? id);
      const isCurrent = there !== undefined && (name === undefined || there.name === name);
      return {
        channel: isCurrent
          ? there
          : await workspaces.openChannel(workspace.id, there?.externalId ?? id, name),
        person: personOf(interaction, workspace, target),
      };
    },
    workspace: (interaction) => workspaces.find('discord', workspaceOf(interaction, zone).externalId),
    person: personOf,
  };

  /**
   * Whoever asks in the post of an alert, or in the thread of a story, means the channel that it was sent to: unless the
   * thread is followed itself, or is about to be.
   */
  async function channel(
    interaction: BaseInteraction,
    workspace: Workspace,
    target?: Target,
  ): Promise<Channel | undefined> {
    const own = await workspaces.findChannel(workspace.id, target?.id ?? interaction.channelId ?? '');
    const isFollowed = own !== undefined && (await subscriptions.ofChannel(own.id)).length > 0;
    const commands = interaction.isCommand() || interaction.isAutocomplete();
    if (target !== undefined || isFollowed || own?.status === 'paused' || !commands) return own;
    if (interaction.commandName === 'subscribe') return own;
    const parent = await parentOf(interaction);
    return (parent === null ? undefined : await workspaces.findChannel(workspace.id, parent)) ?? own;
  }
}

function nameOf({ client }: BaseInteraction, channelId: string): string | undefined {
  const channel = client.channels.cache.get(channelId);
  return channel !== undefined && 'name' in channel ? (channel.name ?? undefined) : undefined;
}

/** Of a thread. One that is archived has to be asked for. */
async function parentOf({ channel, channelId, guildId, client }: BaseInteraction): Promise<string | null> {
  if (guildId === null || channelId === null) return null;
  const here = channel ?? (await client.channels.fetch(channelId).catch(() => null));
  return here?.isThread() === true ? here.parentId : null;
}

/** The workspace's id on Discord: of a server its own, of somebody's direct messages "@" and the person's. */
export function isDirect(workspace: Pick<Workspace, 'externalId'>): boolean {
  return workspace.externalId.startsWith('@');
}

function workspaceOf(interaction: BaseInteraction, zone: string) {
  const { guildId, guild, user, locale, guildLocale } = interaction;
  return guildId === null
    ? {
        platform: 'discord' as const,
        externalId: `@${user.id}`,
        name: `@${user.username}`,
        language: textsFor(locale).language,
        zone,
      }
    : {
        platform: 'discord' as const,
        externalId: guildId,
        name: guild?.name ?? guildId,
        language: textsFor(guildLocale ?? locale).language,
        zone,
      };
}

function personOf(interaction: BaseInteraction, workspace: Workspace, target?: Target): Person {
  const permissions = concernsServer(interaction)
    ? permissionsInServer(interaction)
    : target === undefined
      ? permissionsHere(interaction)
      : target.permissions;
  return {
    workspaceId: workspace.id,
    externalId: interaction.user.id,
    language: textsFor(interaction.locale).language,
    zone: workspace.zone,
    manages: isDirect(workspace) || (permissions?.any(managing) ?? false),
  };
}

/** What is watched is the same for all channels: managing one of them is not enough to change it. */
function concernsServer(interaction: BaseInteraction): boolean {
  return interaction.isCommand() && interaction.commandName === 'sources';
}

/** In the channel, as Discord says; where nobody says, as roles and overwrites do. */
export function permissionsHere({
  memberPermissions,
  member,
  channel,
}: BaseInteraction): Readonly<PermissionsBitField> | null {
  if (memberPermissions !== null || !(member instanceof GuildMember)) return memberPermissions;
  return channel !== null && 'permissionsFor' in channel ? channel.permissionsFor(member) : null;
}

function permissionsInServer({ member }: BaseInteraction): Readonly<PermissionsBitField> | null {
  return member instanceof GuildMember ? member.permissions : null;
}

/** Administrators may everything. */
const managing = [PermissionFlagsBits.ManageChannels, PermissionFlagsBits.ManageGuild];
