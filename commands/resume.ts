import type { Command } from '../src/invoke/context.ts';
import { announce, answer, text } from '../src/invoke/reply.ts';

export const resume: Command = {
  name: 'resume',
  aliases: ['continue', 'reprendre'],
  input: 'none',
  completes: 'nothing',
  description: (texts) => texts.commands.resume.description,
  example: (texts) => texts.commands.resume.example,

  async run(context) {
    const words = context.texts.commands.resume;
    const waiting = await context.resume();
    return waiting === undefined ? answer(text(words.notPaused)) : announce(text(words.resumed(waiting)));
  },
};
