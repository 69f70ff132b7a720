import type { DeliveryOptions } from '../domain.ts';
import type { Texts } from '../messages/texts.ts';

/** How what rings is delivered, in words; empty where it is as usual. */
export function deliveryTold(
  { mentions = [], thread, silent }: DeliveryOptions = {},
  { commands }: Pick<Texts, 'commands'>,
): readonly string[] {
  const words = commands.subscriptions;
  return [
    ...(silent === true ? [words.silent] : []),
    ...(thread === true ? [words.inThread] : []),
    ...(mentions.length > 0 ? [words.calls(mentions.length)] : []),
  ];
}
