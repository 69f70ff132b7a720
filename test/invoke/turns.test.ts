import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { english } from '../../src/messages/en.ts';
import { findArticles } from '../../src/invoke/search.ts';
import { createTurns } from '../../src/invoke/turns.ts';
import { conversation, now as standingStill } from './conversation.ts';

const cases: ReadonlyArray<[what: string, times: readonly number[], turns: number]> = [
  ['nothing took time', [0, 0, 0, 0], 0],
  ['each step takes 10 ms: every second', [0, 10, 20, 20, 30, 40, 40], 2],
  ['each step takes 1.5 s', [0, 1500, 1500, 3000, 3000], 2],
  ['the clock is set back by an hour', [3_600_000, 0, 0, 5], 1],
];

test.each(cases)('others go first when a turn is over: %s', async (_, times, turns) => {
  const left = [...times];
  const others = countTurns();
  const letOthersGo = createTurns(() => left.shift() ?? 0);
  while (left.length > 0) await letOthersGo();
  expect(others.stop()).toBe(turns);
});

test.each<[what: string, stepMs: number, turns: number]>([
  ['long ones: behind each', 30, 12],
  ['short ones: behind some', 7, 4],
])('a search lets others go between articles; %s', async (_, stepMs, turns) => {
  const talk = await conversation();
  for (let no = 0; no < 12; no++) await talk.comes({ title: `AWS opens region ${no}` });
  let time = standingStill;
  const scope = {
    ...talk.parts,
    channel: talk.channel,
    person: talk.person,
    texts: english,
    mistakes: english.mistakes,
    pollIntervalMs: 0,
    look: async () => undefined,
    deliver() {},
    now: () => time,
  };
  let others: ReturnType<typeof countTurns> | undefined;
  for await (const finding of findArticles({ query: undefined, most: 100 }, scope)) {
    others ??= countTurns();
    expect(finding.kind).toBe('met');
    time += stepMs;
  }
  expect(others?.stop()).toBe(turns);
});

/** How often everything else had its turn. */
function countTurns(): { readonly stop: () => number } {
  let turns = 0;
  let counting = true;
  const count = async (): Promise<void> => {
    await nextTurn();
    if (!counting) return;
    turns += 1;
    void count();
  };
  void count();
  return {
    stop() {
      counting = false;
      return turns;
    },
  };
}
