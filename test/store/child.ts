import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** Runs a module's text in a process of its own; `src` in an import stands for the project's sources. */
export function startChild(code: string): ChildProcessWithoutNullStreams {
  const sources = new URL('../../src/', import.meta.url).href;
  const child = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    code.replaceAll("'src/", `'${sources}`),
  ]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** @returns what a process says until it ends by itself, and how it ended. */
export async function ended(
  child: ChildProcessWithoutNullStreams,
): Promise<{ said: string; code: number | null }> {
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  return { said, code: child.exitCode };
}
