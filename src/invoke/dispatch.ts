import { UserError } from '../errors.ts';
import { textsFor } from '../messages/choose.ts';
import { findCommand, nearestName } from './find-command.ts';
import type { Invocation, Later, Reply } from './invocation.ts';
import { openContext, type InvokeParts } from './open-context.ts';
import { mistakeSentence } from './mistake-sentence.ts';
import { mistake } from './reply.ts';
import { echoLength, shorten } from './shorten.ts';

/** More than this is not looked at: no query a person writes comes near it. In UTF-16 units. */
const longestInput = 10_000;

/**
 * Runs what a person asked for and answers in that person's language. Every mistake of theirs becomes a reply;
 * what is thrown from here is ours.
 */
export async function dispatch(invocation: Invocation, parts: InvokeParts): Promise<Reply> {
  const told = await begin(invocation, parts);
  return 'later' in told ? told.later() : told;
}

/** As `dispatch`, but for what waits for something outside: that is left to the caller. */
export async function begin(invocation: Invocation, parts: InvokeParts): Promise<Reply | Later> {
  const texts = textsFor(invocation.person.language);
  if (invocation.input.length > longestInput) {
    return mistake(texts.mistakes.tooLong(invocation.input.length, longestInput));
  }
  const command = findCommand(invocation.name, parts.commands);
  if (command === undefined) {
    const nearest = nearestName(invocation.name, parts.commands);
    return mistake(texts.mistakes.unknownCommand(shorten(invocation.name, echoLength), nearest));
  }
  try {
    return await command.run(openContext(invocation, parts));
  } catch (error) {
    if (error instanceof UserError) return mistake(mistakeSentence(error, invocation.input, texts));
    throw error;
  }
}
