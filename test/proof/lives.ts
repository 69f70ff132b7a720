/** Lives in processes of their own (`life-process.ts`), one after the other on the same data. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Order } from './life.ts';

/** Without it half of each life would be spent on compiling. */
export const compileCache = join(tmpdir(), 'bellwire-compile-cache');

export interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly errors: string;
}

/** @param killAfterMs kills it so long after its start, if it lives that long */
export async function liveApart(order: Order, killAfterMs?: number): Promise<Ended> {
  const script = join(import.meta.dirname, 'life-process.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(order)], {
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()));
  const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs ?? longestLifeMs);
  await once(child, 'close');
  clearTimeout(timer);
  return { signal: child.signalCode, code: child.exitCode, errors };
}

/** Nobody lives so long but who hangs. */
const longestLifeMs = 120_000;
