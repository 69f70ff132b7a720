/** Who somebody is in a workspace, as Slack says: asked when needed, believed for some minutes. */
import type { World } from '../../world.ts';
import type { Answer } from './api.ts';
import type { Tokens } from './tokens.ts';

export type Role = 'owner' | 'admin' | 'member' | 'guest';

export interface Profile {
  readonly role: Role;
  /** As people call them. */
  readonly name: string | undefined;
  /** "fr-FR" */
  readonly locale: string | undefined;
  /** IANA time zone. */
  readonly zone: string | undefined;
}

export type Profiles = (team: string, user: string) => Promise<Profile>;

const believedMs = 5 * 60_000;
/** Where Slack could not be asked: soon again. */
const doubtedMs = 30_000;
const mostKnown = 5000;
/** An answer to a command may take half an hour; whoever asks when Slack is asked too often waits for a while. */
const mostTries = 4;
const mostWaitMs = 30_000;
/** Where Slack does not say when. */
const againMs = 1000;

/** Of whom nobody can say anything is a guest: who may do less does no harm. */
const nobody: Profile = { role: 'guest', name: undefined, locale: undefined, zone: undefined };

export function createProfiles(
  { ask }: Pick<Tokens, 'ask'>,
  { now, after }: Pick<World, 'now' | 'after'>,
): Profiles {
  const known = new Map<string, { readonly profile: Promise<Profile>; until: number }>();
  return (team, user) => {
    const key = `${team} ${user}`;
    const before = known.get(key);
    if (before !== undefined && before.until > now()) return before.profile;
    const [oldest] = known.keys();
    if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest);
    const entry = { profile: look(before?.profile), until: now() + believedMs };
    // Put behind all others: the first one goes where there are too many.
    known.delete(key);
    known.set(key, entry);
    return entry.profile;

    /** @param was what was known of them is better than nothing */
    async function look(was: Promise<Profile> | undefined): Promise<Profile> {
      const { outcome, error, said } = await asked(0);
      if (outcome.kind === 'done') return profileIn(said?.['user'] as RawUser | undefined, team);
      entry.until = now() + doubtedMs;
      if (was !== undefined) return was;
      // Where it cannot be asked who somebody is there are members, of whom we cannot tell more.
      return cannotBeAsked.includes(error ?? '') ? { ...nobody, role: 'member' } : nobody;
    }

    async function asked(tries: number): Promise<Answer> {
      const answer = await ask(team, 'users.info', { user, include_locale: true });
      const { outcome } = answer;
      const mayPass = outcome.kind === 'busy' || outcome.kind === 'unknown';
      const toldMs = outcome.kind === 'busy' ? outcome.retryAfterMs : undefined;
      const waitMs = mayPass ? (toldMs ?? againMs) : Infinity;
      if (waitMs > mostWaitMs || tries + 1 >= mostTries) return answer;
      await new Promise<void>((passed) => void after(waitMs, passed));
      return asked(tries + 1);
    }
  };
}

const cannotBeAsked = ['missing_scope', 'unknown_method', 'not_allowed_token_type'];

/** https://docs.slack.dev/reference/objects/user-object */
interface RawUser {
  readonly team_id?: string;
  readonly name?: string;
  readonly real_name?: string;
  readonly deleted?: boolean;
  readonly is_owner?: boolean;
  readonly is_primary_owner?: boolean;
  readonly is_admin?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
  readonly locale?: string;
  readonly tz?: string;
}

function profileIn(user: RawUser = {}, team: string): Profile {
  const { real_name: realName, name = '', locale, tz: zone } = user;
  return {
    role: roleOf(user, team),
    name: realName || name || undefined,
    locale,
    zone: isZone(zone) ? zone : undefined,
  };
}

/** Who comes from another company through a shared channel is a guest here, whatever they are at home. */
function roleOf(user: RawUser, team: string): Role {
  const foreign = user.is_stranger === true || (user.team_id !== undefined && user.team_id !== team);
  if (foreign || user.deleted || user.is_restricted || user.is_ultra_restricted) return 'guest';
  if (user.is_owner || user.is_primary_owner) return 'owner';
  return user.is_admin ? 'admin' : 'member';
}

function isZone(name: string | undefined): name is string {
  try {
    return name !== undefined && new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== '';
  } catch {
    return false;
  }
}
