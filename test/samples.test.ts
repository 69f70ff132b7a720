/** The project's own articles (samples/README.md): first that the index is true to the files, then what comes of each. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const samples = new URL('../samples/', import.meta.url);

/** What rows may name. A misspelt keyword would be silent for ever and prove nothing. */
const keywords = (
  '5G, acquisition, AI, Amazon, antitrust, Apple, AWS, CEO, cloud, data breach, earnings, fine, funding, IPO, ' +
  'layoffs, Meta, Mistral, Nvidia, open source, Oracle, outage, ransomware, Rust, SAP, semiconductors, strike'
).split(', ');
const keyword = z.literal(keywords);

const sample = z.strictObject({
  file: z.string().regex(/^\d\d-[a-z0-9-]+\.[a-z]{2}\.(txt|md|html)$/),
  language: z.string().length(2),
  title: z.string().min(10),
  published: z.iso.datetime(),
  outlet: z.string().min(3),
  event: z.string().nullable(),
  rings: z.array(keyword),
  silent: z.array(keyword).min(1),
  furniture: z.array(z.string().min(3)).min(2).max(4),
});

const index = z.array(sample).parse(JSON.parse(read('articles.json')));
const demo = z
  .strictObject({
    channels: z.record(z.string(), z.array(z.string()).min(1).max(3)),
    order: z.array(z.string()),
  })
  .parse(JSON.parse(read('demo.json')));

describe('the index of the samples', () => {
  test('lists every file once, in order, and no other', () => {
    expect(index.map((row) => row.file)).toEqual(readdirSync(new URL('articles/', samples)).toSorted());
  });

  test('has at least 36 articles in 12 languages and three formats', () => {
    expect(index.length).toBeGreaterThanOrEqual(36);
    expect(new Set(index.map((row) => row.language)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(index.map((row) => row.file.split('.').at(-1)))).toEqual(new Set(['txt', 'md', 'html']));
  });

  test('shows layoffs in at least 6 languages', () => {
    const languages = index.filter((row) => row.rings.includes('layoffs')).map((row) => row.language);
    expect(new Set(languages).size).toBeGreaterThanOrEqual(6);
  });

  test('has at least 5 events, each told by 2 to 4 different outlets', () => {
    const events = Map.groupBy(
      index.filter((row) => row.event !== null),
      (row) => row.event,
    );
    expect(events.size).toBeGreaterThanOrEqual(5);
    for (const rows of events.values()) {
      const outlets = new Set(rows.map((row) => row.outlet));
      expect(outlets.size).toBe(rows.length);
      expect(rows.length).toBeGreaterThanOrEqual(2);
      expect(rows.length).toBeLessThanOrEqual(4);
    }
  });

  test('has at least 6 near misses that ring for nothing', () => {
    expect(index.filter((row) => row.rings.length === 0).length).toBeGreaterThanOrEqual(6);
  });

  test('tries every keyword', () => {
    const tried = new Set(index.flatMap((row) => [...row.rings, ...row.silent]));
    expect(keywords.filter((word) => !tried.has(word))).toEqual([]);
  });

  test.each(index)('$file is UTF-8 and holds what its row says', (row) => {
    const text = plainSpaces(read(`articles/${row.file}`));
    expect(row.file.split('.').at(-2)).toBe(row.language);
    expect(text).toContain(plainSpaces(row.title));
    expect(text.replaceAll('&amp;', '&')).toContain(row.outlet);
    for (const words of row.furniture) expect(text).toContain(words);
    expect(row.published >= '2026-11-01' && row.published < '2026-11-23').toBe(true);
    expect(row.rings.filter((word) => row.silent.includes(word))).toEqual([]);
  });
});

describe('the demo', () => {
  test('replays at least 30 articles, each once, from at least 8 languages', () => {
    const rows = demo.order.map((file) => index.find((row) => row.file === file));
    expect(rows).not.toContain(undefined);
    expect(new Set(demo.order).size).toBe(demo.order.length);
    expect(demo.order.length).toBeGreaterThanOrEqual(30);
    expect(new Set(rows.map((row) => row?.language)).size).toBeGreaterThanOrEqual(8);
  });

  test('has 3 or 4 channels', () => {
    expect(Object.keys(demo.channels).length).toBeGreaterThanOrEqual(3);
    expect(Object.keys(demo.channels).length).toBeLessThanOrEqual(4);
  });

  test('starts with a French article that rings in its first channel', () => {
    const first = index.find((row) => row.file === demo.order[0]);
    const subscriptions = Object.values(demo.channels)[0] ?? [];
    expect(first?.language).toBe('fr');
    expect(subscriptions.filter((typed) => first?.rings.includes(typed))).not.toEqual([]);
  });
});

/** Throws on anything that is not UTF-8. */
function read(path: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(new URL(path, samples)));
}

/** French typography sets no-break spaces; whether an accepted title keeps them is not for the index to say. */
function plainSpaces(text: string): string {
  return text.replaceAll(/[\u{a0}\u{202f}]/gu, ' ');
}
