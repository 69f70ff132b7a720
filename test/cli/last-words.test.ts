import { describe, expect, test } from 'vitest';
import { lastWords } from '../../src/cli/last-words.ts';

describe('Tab offers the word that is being typed, not the whole line', () => {
  const rows: ReadonlyArray<
    [typed: string, lines: readonly string[], words: readonly string[], word: string]
  > = [
    ['/', ['/subscribe ', '/help'], ['/subscribe ', '/help'], '/'],
    ['/sub', ['/subscribe ', '/subscriptions'], ['/subscribe ', '/subscriptions'], '/sub'],
    ['sub', ['/subscribe ', '/subscriptions'], ['/subscribe ', '/subscriptions'], 'sub'],
    ['  /h', ['/help'], ['/help'], '/h'],
    ['#gen', ['#general'], ['#general'], '#gen'],
    ['/subscribe ', ['/subscribe AWS', '/subscribe Azure'], ['AWS', 'Azure'], ''],
    ['/subscribe aw', ['/subscribe AWS'], ['AWS'], 'aw'],
    ['/subscribe AWS, az', ['/subscribe AWS, Azure'], ['Azure'], 'az'],
    ['/subscribe amazon we', ['/subscribe Amazon Web Services'], ['Web Services'], 'we'],
    // One that is found by another word takes the place of what was typed; of several none does.
    ['/why cuts', ['/why 12'], ['12'], 'cuts'],
    ['/why cuts', ['/why 12', '/why 15'], [], 'cuts'],
    ['/nothing', [], [], '/nothing'],
  ];
  test.each(rows)('“%s” with %j', (typed, lines, words, word) => {
    expect(lastWords(typed, lines)).toEqual([words, word]);
  });
});
