/** The pace of edits in each workspace: `chat.update` is of tier 3, "50+ per minute" (docs.slack.dev, "Rate limits"). */

const perMinute = 45;
/** So many may come at once. */
const burst = 10;

/** @returns 0 if an edit may be made now, and is counted; otherwise after how long to ask again */
export type EditPace = (workspaceId: number) => number;

export function createEditPace(elapsedMs: () => number): EditPace {
  /** How many may still come, and when that was so. */
  const workspaces = new Map<number, { left: number; at: number }>();
  return (workspaceId) => {
    const pace = workspaces.getOrInsertComputed(workspaceId, () => ({ left: burst, at: elapsedMs() }));
    pace.left = Math.min(burst, pace.left + ((elapsedMs() - pace.at) / 60_000) * perMinute);
    pace.at = elapsedMs();
    if (pace.left < 1) return Math.ceil(((1 - pace.left) / perMinute) * 60_000);
    pace.left -= 1;
    return 0;
  };
}
