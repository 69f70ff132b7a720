import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/store/sqlite-connection.ts';
import { createQueue, type Outcome, type Task } from '../../src/store/together.ts';

test('what waits is committed at once, and answered after that', async () => {
  const { ran, tasks, answers, serveAll } = openQueue();
  await serveAll(tasks('a', 'b', 'c'));
  expect(ran).toEqual(['begin immediate', 'insert a', 'insert b', 'insert c', 'commit']);
  expect(answers()).toEqual(['a done', 'b done', 'c done']);
});

test('one alone has no transaction around it', async () => {
  const { ran, tasks, serveAll } = openQueue();
  await serveAll(tasks('a'));
  expect(ran).toEqual(['insert a']);
});

test('one that fails takes none with it', async () => {
  const { tasks, answers, rows, serveAll } = openQueue();
  await serveAll(tasks('a', 'a', 'b'));
  expect(answers()).toEqual(['a done', 'a UNIQUE constraint failed: thing.name', 'b done']);
  expect(rows()).toEqual(['a', 'b']);
});

test('what cannot be committed together is done one by one: what has no room says so, the others are there', async () => {
  const { sqlite, tasks, answers, rows, serveAll, failing } = openQueue();
  failing.commit = () => {
    failing.commit = undefined;
    throw new Error('the disk is full');
  };
  await serveAll(tasks('a', 'a', 'b'));
  expect(answers()).toEqual(['a done', 'a UNIQUE constraint failed: thing.name', 'b done']);
  expect(rows()).toEqual(['a', 'b']);
  expect(sqlite.isInTransaction()).toBe(false);
});

test('a transaction that SQLite undoes by itself is begun again without the one that was the reason', async () => {
  const { sqlite, tasks, answers, rows, serveAll } = openQueue();
  const undoing = {
    name: 'full',
    async run() {
      if (sqlite.isInTransaction()) sqlite.run('rollback');
      throw new Error('the disk is full');
    },
  };
  const [a, b] = tasks('a', 'b');
  await serveAll([a, undoing, b].filter((one) => one !== undefined));
  expect(answers()).toEqual(['a done', 'full the disk is full', 'b done']);
  expect(rows()).toEqual(['a', 'b']);
});

test('a database that another holds keeps nobody from being answered', async () => {
  const { tasks, answers, serveAll, failing } = openQueue();
  failing['begin immediate'] = () => {
    throw new Error('locked');
  };
  await serveAll(tasks('a', 'b'));
  expect(answers()).toEqual(['a done', 'b done']);
});

type NamedTask = Pick<Task, 'run'> & { readonly name: string };

function openQueue() {
  const real = openSqlite(':memory:');
  onTestFinished(real.close);
  real.run('create table thing (name text unique) strict');
  const ran: string[] = [];
  const failing: Record<string, (() => void) | undefined> = {};
  const sqlite = {
    ...real,
    run(sql: string, parameters: readonly unknown[] = []) {
      ran.push([sql.split(' into')[0], ...parameters].join(' '));
      failing[sql]?.();
      return real.run(sql, parameters);
    },
  };
  const queue = createQueue({
    sqlite,
    now: () => 0,
    nextTurn: () => nextTurn(),
    after: () => () => {},
  });
  const outcomes: Array<[name: string, outcome: Outcome]> = [];
  return {
    sqlite,
    ran,
    failing,
    tasks: (...names: readonly string[]): NamedTask[] =>
      names.map((name) => ({
        name,
        run: async () => sqlite.run('insert into thing values (?)', [name]),
      })),
    serveAll: async (all: readonly NamedTask[]) => {
      for (const { name, run } of all)
        queue.add('prompt', { run, answer: (outcome) => void outcomes.push([name, outcome]) });
      await queue.idle();
    },
    answers: () =>
      outcomes.map(([name, outcome]) =>
        outcome.kind === 'done' ? `${name} done` : `${name} ${(outcome.error as Error).message}`,
      ),
    rows: () =>
      real.run('select name from thing order by name').rows?.map((row) => (row as { name: string }).name),
  };
}
