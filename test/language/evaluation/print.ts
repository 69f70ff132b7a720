/**
 * `npm run evaluate`: precision, recall and F1 by language and by keyword, as tables. `npm run evaluate -- --faults` also
 * prints what went wrong among the tuned articles; the kept ones are only ever counted.
 */
import { type Answer, answers, macroF1, ringingNearMisses, type Score, scoreOf } from './judge.ts';
import { items } from './items.ts';
import { allKeywords, everyName, keywords, newsroomKeywords } from './keywords.ts';
import type { Variant } from './variants.ts';

const variants: readonly Variant[] = ['as written', 'in small letters', 'misspelt', 'in no known language'];

for (const part of ['tuned', 'kept'] as const) {
  const all = items(part);
  for (const variant of variants) {
    const judged = await answers(all, allKeywords, variant);
    const core = judged.filter(({ keyword }) => keywords.includes(keyword));
    console.log(`\n${part}, ${variant}: ${all.length} articles, ${keywords.length} keywords`);
    print('all', scoreOf(core), `macro F1 ${macroF1(core, 2).toFixed(3)}`);
    print('and rarer ones', scoreOf(judged));
    const near = all.filter(({ rings }) => rings.length === 0).length;
    console.log(`  near misses that ring: ${ringingNearMisses(judged).length} of ${near}`);
    if (variant === 'as written') {
      printGroups(core, ({ item }) => item.language);
      printGroups(judged, ({ keyword }) => keyword.typed);
    }
    if (part === 'tuned' && process.argv.includes('--faults')) printFaults(scoreOf(judged));
  }
}

for (const [part, asked] of [
  ['newsroom-tuned', newsroomKeywords],
  ['newsroom-kept', newsroomKeywords],
  ['names-tuned', everyName],
  ['names-kept', everyName],
] as const) {
  const all = items(part);
  for (const variant of variants) {
    const judged = await answers(all, asked, variant);
    console.log(`\n${part}, ${variant}: ${all.length} articles, ${asked.length} keywords`);
    print('all', scoreOf(judged), `macro F1 ${macroF1(judged, 2).toFixed(3)}`);
    const near = all.filter(({ rings }) => rings.length === 0).length;
    console.log(`  near misses that ring: ${ringingNearMisses(judged).length} of ${near}`);
    if (variant === 'as written') {
      printGroups(judged, ({ item }) => item.language);
      if (asked === newsroomKeywords) printGroups(judged, ({ keyword }) => keyword.typed);
    }
    if (part.endsWith('-tuned') && process.argv.includes('--faults')) printFaults(scoreOf(judged));
  }
}

function print(what: string, { precision, recall, f1, wanted }: Score, more = ''): void {
  console.log(
    `  ${what.padEnd(22)} precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}  of ${wanted}  ${more}`,
  );
}

function printGroups(judged: readonly Answer[], keyOf: (answer: Answer) => string): void {
  console.log('');
  for (const [key, group] of Map.groupBy(judged, keyOf)) print(key, scoreOf(group));
}

function printFaults({ wrong, missed }: Score): void {
  for (const [what, faults] of Object.entries({ wrong, missed }))
    for (const { item, keyword } of faults)
      console.log(`    ${what} ${keyword.typed} | ${item.language} | ${item.title} | ${item.text}`);
}
