import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { analyze } from '../language/analyze.ts';
import { factsOf } from '../match/facts.ts';
import { createQueryIndex } from '../match/query-index.ts';
import { parseEither } from '../match/query.ts';
import { articlesIn, type Identify, linesOf } from './articles-file.ts';
import { printLine, readArguments, required, type Verb } from './verb.ts';

/** `match`: which articles each query of a file would ring for. */
export function matchVerb(identify: Identify, now: () => number): Verb {
  return {
    name: 'match',
    usage: '--queries QUERIES.txt --articles ARTICLES.jsonl',
    about:
      'Prints {"query", "matched": [ids]} for each line of QUERIES.txt; a comma in a query means "either".',
    async run(args, { output, folder }) {
      const { values } = readArguments(args, { queries: { type: 'string' }, articles: { type: 'string' } });
      const queriesFile = resolve(folder, required(values.queries, '--queries'));
      const articlesFile = resolve(folder, required(values.articles, '--articles'));

      const index = createQueryIndex();
      const queries = (await linesOf(queriesFile)).map(({ text, number }, at) => {
        index.add(
          at,
          inLine(queriesFile, number, () => parseEither(text.trim())),
        );
        return { query: text.trim(), matched: [] as Array<string | number> };
      });
      for await (const { id, draft } of articlesIn(articlesFile, identify, now())) {
        if (draft === undefined) continue;
        for (const met of index.match(analyze(draft), factsOf(draft))) queries[met.id]?.matched.push(id);
      }
      for (const line of queries) printLine(output, line);
      return 0;
    },
  };
}

function inLine<T>(path: string, number: number, read: () => T): T {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof UserError) throw new UserError(`${path}, line ${number}: ${fault.message}`);
    throw fault;
  }
}
