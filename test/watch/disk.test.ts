import {
  chmod,
  link,
  mkdtemp,
  mkdir,
  open,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
  appendFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createInbox, type Inbox } from '../../src/watch/inbox.ts';
import { realDisk } from '../../src/watch/disk.ts';
import { openWithin } from '../../src/watch/open-within.ts';
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

test('links are followed within their folder, and to folders; a file elsewhere is not read', async () => {
  await realDisk.makeFolder(folder);
  await mkdir(join(folder, 'today'));
  await mkdir(join(base, 'inbox-of-others'));
  await writeFile(join(folder, 'today', 'in.txt'), 'The port');
  await writeFile(join(base, 'inbox-of-others', 'out.txt'), 'Hush');
  const links: ReadonlyArray<[name: string, target: string, kind: string, read: string]> = [
    ['inside.txt', join('today', 'in.txt'), 'file', 'The port'],
    ['whole-path.txt', join(folder, 'today', 'in.txt'), 'file', 'The port'],
    ['outside.txt', join(base, 'inbox-of-others', 'out.txt'), 'outside', 'OUTSIDE'],
    ['upwards.txt', join('..', 'inbox-of-others', 'out.txt'), 'outside', 'OUTSIDE'],
    ['twice.txt', 'upwards.txt', 'outside', 'OUTSIDE'],
    ['folder', join(base, 'inbox-of-others'), 'folder', 'OUTSIDE'],
    ['through.txt', join('folder', 'out.txt'), 'outside', 'OUTSIDE'],
  ];
  for (const [name, target, kind, read] of links) {
    const path = join(folder, name);
    await symlink(target, path);
    const found = await realDisk.read(path, 99).then(
      (bytes) => Buffer.from(bytes).toString(),
      ({ code }: NodeJS.ErrnoException) => code,
    );
    expect([name, (await realDisk.stat(path)).kind, found]).toEqual([name, kind, read]);
  }
  await symlink('nowhere.txt', join(folder, 'dangling.txt'));
  await expect(realDisk.stat(join(folder, 'dangling.txt'))).rejects.toMatchObject({ code: 'ENOENT' });
  await link(join(folder, 'today', 'in.txt'), join(folder, 'hard.txt'));
  expect(Buffer.from(await realDisk.read(join(folder, 'hard.txt'), 99)).toString()).toBe('The port');
});

test('an inbox that is itself a link is read', async () => {
  await realDisk.makeFolder(join(base, 'elsewhere'));
  await writeFile(join(base, 'elsewhere', 'a.txt'), 'The port');
  await symlink(join(base, 'elsewhere'), folder);
  const path = join(folder, 'a.txt');
  expect(await realDisk.stat(path)).toMatchObject({ kind: 'file', size: 8 });
  expect(Buffer.from(await realDisk.read(path, 99)).toString()).toBe('The port');
});

test('a file that becomes a link to another between looking and reading is not read', async () => {
  await realDisk.makeFolder(folder);
  await writeFile(join(base, 'out.txt'), 'Hush');
  const path = join(folder, 'a.txt');
  const { kind } = await realDisk.stat(await made(path));
  expect(kind).toBe('file');
  await rm(path);
  await symlink(join(base, 'out.txt'), path);
  await expect(realDisk.read(path, 99)).rejects.toMatchObject({ code: 'OUTSIDE' });
});

test('a folder on the way that becomes a link while a file is opened gives nothing away', async () => {
  const [within, elsewhere] = [join(folder, 'today'), join(base, 'elsewhere')];
  for (const each of [within, elsewhere]) await mkdir(each, { recursive: true });
  await writeFile(join(within, 'a.txt'), 'The port');
  await writeFile(join(elsewhere, 'a.txt'), 'Hush');
  const path = join(folder, 'a.txt');
  await symlink(join('today', 'a.txt'), path);
  const opening: typeof open = async (...given) => {
    await rename(within, join(folder, 'gone'));
    await symlink(elsewhere, within);
    const file = await open(...given);
    await rm(within);
    await rename(join(folder, 'gone'), within);
    return file;
  };
  await expect(openWithin(path, opening)).rejects.toMatchObject({ code: 'OUTSIDE' });
  await (await openWithin(path)).close();
});

async function made(path: string): Promise<string> {
  await writeFile(path, 'The port');
  return path;
}
