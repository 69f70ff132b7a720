import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { lockData } from '../../src/store/lock.ts';
import { startChild } from './child.ts';
import { temporaryFolder } from './temporary.ts';

test('the folder is made and held; who comes second is told what to do', async () => {
  const dir = join(temporaryFolder(), 'deep', 'data');
  const release = await lockData(dir);
  expect(readdirSync(dir)).toContain('bellwire.lock');
  expect(statSync(dir).mode & 0o077, 'others see nothing of it').toBe(0);
  const second = lockData(dir);
  await expect(second).rejects.toThrow(UserError);
  await expect(second).rejects.toThrow(dir);
  await expect(second).rejects.toThrow('npm run chat');
  await expect(second).rejects.toThrow('DATA_DIR');
  await release();
  await (
    await lockData(dir)
  )();
});

test('another process is kept out, and let in when the first one is killed', async () => {
  const dir = temporaryFolder();
  const holder = startChild(`
    import { lockData } from 'src/store/lock.ts';
    await lockData(${JSON.stringify(dir)});
    console.log('held');
    setInterval(() => {}, 1000);
  `);
  await once(holder.stdout, 'data');
  await expect(lockData(dir)).rejects.toThrow('Another Bellwire already runs');
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  await (
    await lockData(dir)
  )();
});

test('two folders are two Bellwires', async () => {
  const dir = temporaryFolder();
  const releases = [await lockData(join(dir, 'a')), await lockData(join(dir, 'b'))];
  expect(readdirSync(dir).toSorted()).toEqual(['a', 'b']);
  for (const release of releases) await release();
});

const unusable: ReadonlyArray<[name: string, prepare: (dir: string) => string, told: string]> = [
  ['a file where the folder should be', fileAt, 'cannot be made or written'],
  ['a folder below a file', (dir) => join(fileAt(dir), 'data'), 'cannot be made or written'],
  ['a lock that is something else', lockOfText, 'cannot be locked'],
  ['a lock that is a folder', lockFolder, 'cannot be locked'],
];

test.each(unusable)('%s is told with the place and a way out', async (_, prepare, told) => {
  const dir = prepare(temporaryFolder());
  const refused = lockData(dir);
  await expect(refused).rejects.toThrow(UserError);
  await expect(refused).rejects.toThrow(told);
  await expect(refused).rejects.toThrow(dir);
  await expect(refused).rejects.toThrow('DATA_DIR');
});

test('a folder that may not be written is told', async (ctx) => {
  ctx.skip(process.getuid?.() === 0, 'the administrator may write everywhere');
  const dir = temporaryFolder();
  chmodSync(dir, 0o500);
  await expect(lockData(dir)).rejects.toThrow(UserError);
  chmodSync(dir, 0o700);
});

function fileAt(dir: string): string {
  const file = join(dir, 'data');
  writeFileSync(file, 'not a folder');
  return file;
}

function lockOfText(dir: string): string {
  writeFileSync(
    join(dir, 'bellwire.lock'),
    'this is no database, and long enough to be looked at as one '.repeat(20),
  );
  return dir;
}

function lockFolder(dir: string): string {
  mkdirSync(join(dir, 'bellwire.lock'));
  return dir;
}
