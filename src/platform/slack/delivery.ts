/** How what rings is to be delivered, as it is said within a command: "/news subscribe AWS @ada @desk thread:yes". */
import type { DeliveryOptions, Mention } from '../../domain.ts';

/** As Slack writes people and groups that were chosen from its list: "<@U123|ada>", "<!subteam^S123|@desk>". */
const mention = /<(?:@([UW][A-Z0-9]{2,20})|!subteam\^(S[A-Z0-9]{2,20}))(?:\|[^<>]*)?>/g;

/** @param text as Slack sends it @returns the text without them */
export function readMentions(text: string): {
  readonly rest: string;
  readonly mentions: readonly Mention[];
} {
  const mentions = [...text.matchAll(mention)].map(([, member, role]): Mention => {
    return member === undefined ? { kind: 'role', id: role ?? '' } : { kind: 'member', id: member };
  });
  return { rest: tidy(text.replaceAll(mention, ' ')), mentions };
}

export type Delivery =
  /** `delivery` is absent where nothing was said about it. */
  | { readonly kind: 'known'; readonly input: string; readonly delivery: DeliveryOptions | undefined }
  /** Nobody is called so: "@desk". */
  | { readonly kind: 'nobody'; readonly name: string };

/**
 * @param input what is to be followed, in which groups may stand as somebody typed them: Slack knows only people and
 * channels in a command
 * @param groupCalled finds the id of the group with this handle
 */
export async function readDelivery(
  input: string,
  mentioned: readonly Mention[],
  groupCalled: (handle: string) => Promise<string | undefined>,
): Promise<Delivery> {
  const called = takeOut(input, name);
  const threads = takeOut(called.rest, inThread);
  const mentions = [...mentioned];
  for (const one of called.taken) {
    const id = await groupCalled(one.slice(1));
    if (id === undefined) return { kind: 'nobody', name: one };
    mentions.push({ kind: 'role', id });
  }
  const thread = threads.taken.some((said) => /:(?:yes|oui)$/iu.test(said));
  const isSaid = mentions.length > 0 || threads.taken.length > 0;
  return {
    kind: 'known',
    input: threads.rest,
    delivery: isSaid ? { ...(mentions.length > 0 && { mentions }), ...(thread && { thread }) } : undefined,
  };
}

/** "@desk", but no part of an address of mail. */
const name = /(?<![\p{L}\p{N}._-])@[\p{L}\p{N}][\p{L}\p{N}._-]*/u;
const inThread = /(?<!\S)(?:thread|fil):(?:yes|no|oui|non)(?![^\s,])/u;
const quote = /["“”„«»][^"“”„«»]*["“”„«»]/u;

/** What stands in quotes is looked for as it stands. */
function takeOut(
  input: string,
  pattern: RegExp,
): { readonly rest: string; readonly taken: readonly string[] } {
  const taken: string[] = [];
  const rest = input.replaceAll(new RegExp(`(${quote.source})|${pattern.source}`, 'giu'), (found, kept) => {
    if (kept !== undefined) return found;
    taken.push(found);
    return ' ';
  });
  return { rest: tidy(rest), taken };
}

function tidy(text: string): string {
  return text.replaceAll(/\s{2,}/g, ' ').trim();
}
