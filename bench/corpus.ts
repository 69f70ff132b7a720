import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { draftOf } from '../src/accept/accept.ts';
import type { Language } from '../src/domain.ts';
import { loadLanguageIdentifier } from '../src/language/identify.ts';
import { sentencesOf } from '../src/language/sentences.ts';
import { readEntry } from '../src/watch/file.ts';
import { createParser } from '../src/watch/parser.ts';
import { type Chance, chanceFrom } from './random.ts';

export interface Text {
  readonly title: string;
  readonly text: string;
  readonly language: Language;
}

/** What is measured with. */
export interface Corpus {
  /** Where it is from, in a sentence. */
  readonly origin: string;
  /** A headline with a line or two, as feeds have. */
  readonly short: readonly Text[];
  /** Full texts of 300 to 1,000 words. */
  readonly full: readonly Text[];
}

/** News articles of third parties, which are not part of the project: `{title, text}` a line. */
const thirdParty = new URL('../../shared/perf-data/', import.meta.url);
const samples = new URL('../samples/articles/', import.meta.url);

export async function loadCorpus(): Promise<Corpus> {
  return existsSync(new URL('full.jsonl.gz', thirdParty)) ? readThirdParty() : growSamples();
}

function readThirdParty(): Corpus {
  const short = readLines('short.jsonl.gz', 4_000);
  const full = readLines('full.jsonl.gz', 1_000);
  return {
    origin: `${short.length} short and ${full.length} full English articles from ../shared/perf-data`,
    short,
    full,
  };
}

function readLines(file: string, most: number): readonly Text[] {
  const lines = gunzipSync(readFileSync(new URL(file, thirdParty)))
    .toString()
    .split('\n', most);
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const { title, text }: { title: string; text: string } = JSON.parse(line);
      return { title, text, language: 'en' };
    });
}

/** The project's own articles are few and short: longer ones are made of their sentences, language by language. */
async function growSamples(): Promise<Corpus> {
  const articles = await readSamples();
  const chance = chanceFrom(1);
  const inLanguage = Map.groupBy(articles, (article) => article.language);
  const made = (characters: number) => (): Text => {
    const { language, title } = chance.pick(articles);
    return { language, title, text: textOf(inLanguage.get(language) ?? [], characters, language, chance) };
  };
  return {
    origin: `articles made of the sentences of ${articles.length} samples in ${inLanguage.size} languages`,
    short: Array.from({ length: 1_000 }, made(300)),
    full: Array.from({ length: 300 }, made(3_500)),
  };
}

async function readSamples(): Promise<readonly Text[]> {
  const [parser, identify] = [createParser(), await loadLanguageIdentifier()];
  const articles: Text[] = [];
  for (const name of readdirSync(samples).toSorted()) {
    const read = await readEntry(name, readFileSync(new URL(name, samples)), parser);
    if (read.kind === 'broken') throw new Error(`${name}: ${read.reason}`);
    const judged = await draftOf(read.entry, { now: Date.now(), sourceTitle: 'Samples' }, identify);
    if (judged.kind === 'rejected') throw new Error(`${name}: ${judged.reason}`);
    articles.push(judged.draft);
  }
  await parser.close();
  return articles;
}

function textOf(articles: readonly Text[], characters: number, language: Language, chance: Chance): string {
  const sentences = articles.flatMap(({ text }) => sentencesOf(text, language).map((one) => one.text));
  let text = '';
  while (text.length < characters) text += `${chance.pick(sentences)} `;
  return text;
}
