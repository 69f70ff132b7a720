/** Ways to go on with a line as it is being typed. */
import type { Source, Subscription } from '../domain.ts';
import { fold } from '../language/fold.ts';
import type { Texts } from '../messages/texts.ts';
import type { Command } from './context.ts';
import { findCommand, namesOf, withoutSlash } from './find-command.ts';
import type { Completion } from './invocation.ts';
import { shorten } from './shorten.ts';

/** What options are made from. Read when a command asks for it, not before: a key press must stay cheap. */
export interface CompletionParts {
  readonly commands: readonly Command[];
  readonly texts: Texts;
  /** Names of known things, the most wanted first. */
  readonly keywords: readonly string[];
  /** The channel's. */
  /** The word that was meant by one that nobody knows. */
  readonly nearest?: ((word: string) => string | undefined) | undefined;
  readonly subscriptions: () => Promise<readonly Subscription[]>;
  /** The newest ones. */
  readonly articles: () => Promise<ReadonlyArray<{ readonly id: number; readonly title: string }>>;
  readonly sources: () => Promise<readonly Source[]>;
  /** How many are shown; 8 if absent. */
  readonly most?: number | undefined;
}

/** As many as fit a small screen above its keyboard. */
const mostCompletions = 8;
const hintLength = 60;
/** In UTF-16 units. Of a longer one every word would be looked for at every key press; it was pasted, not typed. */
const longestLine = 1_000;

/** The best ones, best first; each carries the whole line as it would be. None for a line of over 1,000 characters. */
export async function completeLine(line: string, parts: CompletionParts): Promise<readonly Completion[]> {
  const { most = mostCompletions } = parts;
  if (line.length > longestLine) return [];
  const typed = line.trimStart();
  const [, name = '', gap = '', input = ''] = /^(\S*)(\s*)(.*)$/s.exec(typed) ?? [];
  if (gap === '') return commandsFrom(name, parts).slice(0, most);
  const command = findCommand(name, parts.commands);
  if (command === undefined) return [];
  const offers = await offersFor(command, input, parts);
  return offers.slice(0, most).map(({ before, label, hint }) => ({
    line: `${name}${gap}${before}${label}`,
    label,
    hint: shorten(hint, hintLength),
  }));
}

/** A name before an alias: "/s" offers /subscribe, and "/abo" offers /abonner. */
function commandsFrom(typed: string, { commands, texts }: CompletionParts): readonly Completion[] {
  const start = fold(withoutSlash(typed));
  return commands.flatMap((command) => {
    const known = namesOf(command).find((name) => fold(name).startsWith(start));
    if (known === undefined) return [];
    const space = command.input === 'none' ? '' : ' ';
    return [{ line: `/${known}${space}`, label: `/${known}`, hint: command.description(texts) }];
  });
}

/** `label` takes the place of what is typed behind `before`. */
interface Offer {
  readonly before: string;
  readonly label: string;
  readonly hint: string;
}

async function offersFor(command: Command, input: string, parts: CompletionParts): Promise<readonly Offer[]> {
  switch (command.completes) {
    case 'keywords':
      return keywordsFor(input, parts);
    case 'subscriptions':
      return subscriptionsFor(input, await parts.subscriptions());
    case 'articles':
      return articlesFor(input, await parts.articles());
    case 'commands':
      return parts.commands
        .filter(({ name }) => name.startsWith(fold(withoutSlash(input))))
        .map((known) => ({ before: '', label: known.name, hint: known.description(parts.texts) }));
    case 'sources':
      return sourcesFor(input, parts);
    case 'nothing':
      return [];
  }
}

/** Completes the last part; within it the longest run of words at its end that begins a known name. */
function keywordsFor(
  input: string,
  { keywords, nearest }: Pick<CompletionParts, 'keywords' | 'nearest'>,
): readonly Offer[] {
  const { before, last, others } = lastPart(input);
  const words = [...last.matchAll(/\S+/g)];
  const starts = words.length === 0 ? [last.length] : words.map((word) => word.index);
  for (const start of starts) {
    const begun = fold(last.slice(start));
    const fitting = keywords.filter(
      (keyword) => fold(keyword).startsWith(begun) && !others.has(fold(keyword)),
    );
    if (fitting.length > 0) {
      return fitting.map((label) => ({ before: before + last.slice(0, start), label, hint: '' }));
    }
  }
  const at = starts.at(-1) ?? 0;
  const meant = nearest?.(last.slice(at));
  return meant === undefined ? [] : [{ before: before + last.slice(0, at), label: meant, hint: '' }];
}

/** By any word in them, or by number; what is named before the last comma is not offered again. */
function subscriptionsFor(input: string, subscriptions: readonly Subscription[]): readonly Offer[] {
  const { before, last, others } = lastPart(input);
  const begun = fold(last.trim());
  return subscriptions
    .map(({ typed }, index) => ({ before, label: typed, hint: String(index + 1) }))
    .filter(({ label, hint }) => !others.has(fold(label)) && (hint === begun || hasWordFrom(label, begun)));
}

function articlesFor(
  input: string,
  articles: ReadonlyArray<{ readonly id: number; readonly title: string }>,
): readonly Offer[] {
  const begun = fold(input.trim());
  return articles
    .filter(({ id, title }) => String(id).startsWith(begun) || hasWordFrom(title, begun))
    .map(({ id, title }) => ({ before: '', label: String(id), hint: title }));
}

/** First the verb, then, to remove, what there is. */
async function sourcesFor(input: string, { texts, sources }: CompletionParts): Promise<readonly Offer[]> {
  const { addVerbs, removeVerbs } = texts.commands.sources;
  const [, verb = '', gap = '', rest = ''] = /^(\S*)(\s*)(.*)$/s.exec(input) ?? [];
  if (gap === '') {
    const verbs = [addVerbs, removeVerbs].flatMap(
      (same) => same.find((known) => known.startsWith(fold(verb))) ?? [],
    );
    return verbs.map((label) => ({ before: '', label: `${label} `, hint: '' }));
  }
  if (!removeVerbs.includes(fold(verb))) return [];
  return (await sources())
    .map(({ title }, index) => ({ before: verb + gap, label: String(index + 1), hint: title }))
    .filter(({ label, hint }) => label.startsWith(rest) || hasWordFrom(hint, fold(rest)));
}

/** What stands behind the last comma, what stands before it, and the (folded) parts of that. */
function lastPart(input: string): {
  readonly before: string;
  readonly last: string;
  readonly others: ReadonlySet<string>;
} {
  const [before = ''] = /^.*[,，、،;；]\s*/s.exec(input) ?? [];
  const others = new Set(before.split(/[,，、،;；]/).map((part) => fold(part.trim())));
  return { before, last: input.slice(before.length), others };
}

function hasWordFrom(text: string, begun: string): boolean {
  const folded = fold(text);
  return folded.startsWith(begun) || folded.includes(` ${begun}`);
}
