import { sketchOf } from '../accept/sketch-article.ts';
import type { Draft } from '../domain.ts';
import { analyze } from '../language/analyze.ts';
import { sqliteStore } from '../store/sqlite.ts';

/** The story an article is of, and the one that this one follows. */
export interface Told {
  readonly storyId: number;
  readonly follows: number | undefined;
}

export interface StoryStream {
  /** The next article, accepted as of its own date. */
  readonly tell: (draft: Pick<Draft, 'title' | 'text' | 'language' | 'publishedAt'>) => Promise<Told>;
  readonly close: () => Promise<void>;
}

/** Articles one after the other, put into stories by a store of their own: what comes out is what the bot does. */
export async function openStoryStream(): Promise<StoryStream> {
  const store = await sqliteStore(':memory:');
  const source = await store.sources.open({
    audience: 0,
    kind: 'inbox',
    url: 'stream',
    title: 'Stream',
    intervalMs: 0,
  });
  let told = 0;
  return {
    async tell(draft) {
      told += 1;
      const { article } = await store.articles.accept({
        // Each is an article of its own, even if another one has the same address or text.
        draft: { ...draft, outlet: 'Stream', keys: [`guid:${told}`], contentHash: `${told}` },
        audience: 0,
        sourceId: source.id,
        alertable: false,
        now: draft.publishedAt,
        terms: [],
        sketched: sketchOf(draft, analyze(draft)),
        figures: [],
      });
      const { follows } = await store.articles.story(article.storyId);
      return { storyId: article.storyId, follows: follows?.storyId };
    },
    close: store.close,
  };
}
