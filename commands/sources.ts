import type { Source } from '../src/domain.ts';
import type { Command, Context } from '../src/invoke/context.ts';
import type { FirstLook } from '../src/invoke/first-look.ts';
import type { Later, Reply } from '../src/invoke/invocation.ts';
import { announce, answer, list, mistake, text } from '../src/invoke/reply.ts';
import { echoLength, shorten } from '../src/invoke/shorten.ts';
import { shownAddress } from '../src/invoke/sources.ts';

export const sources: Command = {
  name: 'sources',
  aliases: ['source', 'feeds', 'flux'],
  input: 'optional',
  completes: 'sources',
  description: (texts) => texts.commands.sources.description,
  example: (texts) => texts.commands.sources.example,

  async run(context) {
    const { texts, invocation } = context;
    const [, verb = '', what = ''] = /^(\S*)\s*(.*)$/s.exec(invocation.input) ?? [];
    const words = texts.commands.sources;
    if (verb === '') return overview(context);
    if (what !== '' && words.addVerbs.includes(verb.toLowerCase())) return add(what, context);
    if (what !== '' && words.removeVerbs.includes(verb.toLowerCase())) return remove(what, context);
    return mistake(texts.mistakes.sourcesUsage);
  },
};

async function overview(context: Context): Promise<Reply> {
  const words = context.texts.commands.sources;
  const watched = await context.sources();
  if (watched.length === 0) return answer(text(words.none));
  return answer(
    text(words.count(watched.length)),
    list(watched.map((source, index) => lineFor(source, index + 1, context))),
    text(words.howToChange),
  );
}

async function add(url: string, context: Context): Promise<Reply | Later> {
  const words = context.texts.commands.sources;
  const before = await context.sources();
  const source = await context.addSource(url);
  if (before.some(({ id }) => id === source.id)) return answer(text(words.already(source.title)));
  return { later: async () => added(source, await context.firstLook(source), context) };
}

async function added(source: Source, look: FirstLook, context: Context): Promise<Reply> {
  const words = context.texts.commands.sources;
  switch (look.kind) {
    case 'already':
      return answer(text(words.already(look.title)));
    case 'not yet':
      return announce(text(words.added(source.title)));
    case 'failed': {
      const number = (await context.sources()).findIndex(({ id }) => id === source.id) + 1;
      return announce(text(words.addedInVain(source.title, look.reason, number)));
    }
    case 'read': {
      const { title, entries, newestAt, named } = look;
      const shows = text(
        words.addedAndRead(title, entries, newestAt === undefined ? undefined : context.when(newestAt)),
      );
      return named === undefined
        ? announce(shows)
        : announce(text(words.namesFeed(named.page, named.feed)), shows);
    }
  }
}

async function remove(what: string, context: Context): Promise<Reply> {
  const { texts } = context;
  const source = await context.removeSource(what);
  if (source === undefined) return mistake(texts.mistakes.noSuchSource(shorten(what, echoLength)));
  return announce(text(texts.commands.sources.removed(source.title)));
}

function lineFor(source: Source, number: number, context: Context) {
  const words = context.texts.commands.sources;
  const title = source.kind === 'inbox' ? words.inbox : source.title;
  return { lead: `${number}. ${title}`, rest: `${shownAddress(source)} · ${healthOf(source, context)}` };
}

function healthOf({ kind, fails, error, lastOkAt }: Source, { texts, when }: Context): string {
  const words = texts.commands.sources;
  if (fails > 0) return words.failing(fails, error ?? '');
  if (lastOkAt !== undefined) return words.fine(when(lastOkAt));
  return kind === 'inbox' ? words.watchedAllTheTime : words.notLookedAt;
}
