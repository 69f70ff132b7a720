import type { Command } from '../src/invoke/context.ts';
import { announce, answer, text } from '../src/invoke/reply.ts';

export const pause: Command = {
  name: 'pause',
  aliases: ['suspendre'],
  input: 'none',
  completes: 'nothing',
  description: (texts) => texts.commands.pause.description,
  example: (texts) => texts.commands.pause.example,

  async run(context) {
    const words = context.texts.commands.pause;
    return (await context.pause()) ? announce(text(words.paused)) : answer(text(words.already));
  },
};
