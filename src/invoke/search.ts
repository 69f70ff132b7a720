/** Finds articles by the same means that make them ring: what is found is what would have rung. */
import type { Article, Query } from '../domain.ts';
import { analyze, type Analysis } from '../language/analyze.ts';
import { factsOf } from '../match/facts.ts';
import { candidateTerms, meets } from '../match/matcher.ts';
import { parseEither } from '../match/query.ts';
import { cardOf } from './card.ts';
import type { Card } from './invocation.ts';
import type { Scope } from './scope.ts';
import { createTurns } from './turns.ts';

/** Articles that are analysed for one invocation; beyond it a search gives up rather than hold up everybody. */
export const mostCandidates = 2_000;
const pageSize = 100;

interface Wanted {
  /** Absent: every article. */
  readonly query: Query | undefined;
  readonly most: number;
}

export type Finding =
  | { readonly kind: 'met'; readonly article: Article }
  /** `most` candidates were looked at; there may be more behind them. */
  | { readonly kind: 'gave up' };

/** The newest articles that meet the query, newest first; one for each story. */
export async function latest(
  typed: string | undefined,
  count: number,
  scope: Scope,
): Promise<readonly Card[]> {
  const query = typed === undefined ? undefined : parseEither(typed);
  const seen = new Set<number>();
  const newest = new Map<number, Article>();
  for await (const finding of findArticles({ query, most: mostCandidates }, scope)) {
    if (finding.kind === 'met' && !seen.has(finding.article.storyId)) {
      const { storyId } = finding.article;
      seen.add(storyId);
      const { toldBefore } = await scope.store.articles.story(storyId, scope.channel.workspaceId);
      newest.getOrInsert(toldBefore?.storyId ?? storyId, finding.article);
    }
    if (newest.size === count) break;
  }
  return Promise.all([...newest.values()].map((article) => cardOf(article, scope)));
}

/** Every article the workspace may see that meets the query, newest first. */
export async function* findArticles({ query, most }: Wanted, scope: Scope): AsyncGenerator<Finding> {
  const anyOf = query && candidateTerms(query);
  let looked = 0;
  for await (const article of candidates(anyOf, scope)) {
    if (looked === most) {
      yield { kind: 'gave up' };
      return;
    }
    looked += 1;
    if (query === undefined || meets(query, analysisOf(article), factsOf(article)))
      yield { kind: 'met', article };
  }
}

/**
 * Articles that have at least one of these search terms (absent: all), newest first, page by page. A long search is
 * many short ones to everybody else: whoever takes an article works on it until the next is asked for.
 */
export async function* candidates(
  anyOf: readonly string[] | undefined,
  scope: Scope,
): AsyncGenerator<Article> {
  const { workspaceId } = scope.channel;
  const letOthersGo = createTurns(scope.now);
  let last: Article | undefined;
  do {
    const after = last && { publishedAt: last.publishedAt, id: last.id };
    const page = await scope.store.articles.search({ workspaceId, anyOf, after, limit: pageSize });
    for (const article of page) {
      yield article;
      await letOthersGo();
    }
    last = page.length < pageSize ? undefined : page.at(-1);
  } while (last !== undefined);
}

export function analysisOf(article: Article): Analysis {
  return analyze({ title: article.title, text: article.text, language: article.language });
}
