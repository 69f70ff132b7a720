/** Bellwire as a person starts it, outside of a test too. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';

const project = resolve(import.meta.dirname, '../..');

export interface Spawned {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** @returns the exit code once it has ended; null if a signal ended it */
  readonly exit: () => Promise<number | null>;
  /** Waits until it has printed this. */
  readonly says: (pattern: RegExp) => Promise<string>;
}

/** A process of its own on `folder`. */
export function spawnBellwire(
  folder: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  how: 'itself' | 'in a shell' = 'itself',
): Spawned {
  const command = [process.execPath, join(project, 'src/start.ts'), ...args];
  // A shell that has more to do afterwards does not give its place away.
  const [program = '', ...given] =
    how === 'itself' ? command : ['sh', '-c', '"$0" "$@"; exit $?', ...command];
  const child: ChildProcess = spawn(program, given, {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: join(folder, 'data'),
      INBOX_DIR: join(folder, 'inbox'),
      PORT: '0',
      LOG_LEVEL: 'error',
      ...settings,
    },
  });
  let printed = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, 'close');
  return {
    child,
    output: () => printed,
    async exit(): Promise<number | null> {
      await ended;
      return child.exitCode;
    },
    says(pattern: RegExp): Promise<string> {
      return new Promise((done, failed) => {
        const look = (): void => {
          const found = pattern.exec(printed);
          if (found === null) return;
          listeners.delete(look);
          done(found[0]);
        };
        listeners.add(look);
        void ended.then(() => failed(new Error(`it ended without saying ${pattern.source}:\n${printed}`)));
        look();
      });
    },
  };
}
