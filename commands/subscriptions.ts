import type { Command } from '../src/invoke/context.ts';
import { answer, list, text } from '../src/invoke/reply.ts';

export const subscriptions: Command = {
  name: 'subscriptions',
  aliases: ['subs', 'abonnements'],
  input: 'none',
  completes: 'nothing',
  description: (texts) => texts.commands.subscriptions.description,
  example: (texts) => texts.commands.subscriptions.example,

  async run(context) {
    const words = context.texts.commands.subscriptions;
    const there = await context.subscriptions();
    const newest = there.at(-1);
    if (newest === undefined) return answer(text(words.none));
    return answer(
      text(words.count(there.length)),
      list(there.map(({ typed }, index) => ({ lead: `${index + 1}. ${typed}`, rest: '' }))),
      text(words.howToRemove(newest.typed)),
    );
  },
};
