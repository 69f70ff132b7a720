import { resolve } from 'node:path';
import { articlesIn, type Identify } from './articles-file.ts';
import { openStoryStream } from './story-stream.ts';
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
      const firsts = new Map<number, string | number>();
      const stream = await openStoryStream();
      try {
        for await (const { id, draft } of articlesIn(path, identify, now())) {
          // Nothing to accept, nothing to compare: it stands alone.
          const story = draft === undefined ? id : firsts.getOrInsert((await stream.tell(draft)).storyId, id);
          printLine(output, { id, story });
        }
      } finally {
        await stream.close();
      }
      return 0;
    },
  };
}
