import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { draftOf } from '../accept/accept.ts';
import { readDate } from '../accept/dates.ts';
import type { Draft, Entry, Language } from '../domain.ts';
import { reasonOf, UserError } from '../errors.ts';

const articleLine = z.object({
  id: z.union([z.string(), z.number()]),
  title: z.string().optional(),
  text: z.string().optional(),
  lang: z.string().optional(),
  url: z.string().optional(),
  date: z.string().optional(),
  author: z.string().optional(),
  tags: z.array(z.string()).optional(),
  outlet: z.string().optional(),
  image: z.string().optional(),
});

/** One line of an articles file, accepted; `draft` is absent where there was nothing to accept (no title, no text). */
export interface ArticleLine {
  readonly id: string | number;
  readonly draft: Draft | undefined;
}

export type Identify = (text: string, declared?: string) => Promise<Language>;

/**
 * Reads articles, one JSON object a line (`{id, title, text, lang?, url?, date?, author?, tags?, outlet?, image?}`), and accepts each
 * as the pipeline would, at its own date however far ahead that is; one without a date is as old as the one before it.
 * @throws UserError naming file and line of the first that cannot be read
 */
export async function* articlesIn(
  path: string,
  identify: Identify,
  now: number,
): AsyncGenerator<ArticleLine> {
  const lines = await linesOf(path);
  let before: number | undefined;
  for (const { text, number } of lines) {
    const { id, ...line } = parse(text, path, number);
    const entry: Entry = {
      keys: [`line:${id}`],
      title: line.title,
      text: line.text ?? '',
      url: line.url,
      author: line.author,
      tags: line.tags,
      outlet: line.outlet,
      published: line.date,
      language: line.lang,
      image: line.image,
      raw: false,
    };
    const dated = line.date === undefined ? undefined : readDate(line.date, { now: Infinity });
    const asOf = dated === undefined ? (before ?? firstDateOf(lines) ?? now) : Math.max(now, dated);
    const judged = await draftOf(entry, { now: asOf, sourceTitle: '' }, identify);
    const draft = judged.kind === 'accepted' ? judged.draft : undefined;
    before = draft?.publishedAt ?? before;
    yield { id, draft };
  }
}

function firstDateOf(lines: ReadonlyArray<{ readonly text: string }>): number | undefined {
  for (const { text } of lines) {
    const date = /"date"\s*:\s*"([^"]+)"/.exec(text)?.[1];
    const at = date === undefined ? undefined : readDate(date, { now: Infinity });
    if (at !== undefined) return at;
  }
  return undefined;
}

/** The lines of a text file that are not empty, with their numbers from 1. */
export async function linesOf(
  path: string,
): Promise<ReadonlyArray<{ readonly text: string; readonly number: number }>> {
  return (await textOf(path))
    .split(/\r?\n/)
    .map((text, at) => ({ text, number: at + 1 }))
    .filter(({ text }) => text.trim() !== '');
}

async function textOf(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (fault) {
    throw new UserError(`${path} cannot be read: ${reasonOf(fault)}`);
  }
}

function parse(text: string, path: string, number: number): z.infer<typeof articleLine> {
  const expected =
    'expected one JSON object {id, title, text, lang?, url?, date?, author?, tags?, outlet?, image?}';
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UserError(`${path}, line ${number} is no JSON: ${expected}`);
  }
  const read = articleLine.safeParse(json);
  if (read.success) return read.data;
  const where = read.error.issues.map((issue) => issue.path.join('.')).join(', ');
  throw new UserError(`${path}, line ${number}: ${where === '' ? '' : `${where} is wrong; `}${expected}`);
}
