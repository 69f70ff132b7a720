import type { Command, Context, Subscribed } from '../src/invoke/context.ts';
import { deliveryTold } from '../src/invoke/delivery-told.ts';
import type { Reply, ReplyPart } from '../src/invoke/invocation.ts';
import { announce, choices, list, mistake, text } from '../src/invoke/reply.ts';

export const subscribe: Command = {
  name: 'subscribe',
  aliases: ['sub', 'follow', 'abonner', 'abonne', 'suivre'],
  input: 'required',
  completes: 'keywords',
  takesDelivery: true,
  description: (texts) => texts.commands.subscribe.description,
  example: (texts) => texts.commands.subscribe.example,

  async run(context) {
    const { texts, invocation } = context;
    if (invocation.input === '') {
      return mistake(texts.mistakes.nothingToSubscribe(`/subscribe ${texts.commands.subscribe.example}`));
    }
    return told(await context.subscribe(invocation.input), context);
  },
};

function told(subscribed: readonly Subscribed[], { texts }: Context): Reply {
  const words = texts.commands.subscribe;
  const added = subscribed.filter(({ kind }) => kind === 'added');
  const latest = latestOf(added);
  return announce(
    text(headOf(subscribed, words)),
    list(subscribed.map((one) => ({ lead: one.subscription.typed, rest: restOf(one, texts) }))),
    ...subscribed.flatMap(({ hint }) => (hint === undefined ? [] : [asked(hint, texts)])),
    ...(latest.length === 0
      ? []
      : [text(words.latestOfThose(latest.length)), { kind: 'cards', cards: latest } as const]),
  );
}

type Words = Context['texts']['commands']['subscribe'];

function headOf(subscribed: readonly Subscribed[], words: Words): string {
  const [insteadOf] = subscribed.flatMap((one) => one.insteadOf ?? []);
  if (insteadOf !== undefined) return words.insteadOf(insteadOf);
  const added = subscribed.filter(({ kind }) => kind === 'added').length;
  if (added > 0) return words.nowRings(added);
  return subscribed.some(({ kind }) => kind === 'changed') ? words.deliveryChanged : words.nothingNew;
}

function restOf({ kind, forecast, paraphrase, subscription }: Subscribed, texts: Context['texts']): string {
  const words = texts.commands.subscribe;
  const delivery = deliveryTold(subscription.delivery, texts);
  switch (kind) {
    case 'added':
      return [paraphrase, ...delivery, words.forecast(forecast.count, forecast.atLeast)].join(' · ');
    case 'changed':
      return [words.changed, ...delivery].join(' · ');
    case 'already':
      return [words.already, ...delivery].join(' · ');
  }
}

/** It rings already, as typed: what was meant instead is one press away. */
function asked(hint: NonNullable<Subscribed['hint']>, texts: Context['texts']): ReplyPart {
  const { didYouMean, which, senses } = texts.query.help;
  switch (hint.kind) {
    case 'misspelt':
      return choices(didYouMean(hint.typed, hint.meant), [
        { label: hint.query, line: `/subscribe ${hint.part} => ${hint.query}` },
      ]);
    case 'ambiguous':
      return choices(
        which(hint.typed),
        hint.choices.map(({ sense, query }) => {
          return { label: senses[sense], line: `/subscribe ${hint.typed} => ${query}` };
        }),
      );
  }
}

/** One card for each, at most three; an article that several would have rung for stands there once. */
function latestOf(added: readonly Subscribed[]) {
  const cards = added.flatMap(({ forecast }) => forecast.latest ?? []);
  return [...new Map(cards.map((card) => [card.articleId, card])).values()].slice(0, 3);
}
