/** A command for servers that speak like Discord, but whose form for commands is an older one. */
import {
  ApplicationCommandOptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';

type Json = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** In one language, without completion, and without the options whose kind came later. */
export function plainCommand({ options = [], ...command }: Json): Json {
  const known = options.filter(({ type }) => type <= ApplicationCommandOptionType.Role);
  return known.length === 0 ? command : { ...command, options: known.map(plainOption) };
}

type Option = NonNullable<Json['options']>[number];

function plainOption(option: Option): Option {
  const { type, name, description, required } = option;
  const choices =
    'choices' in option ? option.choices?.map(({ name: shown, value }) => ({ name: shown, value })) : [];
  return { type, name, description, required, ...(choices && choices.length > 0 && { choices }) } as Option;
}
