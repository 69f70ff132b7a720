import type { StoryReason } from '../src/domain.ts';
import type { Command, Context, Explanation, Verdict } from '../src/invoke/context.ts';
import type { Reply, ReplyPart } from '../src/invoke/invocation.ts';
import { answer, list, mistake, text } from '../src/invoke/reply.ts';
import { echoLength, shorten } from '../src/invoke/shorten.ts';

export const why: Command = {
  name: 'why',
  aliases: ['explain', 'pourquoi', 'expliquer'],
  input: 'optional',
  completes: 'articles',
  description: (texts) => texts.commands.why.description,
  example: (texts) => texts.commands.why.example,

  async run(context) {
    const { texts, invocation } = context;
    const explanation = await context.explain(invocation.input);
    if (explanation !== undefined) return told(explanation, context);
    if (invocation.input === '') return answer(text(texts.commands.why.nothingRang));
    return mistake(texts.mistakes.noSuchArticle(shorten(invocation.input, echoLength)));
  },
};

function told(explanation: Explanation, { texts }: Context): Reply {
  const { article, card, verdicts, unreadable, story, muted, asked } = explanation;
  const words = texts.commands.why;
  const parts: ReplyPart[] = [{ kind: 'cards', cards: [{ ...card, explained: true }] }];
  if (article.forgotten) return answer(...parts, text(words.forgotten));
  if (asked !== undefined) {
    const line = asked.met ? metLine(asked, article.title, texts) : missedLine(asked, texts);
    const head = asked.met ? words.rangFor(asked.typed) : words.notFor(asked.typed);
    return answer(...parts, text(head), list([line]));
  }
  if (story !== undefined) parts.push(text(storyLine(story, words)));
  if (muted) parts.push(text(words.muted));
  if (verdicts.length + unreadable.length === 0) return answer(...parts, text(words.noSubscriptions));

  const { met = [], missed = [] } = Object.groupBy(verdicts, (verdict) => (verdict.met ? 'met' : 'missed'));
  if (met.length > 0)
    parts.push(text(words.rang), list(met.map((verdict) => metLine(verdict, article.title, texts))));
  if (missed.length > 0) {
    parts.push(
      text(met.length === 0 ? words.noneMet : words.didNotRing),
      list(missed.map((verdict) => missedLine(verdict, texts))),
    );
  }
  if (unreadable.length > 0) {
    parts.push(
      text(words.unreadable),
      list(
        unreadable.map(({ number, subscription }) => {
          return { lead: subscription.typed, rest: words.subscribeAgain(number) };
        }),
      ),
    );
  }
  if (!article.alertable) parts.push(text(words.baseline));
  return answer(...parts);
}

type Texts = Context['texts'];
type Words = Texts['commands']['why'];

function storyLine({ kind, title, reason }: NonNullable<Explanation['story']>, words: Words): string {
  const say = kind === 'joins' ? words.sameStory : words.followsStory;
  return say(title, reason && sharedBy(reason, words));
}

function sharedBy(reason: StoryReason, words: Words): string | undefined {
  if (reason.kind === 'same text') return words.sameText;
  const { names, figures, concepts } = reason;
  const said = [];
  if (names.length + figures.length + concepts.length > 0) said.push(words.shared(names, figures, concepts));
  if (reason.kind === 'later development' && reason.news.length > 0) said.push(words.news(reason.news));
  return said.length === 0 ? undefined : said.join(' ');
}

function metLine({ typed, terms, tooEarly }: Verdict, title: string, { commands, query }: Texts) {
  const words = commands.why;
  const there = terms.filter((term) => term.met && term.words.length > 0);
  const said = there.map(({ term, words: found, meaning, strength, aside }) =>
    words.met(
      terms.length === 1 ? undefined : term,
      strength === 'title' && aside === undefined ? wordsIn(title, found) : found,
      isPlain(term, found, meaning) ? undefined : meaning,
      strength && query.held.strength[aside === 'denied' ? aside : strength],
    ),
  );
  // The title is on the card already.
  const sentence = there.map((term) => term.sentence).find((one) => one !== undefined && one !== title);
  if (sentence !== undefined) said.push(words.sentence(sentence));
  if (tooEarly) said.push(words.tooEarly);
  return { lead: typed, rest: said.join(' ') };
}

/** What is said to be in the title is in it. */
function wordsIn(title: string, found: readonly string[]): readonly string[] {
  const said = title.replaceAll(/\s+/g, ' ');
  return found.filter((word) => said.includes(word));
}

function missedLine({ typed, terms }: Verdict, { commands, query }: Texts) {
  const words = commands.why;
  const unmet = terms.filter((term) => !term.met);
  const {
    absent = [],
    excluded = [],
    near = [],
  } = Object.groupBy(unmet, ({ held }) => {
    return held?.kind === 'excluded'
      ? 'excluded'
      : held === undefined || held.kind === 'absent'
        ? 'absent'
        : 'near';
  });
  const said = [];
  if (absent.length > 0) said.push(words.missing(absent.map(({ term }) => term)));
  for (const miss of near) {
    said.push(nearMiss(miss, query.held));
    if (miss.sentence !== undefined && tellsMore.has(miss.held?.kind))
      said.push(words.sentence(miss.sentence));
  }
  if (excluded.length > 0) said.push(words.excluded(excluded.map(({ term }) => term.replace(/^-/, ''))));
  return { lead: typed, rest: said.join(' ') };
}

type Term = Verdict['terms'][number];

/** Where one wants to see for oneself. */
const tellsMore: ReadonlySet<NonNullable<Term['held']>['kind'] | undefined> = new Set([
  'in passing',
  'denied',
  'other sense',
  'other trade',
  'small letters',
]);

function nearMiss({ term, words, held }: Term, texts: Texts['query']['held']): string {
  switch (held?.kind) {
    case 'in passing':
      return texts.inPassing(words, mentionsOf(term));
    case 'denied':
      return texts.denied(words, mentionsOf(term));
    case 'not in title':
      return texts.notInTitle(words);
    case 'other sense':
      return texts.otherSense(words, held.by);
    case 'other trade':
      return texts.otherTrade(words, held.by);
    case 'small letters':
      return texts.smallLetters(words);
    case 'other words':
      return texts.otherWords(term.replaceAll('"', ''), words, held.meaning);
    case 'apart':
      return texts.apart(words);
    case 'inside a word':
      return texts.insideWord(term, words);
    case 'similar':
      return texts.similar(term, words);
    case 'field':
      return texts.field(term, held.field, held.has);
    case 'absent':
    case 'excluded':
    case undefined:
      return '';
  }
}

/** The article has the very word, or the term is the meaning's own name: there is nothing to explain. */
function isPlain(term: string, found: readonly string[], meaning: string | undefined): boolean {
  return [...found, meaning].some((word) => word?.toLowerCase() === term.toLowerCase());
}

/** The query that rings for what is an aside. */
function mentionsOf(term: string): string {
  const bare = term.replace(/^(?:title|about):/, '');
  return `mentions:${/\s/.test(bare) ? `(${bare})` : bare}`;
}
