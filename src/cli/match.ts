import { resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { analyze } from '../language/analyze.ts';
import { explain, type Explained } from '../match/explain.ts';
import { factsOf } from '../match/facts.ts';
import { createQueryIndex } from '../match/query-index.ts';
import { parseEither } from '../match/query.ts';
import { articlesIn, type Identify, linesOf } from './articles-file.ts';
import { printLine, readArguments, required, type Verb } from './verb.ts';

/** `match`: which articles each query of a file would ring for. */
export function matchVerb(identify: Identify, now: () => number): Verb {
  return {
    name: 'match',
    usage: '--queries QUERIES.txt --articles ARTICLES.jsonl [--explain]',
    about:
      'Prints {"query", "matched": [ids]} for each line of QUERIES.txt; a comma in a query means "either". ' +
      '--explain adds "explained": by which words each of them is met, and of the others those that nearly are, with what held them back.',
    async run(args, { output, folder }) {
      const { values } = readArguments(args, {
        queries: { type: 'string' },
        articles: { type: 'string' },
        explain: { type: 'boolean' },
      });
      const queriesFile = resolve(folder, required(values.queries, '--queries'));
      const articlesFile = resolve(folder, required(values.articles, '--articles'));

      const index = createQueryIndex();
      const queries = (await linesOf(queriesFile)).map(({ text, number }, at) => {
        const query = inLine(queriesFile, number, () => parseEither(text.trim()));
        index.add(at, query);
        const explained: ExplainedArticle[] = [];
        return { query, line: { query: text.trim(), matched: [] as Array<string | number>, explained } };
      });
      for await (const { id, draft } of articlesIn(articlesFile, identify, now())) {
        if (draft === undefined) continue;
        const [analysis, facts] = [analyze(draft), factsOf(draft)];
        const met = new Set(index.match(analysis, facts).map((one) => one.id));
        for (const at of met) queries[at]?.line.matched.push(id);
        if (values.explain !== true) continue;
        for (const [at, { query, line }] of queries.entries()) {
          const terms = explain(query, analysis, facts);
          if (met.has(at) || terms.some(isNear)) line.explained.push({ id, met: met.has(at), terms });
        }
      }
      for (const { line } of queries) {
        const { explained, ...alone } = line;
        printLine(output, values.explain === true ? { ...alone, explained } : alone);
      }
      return 0;
    },
  };
}

interface ExplainedArticle {
  readonly id: string | number;
  readonly met: boolean;
  /** One for each term of the query, in the order typed. */
  readonly terms: readonly Explained[];
}

/** Something of it is there, though it does not count or is not enough. That an article is from elsewhere is no nearness. */
function isNear({ met, words, held }: Explained): boolean {
  if (met) return words.length > 0;
  return held !== undefined && held.kind !== 'absent' && held.kind !== 'field';
}

function inLine<T>(path: string, number: number, read: () => T): T {
  try {
    return read();
  } catch (fault) {
    if (fault instanceof UserError) throw new UserError(`${path}, line ${number}: ${fault.message}`);
    throw fault;
  }
}
