import type { AlertContent, FigureChange, Language, Outlet } from '../domain.ts';

/** An alert as one line of JSON: what `chat --json` and `ring --json` print. */
export interface AlertLine {
  readonly channel: string;
  readonly title: string;
  readonly url: string | null;
  /** ISO 8601 in UTC. */
  readonly published: string;
  readonly source: string;
  readonly language: Language;
  readonly summary: string;
  readonly reasons: ReadonlyArray<{
    readonly subscription: string;
    readonly term: string;
    readonly words: readonly string[];
  }>;
  /** The first is the article's own. */
  readonly outlets: readonly Outlet[];
  /** Key numbers that later reports give otherwise. */
  readonly changes?: readonly FigureChange[] | undefined;
  /** The title of the story that this one continues. */
  readonly follows?: string | undefined;
  /** What `/why` takes. */
  readonly article: number;
}

export function alertLine(channel: string, content: AlertContent): AlertLine {
  return {
    channel,
    title: content.title,
    url: content.url ?? null,
    published: new Date(content.publishedAt).toISOString(),
    source: content.outlet,
    language: content.language,
    summary: content.summary,
    reasons: content.reasons.map(({ subscription, term, words }) => ({ subscription, term, words })),
    outlets: content.outlets,
    changes: content.changes,
    follows: content.follows?.title,
    article: content.articleId,
  };
}
