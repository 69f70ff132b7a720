/** What Slack's selects offer while somebody types: keywords, groups to call, time zones. */
import type { Complete } from '../../invoke/complete-in.ts';
import { textsFor } from '../../messages/choose.ts';
import { type Option, plain } from './blocks.ts';
import { fields, mostInValue, optionOf, tooLong } from './form.ts';
import { homeActions, zonesLike } from './home.ts';
import { type RawSuggestion, whoOf } from './payloads.ts';
import type { People, Who } from './people.ts';
import type { Places } from './places.ts';
import type { Soon } from './soon.ts';

export type Suggest = (raw: RawSuggestion) => Promise<readonly Option[]>;

/** Slack takes 100. */
const mostOptions = 100;

export function createSuggest({
  people,
  places,
  complete,
  soon,
}: {
  readonly people: People;
  readonly places: Places;
  readonly complete: Complete;
  readonly soon: Soon;
}): Suggest {
  return async (raw) => {
    const typed = (raw.value ?? '').trim();
    const who = whoOf(raw);
    switch (raw.action_id) {
      case fields.keywords:
        return typed.length > mostInValue ? [tooLongFor(who)] : soon.or(asTyped(typed), keywords(who, typed));
      case fields.group:
        return soon.or([], places.groups(who.team, typed));
      case homeActions.zone:
        return zonesLike(typed);
      default:
        return [];
    }
  };

  /** First of all what was typed: whoever knows what they want need take nothing else. */
  async function keywords(who: Who, typed: string): Promise<readonly Option[]> {
    const texts = textsFor(await people.language(who));
    // Of no workspace: what others follow in private channels and in their own messages is for nobody else's eyes.
    const typing = { workspaceId: 0, channel: undefined, texts };
    const offers = await complete(`subscribe ${typed}`, typing);
    const lines = offers.map(({ line }) => line.replace(/^\S+\s*/, '').trim());
    return [...new Set([typed, ...lines])].flatMap((line) => optionOf(line) ?? []).slice(0, mostOptions);
  }

  /** Half of what somebody wants is not what they want. */
  function tooLongFor(who: Who): Option {
    return { text: plain(textsFor(people.spoken(who)).slack.form.tooLong), value: tooLong };
  }
}

function asTyped(typed: string): readonly Option[] {
  return [optionOf(typed)].filter((one) => one !== undefined);
}
