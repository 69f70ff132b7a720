import type { Command, Context } from '../src/invoke/context.ts';
import { findCommand, namesOf, nearestName, withoutSlash } from '../src/invoke/find-command.ts';
import type { Reply } from '../src/invoke/invocation.ts';
import { answer, list, mistake, text } from '../src/invoke/reply.ts';
import { echoLength, shorten } from '../src/invoke/shorten.ts';

export const help: Command = {
  name: 'help',
  aliases: ['commands', 'aide', 'commandes'],
  input: 'optional',
  completes: 'commands',
  description: (texts) => texts.commands.help.description,
  example: (texts) => texts.commands.help.example,

  async run(context) {
    const { texts, invocation, commands } = context;
    const topic = withoutSlash(invocation.input);
    if (topic === '') return overview(context);
    const command = findCommand(topic, commands);
    if (command !== undefined) return onCommand(command, context);
    return mistake(texts.mistakes.noSuchTopic(shorten(topic, echoLength), nearestName(topic, commands)));
  },
};

function overview({ texts, commands }: Context): Reply {
  const words = texts.commands.help;
  return answer(
    text(words.intro),
    list(commands.map((command) => ({ lead: usage(command, texts), rest: command.description(texts) }))),
    text(words.more),
  );
}

function onCommand(command: Command, { texts }: Context): Reply {
  const words = texts.commands.help;
  const aliases = namesOf(command).slice(1);
  const parts = [list([{ lead: usage(command, texts), rest: command.description(texts) }])];
  if (command.completes === 'keywords') parts.push(text(words.howToWrite), list(words.writing));
  if (aliases.length > 0) parts.push(text(words.alsoCalled(aliases)));
  return answer(...parts);
}

/** The command as it could be typed. */
function usage(command: Command, texts: Context['texts']): string {
  return `/${command.name} ${command.example(texts)}`.trim();
}
