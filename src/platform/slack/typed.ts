/** How commands are typed on Slack: "/news why 12", and "/why 12" as well where the workspace wants that. */
import type { Command } from '../../invoke/context.ts';
import { findCommand, namesOf, nearestName, withoutSlash } from '../../invoke/find-command.ts';

/** The one that is always there. */
export const mainCommand = 'news';

/** Which commands Slack is told of: `all` also has each by its own name. */
export type CommandSet = 'news' | 'all';

/** Taken by Slack itself, or by so many other apps that they would be theirs (docs.slack.dev, "Slash commands"). */
const takenBySlack = ['help', 'mute', 'unmute'];

/** Our commands that may have a name of their own. */
export function shortCommands(commands: readonly Command[]): readonly Command[] {
  return commands.filter(({ name }) => !takenBySlack.includes(name));
}

export interface Typed {
  /** Undefined where nothing was said: a form helps. */
  readonly name: string | undefined;
  readonly input: string;
}

/** @param command as Slack names it: "/news", "/subscribe" */
export function readTyped(command: string, text: string, commands: readonly Command[]): Typed {
  const own = withoutSlash(command);
  if (own !== mainCommand) return { name: own, input: text };
  if (text === '') return { name: undefined, input: '' };
  const [, verb = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
  const isVerb = findCommand(verb, commands) ?? nearestName(verb, commands);
  // "/news AWS layoffs" asks for them.
  return isVerb === undefined ? { name: 'latest', input: text } : { name: verb, input: rest.trim() };
}

/** Sentences of ours as they are typed here: "/why 12" → "/news why 12" where there is no "/why". */
export function createTypedIn(commands: readonly Command[], set: CommandSet): (sentence: string) => string {
  const short = set === 'all' ? shortCommands(commands).map(({ name }) => name) : [];
  const known = [mainCommand, ...short];
  const others = commands.flatMap(namesOf).filter((name) => !known.includes(name));
  const pattern = new RegExp(
    String.raw`(?<![\p{L}\p{N}/:.])/(${others.map((name) => RegExp.escape(name)).join('|')})(?![\p{L}\p{N}/])`,
    'gu',
  );
  return (sentence) => sentence.replaceAll(pattern, `/${mainCommand} $1`);
}
