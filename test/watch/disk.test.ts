import { chmod, mkdtemp, mkdir, rename, rm, utimes, writeFile, appendFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createInbox, type Inbox } from '../../src/watch/inbox.ts';
import { realDisk } from '../../src/watch/disk.ts';
import { realWorld } from '../../src/world.ts';

let base: string;
let folder: string;
let inbox: Inbox | undefined;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'bellwire-'));
  folder = join(base, 'inbox');
});

afterEach(async () => {
  await inbox?.stop();
  inbox = undefined;
  await rm(base, { recursive: true, force: true });
});

test('a real folder is made, watched, and watched again when it was replaced', async () => {
  const offered: string[] = [];
  const faults: string[] = [];
  inbox = createInbox({
    folder,
    disk: realDisk,
    world: realWorld,
    async offer({ name, bytes }) {
      offered.push(`${name}: ${Buffer.from(bytes).toString()}`);
    },
    onFault: ({ reason }) => faults.push(reason),
  });
  inbox.start();
  await inbox.scan();
  await writeFile(join(folder, 'a.txt'), 'One');
  await expect.poll(() => offered, { timeout: 10_000 }).toEqual(['a.txt: One']);
  await appendFile(join(folder, 'a.txt'), ' more');
  await expect.poll(() => offered, { timeout: 10_000 }).toEqual(['a.txt: One', 'a.txt: One more']);

  await rm(folder, { recursive: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(base, 'b.txt'), 'Two');
  await rename(join(base, 'b.txt'), join(folder, 'b.txt'));
  await expect.poll(() => offered.at(-1), { timeout: 10_000 }).toBe('b.txt: Two');
  expect(faults).toEqual([]);
});

test('reading stops at the bound, and states are what the file system says', async () => {
  await realDisk.makeFolder(folder);
  const path = join(folder, 'a.txt');
  await writeFile(path, 'The port of Orléans');
  await utimes(path, 1_700_000_000, 1_700_000_000);
  expect(await realDisk.stat(path)).toEqual({ kind: 'file', size: 20, modifiedAt: 1_700_000_000_000 });
  expect(await realDisk.stat(folder)).toMatchObject({ kind: 'folder' });
  expect(Buffer.from(await realDisk.read(path, 8)).toString()).toBe('The port');
  expect(Buffer.from(await realDisk.read(path, 1000)).toString()).toBe('The port of Orléans');
  expect(await realDisk.list(folder)).toEqual(['a.txt']);
});

test('errors are the file system’s own', async (ctx) => {
  await expect(realDisk.list(folder)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(() =>
    realDisk.watch(
      folder,
      () => {},
      () => {},
    ),
  ).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  await realDisk.makeFolder(folder);
  const path = join(folder, 'a.txt');
  await writeFile(path, 'x');
  await chmod(path, 0);
  if (process.getuid?.() === 0) ctx.skip('root may read everything');
  await expect(realDisk.read(path, 10)).rejects.toMatchObject({ code: 'EACCES' });
});
