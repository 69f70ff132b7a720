/**
 * Lets so many pieces of work run at once. The others wait, those of each workspace in the order in which they came, and
 * the workspaces take turns: a hundred questions of one hold up another's by one.
 */
export function fairTurns(most: number): <T>(workspace: string, work: () => Promise<T>) => Promise<T> {
  let running = 0;
  /** The workspace whose turn is next comes first. */
  const waiting = new Map<string, Array<() => void>>();

  return async (workspace, work) => {
    if (running < most) running += 1;
    else await turnOf(workspace);
    try {
      return await work();
    } finally {
      const next = takeNext();
      if (next === undefined) running -= 1;
      else next();
    }
  };

  function turnOf(workspace: string): Promise<void> {
    return new Promise((begin) => {
      const others = waiting.get(workspace);
      if (others === undefined) waiting.set(workspace, [begin]);
      else others.push(begin);
    });
  }

  function takeNext(): (() => void) | undefined {
    const [first] = waiting;
    if (first === undefined) return undefined;
    const [workspace, queue] = first;
    const next = queue.shift();
    waiting.delete(workspace);
    if (queue.length > 0) waiting.set(workspace, queue);
    return next;
  }
}
