/** A person does something that the bot must answer, and looks at what comes of it. */
import { components, componentTypes, selectTypes } from './component-tree.ts';
import { record, textOf } from './form.ts';
import { filledForm, shownForm, type FormValues, type ShownForm } from './form-values.ts';
import { interactionTypes, openInteraction, type Interaction, type InteractionKind } from './interaction.ts';
import { lineOf, type Line } from './ledger.ts';
import { flags } from './message-rules.ts';
import { channelPermissions } from './permissions.ts';
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
  if (acknowledged === 'deferred')
    return (
      original === undefined || (original.flags & flags.loading) === 0 || original.deletedAt !== undefined
    );
  return acknowledged !== undefined;
}

function seen(state: State, interaction: Interaction, later: () => Promise<Seen>): Seen {
  const { acknowledged, channel, followUps, form, original, person } = interaction;
  const line = original === undefined ? undefined : lineOf(state, channel, original);
  const shown = [original, ...followUps].filter((one) => one !== undefined && one.deletedAt === undefined);
  const on = (control: string): { message: Message; component: Json } =>
    controlIn(shown as readonly Message[], control);
  return {
    kind: kindOf(interaction),
    deferred: acknowledged === 'deferred' || acknowledged === 'deferred update',
    private: original?.privateTo !== undefined,
    text: line?.text ?? '',
    line,
    form: form === undefined ? undefined : shownForm(form),
    followUps: followUps.map((message) => lineOf(state, channel, message)),
    press: async (control: string) => press(state, channel, person, on(control)),
    choose: async (control: string, ...values: readonly string[]) =>
      choose(state, channel, person, on(control), values),
    submit: async (values: FormValues) => {
      if (form === undefined) throw new Error('there is no form to send');
      return act(state, channel, person, {
        kind: 'form',
        data: filledForm(form, values),
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
  return original !== undefined && (original.flags & flags.loading) !== 0 ? 'failed' : 'message';
}

export function press(
  state: State,
  channel: Channel,
  person: User,
  { message, component }: { readonly message: Message; readonly component: Json },
): Promise<Seen> {
  if (component['style'] === 5) throw new Error('a link button opens a page; the bot hears nothing of it');
  const data = {
    custom_id: component['custom_id'],
    component_type: componentTypes.button,
    id: component['id'],
  };
  return act(state, channel, person, { kind: 'component', data, on: message });
}

export function choose(
  state: State,
  channel: Channel,
  person: User,
  { message, component }: { readonly message: Message; readonly component: Json },
  wanted: readonly string[],
): Promise<Seen> {
  const options = (Array.isArray(component['options']) ? component['options'] : []).map((one) => record(one));
  const values = wanted.map((name) => {
    const option = options.find((one) => one['label'] === name || one['value'] === name);
    if (option === undefined)
      throw new Error(
        `"${name}" cannot be chosen; there are ${options.map((one) => textOf(one['label'])).join(', ')}`,
      );
    return option['value'];
  });
  if (
    values.length < Number(component['min_values'] ?? 1) ||
    values.length > Number(component['max_values'] ?? 1)
  ) {
    throw new Error(`${values.length} values cannot be chosen here`);
  }
  const data = {
    custom_id: component['custom_id'],
    component_type: component['type'],
    id: component['id'],
    values,
  };
  return act(state, channel, person, { kind: 'component', data, on: message });
}

/** The control with this label, placeholder or custom id; a disabled one cannot be used. */
export function controlIn(
  messages: readonly Message[],
  control: string,
): { readonly message: Message; readonly component: Json } {
  const all = messages.flatMap((message) =>
    [...components(message.versions.at(-1)?.components)]
      .filter(({ type }) => type === componentTypes.button || selectTypes.includes(type))
      .map(({ component }) => ({ message, component })),
  );
  const names = ({ component }: { component: Json }): readonly unknown[] => [
    component['label'],
    component['placeholder'],
    component['custom_id'],
  ];
  const found = all.find((one) => names(one).includes(control));
  if (found === undefined) {
    throw new Error(
      `no control "${control}"; there are ${all.map((one) => names(one).find(Boolean)).join(', ') || 'none'}`,
    );
  }
  if (found.component['disabled'] === true) throw new Error(`"${control}" is disabled`);
  return found;
}

function tell(state: State, interaction: Interaction, doing: Doing): void {
  const data = wireInteraction(state, interaction, doing);
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
    locale: person.locale,
    entitlements: [],
    attachment_size_limit: 10_485_760,
    ...wirePlace(state, channel),
    ...(member === undefined
      ? { user: wireUser(person) }
      : { member: { ...wireMember(member), permissions: String(bits) } }),
    data: doing.data,
    ...(doing.on === undefined ? {} : { message: wireMessage(state, channel, doing.on) }),
  };
}
