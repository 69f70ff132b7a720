/** Names in the settings file that no setting has: what is misspelt does nothing, and nobody would notice. */
import { settingNames } from '../config.ts';
import { slipsBetween } from '../match/distance.ts';

/** @returns a sentence for each, without its value */
export function unknownSettings(names: readonly string[]): readonly string[] {
  const known = new Set<string>(settingNames);
  return names
    .filter((name) => !known.has(name))
    .map((name) => {
      const nearest = nearestSetting(name);
      const what = `${name} in .env is no setting of Bellwire and does nothing`;
      return nearest === undefined ? `${what}.` : `${what}; did you mean ${nearest}?`;
    });
}

/** At most one slip in every three letters, and three in all: TIMEZONE, FETCH_ALOW, slack_token. */
function nearestSetting(name: string): string | undefined {
  const typed = lettersOf(name);
  const most = Math.min(3, Math.floor(typed.length / 3));
  const near = settingNames
    .map((known) => ({ known, slips: slipsBetween(typed, lettersOf(known), most) }))
    .filter(({ slips }) => slips <= most);
  return near.toSorted((a, b) => a.slips - b.slips)[0]?.known;
}

function lettersOf(name: string): readonly string[] {
  return Array.from(name.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));
}
