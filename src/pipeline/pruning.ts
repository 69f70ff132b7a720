/**
 * Once a day, what is old is let go of: in small parts with rests between them, so that nobody waits. Where it is broken
 * off the next day goes on.
 */
import type { Log } from '../log.ts';
import { type Kept, type Limits, type PruneCursor, pruneSteps } from '../store/port/retention.ts';
import type { Store } from '../store/store.ts';
import type { World } from '../world.ts';

const dayMs = 24 * 60 * 60_000;
/** By then what a start has to do is done. */
const firstMs = 5 * 60_000;
/** A pass is due once a day, of which a process that was started between does not know. */
const lookEveryMs = 60 * 60_000;
const restMs = 100;
/** An article is recognised for so long after its source last showed it. */
const unseenMs = 90 * dayMs;

export interface PruningParts {
  readonly store: Pick<Store, 'retention'>;
  readonly world: Pick<World, 'now' | 'elapsedMs'>;
  readonly log: Log;
  /** Texts, alerts, logs and posts are kept for so many days. */
  readonly keepDays: number;
}

interface Pass {
  readonly limits: Limits;
  readonly gone: Map<Kept, number>;
  /** Of `pruneSteps`. */
  step: number;
  after: PruneCursor | undefined;
}

/** @returns the step of a loop: a small part of what is to be done. It returns when to go on */
export function createPruning({ store, world, log, keepDays }: PruningParts): () => Promise<number> {
  let pass: Pass | undefined;
  /** By `elapsedMs`. */
  let nextAt = world.elapsedMs() + firstMs;

  return async () => {
    const earlyMs = nextAt - world.elapsedMs();
    if (earlyMs > 0) return world.now() + earlyMs;
    pass ??= await begin();
    if (pass !== undefined) await goOn(pass);
    const waitMs = pass === undefined ? lookEveryMs : restMs;
    nextAt = world.elapsedMs() + waitMs;
    return world.now() + waitMs;
  };

  async function begin(): Promise<Pass | undefined> {
    const asOf = await store.retention.begin(world.now());
    if (asOf === undefined) return undefined;
    const limits = { asOf, before: asOf - keepDays * dayMs, unseenMs };
    return { limits, gone: new Map(), step: 0, after: undefined };
  }

  async function goOn(under: Pass): Promise<void> {
    const step = pruneSteps[under.step];
    if (step === undefined) {
      pass = undefined;
      tell(under.gone);
      return;
    }
    const { gone, next } = await store.retention.prune(step, under.limits, under.after);
    for (const [kept, count] of Object.entries(gone) as Array<[Kept, number]>)
      under.gone.set(kept, (under.gone.get(kept) ?? 0) + count);
    under.after = next;
    if (next === undefined) under.step += 1;
  }

  function tell(gone: ReadonlyMap<Kept, number>): void {
    const some = [...gone].filter(([, count]) => count > 0);
    if (some.length === 0) return;
    const said = some.map(([kept, count]) => `${count} ${names[kept][count === 1 ? 0 : 1]}`).join(', ');
    log.info(Object.fromEntries(some), `deleted what is older than ${keepDays} days: ${said}`);
  }
}

const names: Readonly<Record<Kept, readonly [one: string, more: string]>> = {
  texts: ['text of an article', 'texts of articles'],
  alerts: ['alert with its message', 'alerts with their messages'],
  notices: ['notice', 'notices'],
  posts: ['post of a local channel', 'posts of local channels'],
  keys: ['key by which an article was recognised', 'keys by which articles were recognised'],
  articles: ['article that no source shows any more', 'articles that no source shows any more'],
  stories: ['story of which nothing was left', 'stories of which nothing was left'],
};
