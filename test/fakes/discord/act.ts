/** A person does something that the bot must answer, and looks at what comes of it. */
import { chosen, controlIn, pressed, type Control } from './controls.ts';
import { filledForm, shownForm, type FormValues, type ShownForm } from './form-values.ts';
import { interactionTypes, openInteraction, type Interaction, type InteractionKind } from './interaction.ts';
import { lineOf, type Line } from './ledger.ts';
import { flags } from './message-rules.ts';
import { channelPermissions } from './permissions.ts';
import { resolverIn } from './resolved.ts';
import type { Channel, Json, Message, User } from './shapes.ts';
import { guildOf, type State } from './state.ts';
import { wireMember, wireMessage, wirePlace, wireUser } from './wire.ts';

export interface Seen {
  /**
   * - `message`: an answer; `update`: the message it came from was changed, or left as it is;
   * - `form`: one popped up;
   * - `failed`: "The application did not respond", within 3 s, or 15 min after "is thinking…".
   */
  readonly kind: 'message' | 'update' | 'form' | 'failed';
  /** "is thinking…" was shown before. */
  readonly deferred: boolean;
  /** Only this person sees it. */
  readonly private: boolean;
  readonly text: string;
  readonly line: Line | undefined;
  readonly form: ShownForm | undefined;
  /** What came after the answer so far. */
  readonly followUps: readonly Line[];
  /** @param control label or custom id of a button of the answer or of a follow-up */
  readonly press: (control: string) => Promise<Seen>;
  /** @param control placeholder or custom id of a select; @param values by label or value */
  readonly choose: (control: string, ...values: readonly string[]) => Promise<Seen>;
  readonly submit: (values: FormValues) => Promise<Seen>;
  /** The same, looked at again after the bot's next answer to it. */
  readonly later: () => Promise<Seen>;
}

export interface Doing {
  readonly kind: InteractionKind;
  readonly data: Json;
  readonly on?: Message | undefined;
}

/** Resolves with what the person sees when it is settled; an open "is thinking…" is not. */
export function act(state: State, channel: Channel, person: User, doing: Doing): Promise<Seen> {
  const { promise, resolve } = Promise.withResolvers<Seen>();
  let wake = (): void => {
    if (isSettled(interaction)) settle();
  };
  const stop = [
    state.after(state.limits.acknowledgeMs, () => {
      if (interaction.acknowledged === undefined) settle();
    }),
    state.after(state.limits.interactionMs, () => settle()),
  ];
  const settle = (): void => {
    for (const cancel of stop) cancel();
    wake = () => {};
    resolve(see());
  };
  const interaction: Interaction = openInteraction(state, {
    kind: doing.kind,
    channel,
    person,
    on: doing.on,
    changed: () => wake(),
  });
  const see = (): Seen =>
    seen(state, interaction, () => {
      const next = Promise.withResolvers<Seen>();
      wake = () => next.resolve(see());
      return next.promise;
    });
  tell(state, interaction, doing);
  return promise;
}

/** Typing: resolves with what is offered; with nothing if the bot did not answer in 3 s. */
export function actTyping(
  state: State,
  channel: Channel,
  person: User,
  data: Json,
): Promise<readonly Json[]> {
  const { promise, resolve } = Promise.withResolvers<readonly Json[]>();
  const stop = state.after(state.limits.acknowledgeMs, () => resolve([]));
  const interaction = openInteraction(state, {
    kind: 'autocomplete',
    channel,
    person,
    on: undefined,
    changed() {
      stop();
      resolve(interaction.choices);
    },
  });
  tell(state, interaction, { kind: 'autocomplete', data });
  return promise;
}

function isSettled({ acknowledged, original }: Interaction): boolean {
  if (acknowledged !== 'deferred') return acknowledged !== undefined;
  return original === undefined || !isWaiting(original);
}

const isThere = (message: Message): boolean => message.deletedAt === undefined;
const isWaiting = (message: Message): boolean => isThere(message) && (message.flags & flags.loading) !== 0;

function seen(state: State, interaction: Interaction, later: () => Promise<Seen>): Seen {
  const { acknowledged, channel, followUps, form, original, person } = interaction;
  const line = original === undefined || !isThere(original) ? undefined : lineOf(state, channel, original);
  const shown = [original, ...followUps].filter((one) => one !== undefined).filter(isThere);
  const use = (control: Control, data: Json): Promise<Seen> =>
    act(state, channel, person, { kind: 'component', data, on: control.message });
  return {
    kind: kindOf(interaction),
    deferred: acknowledged === 'deferred' || acknowledged === 'deferred update',
    private: original?.privateTo !== undefined,
    text: line?.text ?? '',
    line,
    form: form === undefined ? undefined : shownForm(form),
    followUps: followUps.map((message) => lineOf(state, channel, message)),
    async press(named) {
      const control = controlIn(shown, named);
      return use(control, pressed(control));
    },
    async choose(named, ...values) {
      const control = controlIn(shown, named);
      return use(control, chosen(state, channel, control, values));
    },
    async submit(values) {
      if (form === undefined) throw new Error('there is no form to send');
      return act(state, channel, person, {
        kind: 'form',
        data: filledForm(form, values, resolverIn(state, channel)),
        on: interaction.on,
      });
    },
    later,
  };
}

function kindOf({ acknowledged, form, original }: Interaction): Seen['kind'] {
  if (form !== undefined) return 'form';
  if (acknowledged === undefined) return 'failed';
  if (acknowledged === 'update' || acknowledged === 'deferred update') return 'update';
  return original !== undefined && isWaiting(original) ? 'failed' : 'message';
}

function tell(state: State, interaction: Interaction, doing: Doing): void {
  const data = wireInteraction(state, interaction, doing);
  for (let times = 0; times < state.interactionsCome; times += 1)
    state.emit({ name: 'INTERACTION_CREATE', channel: interaction.channel, data });
}

function wireInteraction(state: State, interaction: Interaction, doing: Doing): Json {
  const { channel, id, person, token } = interaction;
  const guild = guildOf(state, channel);
  const bits = channelPermissions(guild, channel, person.id, state.now());
  const member = guild?.members.get(person.id);
  return {
    id,
    token,
    application_id: state.applicationId,
    type: interactionTypes[doing.kind],
    version: 1,
    ...(state.eventsAreBare ? {} : { locale: person.locale }),
    entitlements: [],
    attachment_size_limit: 10_485_760,
    ...wirePlace(state, channel),
    ...(member === undefined
      ? { user: wireUser(person) }
      : {
          member: {
            ...wireMember(member),
            ...(!state.eventsAreBare && { permissions: String(bits) }),
          },
        }),
    data: doing.data,
    ...(doing.on === undefined
      ? {}
      : {
          message: {
            ...wireMessage(state, channel, doing.on),
            ...(state.eventsAreBare && { thread: null, interaction_metadata: null }),
          },
        }),
  };
}
