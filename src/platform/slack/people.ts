/** Who does something, and where: a Slack team is a workspace, and so is nobody else's. */
import type { Channel, Language, Person, Workspace } from '../../domain.ts';
import { textsFor } from '../../messages/choose.ts';
import type { Store } from '../../store/store.ts';
import type { Profiles } from './profiles.ts';
import type { Tokens } from './tokens.ts';

/** Somebody, in Slack's ids. */
export interface Who {
  readonly team: string;
  readonly user: string;
}

export interface Where {
  readonly channel: string;
  /** "news"; Slack names conversations of two "directmessage". */
  readonly name?: string | undefined;
}

export interface Place {
  readonly channel: Channel;
  readonly person: Person;
}

export interface People {
  /** Finds or makes the workspace and the channel. */
  readonly place: (who: Who, where: Where, command?: string) => Promise<Place>;
  /** Of what is known already. */
  readonly workspace: (team: string) => Promise<Workspace | undefined>;
  readonly openWorkspace: (team: string) => Promise<Workspace>;
  readonly person: (who: Who, workspace: Workspace, channel: string, command?: string) => Promise<Person>;
  /** Whoever paused the channel by a name instead of an id, which is all that is kept. */
  readonly named: (who: Who, place: Place) => Promise<Place>;
  /** The conversation of somebody with the bot; undefined if there can be none. */
  readonly direct: (who: Who) => Promise<string | undefined>;
  /** In which to answer somebody. */
  readonly language: (who: Who) => Promise<Language>;
}

export interface PeopleParts {
  readonly store: Pick<Store, 'workspaces' | 'people'>;
  readonly tokens: Tokens;
  readonly profiles: Profiles;
  /** Whether everybody but guests may change what a channel receives, or only who manages the workspace. */
  readonly managers: 'members' | 'admins';
  /** Of new workspaces. */
  readonly language: Language;
  readonly zone: string;
}

export function createPeople(parts: PeopleParts): People {
  const { store, tokens, profiles, managers } = parts;
  const { workspaces } = store;
  const directs = new Map<string, string>();
  const names = new Map<string, string>();

  return {
    async place(who, { channel: id, name }, command) {
      const workspace = await openWorkspace(who.team);
      const isNamed = name !== undefined && !['directmessage', 'privategroup'].includes(name);
      return {
        channel: await workspaces.openChannel(workspace.id, id, isNamed ? name : undefined),
        person: await person(who, workspace, id, command),
      };
    },
    workspace: (team) => workspaces.find('slack', team),
    openWorkspace,
    person,
    direct,
    async named({ team }, place) {
      const { pausedBy } = place.channel;
      if (pausedBy === undefined) return place;
      const { name = pausedBy } = await profiles(team, pausedBy);
      return { ...place, channel: { ...place.channel, pausedBy: name } };
    },
    async language(who) {
      const workspace = await workspaces.find('slack', who.team);
      const wishes = workspace && (await store.people.find(workspace.id, who.user));
      const { locale } = await profiles(who.team, who.user);
      return textsFor(chosen(wishes?.language) ?? locale ?? parts.language).language;
    },
  };

  async function openWorkspace(team: string): Promise<Workspace> {
    const known = await workspaces.find('slack', team);
    if (known !== undefined && names.has(team)) return known;
    const { said } = await tokens.ask(team, 'team.info');
    const { name = known?.name ?? team } = (said?.['team'] ?? {}) as { readonly name?: string };
    names.set(team, name);
    const { language, zone } = parts;
    return workspaces.open({ platform: 'slack', externalId: team, name, language, zone });
  }

  async function person(who: Who, workspace: Workspace, channel: string, command = ''): Promise<Person> {
    const { role, locale, zone } = await profiles(who.team, who.user);
    const wishes = await store.people.find(workspace.id, who.user);
    const runsIt = role === 'owner' || role === 'admin';
    const own = channel.startsWith('D');
    const isMember = runsIt || role === 'member';
    return {
      workspaceId: workspace.id,
      externalId: who.user,
      language: textsFor(chosen(wishes.language) ?? locale ?? workspace.language).language,
      zone: chosen(wishes.zone) ?? zone ?? workspace.zone,
      // What is watched is the same for all channels: managing one of them is not enough to change it.
      manages: runsIt || (command !== 'sources' && (own || (isMember && managers === 'members'))),
    };
  }

  async function direct({ team, user }: Who): Promise<string | undefined> {
    const key = `${team} ${user}`;
    const known = directs.get(key);
    if (known !== undefined) return known;
    const { said } = await tokens.ask(team, 'conversations.open', { users: user });
    const { id } = (said?.['channel'] ?? {}) as { readonly id?: string };
    if (id !== undefined) directs.set(key, id);
    return id;
  }
}

/** The empty text is a wish that was taken back. */
function chosen(wish: string | undefined): string | undefined {
  return wish === '' ? undefined : wish;
}
