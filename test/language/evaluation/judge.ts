/** Counts, over labelled articles, what rang rightly, what rang wrongly and what did not ring. */
import { analyze } from '../../../src/language/analyze.ts';
import { loadLanguageIdentifier } from '../../../src/language/identify.ts';
import { meets } from '../../../src/match/matcher.ts';
import { parseQuery } from '../../../src/match/query.ts';
import type { Item } from './items.ts';
import type { Keyword } from './keywords.ts';
import { type Variant, written } from './variants.ts';

/** A keyword asked of an article, where readers would not differ on the answer. */
export interface Answer {
  readonly item: Item;
  readonly keyword: Keyword;
  readonly wanted: boolean;
  readonly rang: boolean;
}

export async function answers(
  all: readonly Item[],
  keywords: readonly Keyword[],
  variant: Variant,
): Promise<readonly Answer[]> {
  const identify = await loadLanguageIdentifier();
  const asked = keywords.map((keyword) => ({ keyword, query: parseQuery(keyword.typed) }));
  const judged: Answer[] = [];
  for (const item of all) {
    const read = written(item, variant);
    const declared = variant === 'in no known language' ? undefined : item.language;
    const analysis = analyze({ ...read, language: await identify(`${read.title}\n${read.text}`, declared) });
    for (const { keyword, query } of asked) {
      if (item.open.includes(keyword.meant)) continue;
      judged.push({
        item,
        keyword,
        wanted: item.rings.includes(keyword.meant),
        rang: meets(query, analysis),
      });
    }
  }
  return judged;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly wanted: number;
  readonly wrong: readonly Answer[];
  readonly missed: readonly Answer[];
}

export function scoreOf(judged: readonly Answer[]): Score {
  const right = judged.filter(({ wanted, rang }) => wanted && rang).length;
  const wrong = judged.filter(({ wanted, rang }) => !wanted && rang);
  const missed = judged.filter(({ wanted, rang }) => wanted && !rang);
  const precision = right / Math.max(1, right + wrong.length);
  const recall = right / Math.max(1, right + missed.length);
  const f1 = (2 * right) / Math.max(1, 2 * right + wrong.length + missed.length);
  return { precision, recall, f1, wanted: right + missed.length, wrong, missed };
}

/** The mean over keywords that at least so many articles are about. */
export function macroF1(judged: readonly Answer[], atLeast: number): number {
  const scores = [...Map.groupBy(judged, ({ keyword }) => keyword.typed).values()]
    .map(scoreOf)
    .filter(({ wanted }) => wanted >= atLeast);
  return scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
}

/** Articles that are about nothing anybody asked for, and ring all the same. */
export function ringingNearMisses(judged: readonly Answer[]): readonly Item[] {
  const silent = judged.filter(({ item }) => item.rings.length === 0);
  return [...new Set(silent.filter(({ rang }) => rang).map(({ item }) => item))];
}
