import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLayout } from '../../src/accept/layout.ts';
import { pages } from './pages.ts';

const context = { now: Date.UTC(2026, 0, 1) };

describe('a scraped page', () => {
  test.each(pages)('$name', ({ lines, published, outlet, author }) => {
    const marked = markedLines(lines);
    const layout = readLayout(marked.map(({ text }) => text).join('\n'), context);
    expect(flat(layout.text)).toBe(
      flat(
        marked
          .filter(({ mark }) => mark === '+')
          .map(({ text }) => text)
          .join('\n'),
      ),
    );
    expect(layout.title).toBe(marked.find(({ mark }) => mark === '=')?.text);
    expect(layout.publishedAt).toBe(published === undefined ? undefined : Date.parse(published));
    if (outlet !== undefined) expect(layout.outlet).toBe(outlet);
    expect(layout.author).toBe(author);
  });
});

function markedLines(lines: string): ReadonlyArray<{ readonly mark: string; readonly text: string }> {
  return lines.split('\n').map((line) => ({ mark: line.slice(0, 1), text: line.slice(2) }));
}

/** White space aside: which lines stay matters here, not how they are joined. */
function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
