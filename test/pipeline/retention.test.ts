import { expect, test } from 'vitest';
import { liveForYears } from './years.ts';

test('over 200 days in which it is killed again and again, what is owed rings once, and the database does not grow for ever', async () => {
  const { owed, ledger, crashes, rows, texts } = await liveForYears(1);
  expect(crashes).toBeGreaterThan(20);
  for (const name of ['open', 'closed']) {
    const shown = ledger.filter(({ channel }) => channel === name).map(titleOf);
    const titles = shown.filter((title) => title !== undefined);
    expect(
      titles.filter((title, at) => titles.indexOf(title) !== at),
      'twice',
    ).toEqual([]);
    expect(
      owed.filter((title) => !titles.includes(title)),
      'never',
    ).toEqual([]);
  }
  // What came in the last 30 days, and some that a day's pass has not seen yet.
  expect(texts()).toBeLessThan(owed.length / 4);
  expect(rows('message')).toBeLessThan(ledger.length / 4);
  expect(rows('delivery_log')).toBeLessThan(ledger.length);
}, 120_000);

function titleOf({ content }: { content: { kind: string; title?: string } }): string | undefined {
  return content.kind === 'alert' ? content.title : undefined;
}
