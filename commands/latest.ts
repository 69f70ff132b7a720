import type { Command, Context } from '../src/invoke/context.ts';
import type { ReplyPart } from '../src/invoke/invocation.ts';
import { answer, choices, mistake, text } from '../src/invoke/reply.ts';
import { echoLength, shorten } from '../src/invoke/shorten.ts';

const mostShown = 10;
const usuallyShown = 5;

export const latest: Command = {
  name: 'latest',
  aliases: ['news', 'dernières', 'derniers', 'actus', 'actualités'],
  input: 'optional',
  completes: 'keywords',
  description: (texts) => texts.commands.latest.description,
  example: (texts) => texts.commands.latest.example,

  async run(context) {
    const { texts, invocation } = context;
    const { query, count } = readInput(invocation.input);
    if (count < 1 || count > mostShown) {
      const instead = ['/latest', query, `"${count}"`].filter((word) => word !== undefined).join(' ');
      return mistake(texts.mistakes.countOutOfRange(count, mostShown, instead));
    }
    const cards = await context.search(query, count);
    const words = texts.commands.latest;
    const shown = query && shorten(query, echoLength);
    if (cards.length === 0) {
      const none = text(shown === undefined ? words.none : words.noneFor(shown));
      return answer(none, ...(query === undefined ? [] : await meantInstead(query, context)));
    }
    return answer(text(words.found(cards.length, shown)), { kind: 'cards', cards });
  },
};

/** Of a word with several meanings nothing was found in any of them: there is nothing to choose. */
async function meantInstead(query: string, { hint, texts }: Context): Promise<readonly ReplyPart[]> {
  const meant = await hint(query);
  if (meant?.kind !== 'misspelt') return [];
  const question = texts.query.help.didYouMean(meant.typed, meant.meant);
  return [choices(question, [{ label: meant.query, line: `/latest ${meant.query}` }])];
}

/** "AWS 3" is three articles on AWS; a number in quotes, or with anything but digits in it, belongs to the query. */
function readInput(input: string): { readonly query: string | undefined; readonly count: number } {
  const [, query = '', digits] = /^(?:(.*?)\s+)?(\d{1,9})$/s.exec(input) ?? [];
  if (digits === undefined) return { query: input === '' ? undefined : input, count: usuallyShown };
  return { query: query === '' ? undefined : query, count: Number(digits) };
}
