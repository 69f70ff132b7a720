/** Tells Discord which commands there are, if that is not what it knows already: it takes 200 new ones a day. */
import { type REST, Routes, type RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';

/** @returns whether anything was different */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  wanted: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[],
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  const there = (await rest.get(route, {
    query: new URLSearchParams({ with_localizations: 'true' }),
  })) as object[];
  if (asOne(there) === asOne(wanted)) return false;
  await rest.put(route, { body: wanted });
  return true;
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
