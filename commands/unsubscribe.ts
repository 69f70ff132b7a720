import type { Command, Context, Unsubscribed } from '../src/invoke/context.ts';
import type { Reply, ReplyPart } from '../src/invoke/invocation.ts';
import { announce, answer, list, mistake, text } from '../src/invoke/reply.ts';

export const unsubscribe: Command = {
  name: 'unsubscribe',
  aliases: ['unsub', 'unfollow', 'désabonner', 'désabonne', 'arrêter'],
  input: 'required',
  completes: 'subscriptions',
  description: (texts) => texts.commands.unsubscribe.description,
  example: (texts) => texts.commands.unsubscribe.example,

  async run(context) {
    const { texts, invocation } = context;
    if (invocation.input === '') {
      return mistake(
        texts.mistakes.nothingToUnsubscribe(`/unsubscribe ${texts.commands.unsubscribe.example}`),
      );
    }
    const there = await context.subscriptions();
    if (there.length === 0) return answer(text(texts.commands.unsubscribe.nothingThere));
    const wanted = meansAll(context) ? there.map((_, index) => index + 1).join(', ') : invocation.input;
    return told(await context.unsubscribe(wanted), context);
  },
};

function meansAll({ texts, invocation }: Context): boolean {
  return texts.commands.unsubscribe.all.includes(invocation.input.toLowerCase());
}

async function told(unsubscribed: readonly Unsubscribed[], context: Context): Promise<Reply> {
  const words = context.texts.commands.unsubscribe;
  const removed = unsubscribed.flatMap((one) => (one.kind === 'removed' ? [one.subscription.typed] : []));
  const absent = unsubscribed.flatMap((one) => (one.kind === 'absent' ? [one.typed] : []));
  const left = (await context.subscriptions()).map(({ typed }) => typed);

  const still = text(left.length === 0 ? words.nothingLeft : words.stillRings(left));
  if (removed.length === 0) return mistake(`${words.absent(absent)} ${words.stillRings(left)}`);
  const parts: ReplyPart[] = [
    text(words.removed(removed.length)),
    list(removed.map((lead) => ({ lead, rest: '' }))),
  ];
  if (absent.length > 0) parts.push(text(words.absent(absent)));
  return announce(...parts, still);
}
