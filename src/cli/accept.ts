import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { draftOf } from '../accept/accept.ts';
import type { Draft } from '../domain.ts';
import { reasonOf } from '../errors.ts';
import { readEntry } from '../watch/file.ts';
import type { Parser } from '../watch/parser.ts';
import type { Identify } from './articles-file.ts';
import { filesOf, printLine, readArguments, type ExitCode, type Verb } from './verb.ts';

/** `accept`: what Bellwire understands of a file, before anything is matched. */
export function acceptVerb(parser: Parser, identify: Identify, now: () => number): Verb {
  return {
    name: 'accept',
    usage: 'FILE…',
    about:
      'Prints each file as it would be accepted: {file, title, text, author, published, language, url, source}.',
    async run(args, terminal) {
      const { positionals } = readArguments(args, {});
      let exit: ExitCode = 0;
      for (const { typed, path } of filesOf(positionals, terminal)) {
        const accepted = await accept(path, parser, identify, now());
        if (accepted.kind === 'accepted') printLine(terminal.output, asLine(typed, accepted.draft));
        else {
          printLine(terminal.errors, `${typed}: ${accepted.reason}`);
          exit = 1;
        }
      }
      return exit;
    },
  };
}

async function accept(
  path: string,
  parser: Parser,
  identify: Identify,
  now: number,
): ReturnType<typeof draftOf> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (fault) {
    return { kind: 'rejected', reason: `cannot be read: ${reasonOf(fault)}` };
  }
  const read = await readEntry(basename(path), bytes, parser);
  if (read.kind === 'broken') return { kind: 'rejected', reason: read.reason };
  return draftOf(read.entry, { now, sourceTitle: 'Inbox' }, identify);
}

function asLine(file: string, draft: Draft): object {
  return {
    file,
    title: draft.title,
    text: draft.text,
    author: draft.author ?? null,
    tags: draft.tags ?? [],
    published: new Date(draft.publishedAt).toISOString(),
    language: draft.language,
    url: draft.url ?? null,
    source: draft.outlet,
  };
}
