/** Who is to be called by what rings, as it is said within a command: "/news subscribe AWS @ada @desk". */
import type { DeliveryOptions, Mention } from '../../domain.ts';

/** As Slack writes people and groups that were chosen from its list: "<@U123|ada>", "<!subteam^S123|@desk>". */
const mention = /<(?:@([UW][A-Z0-9]{2,20})|!subteam\^(S[A-Z0-9]{2,20}))(?:\|[^<>]*)?>/g;

/** @returns the text without them, and nothing about delivery if nobody was named */
export function readDelivery(text: string): {
  readonly rest: string;
  readonly delivery: DeliveryOptions | undefined;
} {
  const mentions = [...text.matchAll(mention)].map(([, member, role]): Mention => {
    return member === undefined ? { kind: 'role', id: role ?? '' } : { kind: 'member', id: member };
  });
  const rest = text
    .replaceAll(mention, ' ')
    .replaceAll(/\s{2,}/g, ' ')
    .trim();
  return { rest, delivery: mentions.length === 0 ? undefined : { mentions } };
}
