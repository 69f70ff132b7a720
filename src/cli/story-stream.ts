import { sketchOf } from '../accept/sketch.ts';
import { chooseStory } from '../accept/story.ts';
import type { Draft, StoryChoice, StorySketch } from '../domain.ts';
import { analyze } from '../language/analyze.ts';

/** The bounds of the store: younger than 72 hours, and the newest 300 of those. */
const storyAgeMs = 72 * 3_600_000;
const storyCandidates = 300;

/** The story an article is of, and how it came to it; without a choice it opened the story and has to do with no other. */
export interface Told {
  readonly storyId: number;
  readonly choice: StoryChoice | undefined;
}

/** @returns what takes articles one after the other; stories are counted from 0 in the order they are opened */
export function createStoryStream(): (
  draft: Pick<Draft, 'title' | 'text' | 'language' | 'publishedAt'>,
) => Told {
  let stories: readonly StorySketch[] = [];
  let opened = 0;
  return (draft) => {
    const { language, publishedAt: lastAt } = draft;
    const sketched = sketchOf(draft, analyze(draft));
    const candidates = stories
      .filter((story) => story.lastAt >= lastAt - storyAgeMs)
      .slice(0, storyCandidates);
    const choice = chooseStory({ ...sketched, language }, candidates);
    const joined = stories.find((story) => choice?.kind === 'joins' && story.storyId === choice.storyId);
    const story = joined ?? { storyId: opened++, language, sketch: sketched.sketch, lastAt };
    const others = stories.filter((other) => other !== joined);
    stories = [{ ...story, lastAt }, ...others].toSorted((a, b) => b.lastAt - a.lastAt);
    return { storyId: story.storyId, choice };
  };
}
