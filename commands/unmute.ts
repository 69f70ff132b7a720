import type { Command } from '../src/invoke/context.ts';
import { announce, answer, mistake, text } from '../src/invoke/reply.ts';
import { echoLength, shorten } from '../src/invoke/shorten.ts';

export const unmute: Command = {
  name: 'unmute',
  aliases: ['unsilence', 'réentendre'],
  input: 'optional',
  completes: 'articles',
  description: (texts) => texts.commands.unmute.description,
  example: (texts) => texts.commands.unmute.example,

  async run(context) {
    const { texts, invocation } = context;
    const words = texts.commands.unmute;
    const story = await context.unmute(invocation.input);
    if (story !== undefined)
      return story.changed
        ? announce(text(words.unmuted(story.title)))
        : answer(text(words.notMuted(story.title)));
    if (invocation.input === '') return answer(text(texts.commands.mute.nothingRang));
    return mistake(texts.mistakes.noSuchArticle(shorten(invocation.input, echoLength)));
  },
};
