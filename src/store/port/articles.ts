/** What is asked of a store about articles: accepting, matching, finding them. See `../store.ts`. */
import type { ArticleSketch } from '../../accept/sketch-article.ts';
import type { Article, Draft, KeyFigure, Outlet, Reason, StoryChoice, StoryFacts } from '../../domain.ts';

/** What became of an entry. All but `known` is due, unless it is silent. */
export interface Accepted {
  readonly kind: 'new' | 'revised' | 'ringing' | 'known';
  readonly article: Article;
}

export interface Acceptance {
  readonly draft: Draft;
  readonly audience: number;
  readonly sourceId: number;
  /** False for a silent baseline: kept and searchable, never due. */
  readonly alertable: boolean;
  readonly now: number;
  /** Search terms of title and text (`language/analyze.ts`). */
  readonly terms: readonly string[];
  /**
   * What a new article is compared with stories by (`accept/story.ts`), of the same audience or public, none older than
   * 72 h before `now`, at most 150: first the newest, then those that share most of its `telling`.
   */
  readonly sketched: ArticleSketch;
  /** For tests: the story that it joins or follows if it is new. Throws if it is none of those it is compared with. */
  readonly choice?: StoryChoice | undefined;
  /** What it tells of its story's figures, new or in a new revision. */
  readonly figures: readonly KeyFigure[];
}

/** An entry as it is recognised. */
export interface Seen
  extends Pick<Draft, 'keys' | 'contentHash'>, Pick<Acceptance, 'sourceId' | 'audience' | 'now'> {}

export interface Matched {
  readonly articleId: number;
  readonly revision: number;
  readonly storyId: number;
  readonly alerts: ReadonlyArray<{
    readonly id: string;
    readonly channelId: number;
    readonly reasons: readonly Reason[];
  }>;
  /** `changeNo` of the subscriptions that it was matched with: what has ended since rings no more. Absent: what ever has. */
  readonly asOf?: number | undefined;
  readonly now: number;
}

export interface Search {
  readonly workspaceId: number;
  /** Only articles with at least one of these search terms; absent = all. */
  readonly anyOf?: readonly string[] | undefined;
  /** The last article of the page before: the answer goes on behind it, in the order of `search`. */
  readonly after?: { readonly publishedAt: number; readonly id: number } | undefined;
  readonly limit: number;
}

export interface Articles {
  /**
   * The article's transaction: recognised by any of its keys (`accept/same-article.ts` says when one is not enough), it is `known` (same content, or seen by another source),
   * `revised` (its own source says something it never said before: next revision, due again if it is alertable) or
   * `ringing` (a source that has not shown it before brings it as alertable, and for that source's audience it was silent
   * until now: it is due for them, with a number of its own in the order of acceptance);
   * otherwise it is `new`, joins or opens a story, and is due if it is alertable. Where a workspace's own story of the
   * last 72 hours told the event of a public article before, that one and the public story are one for the workspace from
   * then on: one alert, one mute, one list of outlets.
   * "guid:", "path:" and "title:" keys hold within their source, all others within the audience and the public one.
   * A new one takes over those by which it was not recognised.
   * A source gives an article at most 20 of them: further ones (links that are others at every look) are not kept.
   * What comes of a source that was removed meanwhile is kept in silence, and revises nothing.
   */
  readonly accept: (acceptance: Acceptance) => Promise<Accepted>;
  /**
   * The article, if `accept` would find it `known` and have nothing to write: the source has shown it so within a day.
   */
  readonly seenLately: (entry: Seen) => Promise<Article | undefined>;
  /** Which of these keys are known to this source or audience; refreshes when they were last seen. */
  readonly known: (
    sourceId: number,
    audience: number,
    keys: readonly string[],
    now: number,
  ) => Promise<ReadonlySet<string>>;
  /** Articles that wait to be matched, oldest first. */
  readonly due: (limit: number) => Promise<readonly Article[]>;
  /**
   * Notes that this revision was matched, and for whom: its alerts are due from now on, and wait to be fanned out. All
   * alerts of a story that the article has joined are due again (they gain an outlet). Safe to repeat.
   */
  readonly recordMatched: (matched: Matched) => Promise<void>;
  readonly article: (id: number) => Promise<Article | undefined>;
  /**
   * The one with this canonical URL that the workspace may see, its own before the public one. Includes articles that
   * came under this URL once, not only those that show it; a site's front page is no article's URL. Of several at one URL,
   * or on its page, the newest.
   */
  readonly byUrl: (workspaceId: number, url: string) => Promise<Article | undefined>;
  /**
   * Its articles as outlets, first accepted first, at most 50. Those the story's own audience may see; a workspace
   * sees its private articles in a public story too, and all of what is one story for it.
   */
  readonly outlets: (storyId: number, workspaceId?: number) => Promise<readonly Outlet[]>;
  /** Throws if there is no such story. `toldBefore` is told to the workspace alone. */
  readonly story: (id: number, workspaceId?: number) => Promise<StoryFacts>;
  /** Visible to the workspace (its own and public ones), newest `publishedAt` first, then newest id. */
  readonly search: (search: Search) => Promise<readonly Article[]>;
}
