import { expect, test } from 'vitest';
import { emptyDisk } from './disk-after-cut.ts';
import type { DiskEvent } from './recording.ts';

const made: DiskEvent = { kind: 'made', path: 'a', inode: 1 };
const synced: DiskEvent = { kind: 'synced', inode: 1 };
const folder: DiskEvent = { kind: 'folder synced' };
const nothing = (): boolean => false;
const everything = (): boolean => true;
const everyOther = () => {
  let kept = false;
  return () => (kept = !kept);
};

const cases: ReadonlyArray<
  [what: string, events: readonly DiskEvent[], luck: () => boolean, files: Readonly<Record<string, string>>]
> = [
  ['a file whose name is not synced is not there', [made, written(0, 'x'), synced], nothing, {}],
  ['or it is', [made, written(0, 'x'), synced], everything, { a: 'x' }],
  ['what is synced is there', [made, folder, written(0, 'x'), synced], nothing, { a: 'x' }],
  [
    'what is not synced is not',
    [made, folder, written(0, 'x'), synced, written(0, 'y')],
    nothing,
    { a: 'x' },
  ],
  ['or it is: changed', [made, folder, written(0, 'x'), synced, written(0, 'y')], everything, { a: 'y' }],
  ['or the later change alone', [made, folder, written(0, 'x'), written(1, 'y')], later(), { a: '\0y' }],
  [
    'what was cut off is not cut off',
    [made, folder, written(0, 'xy'), synced, cutTo(1)],
    nothing,
    { a: 'xy' },
  ],
  ['or it is', [made, folder, written(0, 'xy'), synced, cutTo(1)], everything, { a: 'x' }],
  [
    'what grew back is zeros',
    [made, folder, written(0, 'xy'), synced, cutTo(1), cutTo(2)],
    everything,
    { a: 'x\0' },
  ],
  [
    'a write tears where a sector ends',
    [made, folder, written(510, 'x'.repeat(516))],
    everyOther(),
    { a: `${'\0'.repeat(510)}xx${'\0'.repeat(512)}xx` },
  ],
  [
    'what was removed is there again',
    [made, folder, written(0, 'x'), synced, { kind: 'removed', path: 'a' }],
    nothing,
    { a: 'x' },
  ],
  [
    'a new name is not there yet',
    [made, folder, written(0, 'x'), synced, { kind: 'renamed', from: 'a', to: 'b' }],
    nothing,
    { a: 'x' },
  ],
  [
    'or it is',
    [made, folder, written(0, 'x'), synced, { kind: 'renamed', from: 'a', to: 'b' }],
    everything,
    { b: 'x' },
  ],
];

test.each(cases)('after a cut: %s', (_, events, luck, files) => {
  const disk = emptyDisk();
  for (const event of events) disk.happen(event);
  const left = [...disk.cut(luck)].map(([name, bytes]) => [name, bytes.toString('latin1')]);
  expect(Object.fromEntries(left)).toEqual(files);
});

test('the disk itself goes on after a cut', () => {
  const disk = emptyDisk();
  for (const event of [made, folder, written(0, 'x'), synced, written(0, 'y')]) disk.happen(event);
  disk.cut(everything);
  expect(disk.cut(nothing).get('a')?.toString()).toBe('x');
});

function written(offset: number, text: string): DiskEvent {
  return { kind: 'written', inode: 1, offset, bytes: Buffer.from(text) };
}

function cutTo(size: number): DiskEvent {
  return { kind: 'cut to', inode: 1, size };
}

/** Not the first, but the others. */
function later(): () => boolean {
  let asked = 0;
  return () => (asked += 1) > 1;
}
