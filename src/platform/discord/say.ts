/** A button that stands for a line: whoever presses it has typed the line, with their own rights. */
import type { MessageComponentInteraction } from 'discord.js';
import type { InvokeParts } from '../../invoke/open-context.ts';
import { mistake } from '../../invoke/reply.ts';
import { textsFor } from '../../messages/choose.ts';
import type { FrontDesk } from '../front-desk.ts';
import type { Answered } from './answer.ts';
import { mostInCustomId } from './components.ts';
import type { People } from './people.ts';

const mark = 'say:';

/** @returns undefined for a line that is too long for a button */
export function sayId(line: string): string | undefined {
  const id = mark + line.replace(/^\//, '');
  return id.length <= mostInCustomId ? id : undefined;
}

/** @returns undefined for what is no such button */
export function readSay(
  pressed: MessageComponentInteraction,
  {
    people,
    invoke,
    ask,
  }: {
    readonly people: People;
    readonly invoke: InvokeParts;
    readonly ask: FrontDesk['ask'];
  },
): (() => Promise<Answered>) | undefined {
  const [, name = '', input = ''] = /^say:(\S+)\s*(.*)$/s.exec(pressed.customId) ?? [];
  if (name === '') return undefined;
  return async () => {
    const place = await people.place(pressed);
    if (place === undefined) return { reply: mistake(textsFor(pressed.locale).discord.noSuchChannel) };
    return { reply: await ask({ ...place, name, input, at: invoke.now() }) };
  };
}
