/** `node test/accept/stories/print-figures.ts`: how well stories are told apart, as a table. */
import { type Dates, followsScore, joinsScore, judgedPairs, type Pair, streamScore } from './judged.ts';
import { type Part, parts, reports } from './reports.ts';

for (const part of parts) {
  for (const dates of ['as given', 'one hour'] as const) await printFigures(part, dates);
}

async function printFigures(part: Part, dates: Dates): Promise<void> {
  const all = reports(part);
  const pairs = judgedPairs(all, dates);
  const within = pairs.filter(inOneLanguage);
  const across = pairs.filter((pair) => !inOneLanguage(pair));
  const stream = await streamScore(all, dates);
  const rows = [
    ['one event', joinsScore(pairs)],
    ['… in one language', joinsScore(within)],
    ['… across languages', joinsScore(across)],
    ['follow-ups', followsScore(pairs)],
  ] as const;
  console.log(`\n${part}, dates ${dates}: ${all.length} reports, ${pairs.length} pairs`);
  for (const [name, { recall, precision, wrong }] of rows)
    console.log(
      `  ${name.padEnd(20)} precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}  wrong ${wrong.length}`,
    );
  const { alerts, events, swallowed, followed, followedWrongly, followUps } = stream;
  console.log(
    `  stream               ${alerts} alerts for ${events} events (${(alerts / events).toFixed(2)}), swallowed ${swallowed.length}, ` +
      `follow-ups in their thread ${followed.length} of ${followUps}, in a wrong one ${followedWrongly.length}`,
  );
}

function inOneLanguage({ first, second }: Pair): boolean {
  return first.lang === second.lang;
}
