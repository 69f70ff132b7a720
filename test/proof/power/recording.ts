/** Runs a life under `disk-log.c` and reads what that wrote down. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Order } from '../life.ts';
import { compileCache } from '../lives.ts';

/** What happened to a disk, in its order. Files go by their inode: a name is no part of what is written. */
export type DiskEvent =
  | { readonly kind: 'made'; readonly path: string; readonly inode: number }
  | { readonly kind: 'written'; readonly inode: number; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'cut to'; readonly inode: number; readonly size: number }
  | { readonly kind: 'synced'; readonly inode: number }
  /** All names in the folder. */
  | { readonly kind: 'folder synced' }
  | { readonly kind: 'removed'; readonly path: string }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  /** No part of the disk: what became known outside at this moment. */
  | { readonly kind: 'mark'; readonly text: string };

export interface Recording {
  readonly events: readonly DiskEvent[];
  /** The files at its end, by name. */
  readonly left: ReadonlyMap<string, Buffer>;
}

/** @returns why nothing can be recorded here */
export function whyNoRecording(): string | undefined {
  if (process.platform !== 'linux') return 'writes can be recorded on Linux only';
  return spawnSync('cc', ['--version']).error === undefined ? undefined : 'there is no C compiler (cc)';
}

/** A whole life, from the first start on: so many reports come in and are delivered. */
export function recordLife(reports: number): Recording {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bellwire-power-')));
  try {
    return record(folder, reports);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function record(folder: string, reports: number): Recording {
  const data = join(folder, 'data');
  const library = join(folder, 'disk-log.so');
  const log = join(folder, 'disk.log');
  mkdirSync(data);
  const source = join(import.meta.dirname, 'disk-log.c');
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
  const order: Order = { data, outside: join(data, 'outside.jsonl'), reports };
  execFileSync(
    process.execPath,
    [resolve(import.meta.dirname, '../life-process.ts'), JSON.stringify(order)],
    {
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: compileCache,
        LD_PRELOAD: library,
        DISK_LOG: log,
        DISK_LOG_ROOT: data,
        DISK_LOG_MARKS: order.outside,
      },
    },
  );
  const left = readdirSync(data).filter((name) => join(data, name) !== order.outside);
  return {
    events: readLog(readFileSync(log), data),
    left: new Map(left.map((name) => [name, readFileSync(join(data, name))])),
  };
}

const headSize = 25;

function readLog(log: Buffer, root: string): readonly DiskEvent[] {
  const events: DiskEvent[] = [];
  for (let at = 0; at < log.length;) {
    const kind = String.fromCharCode(log[at]!);
    const inode = Number(log.readBigUInt64LE(at + 1));
    const offset = Number(log.readBigUInt64LE(at + 9));
    const pathAt = at + headSize;
    const bytesAt = pathAt + log.readUInt32LE(at + 17);
    const end = bytesAt + log.readUInt32LE(at + 21);
    const path = log.toString('utf8', pathAt, bytesAt).slice(root.length + 1);
    events.push(eventOf(kind, inode, offset, path, log.subarray(bytesAt, end), root));
    at = end;
  }
  return events;
}

function eventOf(
  kind: string,
  inode: number,
  offset: number,
  path: string,
  bytes: Buffer,
  root: string,
): DiskEvent {
  switch (kind) {
    case 'C':
      return { kind: 'made', path, inode };
    case 'W':
      return { kind: 'written', inode, offset, bytes };
    case 'T':
      return { kind: 'cut to', inode, size: offset };
    case 'S':
      return offset === 1 ? { kind: 'folder synced' } : { kind: 'synced', inode };
    case 'U':
      return { kind: 'removed', path };
    case 'R':
      return { kind: 'renamed', from: path, to: bytes.toString('utf8').slice(root.length + 1) };
    case 'M':
      return { kind: 'mark', text: bytes.toString('utf8') };
    default:
      throw new Error(`there is no record "${kind}"`);
  }
}
