/** Tells Discord which commands there are, if that is not what it knows already: it takes 200 new ones a day. */
import {
  DiscordAPIError,
  type REST,
  Routes,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { plainCommand } from './plain-command.ts';

export interface Registered {
  /** Anything was different. */
  readonly changed: boolean;
  /** The server does not take them as they are, only with less to them. */
  readonly plain: boolean;
}

export async function registerCommands(
  rest: REST,
  applicationId: string,
  wanted: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[],
): Promise<Registered> {
  const route = Routes.applicationCommands(applicationId);
  const there = (await rest.get(route, {
    query: new URLSearchParams({ with_localizations: 'true' }),
  })) as object[];
  if (asOne(there) === asOne(wanted)) return { changed: false, plain: false };
  try {
    await rest.put(route, { body: wanted });
    return { changed: true, plain: false };
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || error.status !== 400) throw error;
  }
  const less = wanted.map(plainCommand);
  const changed = asOne(there) !== asOne(less);
  if (changed) await rest.put(route, { body: less });
  return { changed, plain: true };
}

/** The server's own no: asked again soon it says the same. */
export function isRefusal(error: unknown): boolean {
  return error instanceof DiscordAPIError && [400, 403, 404, 405].includes(error.status);
}

/** What people see of them; Discord adds ids and versions, and fills in what was left out. */
const compared = [
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'default_member_permissions',
  'contexts',
  'integration_types',
  'options',
];

function asOne(commands: readonly object[]): string {
  return JSON.stringify(
    commands
      .map((command) => Object.fromEntries(Object.entries(command).filter(([key]) => compared.includes(key))))
      .map(plain)
      .map((command) => JSON.stringify(command))
      .toSorted(),
  );
}

/** Keys in one order, without those that say nothing: `null`, `false`, an empty list or object. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, plain(inner)] as const)
      .filter(
        ([key, inner]) => key !== 'name_localized' && key !== 'description_localized' && !isNothing(inner),
      )
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
