/** Lines as people type them on the local platform: commands, with or without the slash. */
import type { Channel, Person } from '../domain.ts';
import { textsFor } from '../messages/choose.ts';
import type { Command } from './context.ts';
import { dispatch } from './dispatch.ts';
import { findCommand, nearestName, withoutSlash } from './find-command.ts';
import type { Reply } from './invocation.ts';
import type { InvokeParts } from './open-context.ts';
import { mistake } from './reply.ts';

type Line =
  | { readonly kind: 'command'; readonly name: string; readonly input: string }
  | { readonly kind: 'empty' }
  /** Something said that is no command. */
  | { readonly kind: 'talk' };

/** "/subscribe AWS" is a command whether it exists or not; "subscribe AWS" only if it (nearly) does. */
function readLine(line: string, commands: readonly Command[]): Line {
  const said = line.trim();
  if (withoutSlash(said).trim() === '') return { kind: 'empty' };
  const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(said) ?? [];
  const name = withoutSlash(first);
  const slashed = name !== first;
  const meant =
    slashed || findCommand(name, commands) !== undefined || nearestName(name, commands) !== undefined;
  return meant ? { kind: 'command', name, input: rest } : { kind: 'talk' };
}

export interface Said {
  readonly channel: Channel;
  readonly person: Person;
  readonly line: string;
  readonly at: number;
}

/** Answers a line. Every line gets an answer, the empty one too. */
export async function answerLine({ channel, person, line, at }: Said, parts: InvokeParts): Promise<Reply> {
  const { mistakes } = textsFor(person.language);
  const read = readLine(line, parts.commands);
  switch (read.kind) {
    case 'command':
      return dispatch({ channel, person, name: read.name, input: read.input, at }, parts);
    case 'empty':
      return mistake(mistakes.emptyLine);
    case 'talk':
      return mistake(mistakes.notACommand);
  }
}
