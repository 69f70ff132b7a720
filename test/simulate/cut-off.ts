/** What the bot was about to change when it was killed, somebody may not want by the time it goes on. */
import type Sqlite from 'better-sqlite3';
import type { Reason } from '../../src/domain.ts';
import { reasonOf } from '../../src/errors.ts';
import type { Store } from '../../src/store/store.ts';

interface CutOff {
  readonly channel_id: number;
  readonly channel: string;
  readonly story_id: number;
  readonly reasons: string;
}

/** Right after the start, so that the bot looks at the very messages meanwhile. */
export function leaveCutOffEdits(
  database: Sqlite.Database,
  { deliveries, subscriptions }: Store,
  { random, now, note }: { random: () => number; now: number; note: (line: string) => void },
): void {
  const cutOff = database.prepare<[], CutOff>(
    `select m.channel_id, c.external_id as channel, a.story_id, a.reasons from message m
     join alert a on a.id = m.id join channel c on c.id = m.channel_id
     where m.state = 'unknown' and m.external_id is not null order by m.seq`,
  );
  for (const { channel_id: channelId, channel, story_id: storyId, reasons } of cutOff.all()) {
    if (random() < 1 / 3) continue;
    const mutes = random() < 0.5;
    note(`${channel} ${mutes ? 'mutes' : 'unsubscribes from'} story ${storyId}, whose edit was cut off`);
    const leave = mutes
      ? deliveries.muteStory({ channelId, storyId, by: 'somebody', now })
      : Promise.all(idsOf(reasons).map((id) => subscriptions.remove(id, now)));
    leave.catch((fault: unknown) => note(reasonOf(fault)));
  }
}

function idsOf(reasons: string): readonly number[] {
  return [...new Set((JSON.parse(reasons) as Reason[]).map(({ subscriptionId }) => subscriptionId))];
}
