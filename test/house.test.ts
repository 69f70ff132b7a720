import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** What each room may import besides itself and what is open to all. Rooms import one way only. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'src/domain': [],
  'src/errors': [],
  'src/world': [],
  'src/backoff': [],
  'src/message-id': [],
  'src/retry-after': [],
  'src/log': ['src/redact'],
  'src/redact': [],
  'src/meter': [],
  'src/thread': [],
  'src/folder': [],
  'src/loop': [],
  'src/set-aside': [],
  'src/config': [],
  'src/language': [],
  'src/messages': [],
  'src/watch': ['src/language', 'src/messages'],
  'src/accept': ['src/language', 'src/messages'],
  'src/match': ['src/language', 'src/messages'],
  'src/summarize': ['src/language', 'src/messages'],
  // Which story an article joins is decided where its transaction is.
  'src/store': ['src/language', 'src/messages', 'src/accept'],
  'src/invoke': [
    'src/language',
    'src/messages',
    'src/match',
    'src/summarize',
    'src/accept',
    'src/watch',
    'src/store',
  ],
  'src/platform': ['src/language', 'src/messages', 'src/store', 'src/invoke'],
  'src/deliver': ['src/language', 'src/messages', 'src/summarize', 'src/store', 'src/platform'],
  'src/pipeline': [
    'src/language',
    'src/messages',
    'src/watch',
    'src/accept',
    'src/match',
    'src/summarize',
    'src/store',
    'src/invoke',
    'src/platform',
    'src/deliver',
  ],
  commands: ['src/invoke'],
};
const everywhere = [
  'src/domain',
  'src/errors',
  'src/world',
  'src/backoff',
  'src/message-id',
  'src/retry-after',
  'src/log',
  'src/meter',
  'src/loop',
  'src/set-aside',
  'src/thread',
  'src/folder',
];
/** `commands/` see the domain and the invocation alone. */
const narrow: Readonly<Record<string, readonly string[]>> = { commands: ['src/domain'] };
/** Import nothing of ours. */
const innermost = [
  'src/domain',
  'src/errors',
  'src/world',
  'src/backoff',
  'src/message-id',
  'src/retry-after',
  'src/log',
  'src/redact',
  'src/meter',
  'src/thread',
  'src/folder',
];

interface File {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const files = [...sources('src'), ...sources('commands')];

test('every room is known, or is one of the outermost', () => {
  const outermost = ['src/main', 'src/bot', 'src/start', 'src/http', 'src/cli'];
  const unknown = [...new Set(files.map((file) => roomOf(file.path)))].filter(
    (room) => !(room in rooms) && !outermost.includes(room),
  );
  expect(unknown).toEqual([]);
});

describe('imports point one way', () => {
  test.each(Object.keys(rooms))('%s', (room) => {
    const allowed = new Set([
      room,
      ...(rooms[room] ?? []),
      ...(innermost.includes(room) ? [] : (narrow[room] ?? everywhere)),
    ]);
    const strays = files
      .filter((file) => roomOf(file.path) === room)
      .flatMap((file) =>
        file.imports
          .map((path) => `${file.path} → ${path}`)
          .filter((_, at) => !allowed.has(roomOf(file.imports[at] ?? ''))),
      );
    expect(strays).toEqual([]);
  });

  test('nobody imports the command line or the start', () => {
    const strays = files.flatMap((file) =>
      file.imports
        .filter(
          (path) =>
            roomOf(path) === 'src/cli' && !['src/cli', 'src/start', 'src/main'].includes(roomOf(file.path)),
        )
        .map((path) => `${file.path} → ${path}`),
    );
    expect(strays).toEqual([]);
  });
});

test('there is no import cycle', () => {
  const graph = new Map(files.map((file) => [file.path, file.imports]));
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path))
      throw new Error(`cycle: ${[...trail.slice(trail.indexOf(path)), path].join(' → ')}`);
    if (done.has(path)) return;
    for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) walk(path, []);
  expect(done.size).toBe(graph.size);
});

describe('the habits of the house', () => {
  test('no default export', () => {
    expect(matching(/^export default\b/m)).toEqual([]);
  });

  test('no barrel: nothing is exported from another file', () => {
    expect(matching(/^export (?:type )?(?:\*|\{[^}]*\}) from/m)).toEqual([]);
  });

  test('classes are errors', () => {
    const classes = files.flatMap((file) =>
      [...file.text.matchAll(/^(?:export )?class (.+) \{$/gm)].map((found) => `${file.path}: ${found[1]}`),
    );
    expect(classes.filter((line) => !line.includes('extends') || !line.includes('Error'))).toEqual([]);
  });

  test('process.env is read in one file', () => {
    expect(matching(/process\.env\b/)).toEqual(['src/main.ts']);
  });

  test('time and chance come in as parameters', () => {
    const clocks = matching(/\b(?:Date\.now\(|Math\.random\(|new Date\(\))/);
    expect(clocks).toEqual([]);
  });

  test('every file the code imports exists under that very name', () => {
    const known = new Set(files.map((file) => file.path));
    const missing = files.flatMap((file) =>
      file.imports.filter((path) => path.endsWith('.ts') && !known.has(path)),
    );
    expect(missing).toEqual([]);
  });
});

function sources(folder: string): File[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const path = join(folder, name);
      const text = readFileSync(join(root, path), 'utf8');
      return { path, text, imports: importsOf(path, text) };
    });
}

/** Relative imports, static and dynamic, as paths from the project's root. Types count: they tie rooms together too. */
function importsOf(path: string, text: string): readonly string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport\(?|\bnew URL\()\s*'(\.{1,2}\/[^']+)'/g);
  return [...found]
    .map((match) => relative(root, resolve(root, dirname(path), match[1] ?? '')))
    .filter((target) => target.startsWith('src/') || target.startsWith('commands/'));
}

/** "src/watch/fetch.ts" → "src/watch"; "src/main.ts" → "src/main"; "commands/why.ts" → "commands". */
function roomOf(path: string): string {
  const parts = path.replace(/\.ts$/, '').split('/');
  return parts[0] === 'commands' ? 'commands' : parts.slice(0, 2).join('/');
}

function matching(pattern: RegExp): readonly string[] {
  return files.filter((file) => pattern.test(file.text)).map((file) => file.path);
}
