/** Whether the bot does its work, in words that may be seen without a password. */
import type { Pipeline } from '../pipeline.ts';
import type { World } from '../world.ts';
import type { Health } from './http-parts.ts';

interface HealthParts {
  /** Any question to the database. */
  readonly backlog: () => Promise<unknown>;
  readonly failing: Pipeline['failing'];
  /** Connections to chat platforms. */
  readonly links?:
    | (() => Readonly<Record<string, { readonly ok: boolean; readonly says: string }>>)
    | undefined;
  readonly world: Pick<World, 'after'>;
}

/** An orchestrator asks every few seconds and gives us one. */
const answerMs = 2000;

export function createHealth({
  backlog,
  failing,
  links = () => ({}),
  world,
}: HealthParts): () => Promise<Health> {
  return async () => {
    const database = await answering();
    const steps = failing().map(({ step, faults }) => [step, `has failed ${faults} times in a row`] as const);
    const connections = Object.entries(links());
    return {
      ready: database === 'ok' && steps.length === 0 && connections.every(([, { ok }]) => ok),
      parts: {
        database,
        ...Object.fromEntries(connections.map(([name, { says }]) => [name, says])),
        ...Object.fromEntries(steps),
      },
    };
  };

  function answering(): Promise<string> {
    return new Promise((resolve) => {
      const cancel = world.after(answerMs, () => resolve('does not answer'));
      backlog()
        .then(
          () => resolve('ok'),
          () => resolve('cannot be read'),
        )
        .finally(cancel);
    });
  }
}
