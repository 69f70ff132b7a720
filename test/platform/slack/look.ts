/** What people see of the bot on the fake Slack. */
import type { ChannelPlace } from '../../fakes/slack/channel-place.ts';
import type { Line } from '../../fakes/slack/ledger.ts';
import type { PersonPlace } from '../../fakes/slack/person.ts';
import { soon } from '../until.ts';

export function alertIn(place: ChannelPlace): Line {
  const alert = alertsIn(place).at(-1);
  if (alert === undefined) throw new Error(`no alert in #${place.name}: ${JSON.stringify(place.lines())}`);
  return alert;
}

export function alertsIn(place: ChannelPlace): readonly Line[] {
  return place.lines().filter((line) => line.controls.includes('Why?'));
}

/** Once it is there. */
export function lineWith(place: ChannelPlace, words: string): Promise<Line> {
  return soon(() => place.lines().find((line) => line.by === 'bellwire' && line.text.includes(words)));
}

/** The newest line of the bot with these words that this person sees, once it is there. */
export function seen(person: PersonPlace, place: ChannelPlace, words: string): Promise<Line> {
  return soon(() =>
    person.sees(place).findLast((line) => line.by === 'bellwire' && line.text.includes(words)),
  );
}
