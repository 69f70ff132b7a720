import { resolve } from 'node:path';
import { summarize } from '../summarize/extract.ts';
import { articlesIn, type Identify } from './articles-file.ts';
import { printLine, readArguments, required, UsageError, type Verb } from './verb.ts';

/** `summarize`: the summary each article would be posted with. */
export function summarizeVerb(identify: Identify, now: () => number): Verb {
  return {
    name: 'summarize',
    usage: '--articles ARTICLES.jsonl [--max 320]',
    about:
      'Prints {"id", "summary"} for each article: whole sentences, at most --max characters; where none fits, one cut to “…”.',
    async run(args, { output, folder }) {
      const { values } = readArguments(args, {
        articles: { type: 'string' },
        max: { type: 'string', default: '320' },
      });
      const path = resolve(folder, required(values.articles, '--articles'));
      const max = Number(values.max);
      if (!Number.isInteger(max) || max < 1)
        throw new UsageError('--max: expected a whole number of characters, at least 1.');
      for await (const { id, draft } of articlesIn(path, identify, now())) {
        printLine(output, { id, summary: draft === undefined ? '' : summarize(draft, max) });
      }
      return 0;
    },
  };
}
