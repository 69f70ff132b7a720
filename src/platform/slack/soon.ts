/** Slack gives three seconds for a form or a list of offers: what is not known in time is done without. */
import { reasonOf } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { textsFor } from '../../messages/choose.ts';
import type { Texts } from '../../messages/texts.ts';
import type { World } from '../../world.ts';
import type { People, Who } from './people.ts';

export interface Soon {
  /** What stands in for it if it takes too long, or fails. */
  readonly or: <T>(otherwise: T, work: Promise<T>) => Promise<T>;
  readonly texts: (who: Who) => Promise<Texts>;
}

const soonMs = 1500;

export function createSoon({
  people,
  world,
  log,
}: {
  readonly people: Pick<People, 'language' | 'spoken'>;
  readonly world: Pick<World, 'after'>;
  readonly log: Log;
}): Soon {
  return {
    or,
    texts: async (who) => textsFor(await or(people.spoken(who), people.language(who))),
  };

  function or<T>(otherwise: T, work: Promise<T>): Promise<T> {
    const { promise, resolve } = Promise.withResolvers<T>();
    const cancel = world.after(soonMs, () => resolve(otherwise));
    work
      .then(resolve, (error: unknown) => {
        log.warn({ reason: reasonOf(error) }, 'Slack: something could not be offered');
        resolve(otherwise);
      })
      .finally(cancel);
    return promise;
  }
}
