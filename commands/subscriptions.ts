import type { Command, Context } from '../src/invoke/context.ts';
import { deliveryTold } from '../src/invoke/delivery-told.ts';
import type { ReplyPart } from '../src/invoke/invocation.ts';
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
    if (newest === undefined) return answer(...pauseOf(context), text(words.none));
    return answer(
      ...pauseOf(context),
      text(words.count(there.length)),
      list(
        there.map(({ typed, delivery }, index) => ({
          lead: `${index + 1}. ${typed}`,
          rest: deliveryTold(delivery, context.texts).join(' · '),
        })),
      ),
      text(words.howToRemove(newest.typed)),
    );
  },
};

/** Before all else: as long as the channel is paused, nothing of the list rings. */
function pauseOf({ invocation, texts }: Context): readonly ReplyPart[] {
  const { status, reason, pausedBy } = invocation.channel;
  if (status !== 'paused') return [];
  const words = texts.commands.subscriptions;
  return [text(pausedBy === undefined ? words.paused(reason) : words.pausedBy(pausedBy))];
}
