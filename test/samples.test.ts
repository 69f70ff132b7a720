/** The project's own articles (samples/README.md): first that the index is true to the files, then what comes of each. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { draftOf } from '../src/accept/accept.ts';
import { sketchOf } from '../src/accept/sketch-article.ts';
import { chooseStory } from '../src/accept/story.ts';
import type { Draft } from '../src/domain.ts';
import { analyze } from '../src/language/analyze.ts';
import { loadLanguageIdentifier } from '../src/language/identify.ts';
import { createQueryIndex } from '../src/match/query-index.ts';
import { parseQuery } from '../src/match/query.ts';
import { summarize } from '../src/summarize/extract.ts';
import { readEntry } from '../src/watch/file.ts';
import { createParser } from '../src/watch/parser.ts';

const samples = new URL('../samples/', import.meta.url);

/** What rows may name. A misspelt keyword would be silent for ever and prove nothing. */
const keywords = (
  '5G, acquisition, AI, Amazon, antitrust, Apple, AWS, CEO change, cloud, data breach, earnings, fine, funding, IPO, ' +
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

const index = z.array(sample).parse(JSON.parse(textOf('articles.json')));
const demo = z
  .strictObject({
    channels: z.record(z.string(), z.array(z.string()).min(1).max(3)),
    order: z.array(z.string()),
  })
  .parse(JSON.parse(textOf('demo.json')));

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
    const text = plainSpaces(textOf(`articles/${row.file}`));
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

describe('what comes of a sample', () => {
  test.each(index)('$file is accepted with its title, date and language', async (row) => {
    const { title, publishedAt, language } = await accepted(row.file);
    expect(plainSpaces(title)).toBe(plainSpaces(row.title));
    expect(new Date(publishedAt)).toEqual(new Date(row.published));
    expect(language).toBe(row.language);
  });

  test.each(index)('$file is known to come from $outlet', async (row) => {
    expect((await accepted(row.file)).outlet).toBe(row.outlet);
  });

  test.each(index)('$file leaves its furniture and its title out of text and summary', async (row) => {
    const draft = await accepted(row.file);
    const summary = summarize(draft);
    expect(summary.length).toBeGreaterThan(0);
    expect(summary.length).toBeLessThanOrEqual(320);
    expect(
      [...row.furniture, draft.title].filter((words) => `${draft.text}\n${summary}`.includes(words)),
    ).toEqual([]);
  });

  test.each(index)(
    '$file rings for what it is about, and for nothing that only looks like it',
    async (row) => {
      const rang = ringing(await accepted(row.file), [...row.rings, ...row.silent]);
      expect(rang).toEqual(row.rings);
    },
  );

  test('the demo begins with an alert: its first channel rings for the first article', async () => {
    const [subscriptions = []] = Object.values(demo.channels);
    expect(ringing(await accepted(demo.order[0] ?? ''), subscriptions)).not.toEqual([]);
  });

  test('the same text from two outlets is one story, and no other two samples are unless they tell one event', async () => {
    const drafts = await Promise.all(index.map((row) => accepted(row.file)));
    const sketches = drafts.map((draft, at) => ({
      storyId: at,
      language: draft.language,
      lastAt: 0,
      ...sketchOf(draft, analyze(draft)),
    }));
    const joined = sketches.flatMap((sketch, at) => {
      const choice = chooseStory(sketch, sketches.slice(0, at));
      return choice?.kind === 'joins' ? [[index[choice.storyId], index[at]]] : [];
    });
    const numbers = joined.map((pair) => pair.map((row) => row?.file.slice(0, 2)));
    expect(numbers).toEqual(
      expect.arrayContaining([
        ['01', '02'],
        ['05', '06'],
      ]),
    );
    expect(joined.filter(([a, b]) => a?.event === null || a?.event !== b?.event)).toEqual([]);
  });
});

const parser = createParser();
const identify = await loadLanguageIdentifier();
afterAll(() => parser.close());

/** The day after the newest sample. */
const now = Date.parse('2026-11-23T12:00:00Z');
const drafts = new Map<string, Promise<Draft>>();

/** As the inbox accepts it. Each file is read once. */
function accepted(file: string): Promise<Draft> {
  return drafts.getOrInsertComputed(file, accept);
}

async function accept(file: string): Promise<Draft> {
  const read = await readEntry(file, readFileSync(new URL(`articles/${file}`, samples)), parser);
  if (read.kind === 'broken') throw new Error(read.reason);
  const judged = await draftOf(read.entry, { now, sourceTitle: 'Inbox' }, identify);
  if (judged.kind === 'rejected') throw new Error(judged.reason);
  return judged.draft;
}

/** Those of `asked` that ring, in their order. */
function ringing(draft: Draft, asked: readonly string[]): readonly (string | undefined)[] {
  const queries = createQueryIndex();
  for (const [id, typed] of asked.entries()) queries.add(id, parseQuery(typed));
  return queries.match(analyze(draft)).map(({ id }) => asked[id]);
}

/** Throws on anything that is not UTF-8. */
function textOf(path: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(new URL(path, samples)));
}

/** French typography sets no-break spaces; whether an accepted title keeps them is not for the index to say. */
function plainSpaces(text: string): string {
  return text.replaceAll(/[\u{a0}\u{202f}]/gu, ' ');
}
