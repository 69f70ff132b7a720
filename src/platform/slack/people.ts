/** Who does something, and where: a Slack team is a workspace, and so is nobody else's. */
import type { Channel, Language, Person, Workspace } from '../../domain.ts';
import { boundedCache } from '../../language/bounded-cache.ts';
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
  /** The same as far as it is known without asking anybody. */
  readonly spoken: (who: Who) => Language;
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

/** A word of whom nobody remembers is said in the bot's own language. */
const mostSpoken = 5000;

export function createPeople(parts: PeopleParts): People {
  const { store, tokens, profiles, managers } = parts;
  const { workspaces } = store;
  const directs = new Map<string, string>();
  /** By team. A workspace is never lost, and nothing of it changes but its name. */
  const known = new Map<string, Workspace>();
  const spoken = boundedCache<{ language?: Language }>(mostSpoken, () => ({}));

  return {
    async place(who, { channel: id, name }, command) {
      const workspace = await openWorkspace(who.team);
      const isNamed = name !== undefined && !['directmessage', 'privategroup'].includes(name);
      return {
        channel: await workspaces.openChannel(workspace.id, id, isNamed ? name : undefined),
        person: await person(who, workspace, id, command),
      };
    },
    workspace: knownWorkspace,
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
      const here = await knownWorkspace(who.team);
      const wishes = here && (await store.people.find(here.id, who.user));
      const { locale } = await profiles(who.team, who.user);
      const { language } = textsFor(chosen(wishes?.language) ?? locale ?? parts.language);
      spoken(keyOf(who)).language = language;
      return language;
    },
    spoken: (who) => spoken(keyOf(who)).language ?? textsFor(parts.language).language,
  };

  async function knownWorkspace(team: string): Promise<Workspace | undefined> {
    return known.get(team) ?? workspaces.find('slack', team);
  }

  async function openWorkspace(team: string): Promise<Workspace> {
    const before = known.get(team);
    if (before !== undefined) return before;
    const there = await workspaces.find('slack', team);
    const { said } = await tokens.ask(team, 'team.info');
    const { name = there?.name ?? team } = (said?.['team'] ?? {}) as { readonly name?: string };
    const { language, zone } = parts;
    const opened = await workspaces.open({ platform: 'slack', externalId: team, name, language, zone });
    known.set(team, opened);
    return opened;
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
    const key = keyOf({ team, user });
    const before = directs.get(key);
    if (before !== undefined) return before;
    const { said } = await tokens.ask(team, 'conversations.open', { users: user });
    const { id } = (said?.['channel'] ?? {}) as { readonly id?: string };
    if (id !== undefined) directs.set(key, id);
    return id;
  }
}

function keyOf({ team, user }: Who): string {
  return `${team} ${user}`;
}

/** The empty text is a wish that was taken back. */
function chosen(wish: string | undefined): string | undefined {
  return wish === '' ? undefined : wish;
}
