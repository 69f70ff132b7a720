/** Something a person did and the bot must answer: a command, a click, typing, a form that was sent. */
import { Refusal } from './refusal.ts';
import type { Channel, Id, Json, Message, User } from './shapes.ts';
import type { State } from './state.ts';

export type InteractionKind = 'command' | 'component' | 'autocomplete' | 'form';

/** Discord's "Interaction Type". */
export const interactionTypes: Readonly<Record<InteractionKind, number>> = {
  command: 2,
  component: 3,
  autocomplete: 4,
  form: 5,
};

/** What the first answer of the bot was. */
export type Acknowledged = 'message' | 'deferred' | 'update' | 'deferred update' | 'choices' | 'form';

export interface Interaction {
  readonly id: Id;
  readonly token: string;
  readonly kind: InteractionKind;
  readonly channel: Channel;
  readonly person: User;
  readonly startedAt: number;
  /** The message whose button or select was used, also for a form that came from one. */
  readonly on: Message | undefined;
  acknowledged: Acknowledged | undefined;
  /** `@original` */
  original: Message | undefined;
  choices: readonly Json[];
  form: Json | undefined;
  readonly followUps: Message[];
  /** Called after every answer of the bot. */
  readonly changed: () => void;
}

export function openInteraction(
  state: State,
  asked: Pick<Interaction, 'kind' | 'channel' | 'person' | 'on' | 'changed'>,
): Interaction {
  const id = state.nextId();
  const interaction: Interaction = {
    ...asked,
    id,
    token: `fake-interaction-token-${id}`,
    startedAt: state.now(),
    acknowledged: undefined,
    original: undefined,
    choices: [],
    form: undefined,
    followUps: [],
  };
  state.interactions.set(interaction.token, interaction);
  return interaction;
}

/** @throws Refusal 10062 for one that is unknown or was not answered in 3 s, 40060 for one that was answered */
export function unanswered(state: State, id: Id, token: string): Interaction {
  const interaction = state.interactions.get(token);
  if (interaction === undefined || interaction.id !== id) throw new Refusal(10062);
  if (interaction.acknowledged !== undefined) throw new Refusal(40060);
  if (state.now() - interaction.startedAt > state.limits.acknowledgeMs) throw new Refusal(10062);
  return interaction;
}

/** @throws Refusal 10015 before the first answer, 50027 when its 15 minutes are over */
export function answered(state: State, token: string): Interaction {
  const interaction = state.interactions.get(token);
  if (interaction?.acknowledged === undefined) throw new Refusal(10015);
  if (state.now() - interaction.startedAt > state.limits.interactionMs) throw new Refusal(50027);
  if (!state.channels.has(interaction.channel.id)) throw new Refusal(10003);
  return interaction;
}
