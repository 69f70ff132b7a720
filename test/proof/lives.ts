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

/** When it is killed, if it lives that long. */
export interface Doom {
  readonly since: 'birth' | 'start';
  readonly ms: number;
}

export async function liveApart(order: Order, doom?: Doom): Promise<Ended> {
  const script = join(import.meta.dirname, 'life-process.ts');
  const child = spawn(process.execPath, [script, JSON.stringify(order)], {
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const timers = [killAfter(longestLifeMs)];
  if (doom?.since === 'birth') timers.push(killAfter(doom.ms));
  // It says one thing only: that its start is over.
  if (doom?.since === 'start') child.stdout.once('data', () => timers.push(killAfter(doom.ms)));
  let errors = '';
  child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString()));
  await once(child, 'close');
  for (const timer of timers) clearTimeout(timer);
  return { signal: child.signalCode, code: child.exitCode, errors };

  function killAfter(ms: number): NodeJS.Timeout {
    return setTimeout(() => child.kill('SIGKILL'), ms);
  }
}

/** Nobody lives so long but who hangs. */
const longestLifeMs = 120_000;
