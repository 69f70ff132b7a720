import type { ChoicesPart, Reply, ReplyPart } from './invocation.ts';

/** For the one who asked. */
export function answer(...parts: readonly ReplyPart[]): Reply {
  return { audience: 'caller', mistake: false, parts };
}

/** For everybody in the channel, because it changes what they receive. */
export function announce(...parts: readonly ReplyPart[]): Reply {
  return { audience: 'channel', mistake: false, parts };
}

/** Something the person can mend; nothing was changed. */
export function mistake(sentence: string): Reply {
  return { audience: 'caller', mistake: true, parts: [text(sentence)] };
}

export function text(sentence: string): ReplyPart {
  return { kind: 'text', text: sentence };
}

export function list(items: ReadonlyArray<{ readonly lead: string; readonly rest: string }>): ReplyPart {
  return { kind: 'list', items };
}

/** As many as fit a row of buttons. */
const mostChoices = 5;

export function choices(question: string, all: ChoicesPart['choices']): ReplyPart {
  return { kind: 'choices', question, choices: all.slice(0, mostChoices) };
}
