import type { StoryReason } from '../src/domain.ts';
import type { Command, Context, Explanation } from '../src/invoke/context.ts';
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

type Verdict = Explanation['verdicts'][number];

function told(explanation: Explanation, { texts }: Context): Reply {
  const { article, card, verdicts, unreadable, story, muted } = explanation;
  const words = texts.commands.why;
  const parts: ReplyPart[] = [{ kind: 'cards', cards: [{ ...card, explained: true }] }];
  if (story !== undefined) parts.push(text(storyLine(story, words)));
  if (muted) parts.push(text(words.muted));
  if (verdicts.length + unreadable.length === 0) return answer(...parts, text(words.noSubscriptions));

  const { met = [], missed = [] } = Object.groupBy(verdicts, (verdict) => (verdict.met ? 'met' : 'missed'));
  if (met.length > 0)
    parts.push(text(words.rang), list(met.map((verdict) => metLine(verdict, card.title, words))));
  if (missed.length > 0) {
    parts.push(
      text(met.length === 0 ? words.noneMet : words.didNotRing),
      list(missed.map((verdict) => missedLine(verdict, words))),
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

type Words = Context['texts']['commands']['why'];

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

function metLine({ subscription, terms, tooEarly }: Verdict, title: string, words: Words) {
  const there = terms.filter((term) => term.met && term.words.length > 0);
  const said = there.map(({ term, words: found, meaning }) =>
    words.met(
      terms.length === 1 ? undefined : term,
      found,
      isPlain(term, found, meaning) ? undefined : meaning,
    ),
  );
  // The title is on the card already.
  const sentence = there.map((term) => term.sentence).find((one) => one !== undefined && one !== title);
  if (sentence !== undefined) said.push(words.sentence(sentence));
  if (tooEarly) said.push(words.tooEarly);
  return { lead: subscription.typed, rest: said.join(' ') };
}

function missedLine({ subscription, terms }: Verdict, words: Words) {
  // A term that is not met though there are words for it is one that was ruled out.
  const { missing = [], excluded = [] } = Object.groupBy(
    terms.filter((term) => !term.met),
    (term) => (term.words.length > 0 ? 'excluded' : 'missing'),
  );
  const said = [];
  if (missing.length > 0) said.push(words.missing(missing.map(({ term }) => term)));
  if (excluded.length > 0) said.push(words.excluded(excluded.map(({ term }) => term.replace(/^-/, ''))));
  return { lead: subscription.typed, rest: said.join(' ') };
}

/** The article has the very word, or the term is the meaning's own name: there is nothing to explain. */
function isPlain(term: string, found: readonly string[], meaning: string | undefined): boolean {
  return [...found, meaning].some((word) => word?.toLowerCase() === term.toLowerCase());
}
