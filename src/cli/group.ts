import { resolve } from 'node:path';
import { sketchOf } from '../accept/sketch.ts';
import { chooseStory } from '../accept/story.ts';
import type { Draft, StorySketch } from '../domain.ts';
import { analyze } from '../language/analyze.ts';
import { articlesIn, type Identify } from './articles-file.ts';
import { printLine, readArguments, required, type Verb } from './verb.ts';

/** `group`: which articles tell one event, decided one after the other as they would be accepted. */
export function groupVerb(identify: Identify, now: () => number): Verb {
  return {
    name: 'group',
    usage: '--articles ARTICLES.jsonl',
    about: 'Prints {"id", "story"} for each article; a story is named after its first article.',
    async run(args, { output, folder }) {
      const { values } = readArguments(args, { articles: { type: 'string' } });
      const path = resolve(folder, required(values.articles, '--articles'));
      const firsts: Array<string | number> = [];
      const storyOf = createStories();
      for await (const { id, draft } of articlesIn(path, identify, now())) {
        // Nothing to accept, nothing to compare: it stands alone.
        const story = draft === undefined ? undefined : storyOf(draft);
        if (story !== undefined) firsts[story] ??= id;
        printLine(output, { id, story: story === undefined ? id : firsts[story] });
      }
      return 0;
    },
  };
}

/** The bounds of the store: younger than 72 hours, and the newest 300 of those. */
const storyAgeMs = 72 * 3_600_000;
const storyCandidates = 300;

/** @returns numbers of stories, counted from 0 in the order they are opened */
function createStories(): (draft: Draft) => number {
  let stories: readonly StorySketch[] = [];
  let opened = 0;
  return (draft) => {
    const { language, publishedAt: lastAt } = draft;
    const sketched = sketchOf(draft, analyze(draft));
    const candidates = stories
      .filter((story) => story.lastAt >= lastAt - storyAgeMs)
      .slice(0, storyCandidates);
    const chosen = chooseStory({ ...sketched, language }, candidates);
    const joined = stories.find((story) => chosen?.kind === 'joins' && story.storyId === chosen.storyId);
    const story = joined ?? { storyId: opened++, language, sketch: sketched.sketch, lastAt };
    const others = stories.filter((other) => other !== joined);
    stories = [{ ...story, lastAt }, ...others].toSorted((a, b) => b.lastAt - a.lastAt);
    return story.storyId;
  };
}
