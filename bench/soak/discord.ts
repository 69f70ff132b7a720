/** Discord in virtual time: as many messages as wanted against its limits. */
import { deliverMany } from '../../test/platform/discord/volume.ts';
import type { Outcome } from './outcome.ts';

/** To 1,000 channels, each with a limit that nobody told us; then one alert to 10,000 channels, as Discord allows it. */
export async function soakDiscord(sends: number): Promise<Outcome> {
  const limits = { routes: { 'POST /channels/{channel}/messages': { limit: 5, perMs: 5000 } } };
  const channels = Math.min(1000, sends);
  const many = await deliverMany({ channels, each: Math.ceil(sends / channels), limits });
  const wide = await deliverMany({ channels: Math.min(10_000, sends), each: 1 });
  const wrong = [many, wide].find(
    (run) =>
      run.visible !== run.sends || run.doubled > 0 || run.outOfOrder > 0 || run.limited > run.sends / 1000,
  );
  return {
    figures: { ...many, wide: wide.visible, wideOverAfterS: wide.overAfterS },
    ...(wrong && { firstFailure: { replay: `--discord ${sends}`, found: wrong } }),
  };
}
