/** Every fault of a network, as often as wanted, on every platform that is spoken to over one. */
import { openDiscord } from '../../test/platform/discord/open-discord.ts';
import { openSlack } from '../../test/platform/slack/open-slack.ts';
import { openChat } from '../../test/platform/open-chat.ts';
import type { OpenPlatform } from '../../test/platform/open-platform.ts';
import { runFaultMatrix } from '../../test/platform/send-through.ts';
import type { Outcome } from './outcome.ts';

const platforms: Readonly<Record<string, () => Promise<OpenPlatform>>> = {
  reference: openChat,
  slack: openSlack,
  discord: openDiscord,
  forum: () => openDiscord({ kind: 'forum' }),
};

/** @param sends messages for each fault and platform; every second one is corrected later, through the fault as well */
export async function soakFaults(sends: number): Promise<Outcome> {
  const sum = { faults: 0, sent: 0, visible: 0, doubled: 0, lost: 0, stale: 0, outOfOrder: 0 };
  const wrong: object[] = [];
  for (const [platform, open] of Object.entries(platforms)) {
    const counts = await runFaultMatrix(sends, (line) => console.error(`${platform}: ${line}`), open);
    for (const [fault, counted] of Object.entries(counts)) {
      sum.faults += 1;
      for (const key of ['sent', 'visible', 'doubled', 'lost', 'stale', 'outOfOrder'] as const) {
        sum[key] += counted[key];
      }
      const { visible, doubled, lost, stale, outOfOrder } = counted;
      if (visible !== sends || doubled + lost + stale + outOfOrder > 0)
        wrong.push({ platform, fault, ...counted });
    }
  }
  return {
    figures: sum,
    ...(wrong[0] && { firstFailure: { replay: `--faults ${sends}`, found: wrong[0] } }),
  };
}
