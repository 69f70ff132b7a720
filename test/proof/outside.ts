/**
 * What the world outside knows of a bot: what it was told (accepted, subscribed), what people see, in the order it came
 * about. A file beside the data, one line of JSON each, so that it outlives whoever wrote it.
 */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';

export type Known =
  | { readonly kind: 'subscribed'; readonly channel: string }
  | { readonly kind: 'accepted'; readonly report: number }
  /** A message is visible, or has got other words. */
  | {
      readonly kind: 'posted' | 'edited';
      readonly channel: string;
      readonly marker: string;
      readonly revision: number;
      readonly story: number;
      readonly article: number;
      readonly title: string;
    }
  /** The store has noted that it is visible. */
  | { readonly kind: 'sent'; readonly marker: string };

export interface Outside {
  /** Known to everybody once this returns, whatever becomes of us. */
  readonly tell: (known: Known) => void;
  readonly all: readonly Known[];
  readonly close: () => void;
}

export function openOutside(path: string): Outside {
  const all = readOutside(path);
  const file = openSync(path, 'a');
  return {
    all,
    tell(known) {
      writeSync(file, `${JSON.stringify(known)}\n`);
      fsyncSync(file);
      all.push(known);
    },
    close: () => closeSync(file),
  };
}

export function readOutside(path: string): Known[] {
  try {
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Known);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fault;
  }
}
