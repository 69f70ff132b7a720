/** Bellwire as a person starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const project = resolve(import.meta.dirname, '../..');

/** A process of its own on `folder`; whatever is left of it is killed at the end of the test. */
export function startProcess(
  folder: string,
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
) {
  const child: ChildProcess = spawn(process.execPath, [join(project, 'src/start.ts'), ...args], {
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
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    child,
    output: () => printed,
    async exit(): Promise<unknown> {
      await ended;
      return child.exitCode;
    },
    /** Waits until it has printed this. */
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
