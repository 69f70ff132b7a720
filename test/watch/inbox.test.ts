import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createInbox, type InboxParts, type OfferedFile } from '../../src/watch/inbox.ts';
import { memoryDisk } from '../fakes/disk.ts';
import { manualWorld } from '../fakes/world.ts';

const folder = '/data/inbox';

async function openInbox(more: Partial<InboxParts> = {}) {
  const world = manualWorld();
  const disk = memoryDisk(world.now);
  await disk.makeFolder(folder);
  const offered: OfferedFile[] = [];
  const faults: string[] = [];
  const inbox = createInbox({
    folder,
    disk,
    world,
    async offer(file) {
      offered.push(file);
    },
    onFault: ({ reason }) => faults.push(reason),
    ...more,
  });
  return { world, disk, inbox, offered, faults, names: () => offered.map(({ name }) => name) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

test('a file that is dropped is offered as soon as it is whole', async () => {
  const { world, disk, inbox, offered } = await openInbox();
  inbox.start();
  await world.settle();
  disk.write(`${folder}/port.txt`, 'The port');
  await world.advance(299);
  expect(offered).toEqual([]);
  await world.advance(1);
  expect(offered).toEqual([
    {
      path: `${folder}/port.txt`,
      name: 'port.txt',
      bytes: new TextEncoder().encode('The port'),
      sha256: sha256('The port'),
      grownFrom: undefined,
    },
  ]);
});

test('a file that was moved here whole is offered at once', async () => {
  const { world, disk, inbox, names } = await openInbox();
  inbox.start();
  await world.settle();
  disk.write(`${folder}/old.txt`, 'The port');
  disk.touch(`${folder}/old.txt`, world.now() - 2000);
  await world.advance(0);
  expect(names()).toEqual(['old.txt']);
});

test('a file is found within a second where nobody tells of changes', async () => {
  const { world, disk, inbox, names } = await openInbox();
  disk.loseEvents();
  inbox.start();
  await world.settle();
  disk.write(`${folder}/port.txt`, 'The port');
  await world.advance(1300);
  expect(names()).toEqual(['port.txt']);
});

test('what is there when we start is offered, oldest first', async () => {
  const { world, disk, inbox, names } = await openInbox();
  for (const [name, age] of [
    ['b.txt', 5000],
    ['a.txt', 9000],
    ['d.txt', 5000],
    ['c.txt', 60_000],
  ] as const) {
    disk.write(`${folder}/${name}`, name);
    disk.touch(`${folder}/${name}`, world.now() - age);
  }
  await inbox.scan();
  expect(names()).toEqual(['c.txt', 'a.txt', 'b.txt', 'd.txt']);
});

test('a file that is still being written is waited for', async () => {
  const { world, disk, inbox, offered } = await openInbox();
  inbox.start();
  disk.write(`${folder}/port.txt`, 'The ');
  for (const part of ['port ', 'of Or', 'léans']) {
    await world.advance(250);
    disk.append(`${folder}/port.txt`, part);
  }
  await world.advance(299);
  expect(offered).toEqual([]);
  await world.advance(1);
  expect(offered.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['The port of Orléans']);
});

test('a link that leads out of the inbox is not read, which is said once, until a file is in its place', async () => {
  const { world, disk, inbox, names, faults } = await openInbox();
  inbox.start();
  disk.linkOut(`${folder}/secret.txt`);
  disk.write(`${folder}/port.txt`, 'The port');
  await world.advance(5000);
  expect(names()).toEqual(['port.txt']);
  expect(disk.reads.get(`${folder}/secret.txt`)).toBeUndefined();
  expect(faults).toEqual([
    'secret.txt: it is a link that leads out of the inbox, and is not read; put the file itself there.',
  ]);
  disk.write(`${folder}/secret.txt`, 'The crane');
  await world.advance(5000);
  expect(names()).toEqual(['port.txt', 'secret.txt']);
});

test('an empty file is one that is about to be written; one that stays empty is offered for what it is', async () => {
  const { world, disk, inbox, offered } = await openInbox();
  inbox.start();
  disk.write(`${folder}/late.txt`, '');
  disk.write(`${folder}/empty.txt`, '');
  await world.advance(1500);
  disk.write(`${folder}/late.txt`, 'The port');
  await world.advance(300);
  expect(offered.map(({ name }) => name)).toEqual(['late.txt']);
  await world.advance(1000);
  expect(offered.map(({ name, bytes }) => [name, bytes.length])).toEqual([
    ['late.txt', 8],
    ['empty.txt', 0],
  ]);
});

test('a file that changes while it is read is read again', async () => {
  const base = await openInbox();
  let grown = false;
  const read: typeof base.disk.read = async (path, maxBytes) => {
    const bytes = await base.disk.read(path, maxBytes);
    if (!grown) base.disk.append(path, ' grows');
    grown = true;
    return bytes;
  };
  const offered: string[] = [];
  const inbox = createInbox({
    folder,
    disk: { ...base.disk, read },
    world: base.world,
    async offer({ bytes }) {
      offered.push(Buffer.from(bytes).toString());
    },
    onFault: () => {},
  });
  inbox.start();
  base.disk.write(`${folder}/port.txt`, 'The port');
  await base.world.advance(1000);
  expect(offered).toEqual(['The port grows']);
});

test('each content is offered once, whatever its names', async () => {
  const { world, disk, inbox, names } = await openInbox();
  inbox.start();
  disk.write(`${folder}/a.txt`, 'The port');
  await world.advance(1000);
  disk.write(`${folder}/b.txt`, 'The port');
  disk.touch(`${folder}/a.txt`, world.now());
  await world.advance(5000);
  disk.remove(`${folder}/a.txt`);
  await world.advance(2000);
  disk.write(`${folder}/a.txt`, 'The port');
  await world.advance(5000);
  expect(names()).toEqual(['a.txt']);
});

test('a file that does not change is not read again', async () => {
  const { world, disk, inbox } = await openInbox();
  inbox.start();
  disk.write(`${folder}/a.txt`, 'The port');
  await world.advance(60_000);
  expect(disk.reads.get(`${folder}/a.txt`)).toBe(1);
});

test('what an earlier run has taken in is not offered', async () => {
  const { world, disk, inbox, offered } = await openInbox({
    isKnown: async (hash) => hash === sha256('Known'),
  });
  inbox.start();
  disk.write(`${folder}/a.txt`, 'Known');
  disk.write(`${folder}/b.txt`, 'New');
  await world.advance(1000);
  expect(offered.map(({ name }) => name)).toEqual(['b.txt']);
  disk.append(`${folder}/a.txt`, ' and more');
  await world.advance(1000);
  expect(offered[1]).toMatchObject({ name: 'a.txt', grownFrom: sha256('Known') });
});

test('once a day it says what lies there still, known or taken in now, if all of it could be seen', async () => {
  const told: Array<readonly string[]> = [];
  const { world, disk, inbox } = await openInbox({
    isKnown: async (hash) => hash === sha256('Known'),
    stillThere: async (hashes) => void told.push(hashes.toSorted()),
  });
  disk.write(`${folder}/a.txt`, 'Known');
  disk.write(`${folder}/b.txt`, 'New');
  inbox.start();
  await world.advance(60_000);
  const both = [sha256('Known'), sha256('New')].toSorted();
  expect(told.at(-1)).toEqual(both);
  const before = told.length;
  disk.remove(`${folder}/b.txt`);
  await world.advance(23 * 60 * 60_000);
  expect(told).toHaveLength(before);
  await world.advance(60 * 60_000);
  expect(told.slice(before)).toEqual([[sha256('Known')]]);
});

test('a file that grew after it was offered is offered as what it grew from', async () => {
  const { world, disk, inbox, offered } = await openInbox();
  inbox.start();
  disk.write(`${folder}/a.txt`, 'First half.');
  await world.advance(1000);
  disk.append(`${folder}/a.txt`, ' Second half.');
  await world.advance(1000);
  expect(offered[1]).toMatchObject({
    sha256: sha256('First half. Second half.'),
    grownFrom: sha256('First half.'),
  });
});

test('a file that was replaced by another is offered as another', async () => {
  const { world, disk, inbox, offered } = await openInbox();
  inbox.start();
  disk.write(`${folder}/a.txt`, 'First.');
  await world.advance(1000);
  disk.write(`${folder}/a.txt`, 'Quite another text.');
  await world.advance(1000);
  expect(offered[1]).toMatchObject({ sha256: sha256('Quite another text.'), grownFrom: undefined });
});

const passing = [
  '.hidden',
  '.port.txt.swp',
  'port.txt~',
  'port.txt.part',
  'PORT.TMP',
  'port.crdownload',
  'port.txt.filepart',
  '~$port.txt',
  '#port.txt#',
  'Thumbs.db',
  'desktop.ini',
];

test.for(passing)('%s is not there to stay, and left alone', async (name) => {
  const { world, disk, inbox, offered, faults } = await openInbox();
  inbox.start();
  disk.write(`${folder}/${name}`, 'The port');
  await world.advance(5000);
  expect(offered).toEqual([]);
  expect(faults).toEqual([]);
});

test('a temporary file that gets its name is offered then', async () => {
  const { world, disk, inbox, names } = await openInbox();
  inbox.start();
  disk.write(`${folder}/port.txt.part`, 'The port');
  await world.advance(5000);
  disk.remove(`${folder}/port.txt.part`);
  disk.write(`${folder}/port.txt`, 'The port');
  await world.advance(300);
  expect(names()).toEqual(['port.txt']);
});

test('folders in it are none of our business', async () => {
  const { world, disk, inbox, offered, faults } = await openInbox();
  await disk.makeFolder(`${folder}/done`);
  disk.write(`${folder}/done/a.txt`, 'The port');
  inbox.start();
  await world.advance(5000);
  expect([offered, faults]).toEqual([[], []]);
});

test('the folder is made if it is absent, and again if it is removed', async () => {
  const { world, disk, inbox, names, faults } = await openInbox();
  disk.remove(folder);
  inbox.start();
  await world.advance(0);
  disk.write(`${folder}/a.txt`, 'One');
  await world.advance(300);
  disk.remove(folder);
  await world.advance(2000);
  disk.write(`${folder}/b.txt`, 'Two');
  // Told of it: the new folder is watched as the old one was.
  await world.advance(300);
  expect(names()).toEqual(['a.txt', 'b.txt']);
  expect(faults).toEqual([]);
});

test('a folder that cannot be used is told once, and used when it can be', async () => {
  const { world, disk, inbox, names, faults } = await openInbox();
  disk.fail(folder, 'EACCES');
  inbox.start();
  await world.advance(5000);
  expect(faults).toEqual([
    `The inbox folder ${folder} cannot be used (permission denied); it is tried again every second.`,
  ]);
  disk.fail(folder, undefined);
  disk.write(`${folder}/a.txt`, 'One');
  await world.advance(2000);
  expect(names()).toEqual(['a.txt']);
});

test('where changes cannot be announced the folder is looked at every second, and that is told', async () => {
  const base = await openInbox();
  const watch = (): never => {
    throw Object.assign(new Error('inotify'), { code: 'ENOSPC' });
  };
  const faults: string[] = [];
  const offered: string[] = [];
  const inbox = createInbox({
    folder,
    disk: { ...base.disk, watch },
    world: base.world,
    async offer({ name }) {
      offered.push(name);
    },
    onFault: ({ reason }) => faults.push(reason),
  });
  inbox.start();
  await base.world.settle();
  base.disk.write(`${folder}/a.txt`, 'One');
  await base.world.advance(5000);
  expect(offered).toEqual(['a.txt']);
  expect(faults).toEqual([
    `Changes in ${folder} are not announced here (ENOSPC); it is looked at every second instead.`,
  ]);
});

const unreadable: ReadonlyArray<[code: string, words: string]> = [
  ['EACCES', 'permission denied'],
  ['EIO', 'the disk reports an error'],
  ['EWHATEVER', 'EWHATEVER'],
];

test.for(unreadable)(
  'a file that cannot be read (%s) is told once; the rest goes on',
  async ([code, words]) => {
    const { world, disk, inbox, names, faults } = await openInbox();
    disk.fail(`${folder}/a.txt`, code);
    inbox.start();
    disk.write(`${folder}/a.txt`, 'One');
    disk.write(`${folder}/b.txt`, 'Two');
    await world.advance(10_000);
    expect(names()).toEqual(['b.txt']);
    expect(faults).toEqual([`a.txt: it cannot be read (${words}); it is tried again until that works.`]);

    disk.fail(`${folder}/a.txt`, undefined);
    await world.advance(60_000);
    expect(names()).toEqual(['b.txt', 'a.txt']);
    expect(faults).toHaveLength(1);
  },
);

test('a file that has vanished before it is read is no fault', async () => {
  const { world, disk, inbox, offered, faults } = await openInbox();
  disk.fail(`${folder}/a.txt`, 'ENOENT');
  inbox.start();
  disk.write(`${folder}/a.txt`, 'One');
  await world.advance(1000);
  expect([offered, faults]).toEqual([[], []]);
});

test('a file of more than 5 MB is told once and not even read', async () => {
  const { world, disk, inbox, offered, faults } = await openInbox();
  inbox.start();
  disk.write(`${folder}/big.txt`, Buffer.alloc(6 * 1024 * 1024, 'a'));
  await world.advance(10_000);
  expect(offered).toEqual([]);
  expect(faults).toEqual(['big.txt: the file has 6.0 MB; articles of up to 5 MB are read.']);
  expect(disk.reads.size).toBe(0);
});

test('a file that could not be taken in is offered again, later and later, until it is', async () => {
  const at: number[] = [];
  let full = true;
  const { world, disk, inbox, faults } = await openInbox({
    async offer() {
      at.push(world.now());
      if (full) throw new Error('database or disk is full');
    },
  });
  const start = world.now();
  inbox.start();
  disk.write(`${folder}/a.txt`, 'One');
  await world.advance(20_000);
  expect(at.map((time) => Math.round((time - start) / 1000))).toEqual([0, 1, 3, 7, 15]);
  full = false;
  await world.advance(60_000);
  const tries = at.length;
  await world.advance(200_000);
  expect(at).toHaveLength(tries);
  expect(faults).toEqual([
    'a.txt: it could not be taken in (database or disk is full); it is tried again until that works.',
  ]);
});

test('a clock that was set back delays no file', async () => {
  let full = true;
  const taken: string[] = [];
  const { world, disk, inbox } = await openInbox({
    async offer({ name }) {
      if (full) throw new Error('no space left');
      taken.push(name);
    },
  });
  inbox.start();
  disk.write(`${folder}/early.txt`, 'One');
  await world.advance(5000);
  world.setClock(-3_600_000);
  full = false;
  disk.write(`${folder}/late.txt`, 'Two');
  await world.advance(60_000);
  expect(taken.toSorted()).toEqual(['early.txt', 'late.txt']);
});

test('a scan resolves when what is whole was offered; being idle, when nothing is half-written', async () => {
  const { world, disk, inbox, names } = await openInbox();
  disk.write(`${folder}/a.txt`, 'One');
  disk.write(`${folder}/b.txt`, 'Two');
  disk.touch(`${folder}/a.txt`, world.now() - 5000);
  await inbox.scan();
  expect(names()).toEqual(['a.txt']);

  let idle = false;
  void inbox.idle().then(() => (idle = true));
  await world.advance(299);
  expect(idle).toBe(false);
  await world.advance(1);
  expect(idle).toBe(true);
  expect(names()).toEqual(['a.txt', 'b.txt']);
});

test('stopping waits for the offer that is under way and begins no other', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const begun: string[] = [];
  const { world, disk, inbox } = await openInbox({
    offer({ name }) {
      begun.push(name);
      return promise;
    },
  });
  inbox.start();
  disk.write(`${folder}/a.txt`, 'One');
  disk.write(`${folder}/b.txt`, 'Two');
  await world.advance(300);
  let stopped = false;
  void inbox.stop().then(() => (stopped = true));
  await world.advance(60_000);
  expect(stopped).toBe(false);
  resolve();
  await world.advance(60_000);
  expect(stopped).toBe(true);
  expect(begun).toEqual(['a.txt']);
  expect(world.waiting()).toBe(0);
});
