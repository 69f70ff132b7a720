/** Buttons and selects of messages, as a person finds and uses them. */
import { components, componentTypes, selectTypes } from './component-tree.ts';
import { record, textOf } from './form.ts';
import { resolverIn, type Resolver } from './resolved.ts';
import type { Channel, Json, Message } from './shapes.ts';
import type { State } from './state.ts';

export interface Control {
  readonly message: Message;
  readonly component: Json;
}

/** The control with this label, placeholder or custom id; a disabled one cannot be used. */
export function controlIn(messages: readonly Message[], named: string): Control {
  const all = messages.flatMap((message) =>
    [...components(message.versions.at(-1)?.components)]
      .filter(({ type }) => type === componentTypes.button || selectTypes.includes(type))
      .map(({ component }) => ({ message, component })),
  );
  const names = ({ component }: Control): readonly string[] =>
    ['label', 'placeholder', 'custom_id']
      .map((field) => textOf(component[field]))
      .filter((name) => name !== '');
  const found = all.find((control) => names(control).includes(named));
  if (found === undefined) {
    throw new Error(
      `no control "${named}"; there are ${all.map((one) => names(one)[0]).join(', ') || 'none'}`,
    );
  }
  if (found.component['disabled'] === true) throw new Error(`"${named}" is disabled`);
  return found;
}

/** `data` of the interaction. */
export function pressed({ component }: Control): Json {
  if (component['style'] === 5) throw new Error('a link button opens a page; the bot hears nothing of it');
  return { custom_id: component['custom_id'], component_type: componentTypes.button, id: component['id'] };
}

/** `data` of the interaction. @param wanted options by label or value; people, roles and channels by name or id */
export function chosen(
  state: State,
  channel: Channel,
  { component }: Control,
  wanted: readonly string[],
): Json {
  const least = Number(component['min_values'] ?? 1);
  const most = Number(component['max_values'] ?? 1);
  if (wanted.length < least || wanted.length > most) {
    throw new Error(`from ${least} to ${most} can be chosen here, not ${wanted.length}`);
  }
  const resolver = resolverIn(state, channel);
  const values = wanted.map((name) => pick(component, name, resolver));
  return {
    custom_id: component['custom_id'],
    component_type: component['type'],
    id: component['id'],
    values,
    ...resolver.travels(),
  };
}

export function pick(select: Json, name: string, resolver: Resolver): string {
  switch (select['type']) {
    case componentTypes.userSelect:
    case componentTypes.mentionableSelect:
      return resolver.user(name);
    case componentTypes.roleSelect:
      return resolver.role(name);
    case componentTypes.channelSelect:
      return resolver.channel(name);
    default: {
      const list = Array.isArray(select['options']) ? select['options'] : [];
      const options = list.map((option) => record(option));
      const option = options.find((one) => one['label'] === name || one['value'] === name);
      if (option !== undefined) return textOf(option['value']);
      const labels = options.map((one) => textOf(one['label'])).join(', ');
      throw new Error(`"${name}" cannot be chosen; there are ${labels}`);
    }
  }
}
