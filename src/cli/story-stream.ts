import { sketchOf, tellingOf } from '../accept/sketch.ts';
import { chooseStory } from '../accept/story.ts';
import type { Draft, StoryChoice } from '../domain.ts';
import { analyze } from '../language/analyze.ts';
import { sqliteStore } from '../store/sqlite.ts';

/** The story an article is of, and how it came to it; without a choice it opened the story and has to do with no other. */
export interface Told {
  readonly storyId: number;
  readonly choice: StoryChoice | undefined;
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
      const sketched = sketchOf(draft, analyze(draft));
      let choice: StoryChoice | undefined;
      told += 1;
      const { article } = await store.articles.accept({
        // Each is an article of its own, even if another one has the same address or text.
        draft: { ...draft, outlet: 'Stream', keys: [`guid:${told}`], contentHash: `${told}` },
        audience: 0,
        sourceId: source.id,
        alertable: false,
        now: draft.publishedAt,
        terms: [],
        sketch: sketched.sketch,
        telling: tellingOf(sketched),
        chooseStory(candidates, spread) {
          choice = chooseStory({ ...sketched, language: draft.language }, candidates, spread);
          return choice;
        },
        tellFigures: (figures) => figures,
      });
      return { storyId: article.storyId, choice };
    },
    close: store.close,
  };
}
