/** What a person fills in behind a command, as Discord's client would send it, or an error where it would not let them. */
import { optionTypes, type Command } from './command-rules.ts';
import { lengthOf, record, textOf } from './form.ts';
import { guildPermissions, permissions } from './permissions.ts';
import type { Channel, Guild, Json, User } from './shapes.ts';
import { resolverIn, type Resolver } from './resolved.ts';
import { guildOf, type State } from './state.ts';

/** By the names of options; people, channels and roles by name, by id, or as what has an id. */
export type Values = Readonly<Record<string, string | number | boolean | Named>>;

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface Filled {
  readonly command: Command;
  /** `data` of the interaction. */
  readonly data: Json;
}

/**
 * @param line "/subscribe", or with its subcommand "/sources add"
 * @param focused the option that is being typed: nothing is required then
 */
export function fillIn(
  state: State,
  channel: Channel,
  user: User,
  line: string,
  values: Values,
  focused?: string,
): Filled {
  const [name = '', ...path] = line.replace(/^\//, '').split(' ');
  const command = offered(state, channel, user, name);
  const resolver = resolverIn(state, channel);
  let options = optionsOf(command.body);
  const wrap: Json[] = [];
  for (const step of path) {
    const found = options.find((option) => option['name'] === step);
    if (found === undefined) throw new Error(`/${name} has no "${step}"; there are ${namesOf(options)}`);
    wrap.push({ name: step, type: found['type'] });
    options = optionsOf(found);
  }
  const filled = valuesFor(options, values, resolver, focused);
  const nested = wrap.reduceRight<readonly Json[]>((inner, step) => [{ ...step, options: inner }], filled);
  const data = {
    id: command.id,
    name: command.name,
    type: 1,
    ...(nested.length === 0 ? {} : { options: nested }),
    ...resolver.travels(),
    ...(command.guildId === undefined ? {} : { guild_id: command.guildId }),
  };
  return { command, data };
}

/** A command of the guild hides a global one of the same name. */
function offered(state: State, channel: Channel, user: User, name: string): Command {
  const guild = guildOf(state, channel);
  if (guild?.members.has(state.bot.id) === false) throw new Error(`the bot is not in ${guild.name}`);
  const all = [...(state.commands.get(guild?.id ?? '') ?? []), ...(state.commands.get('everywhere') ?? [])];
  const command = all.find((one) => one.name === name && one.type === 1);
  if (command === undefined) {
    throw new Error(
      `no command /${name}; there are ${all.map((one) => `/${one.name}`).join(', ') || 'none'}`,
    );
  }
  const { contexts, dm_permission: inDirect } = command.body;
  const here = guild === undefined ? 1 : 0;
  const isHere = Array.isArray(contexts)
    ? contexts.includes(here)
    : guild !== undefined || inDirect !== false;
  if (!isHere) throw new Error(`/${name} is not offered ${here === 1 ? 'in direct messages' : 'in a guild'}`);
  mustBeAllowed(guild, user, command);
  return command;
}

function mustBeAllowed(guild: Guild | undefined, user: User, command: Command): void {
  const needed = command.body['default_member_permissions'];
  if (guild === undefined || typeof needed !== 'string') return;
  const bits = guildPermissions(guild, guild.members.get(user.id)!);
  const isAdmin = (bits & permissions.ADMINISTRATOR) !== 0n;
  // "0" is for administrators alone.
  if (isAdmin || (needed !== '0' && (bits & BigInt(needed)) === BigInt(needed))) return;
  throw new Error(`/${command.name} is not offered to ${user.name}: it needs permissions ${needed}`);
}

function valuesFor(
  options: readonly Json[],
  values: Values,
  resolver: Resolver,
  focused: string | undefined,
): readonly Json[] {
  for (const name of Object.keys(values)) {
    if (!options.some((option) => option['name'] === name)) {
      throw new Error(`there is no option "${name}"; there are ${namesOf(options)}`);
    }
  }
  return options.flatMap((option) => {
    const name = textOf(option['name']);
    const value = values[name] ?? (name === focused ? '' : undefined);
    if (value === undefined) {
      if (option['required'] === true && focused === undefined) throw new Error(`"${name}" is required`);
      return [];
    }
    const type = Number(option['type']);
    if (name === focused)
      return [{ name, type, value: typeof value === 'object' ? value.name : String(value), focused: true }];
    return [{ name, type, value: valueFor(option, value, resolver) }];
  });
}

function valueFor(option: Json, value: Values[string], resolver: Resolver): string | number | boolean {
  const named = typeof value === 'object' ? value.id : String(value);
  switch (Number(option['type'])) {
    case optionTypes.user:
      return resolver.user(named);
    case optionTypes.mentionable:
      return resolver.userOrRole(named);
    case optionTypes.channel:
      return resolver.channel(named);
    case optionTypes.role:
      return resolver.role(named);
    case optionTypes.boolean:
      return value === true || value === 'true';
    case optionTypes.integer:
    case optionTypes.number:
      return numberFor(option, numberOf(option, named));
    default:
      return textFor(option, named);
  }
}

/** A choice is picked by what stands in the list. */
function numberOf(option: Json, named: string): number {
  const choices = (option['choices'] ?? []) as readonly Json[];
  return Number(choices.find(({ name }) => name === named)?.['value'] ?? named);
}

function numberFor(option: Json, value: number): number {
  const chosen = choiceFor(option, String(value));
  const { min_value: least, max_value: most } = option;
  if (Number.isNaN(value) || value < Number(least ?? -Infinity) || value > Number(most ?? Infinity)) {
    throw new Error(`"${textOf(option['name'])}" takes numbers from ${String(least)} to ${String(most)}`);
  }
  return Number(chosen);
}

function textFor(option: Json, value: string): string | number {
  const length = lengthOf(value);
  if (length > Number(option['max_length'] ?? 6000) || length < Number(option['min_length'] ?? 0)) {
    throw new Error(`"${textOf(option['name'])}" does not take ${length} characters`);
  }
  return choiceFor(option, value);
}

/** A choice is picked by what is shown of it, or by its value; where there are choices, nothing else can be sent. */
function choiceFor(option: Json, value: string): string | number {
  const choices = (Array.isArray(option['choices']) ? option['choices'] : []).map((choice) => record(choice));
  if (choices.length === 0) return value;
  const chosen = choices.find((choice) => choice['name'] === value || String(choice['value']) === value);
  if (chosen === undefined) throw new Error(`"${value}" is no choice; there are ${namesOf(choices)}`);
  return chosen['value'] as string | number;
}

function optionsOf(part: Json): readonly Json[] {
  return (Array.isArray(part['options']) ? part['options'] : []).map((option) => record(option));
}

function namesOf(parts: readonly Json[]): string {
  return parts.map((part) => textOf(part['name'])).join(', ') || 'none';
}
