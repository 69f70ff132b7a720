/** Cuts the power at many places of one recorded life, and looks what is there when it comes back. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { reasonOf } from '../../../src/errors.ts';
import { seededRandom } from '../../fakes/world.ts';
import { live } from '../life.ts';
import { type Known, readOutside } from '../outside.ts';
import { titleOf, titlesUpTo } from '../reports.ts';
import { alertsIn, judge, readArticles, type Verdict } from '../verdict.ts';
import { emptyDisk } from './disk-after-cut.ts';
import type { DiskEvent } from './recording.ts';

export interface Cut {
  /** So many events had happened. */
  readonly after: number;
  /** Articles whose acceptance was acknowledged by then. */
  readonly acknowledged: number;
  /** What was promised and is not there. */
  readonly broken: readonly string[];
  /** Of the bot that went on from there, if one did. */
  readonly later?: Verdict | undefined;
  /** Writes the disk, as it was after the cut, into a folder. */
  readonly layOut: (folder: string) => void;
}

export interface Plan {
  readonly seed: number;
  readonly cuts: number;
  /** A bot goes on after every so manieth cut. */
  readonly goOnEvery: number;
  /** For the data; made and removed for each cut. */
  readonly folder: string;
  /** False: the disk says "synced" and does nothing. */
  readonly diskKeepsItsWord?: boolean;
}

export async function* cutPower(events: readonly DiskEvent[], plan: Plan): AsyncGenerator<Cut> {
  const random = seededRandom(plan.seed);
  const disk = emptyDisk(plan.diskKeepsItsWord ?? true);
  const known: Known[] = [];
  let happened = 0;
  for (const [no, after] of placesToCut(events, plan.cuts, random).entries()) {
    for (; happened < after; happened += 1) {
      const event = events[happened]!;
      disk.happen(event);
      if (event.kind === 'mark') known.push(JSON.parse(event.text) as Known);
    }
    // From a disk that had written nothing by itself to one that had written nearly all.
    const share = pick([0, 0.1, 0.5, 0.9, 1], random);
    const files = disk.cut(() => random() < share);
    layOut(plan.folder, files, known);
    const acknowledged = known.filter(({ kind }) => kind === 'accepted').length;
    const broken = promisesBroken(plan.folder, known);
    rmSync(plan.folder, { recursive: true });
    const goesOn = broken.length === 0 && no % plan.goOnEvery === 0;
    const later = goesOn ? await goOn(plan.folder, files, known, acknowledged + 2) : undefined;
    const knownThen = [...known];
    yield { after, acknowledged, broken, later, layOut: (kept) => layOut(kept, files, knownThen) };
  }
}

/** A third right after something was acknowledged, a third within checkpoints, the rest anywhere. In their order. */
function placesToCut(events: readonly DiskEvent[], cuts: number, random: () => number): readonly number[] {
  const database = events.find((event) => event.kind === 'made' && event.path === 'bellwire.db');
  const inode = database?.kind === 'made' ? database.inode : undefined;
  const everywhere = events.map((_, at) => at + 1);
  const marks = everywhere.filter((after) => events[after - 1]!.kind === 'mark');
  const checkpoints = everywhere.filter((after) => {
    const event = events[after - 1]!;
    return (event.kind === 'written' || event.kind === 'synced') && event.inode === inode;
  });
  if (marks.length === 0 || checkpoints.length === 0) throw new Error('nothing dangerous was recorded');
  return Array.from({ length: cuts }, (_, no) =>
    pick([marks, checkpoints, everywhere][no % 3]!, random),
  ).toSorted((a, b) => a - b);
}

function layOut(folder: string, files: ReadonlyMap<string, Buffer>, known: readonly Known[]): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, bytes] of files) writeFileSync(join(folder, path), bytes);
  writeFileSync(outsideOf(folder), known.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

const outsideOf = (folder: string): string => join(folder, 'outside.jsonl');
const databaseOf = (folder: string): string => join(folder, 'bellwire.db');

function promisesBroken(folder: string, known: readonly Known[]): readonly string[] {
  // Nothing was promised yet, and there may be no database at all.
  if (known.length === 0) return [];
  try {
    return [...lookInto(databaseOf(folder), known)];
  } catch (fault) {
    return [`the database cannot be read: ${reasonOf(fault)}`];
  }
}

function* lookInto(path: string, known: readonly Known[]): Generator<string> {
  const database = new Sqlite(path, { fileMustExist: true });
  try {
    // Nobody needs what we look at.
    database.pragma('synchronous = off');
    const found = String(database.pragma('integrity_check', { simple: true }));
    if (found !== 'ok') yield `integrity: ${found}`;
    if ((database.pragma('foreign_key_check') as unknown[]).length > 0) yield 'a row points to nothing';
    const article = database.prepare('select 1 from article where title = ?');
    const subscription = database.prepare(
      'select 1 from subscription s join channel c on c.id = s.channel_id where c.external_id = ?',
    );
    const message = database.prepare('select state, external_id from message where id = ?');
    for (const one of known) {
      switch (one.kind) {
        case 'accepted': {
          const title = titleOf(one.report);
          if (article.get(title) === undefined) yield `article "${title}" is lost`;
          break;
        }
        case 'subscribed':
          if (subscription.get(one.channel) === undefined)
            yield `the subscriptions of ${one.channel} are lost`;
          break;
        case 'posted':
        case 'edited':
        case 'sent': {
          const row = message.get(one.marker) as { state: string; external_id: string | null } | undefined;
          // Who posts has said so before, and who said "sent" stays with it.
          const isKept = row !== undefined && row.state !== 'pending';
          if (!isKept || (one.kind === 'sent' && row.external_id === null))
            yield `${one.kind} message ${one.marker} is ${row?.state ?? 'lost'}`;
          break;
        }
      }
    }
  } finally {
    database.close();
  }
}

/** The bot starts on what is left, which nobody has looked into, and is offered what was not acknowledged. */
async function goOn(
  folder: string,
  files: ReadonlyMap<string, Buffer>,
  known: readonly Known[],
  reports: number,
): Promise<Verdict> {
  layOut(folder, files, known);
  await live({ data: folder, outside: outsideOf(folder), reports });
  const verdict = judge(
    readArticles(databaseOf(folder)),
    titlesUpTo(reports),
    alertsIn(readOutside(outsideOf(folder))),
  );
  rmSync(folder, { recursive: true });
  return verdict;
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)]!;
}
