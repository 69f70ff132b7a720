import { resolve } from 'node:path';
import { composeAlerts, composeContent } from '../deliver/compose.ts';
import type { AlertContent, Article, Draft, Language, Match, Subscription } from '../domain.ts';
import { type Analysis, analyze } from '../language/analyze.ts';
import { type Facts, factsOf } from '../match/facts.ts';
import { meet } from '../match/matcher.ts';
import { parseSubscriptions } from '../match/query.ts';
import { alertIdsOf } from '../message-id.ts';
import { renderNew } from '../platform/discord/render.ts';
import { renderPost as renderForSlack } from '../platform/slack/render.ts';
import type { Post } from '../platform/platform.ts';
import { summarize } from '../summarize/extract.ts';
import { articlesIn, type Identify } from './articles-file.ts';
import { printLine, readArguments, required, UsageError, type Verb } from './verb.ts';

/** `render`: the message each article would be posted as, exactly. */
export function renderVerb(identify: Identify, now: () => number, language: () => Language): Verb {
  return {
    name: 'render',
    usage: '--platform slack|discord|local --articles ARTICLES.jsonl [--subscribe QUERY]',
    about:
      'Prints {"id", "payload"} for each article: what would be posted, with the reasons why it rang for QUERY.',
    async run(args, { output, folder }) {
      const { values } = readArguments(args, {
        platform: { type: 'string' },
        articles: { type: 'string' },
        subscribe: { type: 'string' },
      });
      const render = rendererOf(required(values.platform, '--platform'), language());
      const path = resolve(folder, required(values.articles, '--articles'));
      const queries = values.subscribe === undefined ? [] : parseSubscriptions(values.subscribe);
      for await (const { id, draft } of articlesIn(path, identify, now())) {
        // Nothing to accept: nothing would be posted.
        if (draft === undefined) printLine(output, { id, payload: null });
        else printLine(output, { id, payload: render(postOf(draft, queries)) });
      }
      return 0;
    },
  };
}

function rendererOf(platform: string, language: Language): (post: Post) => unknown {
  if (platform === 'discord') return (post) => renderNew({ language }, post);
  if (platform === 'local') return ({ content }) => content;
  if (platform === 'slack') return (post) => renderForSlack({ language }, post);
  throw new UsageError(`--platform ${platform}: expected slack, discord or local.`);
}

type Queries = ReturnType<typeof parseSubscriptions>;

/** As the pipeline would compose it for a channel in which nothing has rung before. */
function postOf(draft: Draft, queries: Queries): Post {
  const article = articleOf(draft);
  const analysis = analyze(article);
  const facts = factsOf(article);
  const matches = queries.flatMap((one, at) => matchOf(one, at, analysis, facts) ?? []);
  const [alert] = composeAlerts(article, matches);
  const owed = { storyId: article.storyId, reasons: alert?.reasons ?? [] };
  const { title, url, outlet } = article;
  const content: AlertContent = composeContent(
    owed,
    article,
    summarize(article),
    [{ name: outlet, title, url }],
    {
      changes: [],
    },
  );
  return { marker: alert?.id ?? alertIdsOf(article.storyKey)(channelKey, 0), revision: 1, content };
}

const channelKey = 'render/render/render';

function articleOf(draft: Draft): Article {
  const numbers = { id: 1, audience: 0, sourceId: 1, storyId: 1, revision: 1 };
  const times = { acceptedAt: draft.publishedAt, alertable: true, rings: [] };
  return { ...draft, ...numbers, ...times, storyKey: draft.keys[0] ?? '' };
}

function matchOf(
  { query, typed }: Queries[number],
  at: number,
  analysis: Analysis,
  facts: Facts,
): Match | undefined {
  const evidence = meet(query, analysis, facts);
  if (evidence === undefined) return undefined;
  const subscription: Subscription = {
    id: at + 1,
    channelId: 1,
    workspaceId: 1,
    channelKey,
    query: query.canonical,
    typed,
    createdBy: 'render',
    sinceArticleId: 0,
  };
  return { subscription, evidence };
}
