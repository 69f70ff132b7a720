import type { Command } from '../src/invoke/context.ts';
import { announce, answer, mistake, text } from '../src/invoke/reply.ts';
import { echoLength, shorten } from '../src/invoke/shorten.ts';

export const mute: Command = {
  name: 'mute',
  aliases: ['silence', 'ignorer', 'sourdine'],
  input: 'optional',
  completes: 'articles',
  description: (texts) => texts.commands.mute.description,
  example: (texts) => texts.commands.mute.example,

  async run(context) {
    const { texts, invocation } = context;
    const words = texts.commands.mute;
    const story = await context.mute(invocation.input);
    if (story !== undefined)
      return story.changed
        ? announce(text(words.muted(story.title)))
        : answer(text(words.already(story.title)));
    if (invocation.input === '') return answer(text(texts.commands.mute.nothingRang));
    return mistake(texts.mistakes.noSuchArticle(shorten(invocation.input, echoLength)));
  },
};
